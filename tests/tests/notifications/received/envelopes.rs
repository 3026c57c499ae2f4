//! Envelopes that are signed but invalid.

use http::StatusCode;
use serde_json::{Value, json};
use wxpay::DecodeError;
use wxpay::envelope::{EnvelopeError, seal};
use wxpay::keys::ApiV3Key;
use wxpay::notification::{Notification, NotificationError, Resource};
use wxpay_tests::report;

use super::{ENVELOPE_NONCE, NOW, PLAIN, Parties};

#[tokio::test]
async fn members_of_another_notification_do_not_open() {
    for parties in Parties::all() {
        let another = parties.sealed("another-nonc", Some("refund"), r#"{"refund_status":"SUCCESS"}"#);
        for (member, value) in [("nonce", "another-nonc"), ("associated_data", "refund"), ("ciphertext", &another)] {
            let mut envelope = parties.envelope();
            envelope["resource"][member] = value.into();
            let error = parties.receive(&envelope).await.unwrap_err();
            assert_eq!(error, NotificationError::Sealed(EnvelopeError::Key), "{member}");
            assert_eq!(error.status(), StatusCode::INTERNAL_SERVER_ERROR);
        }
    }
}

#[tokio::test]
async fn empty_null_and_missing_associated_data_are_the_same() {
    for parties in Parties::all() {
        for sealed_with in [None, Some("")] {
            let ciphertext = parties.sealed(ENVELOPE_NONCE, sealed_with, PLAIN);
            for written in [Some(json!("")), Some(Value::Null), None] {
                let mut envelope = parties.envelope();
                let resource = envelope["resource"].as_object_mut().unwrap();
                resource["ciphertext"] = ciphertext.clone().into();
                match &written {
                    Some(value) => resource["associated_data"] = value.clone(),
                    None => drop(resource.remove("associated_data")),
                }
                let received = parties.receive(&envelope).await;
                assert!(received.is_ok(), "sealed with {sealed_with:?}, written {written:?}: {received:?}");
            }
        }
    }
}

#[tokio::test]
async fn an_unknown_algorithm_is_named() {
    for parties in Parties::all() {
        for algorithm in ["AEAD_SM4_GCM", "aead_aes_256_gcm", "none"] {
            let mut envelope = parties.envelope();
            envelope["resource"]["algorithm"] = algorithm.into();
            let error = parties.receive(&envelope).await.unwrap_err();
            assert_eq!(error, NotificationError::Sealed(EnvelopeError::Algorithm(algorithm.to_owned())));
        }
    }
}

#[tokio::test]
async fn another_api_v3_key_does_not_open() {
    for parties in Parties::all() {
        let key = ApiV3Key::new("0123456789abcdef0123456789ABCDEE").unwrap();
        let mut envelope = parties.envelope();
        let sealed = seal(parties.backend, &key, ENVELOPE_NONCE, Some("transaction"), PLAIN.as_bytes()).unwrap();
        envelope["resource"]["ciphertext"] = sealed.into();
        let error = parties.receive(&envelope).await.unwrap_err();
        assert_eq!(error, NotificationError::Sealed(EnvelopeError::Key));
        assert!(error.to_string().contains("APIv3 key"), "{error}");
    }
}

#[tokio::test]
async fn nonces_and_ciphertexts_that_are_none_are_refused() {
    for parties in Parties::all() {
        for (member, value, expected) in [
            ("nonce", "short".to_owned(), EnvelopeError::Nonce(5)),
            ("nonce", "61f9c719728a61f9c719728a".to_owned(), EnvelopeError::Nonce(24)),
            ("nonce", "十二个字节".to_owned(), EnvelopeError::Nonce(15)),
            ("ciphertext", "!".to_owned(), EnvelopeError::Base64),
            ("ciphertext", "AAAA".to_owned(), EnvelopeError::Short(3)),
            ("ciphertext", "A".repeat(1 << 10), EnvelopeError::Key),
        ] {
            let mut envelope = parties.envelope();
            envelope["resource"][member] = value.into();
            assert_eq!(parties.receive(&envelope).await.unwrap_err(), NotificationError::Sealed(expected), "{member}");
        }
    }
}

#[tokio::test]
async fn members_that_are_missing_or_of_another_type_are_malformed() {
    for parties in Parties::all() {
        let members = [
            "/id",
            "/event_type",
            "/resource",
            "/resource/algorithm",
            "/resource/nonce",
            "/resource/ciphertext",
            "/resource/associated_data",
        ];
        let mut count = 0;
        for pointer in members {
            let others = [json!(7), json!(true), json!([]), json!({}), json!([PLAIN]), json!(""), Value::Null];
            for other in others {
                let absent = other.is_null() || other == json!("");
                if pointer == "/resource/associated_data" && absent {
                    continue;
                }
                let mut envelope = parties.envelope();
                *envelope.pointer_mut(pointer).unwrap() = other.clone();
                let error = parties.receive(&envelope).await.unwrap_err();
                assert!(matches!(error, NotificationError::Malformed(_)), "{pointer} is {other}: {error}");
                assert_eq!(error.status(), StatusCode::BAD_REQUEST);
                assert!(error.to_string().contains(pointer), "{pointer}: {error}");
                count += 1;
            }
        }
        for body in ["", "null", "[]", "7", "\"x\"", "{", "{}{}", "<xml/>", "\u{feff}{}"] {
            let headers = parties.signed_at(NOW, body.as_bytes()).await;
            let error = parties.refusal(&headers, body.as_bytes()).await;
            assert!(matches!(error, NotificationError::Malformed(_)), "{body:?}: {error}");
            count += 1;
        }
        assert_eq!(count, 6 * 7 + 5 + 9);
        report(&format!("{}: {count} malformed envelopes refused, all of them signed", parties.backend.name()));
    }
}

#[tokio::test]
async fn what_nobody_needs_may_be_missing_or_anything() {
    for parties in Parties::all() {
        for pointer in ["/create_time", "/summary", "/resource_type", "/resource/original_type"] {
            for other in [json!(7), json!("not a time"), Value::Null, json!({})] {
                let mut envelope = parties.envelope();
                *envelope.pointer_mut(pointer).unwrap() = other;
                parties.receive(&envelope).await.unwrap();
            }
        }
        let mut envelope = parties.envelope();
        envelope["something_new"] = json!({ "a": [1] });
        envelope["event_type"] = "SOMETHING.NEW".into();
        assert_eq!(parties.receive(&envelope).await.unwrap().event_type, "SOMETHING.NEW");
    }
}

/// The only known event, or the JSON of any other.
#[derive(Debug, PartialEq)]
enum Event {
    Paid { out_trade_no: String },
    Unknown(Value),
}

impl Resource for Event {
    fn read(event_type: &str, json: &[u8]) -> Result<Self, DecodeError> {
        let value = Value::read(event_type, json)?;
        match (event_type, value.get("out_trade_no").and_then(Value::as_str)) {
            ("TRANSACTION.SUCCESS", Some(number)) => Ok(Self::Paid { out_trade_no: number.to_owned() }),
            ("TRANSACTION.SUCCESS", None) => Err(DecodeError::Syntax("no out_trade_no".to_owned())),
            _ => Ok(Self::Unknown(value)),
        }
    }
}

#[tokio::test]
async fn a_resource_is_read_by_its_event() {
    for parties in Parties::all() {
        for (event, plain, expected) in [
            ("TRANSACTION.SUCCESS", PLAIN, Ok(Event::Paid { out_trade_no: "20260101000001".into() })),
            ("REFUND.SUCCESS", "{}", Ok(Event::Unknown(json!({})))),
            ("TRANSACTION.SUCCESS", "{}", Err("no out_trade_no")),
            ("TRANSACTION.SUCCESS", r#"{"out_trade_no":7}"#, Err("no out_trade_no")),
            ("TRANSACTION.SUCCESS", "", Err("not JSON")),
            ("REFUND.SUCCESS", "\u{0}", Err("not JSON")),
        ] {
            let mut envelope = parties.envelope();
            envelope["event_type"] = event.into();
            envelope["resource"]["ciphertext"] = parties.sealed(ENVELOPE_NONCE, Some("transaction"), plain).into();
            let body = envelope.to_string();
            let headers = parties.signed_at(NOW, body.as_bytes()).await;
            let received: Result<Notification<Event>, _> =
                parties.notifications.receive(&headers, body.as_bytes()).await;
            match (received, expected) {
                (Ok(received), Ok(expected)) => assert_eq!(received.resource, expected),
                (Err(error), Err(reason)) => {
                    assert!(matches!(error, NotificationError::Resource { .. }), "{error}");
                    assert!(error.to_string().contains(reason) && error.to_string().contains(event), "{error}");
                    assert_eq!(error.status(), StatusCode::INTERNAL_SERVER_ERROR);
                }
                (received, expected) => panic!("{plain}: {received:?}, expected {expected:?}"),
            }
        }
    }
}
