//! Reasons to refuse a notification, with the status of the reply.

use http::StatusCode;

use crate::decode::DecodeError;
use crate::envelope::EnvelopeError;
use crate::error::{OpenError, SharedError};
use crate::text::escaped;
use crate::verify::VerifyError;

/// The reason why a notification is refused. Reply with [`NotificationError::status`]; a genuine notification will come
/// again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotificationError {
    /// Not verifiably from WeChat Pay. This includes WeChat Pay's probes ([`VerifyError::Probe`]), which expect this refusal.
    #[error("not verified: {0}")]
    Unverified(#[from] VerifyError),
    /// The body is larger than any notification: it has at least this many bytes, and was not read further.
    #[error("the body has {0} bytes or more, more than any notification")]
    TooLarge(usize),
    /// The body was truncated on the way.
    #[error("the body did not arrive: {0}")]
    Incomplete(#[source] SharedError),
    /// Verified, but the envelope is not as documented.
    #[error("the envelope is not as documented: {0}")]
    Malformed(#[source] DecodeError),
    /// Verified, but the APIv3 key does not open it.
    #[error("the resource does not open: {0}")]
    Sealed(#[from] EnvelopeError),
    /// Opened, but not of the form of its event type. The cause is this library or WeChat Pay, not a forger.
    #[error("the resource of {} is not as documented: {error}", escaped(.event_type))]
    Resource {
        /// The type of the event.
        event_type: String,
        /// The faults of the resource.
        #[source]
        error: DecodeError,
    },
    /// Opened, but for another merchant: two merchants share one APIv3 key, which each should have for itself, or it was sent to
    /// the wrong address. It is not acknowledged; there is nothing else to do about it here.
    #[error("it is for merchant {}, but was received by {receiver}", escaped(.named))]
    OtherMerchant {
        /// The number of the merchant that the notification is for.
        named: String,
        /// The number of the merchant that received it.
        receiver: String,
    },
    /// Opened, but one of its sensitive members does not open with the merchant's private key.
    #[error("{0}")]
    Member(#[from] OpenError),
    /// No crypto library is compiled in, and the client was given none, so it cannot open notifications.
    #[error("no crypto library is compiled in; turn on the feature `aws-lc`, or give a backend")]
    NoBackend,
    /// The client has no APIv3 key, so it cannot open notifications.
    #[error("the client has no APIv3 key; give it with `api_v3_key`")]
    NoKey,
    /// The address does not belong to a merchant.
    #[error("no merchant receives notifications at this address")]
    NoReceiver,
}

impl NotificationError {
    /// The status of the reply.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Unverified(_) => StatusCode::UNAUTHORIZED,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NoReceiver => StatusCode::NOT_FOUND,
            Self::OtherMerchant { .. } => StatusCode::FORBIDDEN,
            Self::Incomplete(_) | Self::Malformed(_) => StatusCode::BAD_REQUEST,
            Self::Sealed(_) | Self::Resource { .. } | Self::Member(_) | Self::NoKey | Self::NoBackend => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
        }
    }
}
