//! The certificate download: after an error no certificate is trusted, and the merchant's own is never trusted.
//!
//! The first line chooses the status (three digits), the signer (`w` for WeChat Pay, otherwise none), and the rest: with `b` it
//! is the body itself, otherwise certificates, which are sealed correctly and divided by a line `%`. Each begins with its kind:
//! `t` is a text, in which `@` is a good PEM; `d` is edits of a good DER; `m` is the merchant's own.
#![no_main]

use http::{HeaderMap, StatusCode};
use libfuzzer_sys::fuzz_target;
use serde_json::json;
use wxpay::envelope::{ALGORITHM, seal};
use wxpay_fuzz::{World, cut, edited, ready, response, with_original};

fuzz_target!(|data: &[u8]| {
    let world = World::get();
    let (first, rest) = cut(data, b"\n");
    let status = first.get(..3).and_then(|digits| StatusCode::from_bytes(digits).ok()).unwrap_or(StatusCode::OK);
    let body = if first.contains(&b'b') { rest.to_vec() } else { download(rest) };
    let signed = first.contains(&b'w');
    let good = signed && status == StatusCode::OK && !first.contains(&b'b') && rest == b"t@";
    let headers = if signed { world.signed(&world.wechat.serial, &body) } else { HeaderMap::new() };
    world.will_answer(response(status, headers, body));

    let platform = world.downloader.platform();
    let result = ready(world.downloader.refresh_certificates());
    let believed = platform.serials();
    match result {
        Ok(()) => {
            assert!(signed && status == StatusCode::OK);
            assert!(!believed.contains(&world.merchant.serial), "the merchant's own certificate is trusted");
        }
        Err(error) => {
            assert!(!good, "{error}");
            assert!(believed.is_empty(), "{error}, but trusted: {believed:?}");
            let _ = format!("{error:?}");
        }
    }
    for serial in believed {
        platform.remove(&serial);
    }
});

fn download(rest: &[u8]) -> Vec<u8> {
    let world = World::get();
    let mut entries = Vec::new();
    let mut rest = rest;
    while let Some((kind, content)) = rest.split_first() {
        let (content, after) = cut(content, b"\n%\n");
        rest = after;
        let plain = match kind {
            b't' => with_original(content, world.wechat.certificate_pem.as_bytes()),
            b'd' => {
                let der = edited(&world.wechat.certificate_der, content);
                pem::encode(&pem::Pem::new("CERTIFICATE", der)).into_bytes()
            }
            b'm' => world.merchant.certificate_pem.clone().into_bytes(),
            _ => content.to_vec(),
        };
        let nonce = format!("{:012}", entries.len());
        let ciphertext = seal(world.backend, &world.api_v3_key, &nonce, Some("certificate"), &plain).unwrap();
        entries.push(json!({
            "serial_no": "not looked at",
            "encrypt_certificate": {
                "algorithm": ALGORITHM, "nonce": nonce, "associated_data": "certificate", "ciphertext": ciphertext,
            },
        }));
    }
    json!({ "data": entries }).to_string().into_bytes()
}
