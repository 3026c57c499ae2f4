//! AES-256-GCM under the APIv3 key. The command line of `openssl` has AES but no GCM, so the witness builds the mode from it:
//! `openssl` does counter mode, and the authentication follows the specification.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use wxpay::envelope::{ALGORITHM, Envelope, EnvelopeError, seal};
use wxpay::keys::ApiV3Key;
use wxpay_tests::keys;

use super::backends;

const KEY: &str = "0ne-key-0f-thirty-tw0-characters";
const NONCE: &str = "twelve-bytes";

fn key() -> ApiV3Key {
    ApiV3Key::new(KEY).unwrap()
}

fn envelope(ciphertext: &str) -> Envelope<'_> {
    Envelope { algorithm: ALGORITHM, nonce: NONCE, associated_data: Some("certificate"), ciphertext }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// AES-256-GCM after NIST SP 800-38D. Unless the nonce has 12 bytes, its counter must not overflow within `plain`.
pub(crate) fn witness(key: &[u8; 32], nonce: &[u8], data: &[u8], plain: &[u8]) -> Vec<u8> {
    let key = hex(key);
    let block = |input: [u8; 16]| -> u128 {
        let output = keys::run(&["enc", "-aes-256-ecb", "-nopad", "-K", &key], &input);
        u128::from_be_bytes(output.try_into().unwrap())
    };
    let hash_key = block([0; 16]);
    let hash = |data: &[u8], content: &[u8]| {
        let lengths = ((data.len() as u128 * 8) << 64) | (content.len() as u128 * 8);
        let blocks = data.chunks(16).chain(content.chunks(16)).map(|chunk| {
            let mut block = [0; 16];
            block[..chunk.len()].copy_from_slice(chunk);
            u128::from_be_bytes(block)
        });
        blocks.chain([lengths]).fold(0, |hash, block| times(hash ^ block, hash_key))
    };
    let first = match <[u8; 12]>::try_from(nonce) {
        Ok(nonce) => u128::from_be_bytes([&nonce[..], &[0, 0, 0, 1]].concat().try_into().unwrap()),
        Err(_) => hash(b"", nonce),
    };
    let mut sealed = keys::run(&["enc", "-aes-256-ctr", "-K", &key, "-iv", &hex(&(first + 1).to_be_bytes())], plain);
    let tag = hash(data, &sealed) ^ block(first.to_be_bytes());
    sealed.extend(tag.to_be_bytes());
    sealed
}

/// Multiplies in GF(2^128), whose bits GCM writes from left to right.
fn times(x: u128, y: u128) -> u128 {
    let (mut product, mut shifted) = (0, y);
    for bit in (0..128).rev() {
        if (x >> bit) & 1 == 1 {
            product ^= shifted;
        }
        shifted = (shifted >> 1) ^ if shifted & 1 == 1 { 0xe1 << 120 } else { 0 };
    }
    product
}

