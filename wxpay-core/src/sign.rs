//! The request's signature (签名): what is signed, and the header that carries it.

use std::sync::Arc;

use base64::Engine as _;

use crate::crypto::{BoxFuture, CryptoError, Signer, Verifier};
use crate::spelling::BASE64;

/// The way in which a caller names itself in `Authorization`, and what goes with that. The messages that are signed are the same in
/// every scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Scheme {
    /// The authentication scheme, and what the answers' `Wechatpay-Signature-Type` says.
    pub name: &'static str,
    /// The parameter that holds the caller's number.
    pub id: &'static str,
    /// The beginning of the paths that are called so.
    pub paths: &'static str,
}

impl Scheme {
    /// Merchants: `WECHATPAY2-SHA256-RSA2048` with `mchid`.
    pub const MERCHANT: Self = Self { name: "WECHATPAY2-SHA256-RSA2048", id: "mchid", paths: "/v3/" };

    /// Brands (品牌): `WECHATPAY-BRAND-SHA256-RSA2048` with `brand_id`.
    pub const BRAND: Self = Self { name: "WECHATPAY-BRAND-SHA256-RSA2048", id: "brand_id", paths: "/brand/" };

    /// The scheme in which `path` is called; a path of no scheme is called by merchants.
    #[must_use]
    pub fn of_path(path: &str) -> Self {
        [Self::BRAND].into_iter().find(|scheme| path.starts_with(scheme.paths)).unwrap_or(Self::MERCHANT)
    }
}

/// The five lines that a request's signature covers, each closed by a line feed.
///
/// `target` is path and query exactly as they go over the wire, `timestamp` seconds since 1970, `body` the exact
/// bytes that are sent.
///
/// ```
/// let message = wxpay_core::sign::request_message("GET", "/v3/certificates", "1554208460", "593BEC0C", b"");
/// assert_eq!(message, b"GET\n/v3/certificates\n1554208460\n593BEC0C\n\n");
/// ```
#[must_use]
pub fn request_message(method: &str, target: &str, timestamp: &str, nonce: &str, body: &[u8]) -> Vec<u8> {
    lines(&[method.as_bytes(), target.as_bytes(), timestamp.as_bytes(), nonce.as_bytes(), body])
}

/// The parts, each closed by one line feed: the form of every message that WeChat Pay has signed.
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
    // In one allocation, where `format!` would grow several times.
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

/// A signer elsewhere whose signatures count only if the merchant's certificate confirms them: any other would be refused,
/// and a faulty one of an HSM can betray the key to whoever sees it.
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
