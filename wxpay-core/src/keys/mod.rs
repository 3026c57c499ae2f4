//! Keys and certificates: read from PEM, named by serial, held for the merchant and for WeChat Pay.

mod api_v3;
mod certificate;
mod merchant;
mod pem;
mod platform;
mod unknown;

pub use api_v3::ApiV3Keys;
pub use certificate::Certificate;
pub use merchant::{ApiV3Key, HmacKey, Merchant};
#[cfg(feature = "reqwest")]
pub(crate) use pem::certificates_der;
pub use pem::{PrivateKeyDer, private_key_der, public_key_der};
pub use platform::{Platform, PlatformKey};
pub use unknown::UnknownKey;
#[cfg(feature = "server")]
pub(crate) use unknown::is_same;

use crate::text::escaped;

/// A key or certificate that cannot be used. The message says what was found and what is needed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// There is no PEM block; the text says what there is.
    #[error("{0}, where a PEM block (`-----BEGIN ..-----`) is needed")]
    NotPem(&'static str),
    /// The PEM block is something else.
    #[error("found {}, needed {needed}", escaped(.found))]
    WrongKind {
        /// What the PEM block is.
        found: String,
        /// What was needed.
        needed: &'static str,
    },
    /// The private key is protected by a passphrase.
    #[error("the private key is protected by a passphrase; `openssl pkcs8 -in FILE -out PLAIN` removes it")]
    Passphrase,
    /// The key is the merchant's: `apiclient_cert.pem` where WeChat Pay's certificate belongs.
    #[error("this is the merchant's own key, not WeChat Pay's")]
    Own,
    /// The block's content does not parse; the text says what it should be.
    #[error("damaged: {}", escaped(.0))]
    Damaged(String),
    /// The key is none for RSA, or the crypto library refuses it: smaller than 2048 bits, or its numbers are wrong.
    #[error("no usable RSA key of at least 2048 bits: {}", escaped(.0))]
    Rejected(String),
}

/// The prefix of a WeChat Pay public key's ID (微信支付公钥ID).
pub const PUBLIC_KEY_ID_PREFIX: &str = "PUB_KEY_ID_";

/// A certificate's serial number as `openssl x509 -serial` prints it: upper-case hex, leading zero kept, without
/// blanks and colons. `None` if it is no such number.
#[must_use]
pub fn certificate_serial(text: &str) -> Option<String> {
    let serial: String = text
        .chars()
        .filter(|character| !character.is_ascii_whitespace() && *character != ':')
        .map(|character| character.to_ascii_uppercase())
        .collect();
    let hex = !serial.is_empty() && serial.bytes().all(|byte| byte.is_ascii_hexdigit());
    hex.then_some(serial)
}
