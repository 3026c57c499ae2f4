//! What WeChat Pay's `RSA` suite needs of a crypto library, as traits; and the library that supplies it.
//!
//! | step | algorithm |
//! |---|---|
//! | signing, verifying | RSASSA-PKCS1-v1_5 with SHA-256 |
//! | sensitive values | RSAES-OAEP with SHA-1 and MGF1-SHA-1, empty label |

#[cfg(feature = "aws-lc")]
mod aws_lc;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::keys::{KeyError, PrivateKeyDer};

/// A future without a name, as object-safe traits need it.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Makes signatures with the merchant's private key, which may be in another process or an HSM.
pub trait Signer: Send + Sync {
    /// The signature over `message`, in raw bytes.
    fn sign<'a>(&'a self, message: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, CryptoError>>;
}

/// Decrypts what WeChat Pay encrypted to the merchant's certificate.
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

/// A cryptographic operation failed. Why is no business of whoever sent the input; a remote signer may say more.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct CryptoError(pub String);

/// A crypto library: how keys are made from DER.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Backend {
    /// Its name, for messages.
    pub name: &'static str,
    /// Loads a private key.
    pub private_key: fn(&PrivateKeyDer) -> Result<PrivateKey, KeyError>,
    /// Loads a public key, in SPKI or PKCS#1 form.
    pub public_key: fn(&[u8]) -> Result<PublicKey, KeyError>,
}

impl Backend {
    /// The library that is used unless another is asked for; `None` if the features bring none.
    #[must_use]
    pub fn preferred() -> Option<Self> {
        #[cfg(feature = "aws-lc")]
        return Some(aws_lc::BACKEND);
        #[cfg(not(feature = "aws-lc"))]
        None
    }
}

impl std::fmt::Debug for Backend {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Backend({})", self.name)
    }
}

/// A private key, ready to work.
#[derive(Clone)]
pub struct PrivateKey {
    /// Signs with it.
    pub signer: Arc<dyn Signer>,
    /// Decrypts with it.
    pub decryptor: Arc<dyn Decryptor>,
    /// Its public half as SPKI in DER, by which keys are compared.
    pub spki: Vec<u8>,
}

/// A public key, ready to work.
#[derive(Clone)]
pub struct PublicKey {
    /// Verifies with it.
    pub verifier: Arc<dyn Verifier>,
    /// Encrypts to it.
    pub encryptor: Arc<dyn Encryptor>,
    /// The key as SPKI in DER, by which keys are compared.
    pub spki: Vec<u8>,
}
