//! Payment parameters of front ends: spelled as each expects them, with signatures that `openssl` verifies, and refused if they
//! make no sense.

mod prepay;
mod score;
mod screens;
mod signed;

use wxpay::client::Client;
use wxpay::keys::HmacKey;
use wxpay_tests::keys::Key;
use wxpay_tests::openssl;

const APPID: &str = "wxd678efh567hg6787";
const PREPAY_ID: &str = "wx201410272009395522657a690389285100";
const MCHID: &str = "1900000001";
const V2_KEY: &str = "an-APIv2-key-of-32-characters-00";

/// A merchant's client, which sends nothing and whose clock stands still.
fn client() -> Client {
    Client::builder()
        .mchid(MCHID)
        .merchant_serial("0C4A5E1F00D2B3C4D5E6F708192A3B4C5D6E7F80")
        .private_key_pem(&Key::shared().pkcs8)
        .platform_public_key_pem("PUB_KEY_ID_01", &Key::other().spki)
        .clock(|| 1_700_000_000)
        .build()
        .unwrap()
}

fn v2_key() -> HmacKey {
    HmacKey::new(V2_KEY).unwrap()
}

/// The HMAC according to `openssl`.
fn openssl_hmac(message: &str) -> String {
    let mac = format!("hexkey:{}", V2_KEY.bytes().map(|byte| format!("{byte:02x}")).collect::<String>());
    let arguments = ["dgst", "-sha256", "-mac", "HMAC", "-macopt", &mac, "-binary"];
    let tag = openssl(&arguments, format!("{message}&key={V2_KEY}").as_bytes()).unwrap();
    tag.iter().map(|byte| format!("{byte:02X}")).collect()
}
