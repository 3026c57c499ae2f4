//! Every form in which a valid key may come.

use wxpay_tests::keys::Key;
use wxpay_tests::ready;

use super::{backends, private, public};

/// The same PEM after people's editors and mail programs.
fn variants(pem: &str) -> Vec<(&'static str, String)> {
    vec![
        ("as it is", pem.to_owned()),
        ("CRLF", pem.replace('\n', "\r\n")),
        ("no final newline", pem.trim_end().to_owned()),
        ("CRLF and no final newline", pem.trim_end().replace('\n', "\r\n")),
        ("leading text", format!("Bag Attributes\n    friendlyName: key\nKey Attributes: <No Attributes>\n{pem}")),
        ("byte order mark", format!("\u{feff}{pem}")),
        ("blank lines around", format!("\n\n  \n{pem}\n\n")),
        ("indented", pem.lines().map(|line| format!("    {line}\n")).collect()),
    ]
}

#[test]
fn private_keys_load_in_every_form_and_are_the_same_key() {
    let key = Key::shared();
    let message = b"the same key signs the same";
    let expected = key.sign(message);
    for &backend in backends() {
        let spki = public(backend, &key.spki).unwrap().spki;
        for form in [&key.pkcs8, &key.pkcs1()] {
            for (variant, pem) in variants(form) {
                let name = format!("{}, {}, {variant}", backend.name(), pem.trim_start().lines().next().unwrap());
                let loaded = private(backend, &pem).unwrap_or_else(|error| panic!("{name}: {error}"));
                assert_eq!(loaded.spki, spki, "{name}");
                assert_eq!(ready(loaded.signer.sign(message)).unwrap(), expected, "{name}");
            }
        }
    }
}

#[test]
fn public_keys_load_in_every_form_and_are_the_same_key() {
    let key = Key::shared();
    let message = b"the same key verifies the same";
    let signature = key.sign(message);
    let certificate = key.certificate("0x1234");
    for &backend in backends() {
        let spki = private(backend, &key.pkcs8).unwrap().spki;
        for form in [&key.spki, &key.public_pkcs1(), &certificate] {
            for (variant, pem) in variants(form) {
                let name = format!("{}, {}, {variant}", backend.name(), pem.trim_start().lines().next().unwrap());
                let loaded = public(backend, &pem).unwrap_or_else(|error| panic!("{name}: {error}"));
                assert_eq!(loaded.spki, spki, "{name}");
                assert!(loaded.verifier.verify(message, &signature), "{name}");
            }
        }
    }
}

#[test]
fn rsa_1024_is_refused() {
    let small = Key::new(1024);
    for &backend in backends() {
        for error in [
            private(backend, &small.pkcs8).err(),
            private(backend, &small.pkcs1()).err(),
            public(backend, &small.spki).err(),
            public(backend, &small.public_pkcs1()).err(),
            public(backend, &small.certificate("1")).err(),
        ] {
            let text = error.unwrap_or_else(|| panic!("{} takes RSA-1024", backend.name())).to_string();
            assert!(text.contains("at least 2048 bits"), "{}: {text}", backend.name());
        }
    }
}

#[test]
fn rsa_2048_3072_4096_and_uneven_sizes_sign_verify_encrypt_and_decrypt() {
    for bits in [2048, 2050, 3072, 4096] {
        let key = Key::new(bits);
        let message = format!("RSA-{bits}");
        for &backend in backends() {
            let (private, public) = (private(backend, &key.pkcs8).unwrap(), public(backend, &key.spki).unwrap());
            let signature = ready(private.signer.sign(message.as_bytes())).unwrap();
            assert_eq!(signature.len() as u32, bits.div_ceil(8), "{} {bits}", backend.name());
            assert!(public.verifier.verify(message.as_bytes(), &signature), "{} {bits}", backend.name());
            assert!(key.verifies(message.as_bytes(), &signature), "{} {bits}", backend.name());

            assert_eq!(public.encryptor.longest_plaintext() as u32, bits.div_ceil(8) - 42, "{} {bits}", backend.name());
            let longest = vec![b'x'; public.encryptor.longest_plaintext()];
            let ciphertext = public.encryptor.encrypt(&longest).unwrap();
            assert_eq!(*ready(private.decryptor.decrypt(&ciphertext)).unwrap(), longest, "{} {bits}", backend.name());
            let too_long = vec![b'x'; longest.len() + 1];
            assert!(public.encryptor.encrypt(&too_long).is_err(), "{} {bits}", backend.name());
        }
    }
}
