//! Data that WeChat Pay encrypts with the merchant's APIv3 key: the resource of a notification, a downloaded certificate.

use base64::Engine as _;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::crypto::{Backend, CryptoError, NONCE_LENGTH, TAG_LENGTH};
use crate::decode::{Fault, FaultKind};
use crate::keys::ApiV3Key;
use crate::spelling::BASE64;
use crate::text::escaped;

/// The members of a `resource` or an `encrypt_certificate`, as they came.
///
/// ```
/// # fn main() -> Result<(), wxpay_core::envelope::EnvelopeError> {
/// use wxpay_core::crypto::Backend;
/// use wxpay_core::envelope::{ALGORITHM, Envelope, seal};
/// use wxpay_core::keys::ApiV3Key;
///
/// # let (Some(backend), Some(key)) = (Backend::preferred(), ApiV3Key::new(&"k".repeat(32))) else { return Ok(()) };
/// let ciphertext = seal(backend, &key, "twelve-bytes", Some("certificate"), b"hello")?;
/// let envelope = Envelope {
///     algorithm: ALGORITHM,
///     nonce: "twelve-bytes",
///     associated_data: Some("certificate"),
///     ciphertext: &ciphertext,
/// };
/// assert_eq!(*envelope.open(backend, &key)?, b"hello");
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs)] // callers construct it, and the algorithm has no other members
pub struct Envelope<'a> {
    /// The algorithm's name, which must be [`ALGORITHM`].
    pub algorithm: &'a str,
    /// Twelve characters, whose bytes are the nonce.
    pub nonce: &'a str,
    /// Data that is authenticated with the content. Absent, `null` and empty are the same.
    pub associated_data: Option<&'a str>,
    /// Ciphertext and tag in Base64.
    pub ciphertext: &'a str,
}

/// An envelope that cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EnvelopeError {
    /// The algorithm is another one, for example of the SM suite.
    #[error("unknown algorithm `{}`; expected `{ALGORITHM}`", escaped(.0))]
    Algorithm(String),
    /// The nonce has another length, in bytes.
    #[error("expected a nonce of {NONCE_LENGTH} bytes, found {0}")]
    Nonce(usize),
    /// The ciphertext is not Base64.
    #[error("the ciphertext is not Base64")]
    Base64,
    /// The ciphertext is shorter than a tag.
    #[error("the ciphertext has {0} bytes, fewer than its tag of {TAG_LENGTH}")]
    Short(usize),
    /// The envelope was encrypted with another APIv3 key, or was changed on the way.
    #[error("it cannot be opened: another APIv3 key, or damaged")]
    Key,
    /// The crypto library cannot seal.
    #[error("{0}")]
    Crypto(#[source] CryptoError),
}

impl<'a> Envelope<'a> {
    /// Reads the envelope `message`, which is at `place`. Fails with the member that is not as documented.
    pub(crate) fn read(message: &'a Value, place: &str) -> Result<Self, Fault> {
        let text = |name: &str| match message.get(name) {
            Some(Value::String(text)) if !text.is_empty() => Ok(text.as_str()),
            None => Err(fault(place, name, FaultKind::Missing)),
            Some(_) => Err(fault(place, name, FaultKind::Type { expected: "a non-empty string" })),
        };
        let associated_data = match message.get("associated_data") {
            None | Some(Value::Null) => None,
            Some(Value::String(data)) => Some(data.as_str()),
            Some(_) => return Err(fault(place, "associated_data", FaultKind::Type { expected: "a string" })),
        };
        Ok(Self {
            algorithm: text("algorithm")?,
            nonce: text("nonce")?,
            associated_data,
            ciphertext: text("ciphertext")?,
        })
    }

    /// Decrypts the content. This proves that the holder of the APIv3 key made it, but not when and for what.
    ///
    /// # Errors
    /// A member is invalid, or the key is not the right one.
    pub fn open(&self, backend: Backend, key: &ApiV3Key) -> Result<Zeroizing<Vec<u8>>, EnvelopeError> {
        if self.algorithm != ALGORITHM {
            return Err(EnvelopeError::Algorithm(self.algorithm.to_owned()));
        }
        let nonce = nonce_bytes(self.nonce)?;
        let sealed = BASE64.decode(self.ciphertext).map_err(|_| EnvelopeError::Base64)?;
        if sealed.len() < TAG_LENGTH {
            return Err(EnvelopeError::Short(sealed.len()));
        }
        let data = self.associated_data.unwrap_or_default();
        backend.gcm_open(key, &nonce, data.as_bytes(), sealed).map_err(|_| EnvelopeError::Key)
    }
}

/// Encrypts `plain` as WeChat Pay does: ciphertext and tag in Base64. Use a nonce only once with a key.
///
/// # Errors
/// The nonce does not have twelve bytes, or the library fails.
pub fn seal(
    backend: Backend,
    key: &ApiV3Key,
    nonce: &str,
    associated_data: Option<&str>,
    plain: &[u8],
) -> Result<String, EnvelopeError> {
    let nonce = nonce_bytes(nonce)?;
    let data = associated_data.unwrap_or_default();
    let sealed = backend.gcm_seal(key, &nonce, data.as_bytes(), plain).map_err(EnvelopeError::Crypto)?;
    Ok(BASE64.encode(sealed))
}

fn fault(place: &str, name: &str, kind: FaultKind) -> Fault {
    Fault { pointer: format!("{place}/{name}"), label: None, kind }
}

fn nonce_bytes(nonce: &str) -> Result<[u8; NONCE_LENGTH], EnvelopeError> {
    nonce.as_bytes().try_into().map_err(|_| EnvelopeError::Nonce(nonce.len()))
}

/// The only algorithm of the RSA suite.
pub const ALGORITHM: &str = "AEAD_AES_256_GCM";
