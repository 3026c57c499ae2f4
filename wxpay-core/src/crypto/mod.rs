//! The crypto that WeChat Pay's `RSA` suite needs, as traits; and the libraries that supply it.
//!
//! | step | algorithm |
//! |---|---|
//! | signing, verifying | RSASSA-PKCS1-v1_5 with SHA-256 |
//! | sensitive values | RSAES-OAEP with SHA-1 and MGF1-SHA-1, empty label |
//! | downloaded and uploaded files | SHA-1 or SHA-256, piece by piece |
//! | what APIv2 has left to front ends | HMAC-SHA256; [`hmac_signature`](crate::payment::hmac_signature) |
//! | notifications, downloaded certificates | AES-256-GCM under the APIv3 key; [`envelope`](crate::envelope) |
//! | bills of sub-merchants | AES-256-GCM under a key of their own, piece by piece |

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

/// Bytes that are wiped when they are dropped: what a [`Decryptor`] gives.
pub use zeroize::Zeroizing;

/// A future without a name, as object-safe traits need it.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Makes signatures with the merchant's private key, which may be in another process or an HSM.
///
/// A local key signs on the thread that polls, which takes a quarter of a millisecond with `aws-lc` and RSA-2048. On a
/// runtime that is shared with work that must not wait, and that payments keep busy, wrap it in a signer that hands the
/// message to a thread for blocking work: other tasks then wait less, and a call costs a little more.
///
/// A call waits for its signature as long as its attempt may take ([`RetryPolicy`](crate::client::RetryPolicy)), and one
/// that fails or comes too late is `NotSent`. Whoever prepares a request or payment parameters waits without an end:
/// a remote signer has a deadline of its own. The future may be dropped at any moment.
pub trait Signer: Send + Sync {
    /// The signature over `message`, in raw bytes.
    fn sign<'a>(&'a self, message: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, CryptoError>>;
}

/// Decrypts what WeChat Pay encrypted to the merchant's certificate: RSAES-OAEP with SHA-1 and MGF1-SHA-1.
///
/// It opens sensitive members of answers, and the keys of encrypted bills. By then the request has been processed: where
/// it fails, or takes longer than an attempt may, the outcome is `Unknown`, and the same request can be repeated.
pub trait Decryptor: Send + Sync {
    /// The plaintext of the raw `ciphertext`.
    fn decrypt<'a>(&'a self, ciphertext: &'a [u8]) -> BoxFuture<'a, Result<Zeroizing<Vec<u8>>, CryptoError>>;
}

/// Verifies signatures of WeChat Pay.
pub trait Verifier: Send + Sync {
    /// Whether `signature`, in raw bytes, is one over `message`.
    fn verify(&self, message: &[u8], signature: &[u8]) -> bool;
}

/// Encrypts sensitive values to WeChat Pay.
pub trait Encryptor: Send + Sync {
    /// The raw ciphertext of `plain`.
    ///
    /// # Errors
    /// `plain` is longer than [`Encryptor::longest_plaintext`], or the library failed.
    fn encrypt(&self, plain: &[u8]) -> Result<Vec<u8>, CryptoError>;

    /// How many bytes fit: the key's size less 42, so 214 for RSA-2048.
    fn longest_plaintext(&self) -> usize;
}

/// Digests what comes piece by piece.
pub trait Digester: Send + Sync {
    /// The next piece.
    fn update(&mut self, piece: &[u8]);

    /// The digest of all pieces.
    fn finish(self: Box<Self>) -> Vec<u8>;
}

/// Opens AES-256-GCM that comes piece by piece: the ciphertext, and the tag behind it.
pub trait Opener: Send {
    /// Takes the next piece, and appends what can be decrypted by now to `plain`. It is anybody's until
    /// [`Opener::finish`] says that it is not.
    ///
    /// # Errors
    /// There is more than the mode allows (64 GiB), or the library failed.
    fn push(&mut self, piece: &[u8], plain: &mut Vec<u8>) -> Result<(), CryptoError>;

    /// Appends the rest, and compares the tag.
    ///
    /// # Errors
    /// All that was decrypted is not to be used: another key or nonce, or changed on the way.
    fn finish(self: Box<Self>, plain: &mut Vec<u8>) -> Result<(), CryptoError>;
}

/// How a file is digested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DigestAlgorithm {
    /// SHA-1, of 20 bytes.
    Sha1,
    /// SHA-256, of 32 bytes.
    Sha256,
}

impl DigestAlgorithm {
    /// How many bytes a digest has.
    #[must_use]
    pub const fn length(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha256 => 32,
        }
    }
}

/// The bytes of an AES-GCM nonce.
pub const NONCE_LENGTH: usize = 12;

/// The bytes of an AES-GCM tag, which follow the ciphertext.
pub const TAG_LENGTH: usize = 16;

/// A private key, ready to work.
#[derive(Clone)]
#[non_exhaustive]
pub struct PrivateKey {
    /// Signs with it.
    pub signer: Arc<dyn Signer>,
    /// Decrypts with it.
    pub decryptor: Arc<dyn Decryptor>,
    /// Its public half as SPKI in DER, by which keys are compared.
    pub spki: Vec<u8>,
}

impl PrivateKey {
    /// Puts a key together, for a [`Library`]: `spki` is its public half in DER.
    pub fn new(signer: Arc<dyn Signer>, decryptor: Arc<dyn Decryptor>, spki: Vec<u8>) -> Self {
        Self { signer, decryptor, spki }
    }
}

/// A public key, ready to work.
#[derive(Clone)]
#[non_exhaustive]
pub struct PublicKey {
    /// Verifies with it.
    pub verifier: Arc<dyn Verifier>,
    /// Encrypts to it.
    pub encryptor: Arc<dyn Encryptor>,
    /// The key as SPKI in DER, by which keys are compared.
    pub spki: Vec<u8>,
}

impl PublicKey {
    /// Puts a key together, for a [`Library`]: `spki` is the key in DER.
    pub fn new(verifier: Arc<dyn Verifier>, encryptor: Arc<dyn Encryptor>, spki: Vec<u8>) -> Self {
        Self { verifier, encryptor, spki }
    }
}
