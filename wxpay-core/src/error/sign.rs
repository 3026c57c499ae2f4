//! A request, or payment parameters, that were not signed.

use std::time::Duration;

use crate::crypto::CryptoError;
use crate::sign::Scheme;

/// The reason why something was not signed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SignError {
    /// The signer failed, or there are no random bytes for a nonce; behind it is the error of a signer elsewhere.
    #[error("{0}")]
    Signer(#[from] CryptoError),
    /// The signer did not answer within this time.
    #[error("not within {0:?}")]
    Late(Duration),
    /// The path is called in another scheme than the client has: by a brand, and the client is a merchant's, or the other
    /// way round.
    #[error("it is called with a `{}`, and this client has a `{}`", .needed.id, .given.id)]
    OtherScheme {
        /// The scheme of the path.
        needed: Scheme,
        /// The client's.
        given: Scheme,
    },
    /// A signature header cannot be written: its value has characters that no header carries.
    #[error("`{0}` cannot be a header")]
    Header(&'static str),
}
