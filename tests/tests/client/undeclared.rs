//! Requests without a declaration: signed and verified as every other, and repeated only if nothing can be done twice.

use http::Method;
use serde_json::{Value, json};
use wxpay::client::{Client, RetryPolicy};
use wxpay::error::{Error, ErrorKind, Outcome};
use wxpay_sandbox::faults::{Damage, Failure, Rule};
use wxpay_sandbox::{Keys, Sandbox};

const ORDERS: &str = "/v3/pay/transactions/app";

async fn start() -> (Sandbox, Client) {
    let sandbox = Sandbox::builder().keys(Keys::Both).start().await.unwrap();
    let pauses = (std::time::Duration::from_millis(1), std::time::Duration::from_millis(1));
    let client = sandbox.client_builder().retry(RetryPolicy::STANDARD.pauses(pauses.0, pauses.1)).build().unwrap();
    (sandbox, client)
}

fn order(client: &Client) -> String {
    json!({
        "appid": "wxd678efh567hg6787",
        "mchid": client.merchant().id(),
        "description": "A teapot",
        "out_trade_no": "20260101000001",
        "notify_url": "http://127.0.0.1:9/notify",
        "amount": { "total": 100 },
    })
    .to_string()
}

async fn place(client: &Client) -> Result<Value, Error> {
    let answer = client.send_raw(Method::POST, ORDERS, order(client)).await?;
    Ok(serde_json::from_slice(answer.body()).unwrap())
}

#[tokio::test]
async fn what_is_answered_is_verified_and_given_as_it_is() {
    let (_sandbox, client) = start().await;
    assert!(place(&client).await.unwrap()["prepay_id"].is_string());
    let target = format!("/v3/pay/transactions/out-trade-no/20260101000001?mchid={}", client.merchant().id());
    let found = client.send_raw(Method::GET, &target, "").await.unwrap();
    assert!(found.request_id().is_some());
    assert_eq!(serde_json::from_slice::<Value>(found.body()).unwrap()["trade_state"], "NOTPAY");
}

#[tokio::test]
async fn what_is_not_verified_is_no_success() {
    let (sandbox, client) = start().await;
    for damage in [Damage::NoSignature, Damage::WrongSignature, Damage::UnknownSerial] {
        sandbox.faults().clear();
        sandbox.faults().add(Rule::new(damage));
        let error = place(&client).await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Unverified(_)), "{error}");
        assert_eq!(error.outcome(), Outcome::Unknown);
    }
}

#[tokio::test]
async fn a_refusal_is_one() {
    let (_sandbox, client) = start().await;
    let error = client.send_raw(Method::POST, ORDERS, "{}").await.unwrap_err();
    assert_eq!((error.outcome(), error.code_str()), (Outcome::Refused, "PARAM_ERROR"));
    let error = client.send_raw(Method::POST, "/v3/nothing", "{}").await.unwrap_err();
    assert_eq!((error.outcome(), error.status().unwrap().as_u16()), (Outcome::Refused, 404));
}

#[tokio::test]
async fn only_a_question_is_repeated() {
    let (sandbox, client) = start().await;
    let once = || Rule::new(Failure::SystemError.before()).times(1);
    sandbox.faults().add(once());
    client.send_raw(Method::GET, "/v3/certificates", "").await.unwrap();
    sandbox.faults().add(once());
    let error = place(&client).await.unwrap_err();
    assert_eq!((error.outcome(), error.sends()), (Outcome::Unknown, 1));
}

#[tokio::test]
async fn what_would_be_sent_otherwise_than_it_was_signed_is_not_sent() {
    let (_sandbox, client) = start().await;
    for target in
        ["", "v3/certificates", "/v3/a b", "/v3/茶", "/v3/../certificates", "/v3/%2e%2E/a", "/v3/a|b", "/v3#a"]
    {
        let error = client.send_raw(Method::GET, target, "").await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{target}");
        assert!(matches!(error.kind(), ErrorKind::Encode(_)), "{target}: {error}");
    }
}
