//! Uploads, the signature of APIv2, and vectors that this SDK does not support, or not yet: each is listed with the reason, and
//! refused by name where it can come in.

use http::header::CONTENT_TYPE;
use serde_json::Value;
use wxpay::client::Client;
use wxpay::envelope::{Envelope, EnvelopeError};
use wxpay::keys::{ApiV3Key, Certificate, HmacKey, public_key_der};
use wxpay::payment::{Coupon, hmac_signature};
use wxpay::prelude::*;
use wxpay::server::content;
use wxpay::sign::request_message;
use wxpay_tests::ready;

use super::{Item, backends, client, each, item, public_key};

/// An upload that accepts any file.
#[wxpay_endpoint(method = "POST", path = "/v3/marketing/favor/media/image-upload")]
struct UploadAnything {
    #[wxpay(file_name)]
    filename: Option<String>,
    #[wxpay(sha256)]
    sha256: Option<String>,
    file: Upload,
}

#[test]
fn upload() {
    let skipped = [("php-logo", "the file itself is not in the vector")];
    each("upload", 2, &skipped, |vector| {
        let Some((file, id)) = vector.maybe("see").and_then(|see| see.split_once('#')) else {
            return encoded_upload(vector);
        };
        let signed = item(file, id);
        let [method, url, timestamp, nonce] =
            ["method", "canonical_url", "timestamp", "nonce"].map(|member| signed.text(member));
        // The file is not the official one, so only the server's half can read this meta.
        let form = format!(
            "--b\r\nContent-Disposition: form-data; name=\"meta\";\r\nContent-Type: application/json\r\n\r\n{}\r\n\
             --b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"wechatpay_logo.png\";\r\n\
             Content-Type: image/png\r\n\r\nPNG\r\n--b--\r\n",
            vector.text("meta")
        );
        let headers = [(CONTENT_TYPE, "multipart/form-data; boundary=b".parse().unwrap())].into_iter().collect();
        let form = ready(content(&headers, form.into())).unwrap();
        let message = request_message(method, url, timestamp, nonce, &form.body);
        assert_eq!(message, signed.bytes("message_b64"), "the signed body of an upload is its meta text");
        for &backend in backends() {
            let key = public_key(backend, signed.text("key"));
            assert!(key.verifier.verify(&message, &signed.bytes("signature")), "{}", backend.name());
        }
    });
}

/// Checks what the client says of the file, and what it signs.
fn encoded_upload(vector: &Item) {
    let file = Upload::new(vector.text("filename"), vector.bytes("file_b64"));
    assert_eq!(file.sha256(), Some(vector.text("sha256")));
    for &backend in backends() {
        let request = UploadAnything { filename: None, sha256: None, file: file.clone() };
        let encoded = client(backend, "1900000001", 1_700_000_000).encode(&request).unwrap();
        assert_eq!(encoded.signed(), vector.text("meta").as_bytes());
        let form = ready(content(encoded.headers(), encoded.body().clone())).unwrap();
        assert_eq!(form.body, encoded.signed());
        let [part] = &*form.parts else { panic!("{:?}", form.parts) };
        assert_eq!((&*part.name, part.file_name.as_deref()), ("file", Some(vector.text("filename"))));
        assert_eq!(part.content, vector.bytes("file_b64"));
    }
}

#[test]
fn hmac() {
    const NO_MD5: &str = "the MD5 of old APIv2, which nothing here signs with";
    let skipped = [("sigoden-md5", NO_MD5), ("easywechat-md5", NO_MD5)];
    each("hmac", 4, &skipped, |vector| {
        assert_eq!(vector.text("algorithm"), "HMAC-SHA256");
        let (key, expected) = (HmacKey::new(vector.text("key")).unwrap(), vector.text("expected"));
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let members: Vec<_> =
            vector.value["params"].as_object().unwrap().iter().map(|(name, value)| (name, text(value))).collect();
        let members: Vec<_> = members.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        for &backend in backends() {
            assert_eq!(hmac_signature(backend, &members, &key).unwrap(), expected, "{}", backend.name());
            coupons(vector, &client(backend, "10016226", 1_700_000_000), &key);
        }
    });
}

/// Checks that the client makes the same of the coupons, if a vector is about coupons.
fn coupons(vector: &Item, client: &Client, key: &HmacKey) {
    let given = |number: &str| {
        let member = |name: &str| vector.value["params"][format!("{name}{number}")].as_str().map(str::to_owned);
        Some(Coupon::new(member("stock_id")?, member("out_request_no")?).with_code(member("coupon_code")))
    };
    if let Some(coupon) = given("") {
        let link = client.coupon_link(&coupon, vector.value["params"]["open_id"].as_str().unwrap(), key).unwrap();
        assert!(link.contains(&format!("&sign={}#", vector.text("expected"))), "{link}");
    }
    let coupons: Vec<_> = ["0", "1"].into_iter().filter_map(given).collect();
    if !coupons.is_empty() {
        assert_eq!(client.coupon_plugin(coupons, key).unwrap().sign, vector.text("expected"));
    }
}

#[test]
fn sm() {
    const NO_SM: &str = "SM2 and SM3 are not implemented, only the RSA suite is";
    let skipped =
        ["net-sm3", "net-verify", "net-fake", "java-verify", "java-false-message", "net-decrypt", "java-decrypt"];
    each("sm", 6, &skipped.map(|id| (id, NO_SM)), |item| match item.maybe("pem") {
        // An SM2 certificate is read, but its key is refused by name.
        Some(pem) => {
            assert_eq!(Certificate::from_pem(pem).unwrap().serial(), item.text("serial_hex_upper"));
            let error = public_key_der(item.text("public_pem")).unwrap_err().to_string();
            assert!(error.contains("SM2"), "{error}");
        }
        // SM4-GCM is refused by name, and not as a damaged ciphertext.
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
