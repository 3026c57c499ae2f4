//! The lowest cost of a call, and what measures how far above it the SDK is: the call written by hand, a cheap server, a signer
//! and a verifier that do nothing.

pub mod by_hand;
pub mod fixture;
pub mod load;
pub mod nothing;
pub mod object;
pub mod process;
pub mod server;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use wxpay::client::{Builder, Client};

use crate::keys::Key;

/// A merchant and a WeChat Pay for one measurement. Processes pass it on as JSON.
#[derive(Clone, Serialize, Deserialize)]
pub struct Parties {
    /// The merchant's private key, as `PRIVATE KEY`.
    pub merchant_key: String,
    /// WeChat Pay's private key, as `PRIVATE KEY`.
    pub platform_key: String,
    /// WeChat Pay's public key, as `PUBLIC KEY`.
    pub platform_public_key: String,
}

impl Parties {
    /// Makes keys of 2048 bits, once per process.
    #[must_use]
    pub fn new() -> Self {
        let (merchant, platform) = (Key::shared(), Key::other());
        Self {
            merchant_key: merchant.pkcs8.clone(),
            platform_key: platform.pkcs8.clone(),
            platform_public_key: platform.spki.clone(),
        }
    }

    /// The SDK's client of this merchant, which calls `host`.
    pub fn client_builder(&self, host: &str) -> Builder {
        Client::builder()
            .mchid(MCHID)
            .merchant_serial(MERCHANT_SERIAL)
            .private_key_pem(&self.merchant_key)
            .platform_public_key_pem(PLATFORM_ID, &self.platform_public_key)
            .hosts([host])
    }
}

impl Default for Parties {
    fn default() -> Self {
        Self::new()
    }
}

/// The bytes in a PEM block.
#[must_use]
pub fn der(pem: &str) -> Vec<u8> {
    let lines = pem.lines().filter(|line| !line.starts_with('-'));
    BASE64.decode(lines.collect::<String>()).expect("Base64 in a PEM block")
}

/// Seconds since 1970.
#[must_use]
pub fn now() -> u64 {
    std::time::UNIX_EPOCH.elapsed().expect("a clock after 1970").as_secs()
}

/// The merchant's number.
pub const MCHID: &str = "1900000001";
/// The serial of the merchant's certificate.
pub const MERCHANT_SERIAL: &str = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
/// The ID of WeChat Pay's public key.
pub const PLATFORM_ID: &str = "PUB_KEY_ID_0119000000012024010100000000000001";
/// The answer to every order.
pub const ANSWER: &str = r#"{"prepay_id":"wx201410272009395522657a690389285100"}"#;
/// The number of every order.
pub const OUT_TRADE_NO: &str = "20260101000001";
