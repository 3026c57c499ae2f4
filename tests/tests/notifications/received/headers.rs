//! The clock, and headers that are missing, doubled, too long or not text.

use http::{HeaderMap, HeaderValue, StatusCode};
use serde_json::Value;
use wxpay::notification::NotificationError;
use wxpay::verify::VerifyError;

use super::{NOW, Parties};

const NEEDED: [&str; 4] = ["wechatpay-timestamp", "wechatpay-nonce", "wechatpay-serial", "wechatpay-signature"];

#[tokio::test]
async fn the_clock_may_be_299_seconds_off_either_way_and_not_300() {
    for parties in Parties::all() {
        let body = parties.envelope().to_string().into_bytes();
        for age in [-299, 0, 299] {
            let headers = parties.signed_at(NOW - age, &body).await;
            parties.notifications.receive::<Value>(&headers, &body).await.unwrap();
        }
        for age in [-300, 300] {
            let headers = parties.signed_at(NOW - age, &body).await;
            let error = parties.refusal(&headers, &body).await;
            assert_eq!(error, NotificationError::Unverified(VerifyError::Clock { age }));
            assert_eq!(error.status(), StatusCode::UNAUTHORIZED);
        }
    }
}

#[tokio::test]
async fn a_missing_doubled_oversized_empty_or_foreign_header_is_refused() {
    type Spoil = fn(&mut HeaderMap, &'static str);
    let spoilt: [(&str, Spoil); 6] = [
        ("missing", |headers, name| drop(headers.remove(name))),
        ("doubled", |headers, name| assert!(headers.append(name, headers[name].clone()))),
        ("oversized", |headers, name| drop(headers.insert(name, "1".repeat(100_000).parse().unwrap()))),
        ("empty", |headers, name| drop(headers.insert(name, HeaderValue::from_static("")))),
        ("not ASCII", |headers, name| drop(headers.insert(name, HeaderValue::from_bytes("微信".as_bytes()).unwrap()))),
        ("not UTF-8", |headers, name| drop(headers.insert(name, HeaderValue::from_bytes(b"\xff\xfe").unwrap()))),
    ];
    for parties in Parties::all() {
        let body = parties.envelope().to_string().into_bytes();
        let signed = parties.signed_at(NOW, &body).await;
        for (how, spoil) in spoilt {
            for name in NEEDED {
                let mut headers = signed.clone();
                spoil(&mut headers, name);
                let error = parties.refusal(&headers, &body).await;
                let expected = match (how, name) {
                    ("missing", "wechatpay-signature") => {
                        matches!(error, NotificationError::Unverified(VerifyError::Unsigned))
                    }
                    _ => {
                        matches!(error, NotificationError::Unverified(VerifyError::Header { header, .. }) if header == name)
                    }
                };
                assert!(expected, "{name} {how}: {error}");
                assert_eq!(error.status(), StatusCode::UNAUTHORIZED);
            }
        }
    }
}

#[tokio::test]
async fn a_signature_probe_is_refused_as_one() {
    for parties in Parties::all() {
        let body = parties.envelope().to_string().into_bytes();
        let mut headers = parties.signed_at(NOW, &body).await;
        let right = headers["wechatpay-signature"].to_str().unwrap();
        for rest in ["", "c29tZXRoaW5n", right] {
            let probe = format!("WECHATPAY/SIGNTEST/{rest}").parse().unwrap();
            let mut probed = headers.clone();
            probed.insert("wechatpay-signature", probe);
            let error = parties.refusal(&probed, &body).await;
            assert_eq!(error, NotificationError::Unverified(VerifyError::Probe));
            assert_eq!(error.status(), StatusCode::UNAUTHORIZED);
        }
        headers.insert("wechatpay-signature-type", HeaderValue::from_static("WECHATPAY2-SM2-WITH-SM3"));
        let error = parties.refusal(&headers, &body).await;
        assert!(matches!(error, NotificationError::Unverified(VerifyError::Header { .. })), "{error}");
    }
}

#[tokio::test]
async fn a_body_of_10_megabytes_is_too_large_before_anything_is_looked_at() {
    for parties in Parties::all() {
        let body = vec![b' '; 10 << 20];
        let headers = parties.signed_at(NOW, &body).await;
        for headers in [headers, HeaderMap::new()] {
            let error = parties.refusal(&headers, &body).await;
            assert_eq!(error, NotificationError::TooLarge(10 << 20));
            assert_eq!(error.status(), StatusCode::PAYLOAD_TOO_LARGE);
        }
    }
}

#[tokio::test]
async fn the_largest_documented_notification_is_received() {
    for parties in Parties::all() {
        // 1 048 576 characters of Base64 hold three quarters as many bytes, of which the tag is a part.
        let filler = "x".repeat((1 << 20) / 4 * 3 - 16 - r#"{"a":""}"#.len());
        let mut envelope = parties.envelope();
        let ciphertext = parties.sealed(super::ENVELOPE_NONCE, Some("transaction"), &format!(r#"{{"a":"{filler}"}}"#));
        assert_eq!(ciphertext.len(), 1 << 20);
        envelope["resource"]["ciphertext"] = ciphertext.into();
        assert_eq!(parties.receive(&envelope).await.unwrap().resource["a"], filler);
    }
}
