//! Damage to a signed answer or notification.

use http::{HeaderMap, HeaderValue};

use crate::error::Failure;
use crate::faults::Damage;
use crate::keys::credentials::hex;

impl Damage {
    /// Seconds that the signing clock is ahead.
    pub(crate) fn ahead(self) -> i64 {
        if let Self::Clock(ahead) = self { ahead } else { 0 }
    }

    /// Damages a body before it is signed.
    pub(crate) fn spoil(self, body: &mut Vec<u8>) {
        match self {
            Self::TruncatedJson => body.truncate(body.len() * 2 / 3),
            Self::Oversized(length) => body.resize(length.max(body.len()), b' '),
            Self::WrongSignature | Self::NoSignature | Self::UnknownSerial | Self::Probe | Self::Clock(_) => {}
        }
    }

    /// Damages the signature headers.
    pub(crate) fn spoil_signature(self, headers: &mut HeaderMap) {
        match self {
            // The signature is over another nonce.
            Self::WrongSignature => replace(headers, NONCE, hex(16)),
            Self::NoSignature => SIGNATURE_HEADERS.iter().for_each(|name| drop(headers.remove(*name))),
            Self::UnknownSerial => replace(headers, SERIAL, hex(20)),
            Self::Probe => {
                replace(headers, SIGNATURE, hex(32).map(|random| format!("WECHATPAY/SIGNTEST/{random}")));
            }
            Self::Clock(_) | Self::TruncatedJson | Self::Oversized(_) => {}
        }
    }
}

/// Replaces a signature header by `value`, or removes it if there is no value: neither fits.
fn replace(headers: &mut HeaderMap, name: &'static str, value: Result<String, Failure>) {
    match value.ok().and_then(|value| HeaderValue::try_from(value).ok()) {
        Some(value) => drop(headers.insert(name, value)),
        None => drop(headers.remove(name)),
    }
}

const SERIAL: &str = "wechatpay-serial";
const NONCE: &str = "wechatpay-nonce";
const SIGNATURE: &str = "wechatpay-signature";
const SIGNATURE_HEADERS: [&str; 5] = [SERIAL, "wechatpay-timestamp", NONCE, SIGNATURE, "wechatpay-signature-type"];
