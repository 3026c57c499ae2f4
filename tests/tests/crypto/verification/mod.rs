//! `verify` accepts nothing that differs from what was signed: an answer is signed by `openssl`, then changed in every way that
//! one bit, one header or one second can change it.

mod clock;
mod flips;
mod headers;
mod serials;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use wxpay::crypto::Backend;
use wxpay::keys::{Certificate, Platform, PlatformKey, public_key_der};
use wxpay::sign::Scheme;
use wxpay::verify::{VerifyError, verify};
use wxpay_tests::keys::Key;

const NOW: i64 = 1_700_000_000;
const SERIAL: &str = "PUB_KEY_ID_0119000000012026010100000000000001";
const CERTIFICATE_SERIAL: &str = "0C4A5E1F00D2B3C4D5E6F708192A3B4C5D6E7F80";
const NONCE: &str = "aBcDeF0123456789zYxWvUtSrQpOnM42";
const BODY: &str = r#"{"out_trade_no":"20260101000001","trade_state":"SUCCESS","trade_state_desc":"支付成功"}"#;
const TYPE: &str = "WECHATPAY2-SHA256-RSA2048";

/// A message on the wire.
#[derive(Clone)]
struct Message {
    timestamp: String,
    nonce: String,
    serial: String,
    signature: String,
    body: Vec<u8>,
}

impl Message {
    fn signed(timestamp: &str, nonce: &str, body: &[u8]) -> Self {
        let lines = [timestamp.as_bytes(), b"\n", nonce.as_bytes(), b"\n", body, b"\n"].concat();
        Self {
            timestamp: timestamp.to_owned(),
            nonce: nonce.to_owned(),
            serial: SERIAL.to_owned(),
            signature: BASE64.encode(Key::shared().sign(&lines)),
            body: body.to_vec(),
        }
    }

    /// The message that most tests start from.
    fn valid() -> Self {
        Self::signed(&NOW.to_string(), NONCE, BODY.as_bytes())
    }

    fn headers(&self) -> HeaderMap {
        let members = [
            ("wechatpay-timestamp", &*self.timestamp),
            ("wechatpay-nonce", &*self.nonce),
            ("wechatpay-serial", &*self.serial),
            ("wechatpay-signature", &*self.signature),
            ("wechatpay-signature-type", TYPE),
        ];
        members
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_str(value).unwrap()))
            .into_iter()
            .collect()
    }

    fn judged(&self, platform: &Platform) -> Result<(), VerifyError> {
        judged(platform, &self.headers(), &self.body, NOW)
    }
}

fn judged(platform: &Platform, headers: &HeaderMap, body: &[u8], now: i64) -> Result<(), VerifyError> {
    verify(Scheme::MERCHANT, platform, headers, Bytes::copy_from_slice(body), now)
        .map(|verified| assert_eq!(verified.get(), body))
}

/// WeChat Pay's public key and a certificate with it, and a key that signs nothing here, for every backend.
fn platforms() -> Vec<(&'static str, Platform)> {
    let load = |backend: &Backend| {
        let key = |pem: &str| backend.public_key(&public_key_der(pem).unwrap()).unwrap();
        let platform = Platform::default();
        platform.add(PlatformKey::public_key("PUB_KEY_ID_02", key(&Key::other().spki))).unwrap();
        platform.add(PlatformKey::public_key(SERIAL, key(&Key::shared().spki))).unwrap();
        let certificate =
            Certificate::from_pem(&Key::shared().certificate(&format!("0x{CERTIFICATE_SERIAL}"))).unwrap();
        platform.add(PlatformKey::certificate(&certificate, backend.public_key(certificate.spki()).unwrap())).unwrap();
        (backend.name(), platform)
    };
    let platforms: Vec<_> = Backend::all().iter().map(load).collect();
    assert!(!platforms.is_empty(), "no backend is compiled in");
    platforms
}

#[test]
fn the_message_that_all_others_are_made_from_is_accepted() {
    for (backend, platform) in platforms() {
        assert_eq!(Message::valid().judged(&platform), Ok(()), "{backend}");
        let by_certificate = Message { serial: CERTIFICATE_SERIAL.to_owned(), ..Message::valid() };
        assert_eq!(by_certificate.judged(&platform), Ok(()), "{backend}");
        let empty = Message::signed(&NOW.to_string(), NONCE, b"");
        assert_eq!(empty.judged(&platform), Ok(()), "{backend}: 204 is signed over an empty body");
        let binary = Message::signed(&NOW.to_string(), NONCE, &(0..=255).collect::<Vec<u8>>());
        assert_eq!(binary.judged(&platform), Ok(()), "{backend}: the body is bytes");
    }
}

fn is_header(judged: &Result<(), VerifyError>, name: &str) -> bool {
    matches!(judged, Err(VerifyError::Header { header, .. }) if *header == name)
}
