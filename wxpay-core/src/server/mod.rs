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

use http::{HeaderMap, HeaderValue};

use crate::crypto::{CryptoError, Signer};
use crate::payload::Object;
use crate::sign::{lines, sign};
use crate::verify::{NONCE, SERIAL, SIGNATURE, SIGNATURE_TYPE, TIMESTAMP};

/// The body of an answer.
///
/// # Errors
/// A member that cannot be written, such as a sensitive one that is not sealed.
pub fn write(answer: &dyn Object) -> Result<Vec<u8>, String> {
    crate::encode::whole(answer)
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
