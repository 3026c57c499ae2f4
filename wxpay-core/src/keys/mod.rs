//! Keys and certificates: read from PEM, named by serial, held for the merchant and for WeChat Pay.

mod api_v3;
mod certificate;
mod file;
mod merchant;
mod pem;
mod platform;
mod serial;
mod unknown;

pub use crate::crypto::{ApiV3Key, Binary, HmacKey, KeyError, NotPem, PrivateKeyDer};
pub use api_v3::ApiV3Keys;
pub use certificate::Certificate;
pub use file::read_key_file;
pub use merchant::Merchant;
#[cfg(feature = "reqwest")]
pub(crate) use pem::certificates_der;
pub use pem::{private_key_der, public_key_der};
pub use platform::{Platform, PlatformKey};
pub use serial::{SerialError, is_usual_serial, merchant_serial};
pub use unknown::UnknownKey;
#[cfg(feature = "server")]
pub(crate) use unknown::is_same;

/// The prefix of a WeChat Pay public key's ID (微信支付公钥ID).
pub const PUBLIC_KEY_ID_PREFIX: &str = "PUB_KEY_ID_";

/// A certificate's serial number as `openssl x509 -serial` prints it: upper-case hex with leading zeros, without spaces and
/// colons. `None` if the text is not hex.
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
