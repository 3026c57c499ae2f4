//! A stored request: an accepted one is written again as the same bytes, and its target leads nowhere but to the host.
//!
//! Input that begins with `wxpay-encoded` is the whole stored request. Other input is its head and body, and gets a valid first
//! line, as an attacker would write it.
#![no_main]

use http::Uri;
use libfuzzer_sys::fuzz_target;
use wxpay::Encoded;

fuzz_target!(|data: &[u8]| {
    let mut bytes = data.to_vec();
    if !data.starts_with(b"wxpay-encoded") {
        let mut crc = flate2::Crc::new();
        crc.update(data);
        let first = format!("wxpay-encoded 1 {} {:08x}\n", data.len(), crc.sum());
        bytes = [first.as_bytes(), data].concat();
    }
    let encoded = match Encoded::from_bytes(&bytes) {
        Ok(encoded) => encoded,
        Err(error) => return drop(error.to_string()),
    };
    assert_eq!(encoded.to_bytes(), bytes);
    let _ = (encoded.fingerprint(), format!("{encoded:?}"), encoded.number(), encoded.is_repeatable());
    assert!(encoded.target().starts_with('/') && !encoded.target().starts_with("//"));
    assert!(encoded.body().len() >= encoded.signed().len());
    // After a base URL the target stays unchanged, unless the URL gets too long to be parsed.
    let Ok(uri) = format!("https://api.mch.weixin.qq.com{}", encoded.target()).parse::<Uri>() else { return };
    assert_eq!(uri.path_and_query().map(|target| target.as_str()), Some(encoded.target()));
    assert_eq!((uri.scheme_str(), uri.host(), uri.port()), (Some("https"), Some("api.mch.weixin.qq.com"), None));
});