#[test]
fn the_witness_knows_the_published_test_case() {
    // Test case 14 of the GCM specification: key, nonce and one block of plaintext, all zero.
    let sealed = witness(&[0; 32], &[0; 12], b"", &[0; 16]);
    assert_eq!(hex(&sealed), "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
}

#[test]
fn sealing_is_that_of_the_witness_on_every_backend() {
    let plains: [&[u8]; 5] = [b"", b"x", b"{\"amount\":1}", &[7; 16], "微信支付平台证书".as_bytes()];
    for data in ["", "certificate", "an associated datum of more than one block"] {
        for plain in plains {
            let expected = witness(KEY.as_bytes().try_into().unwrap(), NONCE.as_bytes(), data.as_bytes(), plain);
            for &backend in backends() {
                let sealed = seal(backend, &key(), NONCE, Some(data), plain).unwrap();
                assert_eq!(BASE64.decode(&sealed).unwrap(), expected, "{}", backend.name());
                let envelope = Envelope { associated_data: Some(data), ..envelope(&sealed) };
                assert_eq!(*envelope.open(backend, &key()).unwrap(), plain, "{}", backend.name());
            }
        }
    }
}

#[test]
fn absent_and_empty_associated_data_are_the_same() {
    for &backend in backends() {
        let absent = seal(backend, &key(), NONCE, None, b"text").unwrap();
        assert_eq!(absent, seal(backend, &key(), NONCE, Some(""), b"text").unwrap(), "{}", backend.name());
        for associated_data in [None, Some("")] {
            let envelope = Envelope { associated_data, ..envelope(&absent) };
            assert_eq!(*envelope.open(backend, &key()).unwrap(), b"text", "{}", backend.name());
        }
        let opened = Envelope { associated_data: Some("x"), ..envelope(&absent) }.open(backend, &key());
        assert_eq!(opened.unwrap_err(), EnvelopeError::Key, "{}", backend.name());
    }
}

#[test]
fn what_one_backend_seals_every_other_opens() {
    let plain = vec![0xa5; 1_000_000];
    for &sealing in backends() {
        let sealed = seal(sealing, &key(), NONCE, Some("certificate"), &plain).unwrap();
        for &opening in backends() {
            let opened = envelope(&sealed).open(opening, &key()).unwrap();
            assert!(*opened == plain, "{} from {}", opening.name(), sealing.name());
        }
    }
}

#[test]
fn an_unknown_algorithm_is_refused_by_name() {
    for &backend in backends() {
        let sealed = seal(backend, &key(), NONCE, Some("certificate"), b"text").unwrap();
        for algorithm in ["AEAD_SM4_GCM", "aead_aes_256_gcm", "AEAD_AES_256_GCM ", ""] {
            let opened = Envelope { algorithm, ..envelope(&sealed) }.open(backend, &key());
            assert_eq!(opened.unwrap_err(), EnvelopeError::Algorithm(algorithm.to_owned()));
        }
    }
}

#[test]
fn a_nonce_of_any_other_length_is_refused_both_ways() {
    for &backend in backends() {
        let sealed = seal(backend, &key(), NONCE, Some("certificate"), b"text").unwrap();
        for length in (0..40).filter(|length| *length != 12) {
            let nonce = "n".repeat(length);
            let opened = Envelope { nonce: &nonce, ..envelope(&sealed) }.open(backend, &key());
            assert_eq!(opened.unwrap_err(), EnvelopeError::Nonce(length));
            let sealed = seal(backend, &key(), &nonce, None, b"text");
            assert_eq!(sealed.unwrap_err(), EnvelopeError::Nonce(length));
        }
        // The length is in bytes, not in characters.
        let opened = Envelope { nonce: "微信支付微信支付微信支付", ..envelope(&sealed) }.open(backend, &key());
        assert_eq!(opened.unwrap_err(), EnvelopeError::Nonce(36));
    }
}

#[test]
fn a_ciphertext_shorter_than_its_tag_is_refused() {
    for &backend in backends() {
        for length in 0..16 {
            let opened = envelope(&BASE64.encode(vec![0; length])).open(backend, &key());
            assert_eq!(opened.unwrap_err(), EnvelopeError::Short(length), "{}", backend.name());
        }
        let opened = envelope(&BASE64.encode([0; 16])).open(backend, &key());
        assert_eq!(opened.unwrap_err(), EnvelopeError::Key, "{}", backend.name());
    }
}

#[test]
fn what_is_not_base64_is_refused() {
    for &backend in backends() {
        let sealed = seal(backend, &key(), NONCE, Some("certificate"), b"some text").unwrap();
        let broken = format!("{}\n{}", &sealed[..8], &sealed[8..]);
        let unpadded = sealed.trim_end_matches('=');
        assert_ne!(unpadded, sealed);
        for ciphertext in ["!!!not-base64!!!", "微信", &broken, unpadded, &sealed.replace('=', "*")] {
            assert_eq!(envelope(ciphertext).open(backend, &key()).unwrap_err(), EnvelopeError::Base64);
        }
    }
}

#[test]
fn every_flipped_bit_and_every_other_key_is_refused() {
    let other = ApiV3Key::new(&KEY.replace('0', "1")).unwrap();
    for &backend in backends() {
        let sealed = seal(backend, &key(), NONCE, Some("certificate"), b"some text").unwrap();
        assert_eq!(envelope(&sealed).open(backend, &other).unwrap_err(), EnvelopeError::Key, "{}", backend.name());
        let bytes = BASE64.decode(&sealed).unwrap();
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let opened = envelope(&BASE64.encode(flipped)).open(backend, &key());
            assert_eq!(opened.unwrap_err(), EnvelopeError::Key, "{}: bit {bit}", backend.name());
        }
    }
}

#[test]
fn an_apiv3_key_has_32_printable_ascii_characters() {
    for wrong in ["", "a", &KEY[1..], &format!("{KEY}x"), &KEY.replace('0', " "), "微信支付微信支付微信", &KEY[..16]]
    {
        assert!(ApiV3Key::new(wrong).is_none(), "{wrong:?}");
    }
    assert_eq!(format!("{:?}", key()), "ApiV3Key(..)");
}
