//! The crypto library of a client: one of the enabled features, or your own.

use std::fmt;
use std::ops::Deref;

use super::{ApiV3Key, HmacKey, KeyError, PrivateKeyDer};
use super::{CryptoError, DigestAlgorithm, Digester, NONCE_LENGTH, Opener, PrivateKey, PublicKey, Zeroizing};

/// A crypto library: makes keys from DER, and works with the APIv3 key.
///
/// Implement it to use your own library, for example a certified one. A library that changes only some of the functions passes
/// the others on to another [`Backend`]:
///
/// ```
/// # #[cfg(feature = "aws-lc")] {
/// use wxpay_core::crypto::{
///     Backend, CryptoError, DigestAlgorithm, Digester, Library, NONCE_LENGTH, Opener, PrivateKey, PublicKey, Zeroizing,
/// };
/// use wxpay_core::keys::{ApiV3Key, HmacKey, KeyError, PrivateKeyDer};
///
/// /// Loads private keys elsewhere, and leaves the rest to aws-lc.
/// struct Ours(Backend);
///
/// impl Library for Ours {
///     fn name(&self) -> &str {
///         "ours"
///     }
///
///     fn private_key(&self, der: &PrivateKeyDer) -> Result<PrivateKey, KeyError> {
///         // Your own loader stands here.
///         self.0.private_key(der)
///     }
///
///     fn public_key(&self, der: &[u8]) -> Result<PublicKey, KeyError> {
///         self.0.public_key(der)
///     }
///
///     fn gcm_seal(
///         &self,
///         key: &ApiV3Key,
///         nonce: &[u8; NONCE_LENGTH],
///         data: &[u8],
///         plain: &[u8],
///     ) -> Result<Vec<u8>, CryptoError> {
///         self.0.gcm_seal(key, nonce, data, plain)
///     }
///
///     fn gcm_open(
///         &self,
///         key: &ApiV3Key,
///         nonce: &[u8; NONCE_LENGTH],
///         data: &[u8],
///         sealed: Vec<u8>,
///     ) -> Result<Zeroizing<Vec<u8>>, CryptoError> {
///         self.0.gcm_open(key, nonce, data, sealed)
///     }
///
///     fn gcm_opener(&self, key: &[u8; 32], nonce: &[u8]) -> Result<Box<dyn Opener>, CryptoError> {
///         self.0.gcm_opener(key, nonce)
///     }
///
///     fn digester(&self, algorithm: DigestAlgorithm) -> Box<dyn Digester> {
///         self.0.digester(algorithm)
///     }
///
///     fn hmac_sha256(&self, key: &HmacKey, message: &[u8]) -> Result<Vec<u8>, CryptoError> {
///         self.0.hmac_sha256(key, message)
///     }
/// }
///
/// static OURS: Ours = Ours(Backend::aws_lc());
/// let builder = wxpay_core::client::Client::builder().backend(Backend::new(&OURS));
/// # }
/// ```
pub trait Library: Send + Sync {
    /// The name of the library, for messages.
    fn name(&self) -> &str;

    /// Loads a private key.
    ///
    /// # Errors
    /// The key is not a usable RSA key; [`KeyError::rejected`] takes the library's own error.
    fn private_key(&self, der: &PrivateKeyDer) -> Result<PrivateKey, KeyError>;

    /// Loads a public key, in SPKI or PKCS#1 form.
    ///
    /// # Errors
    /// As [`Library::private_key`].
    fn public_key(&self, der: &[u8]) -> Result<PublicKey, KeyError>;

    /// Seals with AES-256-GCM: `plain` into ciphertext and tag, with `data` authenticated beside it.
    ///
    /// # Errors
    /// The library fails.
    fn gcm_seal(
        &self,
        key: &ApiV3Key,
        nonce: &[u8; NONCE_LENGTH],
        data: &[u8],
        plain: &[u8],
    ) -> Result<Vec<u8>, CryptoError>;

    /// Opens AES-256-GCM: ciphertext and tag into the plaintext. It takes the sealed bytes by value, since they are decrypted in
    /// place.
    ///
    /// # Errors
    /// The bytes were sealed with another key, nonce or data, or were changed.
    fn gcm_open(
        &self,
        key: &ApiV3Key,
        nonce: &[u8; NONCE_LENGTH],
        data: &[u8],
        sealed: Vec<u8>,
    ) -> Result<Zeroizing<Vec<u8>>, CryptoError>;

    /// Opens AES-256-GCM piece by piece, without associated data, with a nonce of any length.
    ///
    /// # Errors
    /// The library fails.
    fn gcm_opener(&self, key: &[u8; 32], nonce: &[u8]) -> Result<Box<dyn Opener>, CryptoError>;

    /// Begins a digest.
    fn digester(&self, algorithm: DigestAlgorithm) -> Box<dyn Digester>;

    /// The HMAC-SHA256 of a message, 32 bytes.
    ///
    /// # Errors
    /// The library fails.
    fn hmac_sha256(&self, key: &HmacKey, message: &[u8]) -> Result<Vec<u8>, CryptoError>;
}

/// A crypto [`Library`] in use: one of the enabled features, or any other.
///
/// It lives as long as the program, so that it can be passed by value; its methods are those of [`Library`].
#[derive(Clone, Copy)]
pub struct Backend(&'static dyn Library);

impl Backend {
    /// Uses `library`, which is a `static`, or leaked.
    #[must_use]
    pub const fn new(library: &'static dyn Library) -> Self {
        Self(library)
    }

    /// The name of the library, for messages; for one of the enabled features, the name of the feature.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The library that is used by default: the first of [`Backend::all`], or `None` if no enabled feature includes one.
    #[must_use]
    pub fn preferred() -> Option<Self> {
        Self::all().first().copied()
    }

    /// All libraries of the enabled features, the preferred one first.
    #[must_use]
    pub const fn all() -> &'static [Self] {
        const {
            &[
                #[cfg(feature = "aws-lc")]
                Self::aws_lc(),
                #[cfg(feature = "rustcrypto")]
                Self::rustcrypto(),
            ]
        }
    }

    /// The crate aws-lc-rs: constant time, and already a dependency through rustls. Preferred if both are enabled.
    #[cfg(feature = "aws-lc")]
    #[must_use]
    pub const fn aws_lc() -> Self {
        Self(&super::aws_lc::AwsLc)
    }

    /// The RustCrypto crates: pure Rust, without a C compiler; a signature takes six times as long.
    ///
    /// The advisory [RUSTSEC-2023-0071](https://rustsec.org/advisories/RUSTSEC-2023-0071) ("Marvin") is about the crate `rsa`:
    /// its private-key operations are not constant time. An attacker that can have many ciphertexts decrypted, and measure the
    /// time exactly, may learn the key. Signing and decrypting are always blinded here, which hides the operands, but is not a
    /// proof. A client decrypts only what WeChat Pay has signed; if strangers can have something decrypted, prefer `aws-lc`.
    #[cfg(feature = "rustcrypto")]
    #[must_use]
    pub const fn rustcrypto() -> Self {
        Self(&super::rustcrypto::RustCrypto)
    }
}

impl Deref for Backend {
    type Target = dyn Library;

    fn deref(&self) -> &Self::Target {
        self.0
    }
}

impl fmt::Debug for Backend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Backend({})", self.name())
    }
}
