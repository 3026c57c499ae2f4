//! The steps mirrored, for a local WeChat Pay: take a request apart, read it by its table, answer signed.
//!
//! ```text
//! wire -> authorization -> verify -> match path -> read -> open -> validate -> (handler) -> sign -> wire
//! ```

mod authorization;
mod read;

pub use crate::open::{OpenError, open};
pub use authorization::{Authorization, MalformedAuthorization};
pub use read::{Incoming, Misread, match_path, read};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use http::{HeaderMap, HeaderValue};

use crate::DecodeError;
use crate::crypto::{CryptoError, Signer};
use crate::payload::Slot;
use crate::sign::{lines, sign};
use crate::verify::{NONCE, SERIAL, SIGNATURE, SIGNATURE_TYPE, TIMESTAMP};

/// Whether `body` is an answer of the type that `blank` is the place of.
///
/// # Errors
/// What a client would say of it.
pub fn check_answer(blank: Slot<'_>, body: &[u8]) -> Result<(), DecodeError> {
    crate::decode::answer(blank, body)
}

/// The bytes of a signature; `None` if the text is not Base64.
#[must_use]
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    BASE64.decode(text).ok()
}

/// The signature headers of an answer or a notification with that `body`. `timestamp` is in seconds since 1970, and
/// `serial` names the key behind `signer`.
///
/// # Errors
/// The signer's.
pub async fn signature_headers(
    signer: &dyn Signer,
    serial: &str,
    timestamp: i64,
    nonce: &str,
    body: &[u8],
) -> Result<HeaderMap, CryptoError> {
    let timestamp = timestamp.to_string();
    let signature = sign(signer, &lines(&[timestamp.as_bytes(), nonce.as_bytes(), body])).await?;
    let mut headers = HeaderMap::new();
    let signed = [(TIMESTAMP, &*timestamp), (NONCE, nonce), (SERIAL, serial), (SIGNATURE, &*signature)];
    for (name, value) in signed {
        let value = HeaderValue::try_from(value).map_err(|_| CryptoError(format!("`{name}` cannot be a header")))?;
        headers.insert(name, value);
    }
    headers.insert(SIGNATURE_TYPE, HeaderValue::from_static("WECHATPAY2-SHA256-RSA2048"));
    Ok(headers)
}
