//! Sensitive members that were not encrypted, or not decrypted.

use std::time::Duration;

use crate::crypto::CryptoError;
use crate::text::escaped;

/// A sensitive value that cannot go to WeChat Pay.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("sensitive member {}: {problem}", escaped(.pointer))]
#[non_exhaustive]
pub struct SealError {
    /// The JSON pointer of the member.
    pub pointer: String,
    /// What is wrong.
    #[source]
    pub problem: SealProblem,
}

/// What is wrong with a sensitive value that is to be encrypted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SealProblem {
    /// It is encrypted already, to another key than the request goes to.
    #[error("it is sealed to {}, the request goes to {}", escaped(.sealed_to), escaped(.key))]
    OtherKey {
        /// The name of the key that it is encrypted to.
        sealed_to: String,
        /// The name of the key that the request goes to.
        key: String,
    },
    /// It was read from a message, so that the key it is encrypted to is not known.
    #[error("it was read from a message, so the key it is sealed to is not known; `Sensitive::sealed` names it")]
    UnknownKey,
    /// It has more bytes than the key encrypts.
    #[error("it has {length} bytes, the key takes at most {longest}")]
    TooLong {
        /// The bytes that it has.
        length: usize,
        /// The most that the key takes.
        longest: usize,
    },
    /// Its ciphertext has more characters than the member may have.
    #[error("its ciphertext has {length} characters, allowed are {max}")]
    LongCiphertext {
        /// The characters that it has.
        length: usize,
        /// The most that are allowed.
        max: usize,
    },
    /// The crypto library failed.
    #[error("{0}")]
    Encryptor(#[source] CryptoError),
}

/// A sensitive value that the private key does not open: it was encrypted to another key, or damaged, or the holder of
/// the key failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("what is encrypted at `{}` does not open with the private key: {problem}", escaped(.pointer))]
#[non_exhaustive]
pub struct OpenError {
    /// The JSON pointer of the member; empty if it took too long to open them all.
    pub pointer: String,
    /// What is wrong.
    #[source]
    pub problem: OpenProblem,
}

/// What is wrong with a sensitive value that is to be decrypted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OpenProblem {
    /// The client has no decryptor: a signer elsewhere needs one beside it.
    #[error("the client has no decryptor; a signer goes with one")]
    NoDecryptor,
    /// It is not Base64, or what it opens to is not text.
    #[error("it is damaged")]
    Damaged,
    /// The holder of the key did not answer within this time.
    #[error("not within {0:?}")]
    Late(Duration),
    /// The holder of the key failed, or the value was encrypted to another key; behind it is a holder's own error.
    #[error("{0}")]
    Decryptor(#[source] CryptoError),
}
