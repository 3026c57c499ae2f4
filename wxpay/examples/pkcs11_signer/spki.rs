//! Makes a public key in the form that certificates have (SPKI) from the two numbers that a token returns.

use wxpay::crypto::Backend;
use wxpay::keys::KeyError;

/// Returns the SPKI of a modulus and an exponent in big-endian bytes. Both in DER are PKCS#1, which the crypto library
/// converts.
pub(crate) fn spki(modulus: &[u8], exponent: &[u8]) -> Result<Vec<u8>, KeyError> {
    let pkcs1 = der(SEQUENCE, &[integer(modulus), integer(exponent)].concat());
    let backend = Backend::preferred().ok_or_else(|| KeyError::rejected("no crypto library"))?;
    Ok(backend.public_key(&pkcs1)?.spki)
}

/// A positive integer in DER: a zero byte comes first if the first bit is set.
fn integer(bytes: &[u8]) -> Vec<u8> {
    let zero: &[u8] = if bytes.first().is_some_and(|first| first & 0x80 != 0) { &[0] } else { &[] };
    der(INTEGER, &[zero, bytes].concat())
}

fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len();
    // The shortest form: one byte up to 127; otherwise the number of length bytes, then these bytes.
    let significant: Vec<u8> = length.to_be_bytes().into_iter().skip_while(|byte| *byte == 0).collect();
    let mut block = vec![tag];
    if length >= 0x80 {
        block.push(0x80 | significant.len() as u8);
    }
    block.extend(significant);
    block.extend_from_slice(content);
    block
}

const SEQUENCE: u8 = 0x30;
const INTEGER: u8 = 0x02;
