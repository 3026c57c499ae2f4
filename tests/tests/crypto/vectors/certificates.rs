//! Certificates and public keys from the tests of other SDKs.

use wxpay::keys::{Certificate, certificate_serial, public_key_der};
use wxpay::value::DateTime;

use super::{backends, each, public_key};

#[test]
fn certificates() {
    each("certificates", 14, &[], |item| {
        let certificate = Certificate::from_pem(item.text("pem")).unwrap();
        assert_eq!(certificate.serial(), item.text("serial_hex_upper"));
        for spelling in [item.maybe("expected_serial_in_source"), item.maybe("serial_hex_upper")].into_iter().flatten()
        {
            assert_eq!(certificate_serial(spelling).as_deref(), Some(certificate.serial()));
        }
        for (member, ours) in [("not_before", certificate.not_before()), ("not_after", certificate.not_after())] {
            let expected: DateTime = item.text(member).parse().unwrap();
            assert_eq!(u64::try_from(expected.unix_timestamp()).unwrap(), ours, "{member}");
        }
        let spki = public_key_der(item.text("public_spki_pem")).unwrap();
        assert_eq!(certificate.spki(), spki);
        // A certificate contains a key, but is not a public key.
        assert!(public_key_der(item.text("pem")).is_err());
        for &backend in backends() {
            assert_eq!(backend.public_key(&spki).unwrap().spki, spki, "{}", backend.name());
        }
    });
}

#[test]
fn public_keys() {
    each("public_keys", 13, &[], |item| {
        let bits = item.value["bits"].as_u64().unwrap();
        for &backend in backends() {
            let key = public_key(backend, &item.id);
            assert_eq!(key.encryptor.longest_plaintext() as u64, bits / 8 - 42, "{}", backend.name());
            if let Some(other) = item.maybe("matches_private_key") {
                assert_eq!(key.spki, public_key(backend, other).spki, "{}", backend.name());
            }
        }
    });
}
