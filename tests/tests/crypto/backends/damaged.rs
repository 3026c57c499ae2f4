//! Keys and certificates with a byte changed or missing: they load or are refused, without a panic, and whatever loads can be
//! used. They come from files, but also from a download.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use wxpay::keys::Certificate;
use wxpay_tests::keys::Key;
use wxpay_tests::ready;

use super::{backends, private, public};

fn der(pem: &str) -> Vec<u8> {
    BASE64.decode(pem.lines().filter(|line| !line.starts_with("-----")).collect::<String>()).unwrap()
}

fn pem(tag: &str, der: &[u8]) -> String {
    format!("-----BEGIN {tag}-----\n{}\n-----END {tag}-----\n", BASE64.encode(der))
}

/// `der` with one byte changed by each of the masks, and `der` cut short.
fn damaged<'a>(der: &'a [u8], masks: &'a [u8]) -> impl Iterator<Item = Vec<u8>> + 'a {
    let changed = (0..der.len()).flat_map(move |index| {
        masks.iter().map(move |mask| {
            let mut der = der.to_vec();
            der[index] ^= mask;
            der
        })
    });
    changed.chain((0..der.len()).map(|length| der[..length].to_vec()))
}

#[test]
fn public_keys() {
    let message = b"message";
    let signature = Key::shared().sign(message);
    for (tag, text) in [("PUBLIC KEY", Key::shared().spki.clone()), ("RSA PUBLIC KEY", Key::shared().public_pkcs1())] {
        let whole = der(&text);
        for &backend in backends() {
            for der in damaged(&whole, &[0x01, 0x80, 0xff]) {
                if let Ok(key) = public(backend, &pem(tag, &der)) {
                    let same = key.spki == public(backend, &text).unwrap().spki;
                    assert_eq!(key.verifier.verify(message, &signature), same, "{}: {der:02x?}", backend.name());
                    drop(key.encryptor.encrypt(b"secret"));
                }
            }
        }
    }
}

#[test]
fn private_keys() {
    let whole = der(&Key::shared().pkcs8);
    let spki = der(&Key::shared().spki);
    for &backend in backends() {
        for der in damaged(&whole, &[0x01]) {
            if let Ok(key) = private(backend, &pem("PRIVATE KEY", &der)) {
                // A faulty signature would reveal the key, so signing either is right or fails.
                if let Ok(signature) = ready(key.signer.sign(b"message")) {
                    assert_eq!(key.spki, spki, "{}: {der:02x?}", backend.name());
                    assert!(Key::shared().sign(b"message") == signature, "{}", backend.name());
                }
            }
        }
    }
}

#[test]
fn certificates() {
    let whole = der(&Key::shared().certificate("0x0C4A"));
    for der in damaged(&whole, &[0x01, 0x80, 0xff]) {
        if let Ok(certificate) = Certificate::from_pem(&pem("CERTIFICATE", &der)) {
            assert!(!certificate.serial().is_empty());
            for &backend in backends() {
                drop(backend.public_key(certificate.spki()));
            }
        }
    }
}
