//! AES-256-GCM. Keys of 16 bytes belong to another cipher, and nonces of 16 bytes are outside the protocol: the interface refuses
//! both, whatever the vector expects.

use serde_json::Value;
use wxpay::envelope::{ALGORITHM, Envelope, EnvelopeError, seal};
use wxpay::keys::{ApiV3Key, Certificate};

use super::{backends, each, item};

#[test]
fn aes_gcm() {
    each("aes_gcm", 23, &[], |vector| {
        let (nonce, associated_data) = (vector.text("nonce"), vector.maybe("associated_data"));
        let ciphertext = vector.text("ciphertext");
        let Some(key) = ApiV3Key::new(vector.text("key")) else {
            assert_ne!(vector.value["key_len"], 32);
            return;
        };
        for &backend in backends() {
            let opened = Envelope { algorithm: ALGORITHM, nonce, associated_data, ciphertext }.open(backend, &key);
            if vector.value["nonce_len"] != 12 {
                assert_eq!(opened, Err(EnvelopeError::Nonce(nonce.len())), "{}", backend.name());
            } else if vector.flag("expected_ok") {
                let plain = vector.text("plaintext").as_bytes();
                assert_eq!(*opened.unwrap(), plain, "{}", backend.name());
                assert_eq!(
                    seal(backend, &key, nonce, associated_data, plain).unwrap(),
                    ciphertext,
                    "{}",
                    backend.name()
                );
            } else {
                assert!(opened.is_err(), "{}", backend.name());
            }
        }
    });
}

#[test]
fn certificates_download() {
    each("certificates_download", 4, &[], |vector| {
        let body: Value = serde_json::from_str(vector.text("body")).unwrap();
        if let Some(status) = vector.value["status"].as_u64() {
            return no_certificates(status, vector.text("body"));
        }
        // An item without a key is not opened by any key.
        let key = ApiV3Key::new(vector.maybe("apiv3_key").unwrap_or("0ne-key-0f-thirty-tw0-characters"));
        for (index, entry) in body["data"].as_array().unwrap().iter().enumerate() {
            let member = |name: &str| entry["encrypt_certificate"][name].as_str();
            let envelope = Envelope {
                algorithm: member("algorithm").unwrap(),
                nonce: member("nonce").unwrap(),
                associated_data: member("associated_data"),
                ciphertext: member("ciphertext").unwrap(),
            };
            for &backend in backends() {
                let Some(key) = &key else {
                    assert_eq!((envelope.algorithm, envelope.nonce.len()), (ALGORITHM, 12));
                    continue;
                };
                let Some(expected) = vector.value["expected"].get(index) else {
                    assert_eq!(envelope.open(backend, key), Err(EnvelopeError::Key), "{}", backend.name());
                    continue;
                };
                let pem = envelope.open(backend, key).unwrap();
                let certificate = Certificate::from_pem(std::str::from_utf8(&pem).unwrap()).unwrap();
                assert_eq!(certificate.serial(), expected["serial_no"], "{}", backend.name());
                assert_eq!(certificate.serial(), entry["serial_no"], "{}", backend.name());
                let known = item("certificates", expected["certificate"].as_str().unwrap());
                assert_eq!(certificate, Certificate::from_pem(known.text("pem")).unwrap());
                assert!(backend.public_key(certificate.spki()).is_ok(), "{}", backend.name());
            }
        }
    });
}

/// The error of a merchant that has only the public key says so.
fn no_certificates(status: u64, body: &str) {
    for &backend in backends() {
        let error = super::answers::api_error(backend, status, http::HeaderMap::new(), body.to_owned().into());
        assert_eq!(error.code().as_str(), "RESOURCE_NOT_EXISTS");
    }
}
