//! Calls in a second process, which show that all output is captured and every secret is known.

use wxpay::prelude::*;
use wxpay_sandbox::Sandbox;
use wxpay_tests::leaks::{Kind, Run};
use wxpay_tests::{order, repayment};

#[tokio::test]
async fn two_calls() {
    let sandbox = Sandbox::builder().tls(true).start().await.unwrap();
    let client: Client = sandbox.client().unwrap();
    client.send(&repayment("Captured1")).await.unwrap();
    let answer = client.execute(&order(&client, "20260101000077")).await.unwrap();
    println!("the Request-ID is <{}>", answer.request_id().unwrap());
}

#[test]
fn what_is_emitted_is_captured_and_what_is_secret_is_known() {
    let run = Run::again(&["--exact", "calls::two_calls"]);
    let text = String::from_utf8_lossy(&run.emitted);
    let (_, rest) = text.split_once("the Request-ID is <").unwrap();
    let request_id = rest.split_once('>').unwrap().0;
    let attempt = text.lines().find(|line| line.contains("attempt") && line.contains("20260101000077")).unwrap();
    for expected in ["wxpay::attempt", "POST", "/v3/pay/transactions/app", "status=200", request_id] {
        assert!(attempt.contains(expected), "{expected} in {attempt}");
    }
    let by_tracing = ["wxpay_core::client", "hyper_util::client"].map(|emitter| (emitter, "tracing"));
    let by_log = ["reqwest::connect", "rustls::client"].map(|emitter| (emitter, "log"));
    for (emitter, by) in by_tracing.into_iter().chain(by_log) {
        assert!(text.contains(emitter), "what {emitter} emits with {by} in {text}");
    }
    let known = |kind| run.secrets.of(kind).map(String::from_utf8_lossy).collect::<Vec<_>>();
    assert_eq!((known(Kind::PrivateKey).len(), known(Kind::ApiV3Key).len()), (3, 1));
    assert_eq!((known(Kind::Authorization).len(), known(Kind::Body).len()), (2, 2));
    assert_eq!(known(Kind::Sensitive), ["11010519491231002X", "王小明"]);
    assert_eq!(run.shown(), None);
}
