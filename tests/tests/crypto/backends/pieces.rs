//! AES-256-GCM piece by piece, as files are opened: with pieces of any size and nonces of any length.

use proptest::prelude::*;
use wxpay::crypto::Backend;

use super::backends;
use super::envelopes::witness;

const KEY: [u8; 32] = *b"0ne-key-0f-thirty-tw0-characters";

/// Opens `sealed` in pieces of `size` bytes; `None` if it does not open.
fn opened(backend: &Backend, nonce: &[u8], sealed: &[u8], size: usize) -> Option<Vec<u8>> {
    let mut opener = backend.gcm_opener(&KEY, nonce).unwrap();
    let mut plain = Vec::new();
    sealed.chunks(size).for_each(|piece| opener.push(piece, &mut plain).unwrap());
    opener.finish(&mut plain).ok().map(|()| plain)
}

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<_> = hex.chars().map(|digit| u8::try_from(digit.to_digit(16).unwrap()).unwrap()).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}

#[test]
fn the_published_cases_open() {
    // Cases 13 to 15 of the mode's authors: those with AES-256 and without associated data.
    let key: [u8; 32] = bytes(&"feffe9928665731c6d6a8f9467308308".repeat(2)).try_into().unwrap();
    for (key, nonce, plain, sealed) in [
        ([0; 32], "000000000000000000000000", "", "530f8afbc74536b9a963b4f1c4cb738b"),
        (
            [0; 32],
            "000000000000000000000000",
            "00000000000000000000000000000000",
            "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919",
        ),
        (
            key,
            "cafebabefacedbaddecaf888",
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72\
             1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255",
            "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa\
             8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad\
             b094dac5d93471bdec1a502270e3cc6c",
        ),
    ] {
        for backend in backends() {
            let (mut opener, mut found) = (backend.gcm_opener(&key, &bytes(nonce)).unwrap(), Vec::new());
            opener.push(&bytes(sealed), &mut found).unwrap();
            opener.finish(&mut found).unwrap();
            assert_eq!(found, bytes(plain), "{}", backend.name());
        }
    }
}

#[test]
fn what_the_witness_seals_opens_in_any_pieces_with_nonces_of_any_length() {
    // Longer than what is decrypted at a time, and not a whole number of blocks.
    let long: Vec<u8> = (0..10_007_u32).map(|number| number.to_le_bytes()[0]).collect();
    for nonce in [&b"twelve-bytes"[..], b"a8607ef79034c49c", b"8 bytes.", b"a nonce that is longer than a block"] {
        for plain in [&b""[..], b"a", b"sixteen bytes ..", b"seventeen bytes .", &long] {
            let sealed = witness(&KEY, nonce, b"", plain);
            for backend in backends() {
                for size in [1, 15, 16, 17, 4096, 20_000] {
                    let found = opened(backend, nonce, &sealed, size);
                    assert_eq!(found.as_deref(), Some(plain), "{}: pieces of {size}", backend.name());
                }
            }
        }
    }
}

#[test]
fn another_key_another_nonce_and_a_file_without_its_end_do_not_open() {
    let sealed = witness(&KEY, b"a8607ef79034c49c", b"", b"content");
    for backend in backends() {
        assert_eq!(opened(backend, b"a8607ef79034c49d", &sealed, 100), None);
        for length in 0..sealed.len() {
            assert_eq!(opened(backend, b"a8607ef79034c49c", &sealed[..length], 100), None, "{length} bytes");
        }
        let mut other = backend.gcm_opener(&[7; 32], b"a8607ef79034c49c").unwrap();
        other.push(&sealed, &mut Vec::new()).unwrap();
        assert!(other.finish(&mut Vec::new()).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn one_flipped_bit_and_it_does_not_open(
        content in proptest::collection::vec(any::<u8>(), 0..300),
        nonce in "[0-9a-f]{1,20}",
        size in 1..100_usize,
        place in any::<prop::sample::Index>(),
        bit in 0..8_u32,
    ) {
        let sealed = witness(&KEY, nonce.as_bytes(), b"", &content);
        let mut changed = sealed.clone();
        changed[place.index(sealed.len())] ^= 1_u8 << bit;
        for backend in backends() {
            prop_assert_eq!(opened(backend, nonce.as_bytes(), &sealed, size), Some(content.clone()));
            prop_assert_eq!(opened(backend, nonce.as_bytes(), &changed, size), None);
        }
    }
}
