//! Guards against duplicate notifications.

mod id;
mod memory;
mod once;
#[cfg(feature = "redis")]
mod redis;

#[cfg(feature = "redis")]
pub use self::redis::RedisGuard;
pub use memory::MemoryGuard;
pub use once::{OnceError, once};
#[cfg(feature = "blocking")]
pub(crate) use once::{claimed, recorded, released};

use std::time::Duration;

use crate::crypto::BoxFuture;
use crate::text::escaped;

/// A guard of duplicate notifications: remembers which of them were handled, and which are being handled. One process uses
/// [`MemoryGuard`]; several use an implementation on a store that they share, such as `RedisGuard`. [`once`] does all the steps.
///
/// A claim is a lease: it ends after some time, since its holder may have crashed. A holder that is slower may find that another
/// one has started again. So an effect that must never happen twice also needs a check in the database: an `UPDATE .. WHERE state
/// = ..`, or a unique key.
pub trait Guard: Send + Sync {
    /// Claims `id`, unless it is claimed or handled already.
    ///
    /// # Errors
    /// The guard cannot be asked: do not handle the notification now.
    fn claim<'a>(&'a self, id: &'a str) -> BoxFuture<'a, Result<Claim, GuardError>>;

    /// Records that the notification is handled: from now on it is a duplicate, even if another holder has claimed it.
    ///
    /// # Errors
    /// The guard cannot be asked: a repetition will be handled again after the lease has ended.
    fn complete(&self, lease: Lease) -> BoxFuture<'_, Result<(), GuardError>>;

    /// Releases the claim after the handling has failed, so that the next repetition is handled at once. A lease that has ended
    /// releases nothing.
    ///
    /// # Errors
    /// The guard cannot be asked: the claim ends with its lease.
    fn release(&self, lease: Lease) -> BoxFuture<'_, Result<(), GuardError>>;

    /// Called by [`once`] if a notification is handled but the guard could not record it: after the lease has ended, a repetition
    /// will be handled again. The reply is a success nevertheless, so that WeChat Pay has no reason to repeat the notification.
    ///
    /// By default logs an error. Your own guard, perhaps around another one, can alert a person.
    fn unrecorded(&self, id: &str, error: &GuardError) {
        tracing::error!(%error, id = %escaped(id), "a notification is handled, but the guard could not record it");
    }
}

/// The result of claiming.
#[derive(Debug, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums)] // each needs its own reply, and callers must handle all of them
pub enum Claim {
    /// The notification is not handled, and nobody is handling it: handle it, then [`complete`](Guard::complete) or
    /// [`release`](Guard::release) it.
    First(Lease),
    /// Another holder is handling it, and the result is not known yet: reply with a 5xx, so that it is repeated.
    Busy,
    /// It is handled: reply with success, and do nothing.
    Duplicate,
}

/// The right to handle a notification, until the lease ends.
#[derive(Debug, PartialEq, Eq)]
#[must_use = "a claim is completed or released"]
pub struct Lease {
    id: String,
    token: String,
}

impl Lease {
    /// For guards: the lease of `id`. `token` tells it from other leases of the same ID.
    pub fn new(id: impl Into<String>, token: impl Into<String>) -> Self {
        Self { id: id.into(), token: token.into() }
    }

    /// The notification's ID.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The token, which no other lease of the same ID has.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.token
    }
}

/// The guard's store cannot be reached, or does not answer in time. Reply with a 5xx: the notification is repeated.
#[derive(Debug, thiserror::Error)]
#[error("the duplicate guard cannot be asked: {}", escaped(.0))]
pub struct GuardError(#[source] Box<dyn std::error::Error + Send + Sync>);

impl GuardError {
    /// For guards: wraps the error of the store, or a text.
    pub fn new(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self(error.into())
    }
}

/// The default lease. Handling may take 5 seconds; of the repetitions, after 15, 30 and 60 seconds, the second finds the claim
/// ended.
const LEASE: Duration = Duration::from_secs(30);

/// The duration that is set. Less than a millisecond would guard nothing, and becomes the default; more than a century becomes a
/// century, since stores compute the end.
fn sensible(asked: Duration, default: Duration) -> Duration {
    if asked < SHORTEST { default } else { asked.min(LONGEST) }
}

const SHORTEST: Duration = Duration::from_millis(1);
const LONGEST: Duration = Duration::from_secs(100 * 365 * 24 * 60 * 60);
