//! The outcome of an answer, by status and signature, without a network: sections 3 and 7 of `docs/PROTOCOL.md`, as tests.

use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderValue, Response};
use wxpay::client::Client;
use wxpay::error::{Error, ErrorCode, ErrorKind, Outcome, SignatureState};
use wxpay::pay::{AppPrepay, AppPrepayResponse};
use wxpay::prelude::*;
use wxpay::transport::full;
use wxpay::verify::VerifyError;
use wxpay_sandbox::{Credentials, Sandbox};
use wxpay_tests::wire::{self, Scripted};

const NOW: i64 = 1_700_000_000;
const PREPAY: &str = r#"{"prepay_id":"wx1"}"#;

/// Plays WeChat Pay for one client.
struct Platform {
    credentials: Credentials,
    platform: wire::Platform,
    client: Client,
}

impl Platform {
    async fn new() -> Self {
        let sandbox = Sandbox::start().await.unwrap();
        let credentials = sandbox.credentials().clone();
        let client = sandbox.client_builder().clock(|| NOW).build().unwrap();
        Self { platform: wire::Platform::of(&credentials), credentials, client }
    }

    async fn signed(&self, status: u16, body: &str) -> Response<Bytes> {
        self.signed_at(NOW, status, body).await
    }

    async fn signed_at(&self, time: i64, status: u16, body: &str) -> Response<Bytes> {
        let mut response = self.platform.answer(time, status, body.to_owned()).await;
        response.headers_mut().insert("Request-ID", HeaderValue::from_static("08AB-0"));
        response
    }

    async fn accept(&self, response: Response<Bytes>) -> Result<AppPrepayResponse, Error> {
        self.client.accept::<AppPrepay>(response).await.map(wxpay::client::Answer::into_inner)
    }

    async fn refuse(&self, response: Response<Bytes>) -> Error {
        self.accept(response).await.unwrap_err()
    }
}

fn unsigned(status: u16, body: &str) -> Response<Bytes> {
    Response::builder().status(status).body(Bytes::copy_from_slice(body.as_bytes())).unwrap()
}

#[tokio::test]
async fn a_verified_success_is_one() {
    let platform = Platform::new().await;
    assert_eq!(platform.accept(platform.signed(200, PREPAY).await).await.unwrap().prepay_id, "wx1");
}

#[tokio::test]
async fn a_success_that_does_not_verify_is_unknown() {
    let platform = Platform::new().await;
    let error = platform.refuse(unsigned(200, PREPAY)).await;
    assert!(matches!(error.kind(), ErrorKind::Unverified(VerifyError::Unsigned)), "{error}");
    assert_eq!(error.outcome(), Outcome::Unknown);

    for header in ["wechatpay-timestamp", "wechatpay-nonce", "wechatpay-serial", "wechatpay-signature"] {
        let mut missing = platform.signed(200, PREPAY).await;
        missing.headers_mut().remove(header);
        assert_eq!(platform.refuse(missing).await.outcome(), Outcome::Unknown, "{header}");

        let mut doubled = platform.signed(200, PREPAY).await;
        let value = doubled.headers().get(header).unwrap().clone();
        doubled.headers_mut().append(header, value);
        let error = platform.refuse(doubled).await;
        assert!(matches!(error.kind(), ErrorKind::Unverified(VerifyError::Header { .. })), "{header}: {error}");
    }
}

#[tokio::test]
async fn a_probe_is_refused_as_one() {
    let platform = Platform::new().await;
    let mut probe = platform.signed(200, PREPAY).await;
    let signature = HeaderValue::from_static("WECHATPAY/SIGNTEST/c29tZXRoaW5n");
    probe.headers_mut().insert("wechatpay-signature", signature);
    let error = platform.refuse(probe).await;
    assert!(matches!(error.kind(), ErrorKind::Unverified(VerifyError::Probe)), "{error}");
}

#[tokio::test]
async fn an_unknown_serial_names_the_known_ones() {
    let platform = Platform::new().await;
    let mut other = platform.signed(200, PREPAY).await;
    other.headers_mut().insert("wechatpay-serial", HeaderValue::from_static("PUB_KEY_ID_0000"));
    let error = platform.refuse(other).await.to_string();
    assert!(error.contains("PUB_KEY_ID_0000") && error.contains(&platform.credentials.public_key_id), "{error}");
}

