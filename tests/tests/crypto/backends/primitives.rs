//! Signatures and OAEP: every backend against `openssl` and against every other.

use wxpay_tests::keys::{Key, OAEP_SHA1, OAEP_SHA256, PKCS1_V1_5};
use wxpay_tests::ready;

use super::{backends, private, public};

const MESSAGES: [&[u8]; 4] =
    [b"", b"GET\n/v3/certificates\n1700000000\nA1B2C3D4\n\n", b"\0\xff\n\r\n", "微信支付".as_bytes()];

#[test]
fn signatures_are_those_of_openssl_on_every_backend() {
    let key = Key::shared();
    for message in MESSAGES.iter().chain([&&*vec![b'x'; 100_000]]) {
        let expected = key.sign(message);
        for &backend in backends() {
            let signer = private(backend, &key.pkcs8).unwrap().signer;
            let signature = ready(signer.sign(message)).unwrap();
            assert_eq!(signature, expected, "{}: PKCS#1 v1.5 is deterministic", backend.name());
            assert_eq!(
                ready(signer.sign(message)).unwrap(),
                expected,
                "{}: blinding does not change the signature",
                backend.name()
            );
            assert!(key.verifies(message, &signature), "{}", backend.name());
        }
    }
}

#[test]
fn signatures_verify_across_backends_and_not_elsewhere() {
    let (key, other) = (Key::shared(), Key::other());
    let message = b"message";
    for &signing in backends() {
        let signature = ready(private(signing, &key.pkcs8).unwrap().signer.sign(message)).unwrap();
        for &verifying in backends() {
            let name = format!("{} for {}", verifying.name(), signing.name());
            let verifier = public(verifying, &key.spki).unwrap().verifier;
            assert!(verifier.verify(message, &signature), "{name}");
            assert!(!verifier.verify(b"massage", &signature), "{name}: another message");
            assert!(
                !public(verifying, &other.spki).unwrap().verifier.verify(message, &signature),
                "{name}: another key"
            );
        }
    }
}

#[test]
fn no_part_of_a_signature_is_one() {
    let message = b"message";
    let signature = Key::shared().sign(message);
    let longer = [&signature[..], &[0]].concat();
    let zero_before = [&[0], &signature[..]].concat();
    let zeros = vec![0; signature.len()];
    let ones = vec![0xff; signature.len()];
    for &backend in backends() {
        let verifier = public(backend, &Key::shared().spki).unwrap().verifier;
        for length in 0..signature.len() {
            assert!(!verifier.verify(message, &signature[..length]), "{}: {length} bytes", backend.name());
        }
        for wrong in [&longer, &zero_before, &zeros, &ones] {
            assert!(!verifier.verify(message, wrong), "{}: {wrong:?}", backend.name());
        }
    }
}

#[test]
fn signatures_of_another_scheme_are_refused() {
    let key = Key::shared();
    let sha1 = key.sign_as(b"message", &["-sha1"]);
    let pss = key.sign_as(b"message", &["-sha256", "-sigopt", "rsa_padding_mode:pss"]);
    for &backend in backends() {
        let verifier = public(backend, &key.spki).unwrap().verifier;
        assert!(!verifier.verify(b"message", &sha1), "{}: SHA-1", backend.name());
        assert!(!verifier.verify(b"message", &pss), "{}: PSS", backend.name());
    }
}

#[test]
fn oaep_goes_both_ways_with_openssl() {
    let key = Key::shared();
    for plain in [&b"x"[..], "王小明".as_bytes(), &[0; 10], &[b'x'; 214]] {
        let theirs = key.encrypt(plain, OAEP_SHA1);
        for &backend in backends() {
            let (private, public) = (private(backend, &key.pkcs8).unwrap(), public(backend, &key.spki).unwrap());
            assert_eq!(*ready(private.decryptor.decrypt(&theirs)).unwrap(), plain, "{}", backend.name());
            let ours = public.encryptor.encrypt(plain).unwrap();
            assert_eq!(key.decrypt(&ours, OAEP_SHA1), plain, "{}", backend.name());
            assert_ne!(ours, public.encryptor.encrypt(plain).unwrap(), "{}: OAEP is random", backend.name());
        }
    }
}

#[test]
fn oaep_goes_across_backends() {
    let key = Key::shared();
    for &encrypting in backends() {
        let ciphertext = public(encrypting, &key.spki).unwrap().encryptor.encrypt(b"secret").unwrap();
        for &decrypting in backends() {
            let decryptor = private(decrypting, &key.pkcs8).unwrap().decryptor;
            let plain = ready(decryptor.decrypt(&ciphertext)).unwrap();
            assert_eq!(*plain, b"secret", "{} from {}", decrypting.name(), encrypting.name());
        }
    }
}

#[test]
fn an_rsa_2048_key_takes_214_bytes() {
    for &backend in backends() {
        let encryptor = public(backend, &Key::shared().spki).unwrap().encryptor;
        assert_eq!(encryptor.longest_plaintext(), 214, "{}", backend.name());
        assert!(encryptor.encrypt(&[b'x'; 215]).is_err(), "{}", backend.name());
    }
}

#[test]
fn what_is_not_oaep_with_sha_1_to_this_key_is_refused() {
    let key = Key::shared();
    let right = key.encrypt(b"secret", OAEP_SHA1);
    let mut flipped = right.clone();
    flipped[100] ^= 1;
    let wrong = [
        ("PKCS#1 v1.5", key.encrypt(b"secret", PKCS1_V1_5)),
        ("OAEP with SHA-256", key.encrypt(b"secret", OAEP_SHA256)),
        ("another key", Key::other().encrypt(b"secret", OAEP_SHA1)),
        ("a flipped bit", flipped),
        ("a byte less", right[1..].to_vec()),
        ("a byte more", [&right[..], &[0]].concat()),
        ("nothing", Vec::new()),
        ("zeros", vec![0; right.len()]),
        ("more than the modulus", vec![0xff; right.len()]),
    ];
    for &backend in backends() {
        let decryptor = private(backend, &key.pkcs8).unwrap().decryptor;
        let errors: Vec<_> = wrong
            .iter()
            .map(|(name, ciphertext)| match ready(decryptor.decrypt(ciphertext)) {
                Ok(_) => panic!("{} decrypts {name}", backend.name()),
                Err(error) => error.to_string(),
            })
            .collect();
        assert!(errors.iter().all(|error| *error == errors[0]), "{}: {errors:?} differ", backend.name());
    }
}
