//! Sensitive members that could not be encrypted or decrypted.

use std::time::Duration;

use crate::crypto::CryptoError;
use crate::text::escaped;

/// A sensitive value that cannot be sent to WeChat Pay.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("sensitive member {}: {problem}", escaped(.pointer))]
#[non_exhaustive]
pub struct SealError {
    /// The JSON pointer of the member.
    pub pointer: String,
    /// The problem.
    #[source]
    pub problem: SealProblem,
}

/// The reason why a sensitive value cannot be encrypted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SealProblem {
    /// The value is already sealed, to another key than the request's.
    #[error("it is sealed to {}, but the request needs {}", escaped(.sealed_to), escaped(.key))]
    OtherKey {
        /// The name of the key that the value is sealed to.
        sealed_to: String,
        /// The name of the request's key.
        key: String,
    },
    /// The value was read from a message, so the key that it is sealed to is not known.
    #[error("it was read from a message, so the key it is sealed to is not known; `Sensitive::sealed` names it")]
    UnknownKey,
    /// The value has more bytes than the key can encrypt.
    #[error("it has {length} bytes, but the key takes at most {longest}")]
    TooLong {
        /// The value's number of bytes.
        length: usize,
        /// The largest number that the key takes.
        longest: usize,
    },
    /// The ciphertext has more characters than the member allows.
    #[error("its ciphertext has {length} characters, at most {max} are allowed")]
    LongCiphertext {
        /// The ciphertext's number of characters.
        length: usize,
        /// The largest number allowed.
        max: usize,
    },
    /// The crypto library failed.
    #[error("{0}")]
    Encryptor(#[source] CryptoError),
}

/// A sensitive value that the private key does not open: it was encrypted to another key, or damaged, or the service that
/// holds the key failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the sensitive member `{}` does not open with the private key: {problem}", escaped(.pointer))]
#[non_exhaustive]
pub struct OpenError {
    /// The JSON pointer of the member; empty if opening all members together took too long.
    pub pointer: String,
    /// The problem.
    #[source]
    pub problem: OpenProblem,
}

/// The reason why a sensitive value cannot be decrypted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OpenProblem {
    /// The client has no decryptor. A client with a custom signer needs one beside it.
    #[error("the client has no decryptor; a custom signer needs one beside it")]
    NoDecryptor,
    /// The value is not Base64, or its plain text is not UTF-8.
    #[error("it is damaged")]
    Damaged,
    /// The service that holds the key did not answer within this time.
    #[error("no result within {0:?}")]
    Late(Duration),
    /// The service that holds the key failed, or the value was encrypted to another key. The source is the service's own error.
    #[error("{0}")]
    Decryptor(#[source] CryptoError),
}
