//! The steps mirrored, for a local WeChat Pay: take a request apart, read it by its table, answer signed.
//!
//! ```text
//! wire -> content -> authorization -> verify -> match path -> read -> open -> validate -> (handler) -> sign -> wire
//! ```

mod authorization;
pub mod explain;
mod form;
mod read;

pub use authorization::{Authorization, MalformedAuthorization};
pub use form::{Content, MalformedForm, Part, content};
pub use read::{Incoming, Misread, match_path, read};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use http::{HeaderMap, HeaderValue};

use crate::crypto::{CryptoError, Decryptor, Encryptor, Signer};
use crate::encode::whole;
use crate::error::{OpenError, SealError, SignError};
use crate::payload::{Message, Node, Payload};
use crate::seal::{Seals, seal};
use crate::sign::{Scheme, lines, sign};
use crate::text::escaped;
use crate::verify::{NONCE, SERIAL, SIGNATURE, SIGNATURE_TYPE, TIMESTAMP};

/// WeChat Pay's hosts: those of the documentation, and the two that official clients call besides
/// ([`Constant`](https://github.com/wechatpay-apiv3/wechatpay-java/blob/main/core/src/main/java/com/wechat/pay/java/core/http/Constant.java)
/// in wechatpay-java).
pub const HOSTS: [&str; 4] =
    ["api.mch.weixin.qq.com", "api2.mch.weixin.qq.com", "api.wechatpay.cn", "api2.wechatpay.cn"];

/// An answer that cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// A sensitive member cannot be encrypted to the merchant.
    #[error("{0}")]
    Seal(#[source] SealError),
    /// A member has no form in JSON; the text is serde's.
    #[error("{}", escaped(.0))]
    Encode(String),
}

/// The body of an answer, its sensitive members encrypted to the merchant's certificate; empty for the unit type.
///
/// # Errors
/// A member that cannot be encrypted or written.
pub fn write<T: Payload>(answer: &T, merchant: &dyn Encryptor) -> Result<Vec<u8>, WriteError> {
    match answer.node() {
        Node::Absent => Ok(Vec::new()),
        Node::Object(object) => {
            // Sealing compares the key's name only with that of a value sealed elsewhere, which an answer has none of.
            let seals = seal(object, merchant, "").map_err(WriteError::Seal)?;
            whole(Node::Object(object), &seals).map_err(WriteError::Encode)
        }
        node => whole(node, &Seals::default()).map_err(WriteError::Encode),
    }
}

/// Decrypts the sensitive members of a request that was read, with WeChat Pay's key.
///
/// # Errors
/// The first value that does not open; any value, without a key.
pub async fn open(request: &mut dyn Message, key: Option<&dyn Decryptor>) -> Result<(), OpenError> {
    crate::open::open(request, key).await
}

/// One sensitive value, encrypted to the merchant's certificate, in Base64.
///
/// # Errors
/// It is too long for the key.
pub fn sealed(plain: &str, merchant: &dyn Encryptor) -> Result<String, CryptoError> {
    merchant.encrypt(plain.as_bytes()).map(|ciphertext| BASE64.encode(ciphertext))
}

/// The bytes of a signature; `None` if the text is not Base64.
#[must_use]
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    BASE64.decode(text).ok()
}

/// The signature headers of an answer or a notification with that `body`, to a caller of `scheme`. `timestamp` is in seconds
/// since 1970, and `serial` names the key behind `signer`.
///
/// # Errors
/// The signer's; nonce or serial cannot be headers.
pub async fn signature_headers(
    scheme: Scheme,
    signer: &dyn Signer,
    serial: &str,
    timestamp: i64,
    nonce: &str,
    body: &[u8],
) -> Result<HeaderMap, SignError> {
    let timestamp = timestamp.to_string();
    let signature = sign(signer, &lines(&[timestamp.as_bytes(), nonce.as_bytes(), body])).await?;
    let mut headers = HeaderMap::new();
    let signed = [(&TIMESTAMP, &*timestamp), (&NONCE, nonce), (&SERIAL, serial), (&SIGNATURE, &*signature)];
    for (name, value) in signed {
        headers.insert(name, HeaderValue::try_from(value).map_err(|_| SignError::Header(name.as_str()))?);
    }
    headers.insert(&SIGNATURE_TYPE, HeaderValue::from_static(scheme.name));
    Ok(headers)
}
