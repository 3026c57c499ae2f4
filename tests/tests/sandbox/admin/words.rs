//! The gateway reports a broken rule in its own words; the library's words are on the page.

use http::Method;
use serde_json::{Value, json};
use wxpay::client::Client;
use wxpay_sandbox::Sandbox;

const ORDER: &str = "/v3/pay/transactions/app";
const REFUND: &str = "/v3/refund/domestic/refunds";
const SHARING: &str = "/v3/profitsharing/orders";

fn order(client: &Client, member: &str, value: &Value) -> Value {
    let mut order = json!({
        "appid": "wxd678efh567hg6787",
        "mchid": client.merchant().id(),
        "description": "A teapot",
        "out_trade_no": "20260101000001",
        "notify_url": "https://shop.example.com/notify",
        "amount": { "total": 1 },
    });
    order[member] = value.clone();
    order
}

/// A violation of each kind that a request can have, and the library's words for it.
fn violations(client: &Client) -> Vec<(&'static str, Value, &'static str)> {
    let order = |member: &str, value: Value| order(client, member, &value);
    let refund = json!({ "out_refund_no": "REFUND1", "amount": { "refund": 1, "total": 1, "currency": "CNY" } });
    let sharing = json!({
        "appid": "wxd678efh567hg6787", "transaction_id": "1", "out_order_no": "SHARING1", "receivers": [], "unfreeze_unsplit": true
    });
    let mut violations = vec![
        (ORDER, order("out_trade_no", json!("12345")), "has 5 bytes"),
        (ORDER, order("out_trade_no", json!("壶壶壶壶壶壶")), "does not match"),
        (ORDER, order("description", json!("😀")), "above U+FFFF"),
        (ORDER, order("amount", json!({ "total": 0 })), "is 0, the lowest allowed is 1"),
        (SHARING, sharing, "has 0 elements"),
        (REFUND, refund, "is missing"),
        ("/v3/bill/tradebill?bill_date=2026-01-01&bill_type=ANY", Value::Null, "is not one of"),
        ("/v3/bill/tradebill?bill_date=2026-01-01&tar_type=gzip", Value::Null, "is not one of GZIP"),
    ];
    for (url, reason) in [
        ("http://shop.example.com/a", "it is not `https`; `--notify-to shop.example.com` ("),
        ("https://shop.example.com/a?b=c", "it has a query"),
        ("https://shop.example.com/a#b", "it has a fragment"),
        ("https://me@shop.example.com/a", "it has a user name"),
        ("https://shop.example.com", "it has no path"),
        ("/a", "it has no host"),
        ("https://a b/c", "it does not parse"),
        (
            "https://10.0.0.1:8443/a",
            "(10.0.0.0/8); `--notify-to 10.0.0.1` (`Builder::notify_to(\"10.0.0.1\")`) lets it through",
        ),
        ("https://web/a", "its host is a name without a domain; `--notify-to web` ("),
    ] {
        violations.push((ORDER, order("notify_url", json!(url)), reason));
    }
    violations
}

#[tokio::test]
async fn a_broken_rule_is_told_in_the_gateways_words_and_the_library_words_are_on_the_page() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    for (target, body, rule) in violations(&client) {
        let (method, body) =
            if body.is_null() { (Method::GET, String::new()) } else { (Method::POST, body.to_string()) };
        let error = client.send_raw(method, target, body).await.unwrap_err();
        let message = error.api().unwrap_or_else(|| panic!("{target}: {error}")).message().to_owned();
        assert_eq!(error.code_str(), "PARAM_ERROR", "{error}");
        // Values, names and patterns are in quotes, or one word.
        let words: Vec<_> =
            message.split(|letter: char| !letter.is_ascii()).filter(|words| words.trim().contains(' ')).collect();
        assert!(words.is_empty() && message.contains("规则校验失败"), "{message}: {words:?}");

        let reason = sandbox.requests().pop().unwrap().refusal.unwrap();
        assert_eq!((reason.code, reason.message), (Some("PARAM_ERROR"), message));
        assert!(reason.rule.as_ref().is_some_and(|said| said.contains(rule)), "{rule}: {:?}", reason.rule);
    }
}
