//! Once, although it comes twice.

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

/// Remembers which notifications were handled, and which are being handled. One process has [`MemoryGuard`]; several
/// share an implementation on what they share, such as `RedisGuard`. [`once`] does all of it.
///
/// A claim is a lease: it ends when its time is up, since who made it may be gone. Whoever is slower than that may find
/// that somebody else began anew, so that what must never happen twice needs the database's own word as well: an
/// `UPDATE .. WHERE state = ..`, or a unique key.
pub trait Guard: Send + Sync {
    /// Takes `id` on, unless somebody has.
    ///
    /// # Errors
    /// The memory cannot be asked: nobody may handle it now.
    fn claim<'a>(&'a self, id: &'a str) -> BoxFuture<'a, Result<Claim, GuardError>>;

    /// Says that it is handled: from now on it is a duplicate, whoever holds it by now.
    ///
    /// # Errors
    /// The memory cannot be asked: a repetition will be handled again once the lease has ended.
    fn complete(&self, lease: Lease) -> BoxFuture<'_, Result<(), GuardError>>;

    /// Gives it back after its handling has failed, so that the next repetition is taken on at once. A lease that has
    /// ended gives nothing back.
    ///
    /// # Errors
    /// The memory cannot be asked: the lease ends by its time.
    fn release(&self, lease: Lease) -> BoxFuture<'_, Result<(), GuardError>>;

    /// Is told by [`once`] of a notification that is handled, and that the guard could not be told of: when the lease has
    /// ended, a repetition will be handled again. It is answered with success all the same, so that WeChat Pay has no
    /// reason to repeat it.
    ///
    /// By default it is logged as an error. A guard of yours, which may be one around another, can wake somebody up.
    fn unrecorded(&self, id: &str, error: &GuardError) {
        tracing::error!(%error, id = %escaped(id), "a notification is handled, and the guard does not know");
    }
}

/// What claiming came to.
#[derive(Debug, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums)] // each of them has an answer of its own, which nobody may forget
pub enum Claim {
    /// Nobody has handled it and nobody is at it: handle it, and then [`complete`](Guard::complete) or
    /// [`release`](Guard::release) it.
    First(Lease),
    /// Somebody is at it, and nobody knows yet how it ends: answer with a 5xx, so that it comes again.
    Busy,
    /// It is handled: answer with success and do nothing.
    Duplicate,
}

/// The right to handle a notification, until the guard's time for it is up.
#[derive(Debug, PartialEq, Eq)]
#[must_use = "a claim is completed or released"]
pub struct Lease {
    id: String,
    token: String,
}

impl Lease {
    /// For guards: the lease of `id`, told from other leases of the same by `token`.
    pub fn new(id: impl Into<String>, token: impl Into<String>) -> Self {
        Self { id: id.into(), token: token.into() }
    }

    /// The notification's ID.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What no other lease of the same ID has.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.token
    }
}

/// The memory that is shared cannot be asked, or does not answer in time. Answer with a 5xx: it will come again.
#[derive(Debug, thiserror::Error)]
#[error("the duplicate guard cannot be asked: {}", escaped(.0))]
pub struct GuardError(#[source] Box<dyn std::error::Error + Send + Sync>);

impl GuardError {
    /// For guards: the error of the memory that is shared, or a text.
    pub fn new(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self(error.into())
    }
}

/// How long a claim holds by default. Handling has 5 seconds, and of the repetitions (after 15, 30, 60 seconds) the
/// second finds it free again.
const LEASE: Duration = Duration::from_secs(30);

/// The duration that was asked for. Less than a millisecond guards nothing, and is the default; more than a century is one,
/// since stores compute the end.
fn sensible(asked: Duration, default: Duration) -> Duration {
    if asked < SHORTEST { default } else { asked.min(LONGEST) }
}

const SHORTEST: Duration = Duration::from_millis(1);
const LONGEST: Duration = Duration::from_secs(100 * 365 * 24 * 60 * 60);
