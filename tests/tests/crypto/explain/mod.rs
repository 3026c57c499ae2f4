//! Each usual mistake around a signature, planted and found; what is right is called right, and what is none of the usual
//! mistakes is not guessed at. `openssl` signs.

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

/// The key in the form that signatories have.
fn spki(key: &Key) -> Vec<u8> {
    backend().public_key(&public_key_der(&key.spki).unwrap()).unwrap().spki
}

fn signatory<'a>(caller: &'a str, serial: &'a str, spki: &'a [u8]) -> Signatory<'a> {
    Signatory::new(caller, serial, spki)
}

fn encoded(signature: &[u8]) -> String {
    BASE64.encode(signature)
}

/// The causes' names, which are what a machine sees.
fn names(diagnosis: &Diagnosis) -> Vec<&'static str> {
    diagnosis.causes.iter().map(|cause| cause.name()).collect()
}
