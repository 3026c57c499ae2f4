//! Recovers the digest from a signature: RSASSA-PKCS1-v1_5 opened with the public key.

use num_bigint::BigUint;
use x509_cert::der::asn1::{AnyRef, BitStringRef, UintRef};
use x509_cert::der::{self, Decode as _, Reader as _};

use crate::crypto::{Backend, DigestAlgorithm};

/// The digest that a key finds in a signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Opened {
    /// The SHA-256 of the signed message.
    Sha256(Vec<u8>),
    /// Another digest: the right key, but the wrong algorithm.
    Other(&'static str),
}

/// Opens `signature` with the key; `None` if another key made the signature.
pub(super) fn open(spki: &[u8], signature: &[u8]) -> Option<Opened> {
    let (modulus, exponent) = numbers(spki).ok()?;
    let length = modulus.to_bytes_be().len();
    let signature = BigUint::from_bytes_be(signature);
    if signature >= modulus {
        return None;
    }
    let opened = signature.modpow(&exponent, &modulus).to_bytes_be();
    // 00 01 FF .. FF 00 DigestInfo; the number has lost its leading zero.
    let padding = opened.strip_prefix(&[1])?;
    let info = padding.iter().position(|byte| *byte != 0xFF).and_then(|end| padding.get(end..))?.strip_prefix(&[0])?;
    if opened.len() + 1 != length {
        return None;
    }
    DIGEST_INFOS.iter().find_map(|(name, prefix)| {
        let digest = info.strip_prefix(*prefix)?;
        Some(if *name == "SHA-256" { Opened::Sha256(digest.to_vec()) } else { Opened::Other(name) })
    })
}

pub(super) fn sha256(backend: Backend, message: &[u8]) -> Vec<u8> {
    let mut digester = backend.digester(DigestAlgorithm::Sha256);
    digester.update(message);
    digester.finish()
}

/// Modulus and exponent of an RSA key in SPKI form.
fn numbers(spki: &[u8]) -> der::Result<(BigUint, BigUint)> {
    let bits = AnyRef::from_der(spki)?.sequence(|members| {
        AnyRef::decode(members)?;
        BitStringRef::decode(members)
    })?;
    AnyRef::from_der(bits.raw_bytes())?.sequence(|members| {
        let mut number = || UintRef::decode(members).map(|number| BigUint::from_bytes_be(number.as_bytes()));
        let numbers = (number()?, number()?);
        members.read_slice(members.remaining_len())?;
        Ok(numbers)
    })
}

/// The bytes before each digest (RFC 8017, section 9.2).
const DIGEST_INFOS: [(&str, &[u8]); 5] = [
    (
        "SHA-256",
        &[0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0, 4, 0x20],
    ),
    ("SHA-1", &[0x30, 0x21, 0x30, 0x09, 0x06, 0x05, 0x2b, 0x0e, 0x03, 0x02, 0x1a, 0x05, 0, 4, 0x14]),
    ("MD5", &[0x30, 0x20, 0x30, 0x0c, 0x06, 0x08, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x02, 0x05, 0x05, 0, 4, 0x10]),
    (
        "SHA-384",
        &[0x30, 0x41, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02, 0x05, 0, 4, 0x30],
    ),
    (
        "SHA-512",
        &[0x30, 0x51, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03, 0x05, 0, 4, 0x40],
    ),
];
