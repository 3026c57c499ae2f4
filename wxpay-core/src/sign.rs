//! The signature of requests (签名): the signed message, and the header with the signature.

use std::sync::Arc;

use base64::Engine as _;

use crate::crypto::{BoxFuture, CryptoError, Signer, Verifier};
use crate::spelling::BASE64;

/// The form in which a caller identifies itself in `Authorization`, and its counterparts. The signed messages have the same form
/// in every scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Scheme {
    /// The authentication scheme, which is also the `Wechatpay-Signature-Type` of the answers.
    pub name: &'static str,
    /// The parameter that holds the caller's number.
    pub id: &'static str,
    /// The beginning of the paths that need this scheme.
    pub paths: &'static str,
}

impl Scheme {
    /// Merchants: `WECHATPAY2-SHA256-RSA2048` with `mchid`.
    pub const MERCHANT: Self = Self { name: "WECHATPAY2-SHA256-RSA2048", id: "mchid", paths: "/v3/" };

    /// Brands (品牌): `WECHATPAY-BRAND-SHA256-RSA2048` with `brand_id`.
    pub const BRAND: Self = Self { name: "WECHATPAY-BRAND-SHA256-RSA2048", id: "brand_id", paths: "/brand/" };

    /// The scheme for `path`: that of merchants, unless the path belongs to another.
    #[must_use]
    pub fn of_path(path: &str) -> Self {
        [Self::BRAND].into_iter().find(|scheme| path.starts_with(scheme.paths)).unwrap_or(Self::MERCHANT)
    }
}

/// The five lines that a request's signature covers, each ended by a line feed.
///
/// `target` is path and query exactly as they are sent, `timestamp` is in seconds since the Unix epoch, and `body` has exactly
/// the bytes that are sent.
///
/// ```
/// let message = wxpay_core::sign::request_message("GET", "/v3/certificates", "1554208460", "593BEC0C", b"");
/// assert_eq!(message, b"GET\n/v3/certificates\n1554208460\n593BEC0C\n\n");
/// ```
#[must_use]
pub fn request_message(method: &str, target: &str, timestamp: &str, nonce: &str, body: &[u8]) -> Vec<u8> {
    lines(&[method.as_bytes(), target.as_bytes(), timestamp.as_bytes(), nonce.as_bytes(), body])
}

/// The parts, each ended by one line feed: the form of all signed messages of WeChat Pay.
pub(crate) fn lines(parts: &[&[u8]]) -> Vec<u8> {
    let mut message = Vec::with_capacity(parts.iter().map(|part| part.len() + 1).sum());
    for part in parts {
        message.extend_from_slice(part);
        message.push(b'\n');
    }
    message
}

/// The value of the `Authorization` header.
#[must_use]
pub fn authorization(
    scheme: Scheme,
    caller: &str,
    serial: &str,
    timestamp: &str,
    nonce: &str,
    signature: &str,
) -> String {
    // One allocation; `format!` would grow several times.
    [
        scheme.name,
        " ",
        scheme.id,
        "=\"",
        caller,
        "\",nonce_str=\"",
        nonce,
        "\",signature=\"",
        signature,
        "\",timestamp=\"",
        timestamp,
        "\",serial_no=\"",
        serial,
        "\"",
    ]
    .concat()
}

/// The signature over `message`, in Base64.
pub(crate) async fn sign(signer: &dyn Signer, message: &[u8]) -> Result<String, CryptoError> {
    Ok(BASE64.encode(signer.sign(message).await?))
}

/// A custom signer whose signatures are verified with the merchant's certificate. WeChat Pay would refuse a wrong one, and a
/// faulty signature of an HSM can reveal the key.
pub(crate) struct Confirmed {
    pub(crate) signer: Arc<dyn Signer>,
    pub(crate) certificate: Arc<dyn Verifier>,
}

impl Signer for Confirmed {
    fn sign<'a>(&'a self, message: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, CryptoError>> {
        Box::pin(async move {
            let signature = self.signer.sign(message).await?;
            if self.certificate.verify(message, &signature) {
                return Ok(signature);
            }
            Err(CryptoError::OtherSignature)
        })
    }
}

/// A fresh nonce: 32 characters of upper-case hex, 128 random bits.
///
/// # Errors
/// The operating system gives no random bytes.
pub fn nonce() -> Result<String, CryptoError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(CryptoError::random)?;
    let digit = |half: u8| char::from(if half < 10 { b'0' + half } else { b'A' + half - 10 });
    let mut nonce = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        nonce.push(digit(byte >> 4));
        nonce.push(digit(byte & 15));
    }
    Ok(nonce)
}
