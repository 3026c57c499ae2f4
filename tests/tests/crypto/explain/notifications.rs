//! Diagnosis of notifications.

use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::json;
use wxpay::envelope::{ALGORITHM, seal};
use wxpay::keys::{ApiV3Key, UnknownKey};
use wxpay::server::explain::{Cause, Diagnosis, Notified, V2Notice, notification};
use wxpay::verify::HeaderProblem;
use wxpay_tests::keys::Key;

use crate::explain::{NONCE, NOW, backend, encoded, names, signatory, spki};

const ID: &str = "PUB_KEY_ID_0119000000012026010100000000000001";
const CERTIFICATE: &str = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";

fn key() -> ApiV3Key {
    ApiV3Key::new("0123456789abcdef0123456789ABCDEF").unwrap()
}

/// A notification whose resource was sealed with one associated data and names another.
fn body_with(sealed_with: &str, named: &str) -> String {
    let ciphertext = seal(backend(), &key(), "twelve-bytes", Some(sealed_with), br#"{"out_trade_no":"1"}"#).unwrap();
    json!({
        "id": "EV-1",
        "event_type": "TRANSACTION.SUCCESS",
        "summary": "支付成功",
        "resource": {
            "algorithm": ALGORITHM,
            "original_type": "transaction",
            "associated_data": named,
            "nonce": "twelve-bytes",
            "ciphertext": ciphertext,
        },
    })
    .to_string()
}

fn body() -> String {
    body_with("transaction", "transaction")
}

fn headers(signer: &Key, serial: &str, body: &str) -> HeaderMap {
    let message = format!("{NOW}\n{NONCE}\n{body}\n");
    let signature = encoded(&signer.sign(message.as_bytes()));
    [
        ("wechatpay-timestamp", NOW.to_string()),
        ("wechatpay-nonce", NONCE.to_owned()),
        ("wechatpay-serial", serial.to_owned()),
        ("wechatpay-signature", signature),
        ("wechatpay-signature-type", "WECHATPAY2-SHA256-RSA2048".to_owned()),
    ]
    .into_iter()
    .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::try_from(value).unwrap()))
    .collect()
}

fn diagnosed(headers: &HeaderMap, body: &[u8]) -> Diagnosis {
    diagnosed_with(headers, body, &key())
}

/// Diagnoses with the shared key as WeChat Pay's and the other key as the merchant's.
fn diagnosed_with(headers: &HeaderMap, body: &[u8], key: &ApiV3Key) -> Diagnosis {
    let (platform, own) = (spki(Key::shared()), spki(Key::other()));
    let (platform, own) = ([signatory("", ID, &platform)], [signatory("1900000001", CERTIFICATE, &own)]);
    notification(&Notified::new(headers, body), &platform, &own, &[key], Some(NOW), backend())
}

#[test]
fn what_is_right_is_called_right() {
    let body = body();
    let diagnosis = diagnosed(&headers(Key::shared(), ID, &body), body.as_bytes());
    assert!(diagnosis.is_right(), "{:?}", diagnosis.causes);
}

