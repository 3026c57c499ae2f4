//! Signing strings, and signatures by keys whose private half is elsewhere. Signatures are deterministic: if one verifies over
//! our string, our string is right.

use std::sync::Mutex;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use wxpay::crypto::{BoxFuture, CryptoError, Signer};
use wxpay::keys::Certificate;
use wxpay::payment::payment_message;
use wxpay::sign::{Scheme, authorization, request_message};
use wxpay_tests::keys::Key;
use wxpay_tests::ready;

use super::{Item, backends, client, each, item, public_key};

#[test]
fn request_sign() {
    each("request_sign", 5, &[], |item| {
        let [method, url, timestamp, nonce] =
            ["method", "canonical_url", "timestamp", "nonce"].map(|member| item.text(member));
        let message = request_message(method, url, timestamp, nonce, &item.bytes("body_b64"));
        assert_eq!(message, item.bytes("message_b64"));
        signed(item, &message);
        let [mchid, serial, signature] = ["mchid", "serial_no", "signature"].map(|member| item.text(member));
        let header = authorization(Scheme::MERCHANT, mchid, serial, timestamp, nonce, signature);
        assert_eq!(header, item.text("authorization"));
    });
}

#[test]
fn canonical_strings() {
    each("canonical_strings", 5, &[], |item| {
        let message = match item.maybe("kind") {
            None => {
                let [method, timestamp, nonce] = ["method", "timestamp", "nonce"].map(|member| item.text(member));
                let host = "https://api.mch.weixin.qq.com";
                let target = item.maybe("canonical_url").or_else(|| item.text("url").strip_prefix(host)).unwrap();
                request_message(method, target, timestamp, nonce, item.text("body").as_bytes())
            }
            Some("response") => {
                answer_message(item.text("timestamp").parse().unwrap(), item.text("nonce"), item.text("body"))
            }
            Some("response-template") => {
                let message = String::from_utf8(answer_message(1_700_000_000, "nonce", "body")).unwrap();
                message.replace("1700000000", "{ts}").into_bytes()
            }
            Some(other) => panic!("unknown kind {other}"),
        };
        assert_eq!(message, item.bytes("message_b64"));
    });
}

#[test]
fn invoke_payment() {
    each("invoke_payment", 3, &[], |item| {
        let [appid, timestamp, nonce, prepay_id] =
            ["appid", "timestamp", "nonce", "prepay_id"].map(|member| item.text(member));
        let fourth = match item.text("kind") {
            "app" => prepay_id.to_owned(),
            _ => format!("prepay_id={prepay_id}"),
        };
        let message = payment_message(appid, timestamp, nonce, &fourth);
        assert_eq!(message, item.bytes("message_b64"));
        signed(item, &message);
        parameters(item);
    });
}

#[test]
fn raw_sign_verify() {
    each("raw_sign_verify", 11, &[], |vector| {
        let message = vector.bytes("message_b64");
        for &backend in backends() {
            let key = match (vector.maybe("public_key"), vector.maybe("certificate")) {
                (Some(id), _) => public_key(backend, id),
                (None, Some(id)) => {
                    let certificate = item("certificates", id);
                    let certificate = Certificate::from_pem(certificate.text("pem")).unwrap();
                    backend.public_key(certificate.spki()).unwrap()
                }
                (None, None) => panic!("no key"),
            };
            let signature = BASE64.decode(vector.text("signature"));
            let valid = signature.is_ok_and(|signature| key.verifier.verify(&message, &signature));
            assert_eq!(valid, vector.flag("expected_valid"), "{}", backend.name());
        }
    });
}

/// Checks that the item's signature verifies over `message`, on every backend.
fn signed(item: &Item, message: &[u8]) {
    for &backend in backends() {
        let key = public_key(backend, item.text("key"));
        assert!(key.verifier.verify(message, &item.bytes("signature")), "{}", backend.name());
    }
}

/// Checks that the client's parameters have the official names and, unless they are random, the official values. The random ones
/// are a nonce and the signature over it.
fn parameters(item: &Item) {
    let expected = item.value["params"].as_object().unwrap();
    let [kind, appid, timestamp, prepay_id] =
        ["kind", "appid", "timestamp", "prepay_id"].map(|member| item.text(member));
    let mchid = expected.get("partnerid").map_or("1900007291", |mchid| mchid.as_str().unwrap());
    for &backend in backends() {
        let client = client(backend, mchid, timestamp.parse().unwrap());
        let (ours, nonce, sign, fourth) = match kind {
            "app" => {
                let ours = serde_json::to_value(ready(client.app_payment(appid, prepay_id)).unwrap());
                (ours, "noncestr", "sign", "prepayid")
            }
            "jsapi" => {
                let ours = serde_json::to_value(ready(client.jsapi_payment(appid, prepay_id)).unwrap());
                (ours, "nonceStr", "paySign", "package")
            }
            "mini" => {
                let ours = serde_json::to_value(ready(client.mini_program_payment(appid, prepay_id)).unwrap());
                (ours, "nonceStr", "paySign", "package")
            }
            other => panic!("unknown kind {other}"),
        };
        let ours = ours.unwrap();
        let text = |member: &str| ours[member].as_str().unwrap();
        assert!(ours.as_object().unwrap().keys().eq(expected.keys()), "{ours}");
        let fixed = expected.iter().filter(|(name, _)| ![nonce, sign].contains(&name.as_str()));
        fixed.for_each(|(name, value)| assert_eq!(&ours[name], value, "{name}"));
        let message = payment_message(appid, timestamp, text(nonce), text(fourth));
        assert!(Key::shared().verifies(&message, &BASE64.decode(text(sign)).unwrap()), "{}", backend.name());
    }
}

/// The signing string that the server's half signs for an answer, recorded by a signer that signs nothing.
fn answer_message(timestamp: i64, nonce: &str, body: &str) -> Vec<u8> {
    struct Recorder(Mutex<Vec<u8>>);
    impl Signer for Recorder {
        fn sign<'a>(&'a self, message: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, CryptoError>> {
            *self.0.lock().unwrap() = message.to_vec();
            Box::pin(std::future::ready(Ok(Vec::new())))
        }
    }
    let recorder = Recorder(Mutex::default());
    ready(wxpay::server::signature_headers(Scheme::MERCHANT, &recorder, "serial", timestamp, nonce, body.as_bytes()))
        .unwrap();
    recorder.0.into_inner().unwrap()
}
