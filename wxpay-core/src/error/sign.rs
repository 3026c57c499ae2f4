//! Requests and payment parameters that could not be signed.

use std::time::Duration;

use crate::crypto::CryptoError;
use crate::sign::Scheme;

/// The reason why something was not signed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SignError {
    /// The signer failed, or there are no random bytes for a nonce. The source is a custom signer's own error.
    #[error("{0}")]
    Signer(#[from] CryptoError),
    /// The signer did not answer within this time.
    #[error("no signature within {0:?}")]
    Late(Duration),
    /// The path needs another scheme than the client has: one of the two belongs to a brand, the other to a merchant.
    #[error("the path needs a `{}`, but this client has a `{}`", .needed.id, .given.id)]
    OtherScheme {
        /// The scheme of the path.
        needed: Scheme,
        /// The client's.
        given: Scheme,
    },
    /// A signature header cannot be written, because its value has characters that are not allowed in a header.
    #[error("`{0}` cannot be a header")]
    Header(&'static str),
}
