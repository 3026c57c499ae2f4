//! Keys, certificates and serials, read from text and DER: an accepted key works, with every crypto library.
//!
//! The first byte chooses what the rest is: text, DER, or edits of valid DER. The second byte chooses the kind of PEM block.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wxpay::crypto::Backend;
use wxpay::keys::{Certificate, certificate_serial, private_key_der, public_key_der};
use wxpay_fuzz::{World, edited, ready};

const TAGS: [&str; 5] = ["CERTIFICATE", "PUBLIC KEY", "PRIVATE KEY", "RSA PRIVATE KEY", "RSA PUBLIC KEY"];

fuzz_target!(|data: &[u8]| {
    let [mode, kind, rest @ ..] = data else { return };
    let tag = TAGS[usize::from(*kind) % TAGS.len()];
    match mode % 3 {
        0 => {
            let text = String::from_utf8_lossy(rest);
            serial(&text);
            load(&text);
        }
        1 => block(tag, rest.to_vec()),
        _ => block(tag, edited(&good(tag), rest)),
    }
});

fn block(tag: &str, der: Vec<u8>) {
    let _ = Certificate::from_der(&der);
    load(&pem::encode(&pem::Pem::new(tag, der)));
}

/// A key that is accepted can be used.
fn load(pem: &str) {
    if let Ok(certificate) = Certificate::from_pem(pem) {
        assert_eq!(certificate_serial(certificate.serial()).as_deref(), Some(certificate.serial()));
    }
    let (private, public) = (private_key_der(pem), public_key_der(pem));
    for backend in Backend::all() {
        if let Ok(der) = &public
            && let Ok(key) = backend.public_key(der)
        {
            assert!(!key.verifier.verify(b"message", &[1; 256]));
            let _ = key.encryptor.encrypt(&vec![7; key.encryptor.longest_plaintext().min(214)]);
            assert!(backend.public_key(&key.spki).is_ok_and(|again| again.spki == key.spki));
        }
        if let Ok(der) = &private
            && let Ok(key) = backend.private_key(der)
        {
            let _ = ready(key.signer.sign(b"message"));
            let _ = ready(key.decryptor.decrypt(&[1; 256]));
        }
    }
}

fn serial(text: &str) {
    if let Some(serial) = certificate_serial(text) {
        assert!(serial.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'A'..=b'F')) && !serial.is_empty());
        assert_eq!(certificate_serial(&serial), Some(serial));
    }
}

fn good(tag: &str) -> Vec<u8> {
    let world = World::get();
    let der = |pem: &str| pem::parse(pem).unwrap().into_contents();
    match tag {
        "CERTIFICATE" => world.wechat.certificate_der.clone(),
        "PUBLIC KEY" => world.wechat.key.spki.clone(),
        "PRIVATE KEY" => der(&world.wechat.private_pem),
        // PKCS#8 and SPKI contain PKCS#1 after the algorithm.
        "RSA PRIVATE KEY" => der(&world.wechat.private_pem).split_off(26),
        _ => world.wechat.key.spki.clone().split_off(24),
    }
}
