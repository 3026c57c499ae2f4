//! Reasons for an answer without a body, as the list of requests has them.

use http::Method;
use serde_json::json;
use wxpay_sandbox::faults::{Denial, Failure, Rule};
use wxpay_sandbox::{Reason, Sandbox};
use wxpay_tests::order;

use crate::admin::{Script, done};

async fn reason(sandbox: &Sandbox, method: &Method, path: &str) -> (u16, Reason) {
    let http = Script::of(sandbox).http;
    let answer = http.request(method.clone(), format!("{}{path}", sandbox.url())).send().await.unwrap();
    let status = answer.status().as_u16();
    assert_eq!(answer.bytes().await.unwrap(), "", "{method} {path}");
    let request = sandbox.requests().pop().unwrap();
    assert_eq!((request.status, request.signed_message), (Some(status), None), "the signature was not looked at");
    (status, request.refusal.unwrap())
}

#[tokio::test]
async fn a_path_that_is_none_is_told_with_what_was_perhaps_meant() {
    let sandbox = Sandbox::start().await.unwrap();
    for (method, path, status, message) in [
        (
            Method::POST,
            "/v3/pay/transactions/natve",
            404,
            "no such endpoint; did you mean `POST /v3/pay/transactions/native`?",
        ),
        (Method::POST, "/pay/transactions/app", 404, "no such endpoint; did you mean `POST /v3/pay/transactions/app`?"),
        (
            Method::GET,
            "/v3/capital/capitallhh/banks/search-banks-by-bank-acount",
            404,
            "no such endpoint; did you mean `GET /v3/capital/capitallhh/banks/search-banks-by-bank-account`?",
        ),
        (Method::POST, "/pay/unifiedorder", 404, V2),
        (Method::POST, "/v3/pay/unifiedorder", 404, V2),
        (Method::POST, "/secapi/pay/refund", 404, V2),
        (Method::POST, "/mmpaymkttransfers/promotion/transfers", 404, V2),
        (Method::GET, "/nothing/like/it", 404, "no such endpoint, and no similar one"),
        (Method::GET, "/v3/pay/transactions/app", 405, "this path takes POST"),
        (Method::PUT, "/v3/profitsharing/orders/A", 405, "this path takes GET"),
        (Method::POST, "/v3/billdownload/file", 405, "this path takes GET"),
    ] {
        let (answered, reason) = reason(&sandbox, &method, path).await;
        assert_eq!((answered, &*reason.message, reason.code), (status, message, None), "{method} {path}");
    }
    let long = format!("/v3/{}", "a/".repeat(4000));
    assert_eq!(reason(&sandbox, &Method::GET, &long).await.1.message, "no such endpoint, and no similar one");
}

#[tokio::test]
async fn what_the_real_service_has_is_told_with_its_page() {
    let sandbox = Sandbox::start().await.unwrap();
    let (status, of_a_bank) = reason(&sandbox, &Method::GET, "/v3/capital/capitallhh/banks/personal-banking").await;
    assert_eq!((status, &*of_a_bank.message), (404, "WeChat Pay has this endpoint; the sandbox does not play it"));
    let page = of_a_bank.link.unwrap();
    assert!(page.starts_with("https://pay.weixin.qq.com/doc/v3/"), "{page}");
    let listed = done(Script::of(&sandbox).get("/api/requests")).await;
    assert_eq!(listed[0]["refusal"], json!({ "code": null, "message": of_a_bank.message, "rule": null, "link": page }));

    // A declared endpoint is played by example if examples are switched on.
    let (status, declared) = reason(&sandbox, &Method::GET, "/v3/merchant-service/complaints-v2").await;
    assert_eq!(status, 404);
    assert!(declared.message.ends_with("`Sandbox::builder().examples(true)`"), "{}", declared.message);
}

#[tokio::test]
async fn a_fault_on_purpose_is_called_one() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client_builder().retry(wxpay::client::RetryPolicy::OFF).build().unwrap();
    for rule in [Rule::new(Denial::NotFound), Rule::new(Failure::GatewayTimeout.before())] {
        sandbox.faults().clear();
        sandbox.faults().add(rule);
        client.send(&order(&client, "20260101000001")).await.unwrap_err();
        let reason = sandbox.requests().pop().unwrap().refusal.unwrap();
        assert!(reason.message.starts_with("the fault `") && reason.message.ends_with("`, on purpose"), "{reason:?}");
    }
}

#[tokio::test]
async fn a_body_that_is_too_large_is_told() {
    let sandbox = Sandbox::start().await.unwrap();
    let http = Script::of(&sandbox).http;
    let body = vec![b' '; (1 << 20) + 1];
    let answer = http.post(format!("{}/v3/pay/transactions/app", sandbox.url())).body(body).send().await.unwrap();
    assert_eq!(answer.status(), 413);
    let reason = sandbox.requests().pop().unwrap().refusal.unwrap();
    assert_eq!(reason.message, "the body has more than 1048576 bytes, or broke off");
}

const V2: &str = "this is a path of APIv2, which the sandbox does not play; APIv3 has other paths, such as `POST /v3/pay/transactions/app`";
