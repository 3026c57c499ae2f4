//! The `Authorization` header: an accepted header can be printed, and the printed header is read as the same values.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wxpay::server::Authorization;

fuzz_target!(|header: &str| {
    let Ok(read) = Authorization::parse(header, "mchid") else { return };
    let Authorization { scheme, caller, nonce, signature, timestamp, serial, .. } = read;
    for value in [caller, nonce, signature, timestamp, serial] {
        assert!(!value.is_empty() && !value.contains('"') && header.contains(value));
    }
    let printed = format!(
        "{scheme} mchid=\"{caller}\",nonce_str=\"{nonce}\",signature=\"{signature}\",timestamp=\"{timestamp}\",\
         serial_no=\"{serial}\""
    );
    assert_eq!(Authorization::parse(&printed, "mchid"), Ok(read));
    assert!(Authorization::parse(&printed, "appid").is_err());
});
