//! What this SDK does not do, or not yet: listed with the reason, and refused for what it is where it can come in.

use wxpay::envelope::{Envelope, EnvelopeError};
use wxpay::keys::{ApiV3Key, Certificate, public_key_der};
use wxpay::sign::request_message;

use super::{backends, each, item};

#[test]
fn upload() {
    const NO_UPLOAD: &str = "about the digest of a file; there is no upload yet that computes one";
    let skipped = [("php-logo", NO_UPLOAD), ("php-transparent-gif", NO_UPLOAD)];
    each("upload.json", 1, &skipped, |vector| {
        let (file, id) = vector.text("see").split_once('#').unwrap();
        let signed = item(file, id);
        let [method, url, timestamp, nonce] =
            ["method", "canonical_url", "timestamp", "nonce"].map(|member| signed.text(member));
        let message = request_message(method, url, timestamp, nonce, vector.text("meta").as_bytes());
        assert_eq!(message, signed.bytes("message_b64"), "the signed body of an upload is its meta text");
    });
}

#[test]
fn hmac() {
    const NO_HMAC: &str = "no shipped product signs with the APIv2 key";
    let skipped = [
        "sigoden-hmac",
        "sigoden-md5",
        "easywechat-hmac",
        "easywechat-md5",
        "axios-busifavor-h5",
        "axios-busifavor-plugin-flattened",
    ];
    each("hmac.json", 0, &skipped.map(|id| (id, NO_HMAC)), |_| ());
}

#[test]
fn sm() {
    const NO_SM: &str = "SM2 and SM3 are not implemented, only the RSA suite is";
    let skipped =
        ["net-sm3", "net-verify", "net-fake", "java-verify", "java-false-message", "net-decrypt", "java-decrypt"];
    each("sm.json", 6, &skipped.map(|id| (id, NO_SM)), |item| match item.maybe("pem") {
        // An SM2 certificate is read, and its key refused by name.
        Some(pem) => {
            assert_eq!(Certificate::from_pem(pem).unwrap().serial(), item.text("serial_hex_upper"));
            for key in [pem, item.text("public_pem")] {
                let error = public_key_der(key).unwrap_err().to_string();
                assert!(error.contains("SM2"), "{error}");
            }
        }
        // SM4-GCM is refused by name, not taken for a damaged ciphertext.
        None => {
            let key = ApiV3Key::new("0ne-key-0f-thirty-tw0-characters").unwrap();
            for &backend in backends() {
                let envelope = Envelope {
                    algorithm: "AEAD_SM4_GCM",
                    nonce: item.text("nonce"),
                    associated_data: item.maybe("associated_data"),
                    ciphertext: item.text("ciphertext"),
                };
                let error = envelope.open(backend, &key).unwrap_err();
                assert_eq!(error, EnvelopeError::Algorithm("AEAD_SM4_GCM".to_owned()));
            }
        }
    });
}
