//! The places that notifications go to: public hosts, this machine, and what was named.

use std::time::Duration;

use http::StatusCode;
use wxpay::client::Client;
use wxpay::error::Outcome;
use wxpay_sandbox::{Sandbox, SandboxError};
use wxpay_tests::order;

const SHOP: &str = "http://10.255.255.1:3000/notify";

async fn ordered(client: &Client, number: &str, notify_url: &str) -> Result<(), wxpay::error::Error> {
    let mut order = order(client, number);
    order.notify_url = notify_url.into();
    client.send(&order).await.map(drop)
}

#[tokio::test]
async fn a_host_that_is_not_public_is_refused_by_client_and_sandbox_with_the_rule() {
    let sandbox = Sandbox::start().await.unwrap();
    let strict = sandbox.client().unwrap();
    let error = ordered(&strict, "Reach1", "https://169.254.169.254/notify").await.unwrap_err();
    assert!(error.to_string().contains("/notify_url") && error.to_string().contains("link-local"), "{error}");
    assert_eq!(error.outcome(), Outcome::NotSent);

    let hosts = ["shop", "10.255.255.1", "fe80::1"];
    let lax = hosts.iter().fold(sandbox.client_builder(), |client, host| client.notify_to(*host)).build().unwrap();
    for (url, rule) in [
        ("http://shop:3000/notify", "not `https`"),
        ("https://shop/notify", "without a domain"),
        (SHOP, "not `https`"),
        ("https://10.255.255.1/notify", "private address"),
        ("https://[fe80::1]/notify", "link-local"),
    ] {
        let error = ordered(&lax, "Reach1", url).await.unwrap_err();
        assert_eq!(error.status(), Some(StatusCode::BAD_REQUEST), "{url}: {error}");
        let refusal = sandbox.requests().pop().unwrap().refusal.unwrap();
        assert!(refusal.rule.as_ref().is_some_and(|told| told.contains(rule)), "{url}: {refusal:?}");
    }
}

#[tokio::test]
async fn a_named_host_is_taken_by_the_sandbox_and_its_clients() {
    let sandbox = Sandbox::builder().notify_to("shop").notify_to("10.255.255.1").start().await.unwrap();
    let client = sandbox.client().unwrap();
    for (number, url) in [("Reach1", "http://shop:3000/notify"), ("Reach2", "https://SHOP/notify"), ("Reach3", SHOP)] {
        ordered(&client, number, url).await.unwrap();
    }
    assert!(ordered(&client, "Reach4", "http://other/notify").await.is_err());
}

#[tokio::test]
async fn what_names_no_host_starts_no_sandbox_and_builds_no_client() {
    let error = Sandbox::builder().notify_to("http://shop:3000").start().await.err().unwrap();
    assert!(matches!(&error, SandboxError::Notifications(text) if text.contains("`http://shop:3000`")), "{error}");
    let sandbox = Sandbox::start().await.unwrap();
    let error = sandbox.client_builder().notify_to("shop:3000").notify_to("").build().unwrap_err();
    assert_eq!(error.problems.iter().filter(|problem| problem.setting == "notify_to").count(), 2, "{error}");
}

#[tokio::test]
async fn nothing_is_sent_to_what_an_earlier_sandbox_was_told_of() {
    let folder = tempfile::tempdir().unwrap();
    let begun = || Sandbox::builder().directory(folder.path().join("keys")).database(folder.path().join("books.db"));
    let first = begun().notify_to("10.255.255.1").start().await.unwrap();
    let client = first.client().unwrap();
    ordered(&client, "Reach1", SHOP).await.unwrap();
    first.hold_notifications();
    first.pay_order("Reach1").unwrap();
    first.stop().await;

    let second = begun().start().await.unwrap();
    let attempt = loop {
        if let Some(attempt) = second.notifications().unwrap()[0].attempts.first().cloned() {
            break attempt;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    };
    assert_eq!(attempt.status, None);
    assert!(attempt.answer.starts_with("not sent: it is not `https`"), "{}", attempt.answer);
}
