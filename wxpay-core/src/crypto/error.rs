//! Errors of cryptographic steps.

use std::error::Error as StdError;
use std::fmt;

use crate::error::SharedError;

/// A cryptographic operation failed. A library gives no reason on purpose, since the sender of the input must not learn it. A
/// signer or decryptor elsewhere may give one, with [`CryptoError::other`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CryptoError {
    /// The library failed in this step.
    #[error("{0} failed")]
    Failed(Step),
    /// A ciphertext was encrypted to another key, or is damaged.
    #[error("it was encrypted to another key, or is damaged")]
    NotDecryptable,
    /// The sealed data ends before its tag.
    #[error("the sealed data ends before its tag")]
    NoTag,
    /// The tag does not match key, nonce and content.
    #[error("the tag does not match")]
    OtherTag,
    /// The sealed data is longer than the mode allows (64 GiB).
    #[error("the sealed data is longer than AES-GCM allows")]
    TooLong,
    /// The operating system gives no random bytes.
    #[error("the system gives no random bytes: {0}")]
    Random(#[source] SharedError),
    /// The signature of a signer elsewhere does not fit the merchant's certificate.
    #[error("the signer's signature does not fit the merchant's certificate")]
    OtherSignature,
    /// The error of a signer or decryptor elsewhere, such as a KMS; [`source`](StdError::source) is that error.
    #[error("{0}")]
    Other(#[source] SharedError),
}

/// A step of a crypto library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Step {
    /// Signing with the private key.
    Sign,
    /// Encrypting to a public key.
    Encrypt,
    /// Sealing with AES-256-GCM.
    Seal,
    /// Opening AES-256-GCM.
    Open,
    /// Authenticating with HMAC-SHA256.
    Authenticate,
}

impl CryptoError {
    /// The error of a signer or decryptor elsewhere: its own type, or a text.
    ///
    /// ```
    /// # use wxpay_core::crypto::CryptoError;
    /// let error = CryptoError::other("the token was pulled out");
    /// assert_eq!(error.to_string(), "the token was pulled out");
    /// let denied = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
    /// let error = CryptoError::other(denied);
    /// assert!(std::error::Error::source(&error).is_some_and(|source| source.is::<std::io::Error>()));
    /// ```
    pub fn other(error: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::Other(SharedError::new(error))
    }

    pub(crate) fn random(error: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::Random(SharedError::new(error))
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sign => "signing",
            Self::Encrypt => "encryption",
            Self::Seal => "sealing",
            Self::Open => "opening",
            Self::Authenticate => "HMAC-SHA256",
        })
    }
}
