//! The cryptography of WeChat Pay's `RSA` suite, as traits, and the libraries that supply it.
//!
//! | step | algorithm |
//! |---|---|
//! | signing, verifying | RSASSA-PKCS1-v1_5 with SHA-256 |
//! | sensitive values | RSAES-OAEP with SHA-1 and MGF1-SHA-1, empty label |
//! | downloaded and uploaded files | SHA-1 or SHA-256, piece by piece |
//! | parameters of front ends that are still of APIv2 | HMAC-SHA256; [`hmac_signature`](crate::payment::hmac_signature) |
//! | notifications, downloaded certificates | AES-256-GCM under the APIv3 key; [`envelope`](crate::envelope) |
//! | bills of sub-merchants | AES-256-GCM under the bill's own key, piece by piece |

mod aes_key;
#[cfg(feature = "aws-lc")]
mod aws_lc;
mod backend;
mod error;
#[cfg(any(feature = "aws-lc", feature = "rustcrypto"))]
mod gcm;
pub(crate) mod key_error;
#[cfg(feature = "rustcrypto")]
mod rustcrypto;
mod secrets;

pub(crate) use self::aes_key::AesKey;
pub use self::backend::{Backend, Library};
pub use self::error::{CryptoError, Step};
pub use self::key_error::{Binary, KeyError, NotPem};
pub use self::secrets::{ApiV3Key, HmacKey, PrivateKeyDer};

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

/// Bytes that are wiped when they are dropped, such as the plaintext of a [`Decryptor`].
pub use zeroize::Zeroizing;

/// A boxed future, as object-safe traits need it.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Signs with the merchant's private key, which may be in another process or an HSM.
///
/// A local key signs on the thread that polls, which takes a quarter of a millisecond with `aws-lc` and RSA-2048. If payments
/// keep a runtime busy, and other work on it must not wait, wrap the key in a signer that hands the message to a thread for
/// blocking work: other tasks then wait less, and a call costs a little more.
///
/// The time limit of an attempt ([`RetryPolicy`](crate::client::RetryPolicy)) includes the signature; a call whose signature
/// fails or comes too late is `NotSent`. Preparing a request or payment parameters has no time limit, so a remote signer needs a
/// deadline of its own. The future may be dropped at any moment.
pub trait Signer: Send + Sync {
    /// Returns the signature over `message`, in raw bytes.
    fn sign<'a>(&'a self, message: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, CryptoError>>;
}

/// Decrypts ciphertexts that WeChat Pay encrypted to the merchant's certificate: RSAES-OAEP with SHA-1 and MGF1-SHA-1.
///
/// It opens sensitive members of answers, and the keys of encrypted bills. By then the request has been processed: if decrypting
/// fails, or takes longer than an attempt may, the outcome is `Unknown`, and the same request can be repeated.
pub trait Decryptor: Send + Sync {
    /// Returns the plaintext of the raw `ciphertext`.
    fn decrypt<'a>(&'a self, ciphertext: &'a [u8]) -> BoxFuture<'a, Result<Zeroizing<Vec<u8>>, CryptoError>>;
}

/// Verifies signatures of WeChat Pay.
pub trait Verifier: Send + Sync {
    /// Tells whether `signature`, in raw bytes, is valid for `message`.
    fn verify(&self, message: &[u8], signature: &[u8]) -> bool;
}

/// Encrypts sensitive values to WeChat Pay.
pub trait Encryptor: Send + Sync {
    /// Returns the raw ciphertext of `plain`.
    ///
    /// # Errors
    /// `plain` is longer than [`Encryptor::longest_plaintext`], or the library fails.
    fn encrypt(&self, plain: &[u8]) -> Result<Vec<u8>, CryptoError>;

    /// Maximum length of a plaintext in bytes: the size of the key minus 42, so 214 for RSA-2048.
    fn longest_plaintext(&self) -> usize;
}

/// Digests data that comes piece by piece.
pub trait Digester: Send + Sync {
    /// Adds the next piece.
    fn update(&mut self, piece: &[u8]);

    /// Returns the digest of all pieces.
    fn finish(self: Box<Self>) -> Vec<u8>;
}

/// Opens AES-256-GCM piece by piece: the ciphertext, followed by the tag.
pub trait Opener: Send {
    /// Takes the next piece, and appends the bytes that can be decrypted by now to `plain`. Do not trust them before
    /// [`Opener::finish`] succeeds.
    ///
    /// # Errors
    /// There are more bytes than the mode allows (64 GiB), or the library fails.
    fn push(&mut self, piece: &[u8], plain: &mut Vec<u8>) -> Result<(), CryptoError>;

    /// Appends the rest, and compares the tag.
    ///
    /// # Errors
    /// The tag does not match: another key or nonce, or changed data. Do not use the decrypted bytes.
    fn finish(self: Box<Self>, plain: &mut Vec<u8>) -> Result<(), CryptoError>;
}

/// The digest algorithm of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DigestAlgorithm {
    /// SHA-1, of 20 bytes.
    Sha1,
    /// SHA-256, of 32 bytes.
    Sha256,
}

impl DigestAlgorithm {
    /// Number of bytes of a digest.
    #[must_use]
    pub const fn length(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha256 => 32,
        }
    }
}

/// Number of bytes of an AES-GCM nonce.
pub const NONCE_LENGTH: usize = 12;

/// Number of bytes of an AES-GCM tag, which follows the ciphertext.
pub const TAG_LENGTH: usize = 16;

/// A loaded private key.
#[derive(Clone)]
#[non_exhaustive]
pub struct PrivateKey {
    /// Signs with the key.
    pub signer: Arc<dyn Signer>,
    /// Decrypts with the key.
    pub decryptor: Arc<dyn Decryptor>,
    /// The public half as SPKI in DER, for comparing keys.
    pub spki: Vec<u8>,
}

impl PrivateKey {
    /// Makes a key, for a [`Library`]: `spki` is its public half in DER.
    pub fn new(signer: Arc<dyn Signer>, decryptor: Arc<dyn Decryptor>, spki: Vec<u8>) -> Self {
        Self { signer, decryptor, spki }
    }
}

/// A loaded public key.
#[derive(Clone)]
#[non_exhaustive]
pub struct PublicKey {
    /// Verifies with the key.
    pub verifier: Arc<dyn Verifier>,
    /// Encrypts to the key.
    pub encryptor: Arc<dyn Encryptor>,
    /// The key as SPKI in DER, for comparing keys.
    pub spki: Vec<u8>,
}

impl PublicKey {
    /// Makes a key, for a [`Library`]: `spki` is the key in DER.
    pub fn new(verifier: Arc<dyn Verifier>, encryptor: Arc<dyn Encryptor>, spki: Vec<u8>) -> Self {
        Self { verifier, encryptor, spki }
    }
}
