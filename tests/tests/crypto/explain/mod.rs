//! Each usual mistake around a signature is planted and found. A right message is called right, and a mistake that is not a usual
//! one is not guessed. `openssl` signs.

mod notifications;
mod payments;
mod properties;
mod requests;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use wxpay::crypto::Backend;
use wxpay::keys::public_key_der;
use wxpay::server::explain::{Diagnosis, Signatory};
use wxpay_tests::keys::Key;

const NOW: i64 = 1_700_000_000;
const NONCE: &str = "593BEC0C930BF1AFEB40B4A08C8FB242";

fn backend() -> Backend {
    Backend::preferred().unwrap()
}

/// The key in the form that a `Signatory` has.
fn spki(key: &Key) -> Vec<u8> {
    backend().public_key(&public_key_der(&key.spki).unwrap()).unwrap().spki
}

fn signatory<'a>(caller: &'a str, serial: &'a str, spki: &'a [u8]) -> Signatory<'a> {
    Signatory::new(caller, serial, spki)
}

fn encoded(signature: &[u8]) -> String {
    BASE64.encode(signature)
}

/// The causes' names, which a program reads.
fn names(diagnosis: &Diagnosis) -> Vec<&'static str> {
    diagnosis.causes.iter().map(|cause| cause.name()).collect()
}
