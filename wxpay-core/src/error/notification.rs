//! What is not received, and what that is answered with.

use http::StatusCode;

use crate::decode::DecodeError;
use crate::envelope::EnvelopeError;
use crate::error::{OpenError, SharedError};
use crate::text::escaped;
use crate::verify::VerifyError;

/// A notification that is not acted upon. [`NotificationError::status`] is what to answer; the right one will follow if
/// it was WeChat Pay's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotificationError {
    /// Not verifiably from WeChat Pay; also its own probes ([`VerifyError::Probe`]), which want exactly this refusal.
    #[error("not believed: {0}")]
    Unverified(#[from] VerifyError),
    /// Larger than any notification; it has at least so many bytes, and was not read further.
    #[error("{0} bytes or more, more than any notification has")]
    TooLarge(usize),
    /// The body has broken off on its way here.
    #[error("the body did not arrive: {0}")]
    Incomplete(#[source] SharedError),
    /// Verified, but not the documented envelope.
    #[error("the envelope is not as documented: {0}")]
    Malformed(#[source] DecodeError),
    /// Verified, but the APIv3 key does not open it.
    #[error("the resource does not open: {0}")]
    Sealed(#[from] EnvelopeError),
    /// Opened, but not what the event's type says. The fault is ours or WeChat Pay's, and not the sender's.
    #[error("the resource of {} is not as documented: {error}", escaped(.event_type))]
    Resource {
        /// What happened.
        event_type: String,
        /// What does not fit.
        #[source]
        error: DecodeError,
    },
    /// Opened, but for another merchant: two with one APIv3 key, which each should have for itself, or it was sent to the
    /// wrong address. It is not acknowledged, and nothing is to be done about it here.
    #[error("it is for merchant {}, and was received as {receiver}", escaped(.named))]
    OtherMerchant {
        /// The number of the merchant that it is for.
        named: String,
        /// The number of the merchant that has received it.
        receiver: String,
    },
    /// Opened, but a sensitive member of it does not open with the merchant's private key.
    #[error("{0}")]
    Member(#[from] OpenError),
    /// The features bring no crypto library, and the client was given none, so it cannot open notifications.
    #[error("no crypto library is compiled in; turn on the feature `aws-lc`, or give a backend")]
    NoBackend,
    /// The client has no APIv3 key, so it cannot open notifications.
    #[error("the client has no APIv3 key; give it with `api_v3_key`")]
    NoKey,
    /// The address is not a merchant's.
    #[error("nobody receives notifications at this address")]
    NoReceiver,
}

impl NotificationError {
    /// The status to answer with.
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
