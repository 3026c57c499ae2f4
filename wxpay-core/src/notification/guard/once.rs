//! The whole of it: claimed, worked on, completed or given back.

use std::fmt;

use bytes::Bytes;
use http::{Response, StatusCode};

use super::{Claim, Guard, GuardError, Lease};
use crate::hook::{ask, tell};
use crate::notification::refused;
use crate::text::escaped;

/// Does `work` once for a notification, however often it comes: what the work gave, or `None` for a duplicate. Both are
/// answered with [`accepted`](crate::notification::accepted).
///
/// `id` is [`Notification::guard_id`](crate::notification::Notification::guard_id). What may be reported under several IDs
/// has a better one in [`guard_id_of`](crate::notification::Notification::guard_id_of) its business number. A number or an
/// event alone is none: several merchants have the same.
///
/// If this is dropped half-way (a server does so when the connection ends), or its process dies, then so does the work,
/// and the claim ends with its lease.
///
/// Work that is done stays done where the guard cannot be told of it afterwards, twice in a row:
/// [`Guard::unrecorded`] is told then. A guard that panics is one that cannot be asked.
///
/// ```
/// use wxpay_core::notification::{MemoryGuard, Notification, once};
///
/// # async fn handle(guard: &MemoryGuard, notification: Notification<serde_json::Value>) -> http::Response<bytes::Bytes> {
/// let work = async { deliver("20260101000001").await };
/// match once(guard, &notification.guard_id(), work).await {
///     Ok(_) => wxpay_core::notification::accepted(),
///     Err(error) => error.reply(),
/// }
/// # }
/// # async fn deliver(_: &str) -> Result<(), std::io::Error> { Ok(()) }
/// ```
///
/// # Errors
/// Whatever [`OnceError`] says; its [`reply`](OnceError::reply) is what to answer, and then the notification comes again.
pub async fn once<T, E: fmt::Display>(
    guard: &dyn Guard,
    id: &str,
    work: impl Future<Output = Result<T, E>>,
) -> Result<Option<T>, OnceError<E>> {
    let lease = match claimed(guard, id).await? {
        Claim::First(lease) => lease,
        Claim::Busy => return Err(OnceError::Busy),
        Claim::Duplicate => return Ok(None),
    };
    match work.await {
        Ok(done) => {
            // It is done all the same. The lease keeps others away, and after it the database has to.
            if let Err(error) = completed(guard, lease).await {
                tell("Guard::unrecorded", || guard.unrecorded(id, &error));
            }
            Ok(Some(done))
        }
        Err(failed) => {
            if let Err(error) = released(guard, lease).await {
                let id = escaped(id);
                tracing::warn!(%error, %id, "a notification can be handled again only when its lease ends");
            }
            Err(OnceError::Failed(failed))
        }
    }
}

/// A second time where the first one fails: a connection that was lost may be there again.
async fn completed(guard: &dyn Guard, lease: Lease) -> Result<(), GuardError> {
    let again = Lease::new(lease.id(), lease.token());
    match recorded(guard, lease).await {
        Ok(()) => Ok(()),
        Err(_) => recorded(guard, again).await,
    }
}

/// Asks a guard, which may panic: then it cannot be asked.
pub(crate) async fn claimed(guard: &dyn Guard, id: &str) -> Result<Claim, GuardError> {
    ask("Guard::claim", || guard.claim(id)).await.unwrap_or_else(panicked)
}

/// The same of [`Guard::complete`].
pub(crate) async fn recorded(guard: &dyn Guard, lease: Lease) -> Result<(), GuardError> {
    ask("Guard::complete", || guard.complete(lease)).await.unwrap_or_else(panicked)
}

/// The same of [`Guard::release`].
pub(crate) async fn released(guard: &dyn Guard, lease: Lease) -> Result<(), GuardError> {
    ask("Guard::release", || guard.release(lease)).await.unwrap_or_else(panicked)
}

fn panicked<T>() -> Result<T, GuardError> {
    Err(GuardError("it panicked".into()))
}

/// It is not handled, or nobody knows whether it is.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OnceError<E: fmt::Display> {
    /// Somebody else is at it.
    #[error("somebody else is handling it")]
    Busy,
    /// The guard cannot be asked.
    #[error(transparent)]
    Guard(#[from] GuardError),
    /// The work has failed, and the next repetition may try it again.
    #[error("{0}")]
    Failed(E),
}

impl<E: fmt::Display> OnceError<E> {
    /// The answer, ready to send: a 5xx, so that the notification comes again.
    #[must_use]
    pub fn reply(&self) -> Response<Bytes> {
        refused(self.status(), "失败")
    }

    /// The status to answer with.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Busy | Self::Guard(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Failed(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}
