//! All the steps: claim, work, then complete or release.

use std::fmt;

use bytes::Bytes;
use http::{Response, StatusCode};

use super::{Claim, Guard, GuardError, Lease};
use crate::hook::{ask, tell};
use crate::notification::refused;
use crate::text::escaped;

/// Does `work` once for a notification, however often it comes. Returns the result of the work, or `None` for a duplicate. The
/// reply to both is [`accepted`](crate::notification::accepted).
///
/// `id` is [`Notification::guard_id`](crate::notification::Notification::guard_id). For an event that may be notified under
/// several IDs, [`guard_id_of`](crate::notification::Notification::guard_id_of) its business number is better. A number or an
/// event alone is not enough, since several merchants have the same.
///
/// If this future is dropped half-way (a server does so when the connection ends), or the process dies, the work ends too, and
/// the claim ends with its lease.
///
/// If the guard cannot record completed work, even at a second try, the work stays done, and [`Guard::unrecorded`] is called. A
/// guard that panics counts as one that cannot be asked.
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
/// Those of [`OnceError`]. Its [`reply`](OnceError::reply) is the reply to send; the notification is then repeated.
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
            // The work is done nevertheless. The lease keeps others away; after it, the database has to.
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

/// Tries twice, since a lost connection may be restored.
async fn completed(guard: &dyn Guard, lease: Lease) -> Result<(), GuardError> {
    let again = Lease::new(lease.id(), lease.token());
    match recorded(guard, lease).await {
        Ok(()) => Ok(()),
        Err(_) => recorded(guard, again).await,
    }
}

/// Calls [`Guard::claim`]. A panic becomes an error.
pub(crate) async fn claimed(guard: &dyn Guard, id: &str) -> Result<Claim, GuardError> {
    ask("Guard::claim", || guard.claim(id)).await.unwrap_or_else(panicked)
}

/// Calls [`Guard::complete`]. A panic becomes an error.
pub(crate) async fn recorded(guard: &dyn Guard, lease: Lease) -> Result<(), GuardError> {
    ask("Guard::complete", || guard.complete(lease)).await.unwrap_or_else(panicked)
}

/// Calls [`Guard::release`]. A panic becomes an error.
pub(crate) async fn released(guard: &dyn Guard, lease: Lease) -> Result<(), GuardError> {
    ask("Guard::release", || guard.release(lease)).await.unwrap_or_else(panicked)
}

fn panicked<T>() -> Result<T, GuardError> {
    Err(GuardError("it panicked".into()))
}

/// The notification is not handled, or it is not known whether it is.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OnceError<E: fmt::Display> {
    /// Another holder is handling it.
    #[error("another holder is handling the notification")]
    Busy,
    /// The guard cannot be asked.
    #[error(transparent)]
    Guard(#[from] GuardError),
    /// The work has failed. The next repetition may try it again.
    #[error("{0}")]
    Failed(E),
}

impl<E: fmt::Display> OnceError<E> {
    /// The reply, ready to send: a 5xx, so that the notification is repeated.
    #[must_use]
    pub fn reply(&self) -> Response<Bytes> {
        refused(self.status(), "失败")
    }

    /// The status of the reply.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Busy | Self::Guard(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Failed(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}