#[tokio::test]
async fn the_clock_window_is_open_at_both_ends() {
    let platform = Platform::new().await;
    for age in [-299, 0, 299] {
        platform.accept(platform.signed_at(NOW - age, 200, PREPAY).await).await.unwrap();
    }
    for age in [-300, 300, i64::MAX] {
        let error = platform.refuse(platform.signed_at(NOW.saturating_sub(age), 200, PREPAY).await).await;
        assert_eq!(error.outcome(), Outcome::Unknown, "{age}: {error}");
    }
}

#[tokio::test]
async fn a_verified_success_that_is_not_as_documented_is_unknown() {
    let platform = Platform::new().await;
    for (body, reason) in [
        ("", "not JSON"),
        ("{}", "/prepay_id is missing"),
        ("[]", "the body is not an object"),
        (r#"{"prepay_id":7}"#, "/prepay_id is not a string"),
        (r#"{"prepay_id":null}"#, "/prepay_id is missing"),
        (r#"{"prepay_id":"wx1"} x"#, "not JSON"),
    ] {
        let error = platform.refuse(platform.signed(200, body).await).await;
        assert_eq!(error.outcome(), Outcome::Unknown);
        assert!(error.to_string().contains(reason), "{body}: {error}");
        assert_eq!((error.status().unwrap().as_u16(), error.request_id()), (200, Some("08AB-0")));
    }
}

#[tokio::test]
async fn a_202_is_not_done_and_keeps_what_it_says() {
    let platform = Platform::new().await;
    let error = platform.refuse(platform.signed(202, "").await).await;
    assert!(matches!(error.kind(), ErrorKind::Accepted(SignatureState::Valid)), "{error}");
    assert_eq!((error.outcome(), error.body().len()), (Outcome::Unknown, 0));
    let body = r#"{"trade_state":"USERPAYING"}"#;
    for (response, signature) in
        [(platform.signed(202, body).await, SignatureState::Valid), (unsigned(202, body), SignatureState::Absent)]
    {
        let error = platform.refuse(response).await;
        assert!(matches!(error.kind(), ErrorKind::Accepted(found) if *found == signature), "{error}");
        assert_eq!(error.body(), body);
    }
}

#[tokio::test]
async fn an_answer_that_is_left_as_it_is_keeps_its_bytes() {
    let platform = Platform::new().await;
    let body = r#"{"prepay_id":7}"#;
    assert_eq!(platform.refuse(platform.signed(200, body).await).await.body(), body);
    assert_eq!(platform.refuse(unsigned(302, "there")).await.body(), "there");

    let body = r#"{"mchid":"1900000001","out_trade_no":["A1"]}"#;
    let answer = platform.client.accept::<Ask>(platform.signed(200, body).await).await.unwrap();
    let dropped: Vec<_> = answer.dropped().iter().map(ToString::to_string).collect();
    assert_eq!(dropped, ["/out_trade_no is not a string"]);
    assert_eq!((answer.body(), &answer.get().out_trade_no), (&Bytes::from_static(body.as_bytes()), &None));
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_not_understood() {
    let platform = Platform::new().await;
    let error = platform.refuse(unsigned(302, "")).await;
    assert!(matches!(error.kind(), ErrorKind::UnexpectedStatus), "{error}");
    assert_eq!(error.outcome(), Outcome::Unknown);
}

#[tokio::test]
async fn an_error_survives_whatever_its_body_is() {
    let platform = Platform::new().await;
    let html = "<html><body>502 Bad Gateway</body></html>";
    for (status, body, code, message) in [
        (400, r#"{"code":"PARAM_ERROR","message":"参数错误"}"#, ErrorCode::ParamError, "参数错误"),
        (400, r#"{"code":"PARAM_ERROR"}"#, ErrorCode::ParamError, ""),
        (
            403,
            r#"{"code":"SOMETHING_NEW","message":"x","detail":[1]}"#,
            ErrorCode::from("SOMETHING_NEW".to_owned()),
            "x",
        ),
        (400, r#"{"code":5,"message":{}}"#, ErrorCode::Other(String::new()), ""),
        (502, html, ErrorCode::Other(String::new()), ""),
        (404, "", ErrorCode::Other(String::new()), ""),
        (500, "[1,2", ErrorCode::Other(String::new()), ""),
    ] {
        let error = platform.refuse(unsigned(status, body)).await;
        let api = error.api().unwrap();
        assert_eq!((api.status().as_u16(), api.code(), api.message()), (status, &code, message));
        assert_eq!(&api.body()[..], body.as_bytes());
        assert_eq!(api.signature(), &SignatureState::Absent);
    }
    let endless = format!(r#"{{"code":"X","message":"{}"}}"#, "错".repeat(100_000));
    let error = platform.refuse(unsigned(400, &endless)).await;
    assert!(error.to_string().len() < 2000 && error.api().unwrap().message().chars().count() == 100_000);
    let detail = platform.refuse(unsigned(403, r#"{"code":"X","detail":[1]}"#)).await;
    assert_eq!(detail.api().unwrap().detail().unwrap().to_string(), "[1]");
}

#[tokio::test]
async fn only_a_refusal_that_is_known_to_be_one_is_refused() {
    let platform = Platform::new().await;
    let body = r#"{"code":"PARAM_ERROR","message":"x"}"#;
    for (status, body, signed, outcome) in [
        (400, body, true, Outcome::Refused),
        (400, body, false, Outcome::Unknown),
        (401, body, false, Outcome::Refused),
        (403, body, true, Outcome::Refused),
        (404, "", false, Outcome::Refused),
        (404, body, false, Outcome::Unknown),
        (404, body, true, Outcome::Refused),
        (405, "", false, Outcome::Refused),
        (429, body, true, Outcome::Refused),
        (429, body, false, Outcome::Unknown),
        (500, body, true, Outcome::Unknown),
        (502, "<html>", false, Outcome::Unknown),
        (503, "", true, Outcome::Unknown),
    ] {
        let response = if signed { platform.signed(status, body).await } else { unsigned(status, body) };
        let error = platform.refuse(response).await;
        assert_eq!(error.outcome(), outcome, "{status} {body} signed: {signed}");
    }
    let mut forged = platform.signed(400, body).await;
    *forged.body_mut() = Bytes::from_static(br#"{"code":"ORDER_PAID","message":"x"}"#);
    let error = platform.refuse(forged).await;
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert_eq!(error.api().unwrap().signature(), &SignatureState::Bad(VerifyError::Signature));
    assert_eq!(error.code(), Some(&ErrorCode::OrderPaid));
}

/// An endpoint whose answer repeats the request's numbers.
#[wxpay_endpoint(method = "POST", path = "/v3/test/echo", response = Echo, number = "out_trade_no")]
struct Ask {
    mchid: String,
    out_trade_no: String,
}

#[wxpay_object]
#[derive(Debug)]
struct Echo {
    #[allow(dead_code)]
    mchid: Option<String>,
    #[allow(dead_code)]
    out_trade_no: Option<String>,
}

/// Answers every request with the same answer.
fn canned(answer: Response<Bytes>) -> Arc<Scripted> {
    Scripted::new(move |_| std::future::ready(Ok(answer.clone().map(full))))
}

#[tokio::test]
async fn an_answer_about_another_order_or_merchant_is_refused() {
    let platform = Platform::new().await;
    for (body, member) in [
        (r#"{"mchid":"1900000001","out_trade_no":"A1"}"#, None),
        (r#"{}"#, None),
        (r#"{"mchid":"1900000002","out_trade_no":"A1"}"#, Some("mchid")),
        (r#"{"mchid":"1900000001","out_trade_no":"A2"}"#, Some("out_trade_no")),
    ] {
        let canned = canned(platform.signed(200, body).await);
        let builder = platform.credentials.client_builder().clock(|| NOW).transport(canned);
        let ask = Ask { mchid: "1900000001".into(), out_trade_no: "A1".into() };
        let result = builder.build().unwrap().send(&ask).await;
        match (result, member) {
            (Ok(_), None) => {}
            (Err(error), Some(wrong)) => {
                assert!(matches!(error.kind(), ErrorKind::Mismatch { member, .. } if member == wrong), "{error}");
                assert_eq!((error.outcome(), error.sends()), (Outcome::Unknown, 1));
            }
            (result, member) => panic!("{result:?} for {member:?}"),
        }
    }
}

#[tokio::test]
async fn an_answer_larger_than_the_limit_is_not_read_to_its_end() {
    let platform = Platform::new().await;
    let canned = canned(platform.signed(200, "{}").await);
    let builder = platform.credentials.client_builder().transport(canned).answer_limit(1);
    let ask = Ask { mchid: "1900000001".into(), out_trade_no: "A1".into() };
    let error = builder.build().unwrap().send(&ask).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TooLarge(1)), "{error}");
    assert_eq!(error.outcome(), Outcome::Unknown);
}
