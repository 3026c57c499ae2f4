//! Keys and primitives: one suite for every backend that is compiled in, with `openssl` as the witness.

mod certificates;
mod damaged;
mod envelopes;
mod formats;
mod pieces;
mod primitives;
mod wrong_keys;

use wxpay::crypto::{Backend, PrivateKey, PublicKey};
use wxpay::keys::{Certificate, KeyError, private_key_der, public_key_der};

/// Every backend, each of which has to pass. A run without a backend is a mistake.
fn backends() -> &'static [Backend] {
    let backends = Backend::all();
    assert!(!backends.is_empty(), "no backend is compiled in: switch on `aws-lc`, `rustcrypto` or both");
    backends
}

fn private(backend: Backend, pem: &str) -> Result<PrivateKey, KeyError> {
    backend.private_key(&private_key_der(pem)?)
}

/// The public key in `pem`, which may be a certificate.
fn public(backend: Backend, pem: &str) -> Result<PublicKey, KeyError> {
    match pem.contains("BEGIN CERTIFICATE-") {
        true => backend.public_key(Certificate::from_pem(pem)?.spki()),
        false => backend.public_key(&public_key_der(pem)?),
    }
}

#[test]
fn the_preferred_backend_is_the_first_and_each_has_its_name() {
    let names: Vec<_> = backends().iter().map(|backend| backend.name()).collect();
    assert_eq!(Backend::preferred().unwrap().name(), names[0]);
    #[cfg(feature = "aws-lc")]
    assert_eq!((Backend::aws_lc().name(), names[0]), ("aws-lc", "aws-lc"));
    #[cfg(feature = "rustcrypto")]
    assert_eq!((Backend::rustcrypto().name(), *names.last().unwrap()), ("rustcrypto", "rustcrypto"));
}