#[test]
fn a_body_that_was_parsed_and_printed_again_is_found() {
    let body = body();
    let headers = headers(Key::shared(), ID, &body);
    let parsed: serde_json::Value = serde_json::from_str(&body).unwrap();
    let pretty = serde_json::to_string_pretty(&parsed).unwrap();
    let diagnosis = diagnosed(&headers, pretty.as_bytes());
    assert_eq!(names(&diagnosis), ["reserialised"]);
    assert_eq!(diagnosis.signed, Some(format!("{NOW}\n{NONCE}\n{body}\n").into_bytes()));
    // As a hash map prints it: the resource first, and its members in another order.
    let resource =
        parsed["resource"].as_object().unwrap().iter().rev().map(|(name, value)| format!("\"{name}\":{value}"));
    let (resource, event) = (resource.collect::<Vec<_>>().join(","), &parsed["event_type"]);
    let shuffled = format!(r#"{{"resource":{{{resource}}},"summary":"支付成功","event_type":{event},"id":"EV-1"}}"#);
    let diagnosis = diagnosed(&headers, shuffled.as_bytes());
    assert_eq!(names(&diagnosis), ["reserialised"]);
    assert_eq!(diagnosis.signed, Some(format!("{NOW}\n{NONCE}\n{body}\n").into_bytes()));
    let escaped = body.replace("支付成功", "\\u652f\\u4ed8\\u6210\\u529f");
    assert_eq!(names(&diagnosed(&headers, escaped.as_bytes())), ["reserialised"]);
}

#[test]
fn what_editors_and_tools_do_to_a_body_is_found() {
    let body = body();
    let headers = headers(Key::shared(), ID, &body);
    for changed in [format!("{body}\n"), format!("{body}\r\n"), format!("\u{feff}{body}")] {
        let found = names(&diagnosed(&headers, changed.as_bytes()));
        assert_eq!(found.first(), Some(&"body"), "{changed:?}");
    }
    let cut = &body.as_bytes()[..body.len() / 2];
    assert_eq!(diagnosed(&headers, cut).causes, [Cause::Syntax]);
    let changed = body.replace("EV-1", "EV-2");
    assert_eq!(diagnosed(&headers, changed.as_bytes()).causes, [Cause::OtherMessage]);
}

#[test]
fn the_wrong_key_is_named() {
    let body = body();
    let by_certificate = headers(Key::shared(), CERTIFICATE, &body);
    let (said, signer) = (CERTIFICATE.to_owned(), ID.to_owned());
    assert_eq!(
        diagnosed(&by_certificate, body.as_bytes()).causes,
        [
            Cause::UnknownSerial { serial: CERTIFICATE.to_owned(), kind: UnknownKey::Merchants },
            Cause::OtherKey { said, signer }
        ]
    );
    let by_merchant = headers(Key::other(), ID, &body);
    assert_eq!(diagnosed(&by_merchant, body.as_bytes()).causes, [Cause::MerchantsKey(CERTIFICATE.to_owned())]);
}

#[test]
fn headers_are_looked_at() {
    let body = body();
    let right = headers(Key::shared(), ID, &body);
    assert_eq!(diagnosed(&HeaderMap::new(), body.as_bytes()).causes, [Cause::Unsigned]);
    for name in ["wechatpay-timestamp", "wechatpay-nonce", "wechatpay-serial"] {
        let mut headers = right.clone();
        headers.remove(name);
        let found = diagnosed(&headers, body.as_bytes()).causes;
        assert_eq!(found, [Cause::Header { header: name, problem: HeaderProblem::Missing }]);
        assert_eq!(found[0].to_string(), format!("the header `{name}` is missing"));
    }
    let mut probe = right.clone();
    probe.insert("wechatpay-signature", HeaderValue::from_static("WECHATPAY/SIGNTEST/abc"));
    assert_eq!(diagnosed(&probe, body.as_bytes()).causes, [Cause::Probe]);
    let mut sm = right;
    sm.insert("wechatpay-signature-type", HeaderValue::from_static("WECHATPAY2-SM2-WITH-SM3"));
    assert_eq!(names(&diagnosed(&sm, body.as_bytes())), ["header"]);
}

#[test]
fn the_resource_is_opened() {
    let body = body();
    let right = headers(Key::shared(), ID, &body);
    let wrong_key = ApiV3Key::new(&"x".repeat(32)).unwrap();
    let diagnosis = diagnosed_with(&right, body.as_bytes(), &wrong_key);
    assert_eq!((diagnosis.holds, diagnosis.causes), (true, vec![Cause::ApiV3Key]));

    // While the key is changed, the previous key opens resources that were sealed before.
    let (platform, own_key) = (spki(Key::shared()), key());
    let notified = Notified::new(&right, body.as_bytes());
    let both = [&wrong_key, &own_key];
    let diagnosis = notification(&notified, &[signatory("", ID, &platform)], &[], &both, Some(NOW), backend());
    assert!(diagnosis.is_right(), "{:?}", diagnosis.causes);

    let body = body_with("", "transaction");
    let diagnosis = diagnosed(&headers(Key::shared(), ID, &body), body.as_bytes());
    assert_eq!(diagnosis.causes, [Cause::AssociatedData { opens: String::new() }]);

    let body = r#"{"id":"EV-1","resource":{"algorithm":"AEAD_AES_256_GCM"}}"#;
    let diagnosis = diagnosed(&headers(Key::shared(), ID, body), body.as_bytes());
    assert_eq!(names(&diagnosis), ["envelope"]);
}

/// The causes of an unknown name, and the first remedy, if these are WeChat Pay's known keys.
fn remedy_of(serial: &str, known: &[&str]) -> (Vec<&'static str>, String) {
    let body = body();
    let headers = headers(Key::shared(), serial, &body);
    let (other, own) = (spki(Key::other()), spki(Key::other()));
    let platform: Vec<_> = known.iter().map(|serial| signatory("", serial, &other)).collect();
    let own = [signatory("", CERTIFICATE, &own)];
    let notified = Notified::new(&headers, body.as_bytes());
    let diagnosis = notification(&notified, &platform, &own, &[], Some(NOW), backend());
    let remedy = diagnosis.causes[0].remedy(diagnosis.signer).to_owned();
    (names(&diagnosis), remedy)
}

#[test]
fn an_unknown_name_is_told_by_its_form_and_by_what_is_known() {
    const OTHER_ID: &str = "PUB_KEY_ID_0119000000012026010100000000000002";
    const PLATFORM: &str = "7132D72A03E93CDDF8C03BBD1F37EEDF6157F09E";
    const OTHER_PLATFORM: &str = "7132D72A03E93CDDF8C03BBD1F37EEDF6157F09F";
    let lower = PLATFORM.to_ascii_lowercase();
    for (serial, known, words) in [
        (ID, &[PLATFORM][..], "add the public key and its ID"),
        (ID, &[OTHER_ID], "another public key of WeChat Pay"),
        (PLATFORM, &[ID], "`wxpay certs --out DIR` downloads it"),
        (PLATFORM, &[OTHER_PLATFORM], "perhaps a newer one"),
        (PLATFORM, &[], "a platform certificate"),
        (&lower, &[PLATFORM], "as it arrived"),
        (ID.trim_start_matches("PUB_KEY_ID_"), &[ID], "as it arrived"),
        (CERTIFICATE, &[ID], "never signs with a merchant's key"),
        ("1900000001", &[ID], "as it arrived: it has the ID of a public key"),
    ] {
        let (names, remedy) = remedy_of(serial, known);
        assert_eq!(names.first(), Some(&"unknown-serial"), "{serial} {known:?}");
        assert!(remedy.contains(words), "{serial} {known:?}: {remedy}");
        assert!(!remedy.contains("apiclient"), "{remedy}");
    }
}

#[test]
fn what_is_no_notification_of_apiv3_is_named() {
    let mut request = HeaderMap::new();
    request.insert("authorization", HeaderValue::from_static("WECHATPAY2-SHA256-RSA2048 mchid=\"1\""));
    let none = HeaderMap::new();
    let refund = "<xml><return_code>SUCCESS</return_code><req_info><![CDATA[x]]></req_info></xml>";
    for (headers, body, cause) in [
        (&request, "{}", Cause::IsRequest),
        (&none, refund, Cause::V2Notice(V2Notice::Refund)),
        (&none, "\n<xml><mch_id>1</mch_id></xml>", Cause::V2Notice(V2Notice::Payment)),
        (&none, "", Cause::Unsigned),
    ] {
        assert_eq!(diagnosed(headers, body.as_bytes()).causes, [cause], "{body}");
    }
    assert_eq!(names(&diagnosed(&none, b"<html>")), ["unsigned", "syntax"]);
}

#[test]
fn a_body_that_was_read_before_is_called_empty() {
    let right = headers(Key::shared(), ID, &body());
    assert_eq!(diagnosed(&right, b"").causes, [Cause::EmptyBody]);
    // An answer without a body is right.
    assert!(diagnosed(&headers(Key::shared(), ID, ""), b"").is_right());
}

#[test]
fn a_notification_within_a_string_of_json_is_found() {
    let body = body();
    let wrapped = serde_json::to_string(&body).unwrap();
    let diagnosis = diagnosed(&headers(Key::shared(), ID, &body), wrapped.as_bytes());
    assert_eq!(names(&diagnosis), ["body"]);
    assert!(diagnosis.causes[0].to_string().contains("serialised twice"), "{:?}", diagnosis.causes);
    assert_eq!(diagnosis.signed, Some(format!("{NOW}\n{NONCE}\n{body}\n").into_bytes()));
}

#[test]
fn the_bare_resource_is_named_and_opened() {
    let body = body();
    let right = headers(Key::shared(), ID, &body);
    let parsed: serde_json::Value = serde_json::from_str(&body).unwrap();
    let resource = parsed["resource"].to_string();
    assert_eq!(diagnosed(&right, resource.as_bytes()).causes, [Cause::BareResource]);
    let wrong_key = ApiV3Key::new(&"x".repeat(32)).unwrap();
    let diagnosis = diagnosed_with(&right, resource.as_bytes(), &wrong_key);
    assert_eq!(diagnosis.causes, [Cause::BareResource, Cause::ApiV3Key]);
}

#[test]
fn the_names_of_cgi_are_named_and_read_all_the_same() {
    let body = body();
    let right = headers(Key::shared(), ID, &body);
    for prefix in ["http_", ""] {
        let named = |name: &HeaderName| format!("{prefix}{}", name.as_str().replace('-', "_"));
        let cgi: HeaderMap =
            right.iter().map(|(name, value)| (HeaderName::try_from(named(name)).unwrap(), value.clone())).collect();
        let diagnosis = diagnosed(&cgi, body.as_bytes());
        assert_eq!((names(&diagnosis), diagnosis.holds), (vec!["cgi-names"], true), "{prefix}");
        let found = names(&diagnosed(&cgi, format!("{body}\n").as_bytes()));
        assert_eq!(found, ["cgi-names", "body"]);
    }
}

#[test]
fn a_body_that_was_cut_off_is_told_by_its_length() {
    let body = body();
    let mut right = headers(Key::shared(), ID, &body);
    right.insert("content-length", HeaderValue::from(body.len()));
    assert!(diagnosed(&right, body.as_bytes()).is_right());
    let cut = &body.as_bytes()[..body.len() / 2];
    let length = Cause::Length { said: body.len(), found: cut.len() };
    assert_eq!(diagnosed(&right, cut).causes, [length, Cause::Syntax]);
}
