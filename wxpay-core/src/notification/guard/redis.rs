//! A guard that several processes share, in Redis.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use redis::aio::{ConnectionLike, ConnectionManager, ConnectionManagerConfig};
use redis::{Client, Cmd, FromRedisValue};
use tokio::time::timeout;

use super::{Claim, Guard, GuardError, LEASE, Lease, sensible};
use crate::crypto::BoxFuture;
use crate::sign::nonce;

/// A guard that several processes share: Redis has a key for each notification, which expires.
///
/// If Redis is down, slower than a second, or read-only, the result is a [`GuardError`], never a [`Claim::First`]. But
/// notifications that Redis loses, in a restart without persistence or in a failover, are handled again: the guard prevents most
/// repetitions, and your database has to prevent the rest. Redis should not evict keys (`maxmemory-policy noeviction`).
///
/// ```no_run
/// # async fn guard() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
/// let guard = wxpay_core::notification::RedisGuard::connect("redis://127.0.0.1/").await?.prefix("shop:notification:");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct RedisGuard<C = ConnectionManager> {
    connection: C,
    prefix: String,
    lease: Duration,
    memory: Duration,
}

impl RedisGuard {
    /// Connects to the Redis at `url`, such as `redis://127.0.0.1/` or `redis+unix:///run/redis.sock`, and connects again
    /// whenever the connection is lost.
    ///
    /// # Errors
    /// The URL is invalid, or Redis cannot be reached.
    pub async fn connect(url: &str) -> Result<Self, GuardError> {
        let client = Client::open(url).map_err(unasked)?;
        let config = ConnectionManagerConfig::new()
            .set_connection_timeout(Some(DEADLINE / 2))
            .set_response_timeout(Some(DEADLINE))
            .set_number_of_retries(1);
        Ok(Self::over(ConnectionManager::new_with_config(client, config).await.map_err(unasked)?))
    }
}

impl<C> RedisGuard<C> {
    /// Uses a connection of the crate `redis`, such as that of a cluster. It should connect again by itself.
    #[must_use]
    pub fn over(connection: C) -> Self {
        Self { connection, prefix: PREFIX.to_owned(), lease: LEASE, memory: MEMORY }
    }

    /// Sets the prefix of the keys. The default is `wxpay:notification:`.
    #[must_use]
    pub fn prefix(self, prefix: impl Into<String>) -> Self {
        Self { prefix: prefix.into(), ..self }
    }

    /// Sets the lease: the time after which a claim ends if it is neither completed nor released. The default is 30 seconds. Make
    /// it longer than any handling takes. Less than a millisecond would guard nothing, and counts as 30 seconds; the maximum is a
    /// century.
    #[must_use]
    pub fn lease(self, lease: Duration) -> Self {
        Self { lease: sensible(lease, LEASE), ..self }
    }

    /// Sets the time for which handled notifications are remembered. The default is 48 hours; WeChat Pay repeats notifications
    /// for 24 hours and 4 minutes. Less than a millisecond would guard nothing, and counts as 48 hours; the maximum is a century.
    #[must_use]
    pub fn memory(self, memory: Duration) -> Self {
        Self { memory: sensible(memory, MEMORY), ..self }
    }
}

impl<C: ConnectionLike + Clone + Send + Sync> RedisGuard<C> {
    async fn ask<T: FromRedisValue>(&self, command: Cmd) -> Result<T, GuardError> {
        let mut connection = self.connection.clone();
        timeout(DEADLINE, command.query_async(&mut connection)).await.map_err(unasked)?.map_err(unasked)
    }

    fn command(&self, script: &str, id: &str) -> Cmd {
        let mut command = redis::cmd("EVAL");
        command.arg(script).arg(1).arg(format!("{}{id}", self.prefix));
        command
    }
}

impl<C: ConnectionLike + Clone + Send + Sync> Guard for RedisGuard<C> {
    fn claim<'a>(&'a self, id: &'a str) -> BoxFuture<'a, Result<Claim, GuardError>> {
        Box::pin(async move {
            let token = nonce().map_err(unasked)?;
            let mut command = self.command(CLAIM, id);
            command.arg(&token).arg(milliseconds(self.lease));
            let held: Option<String> = self.ask(command).await?;
            Ok(match held.as_deref() {
                None => Claim::First(Lease::new(id, token)),
                Some(DONE) => Claim::Duplicate,
                Some(_) => Claim::Busy,
            })
        })
    }

    fn complete(&self, lease: Lease) -> BoxFuture<'_, Result<(), GuardError>> {
        Box::pin(async move {
            let mut command = redis::cmd("SET");
            command.arg(format!("{}{}", self.prefix, lease.id())).arg(DONE).arg("PX").arg(milliseconds(self.memory));
            self.ask(command).await
        })
    }

    fn release(&self, lease: Lease) -> BoxFuture<'_, Result<(), GuardError>> {
        Box::pin(async move {
            let mut command = self.command(RELEASE, lease.id());
            command.arg(lease.token());
            self.ask(command).await
        })
    }
}

impl<C> fmt::Debug for RedisGuard<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { connection: _, prefix, lease, memory } = self;
        let mut guard = f.debug_struct("RedisGuard");
        guard.field("prefix", prefix).field("lease", lease).field("memory", memory).finish_non_exhaustive()
    }
}

fn unasked(error: impl Into<Box<dyn StdError + Send + Sync>>) -> GuardError {
    GuardError(error.into())
}

/// Converts a [`sensible`] duration. The result is at least 1, because Redis refuses an expiry of 0, and small enough for Redis
/// to add it to the time.
fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

/// Returns nothing if the claim was made, otherwise the value of the key. Redis runs the script as one atomic step.
const CLAIM: &str = "
local held = redis.call('GET', KEYS[1])
if not held then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) end
return held";

/// Removes this claim, but not the claim of another holder.
const RELEASE: &str = "
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return redis.status_reply('OK')";

/// The value of the key of a handled notification. No token is equal to it.
const DONE: &str = "done";
const PREFIX: &str = "wxpay:notification:";
const MEMORY: Duration = Duration::from_secs(48 * 60 * 60);
/// Time limit for an answer from Redis. WeChat Pay waits 5 seconds for the reply to a notification.
const DEADLINE: Duration = Duration::from_secs(1);
