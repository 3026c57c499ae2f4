//! Destinations of notifications: public hosts, this machine, and hosts that were named.

use std::time::Duration;

use http::StatusCode;
use wxpay::client::Client;
use wxpay::error::Outcome;
use wxpay_sandbox::wire::Wire;
use wxpay_sandbox::{Sandbox, SandboxError};
use wxpay_tests::order;
use wxpay_tests::wire::serve;

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

#[tokio::test]
async fn one_of_your_own_making_goes_where_those_of_orders_may_go() {
    let sandbox = Sandbox::builder().notify_to("10.255.255.1").start().await.unwrap();
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let post = async |url: &str| {
        let body =
            serde_json::json!({ "url": url, "event_type": "X", "original_type": "x", "resource": {} }).to_string();
        let request = http.post(format!("{}/api/notifications", sandbox.admin_url())).body(body);
        let answer = request.bearer_auth(sandbox.admin_token()).send().await.unwrap();
        (answer.status(), answer.text().await.unwrap())
    };
    for (url, rule) in [
        ("http://169.254.169.254/latest", "not `https`"),
        ("https://169.254.169.254/latest", "link-local"),
        ("https://2130706433/", "read as an address"),
        ("https://metadata.google.internal/", "local network"),
        ("http://10.255.255.2/", "not `https`"),
        ("file:///etc/passwd", "does not parse"),
        ("gopher://127.0.0.1/", "not `https`"),
        ("http://me@127.0.0.1/", "user name"),
    ] {
        let (status, answer) = post(url).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{url}");
        assert!(answer.contains(rule), "{url}: {answer}");
        // Naming a host helps if the host is what is wrong.
        let helps = !["does not parse", "user name"].contains(&rule) && !url.starts_with("gopher");
        assert_eq!(answer.contains("--notify-to"), helps, "{url}: {answer}");
    }
    assert!(sandbox.notifications().unwrap().is_empty());
    for url in ["http://127.0.0.1:9/", "http://10.255.255.1/"] {
        assert_eq!(post(url).await.0, StatusCode::OK, "{url}");
    }
}

#[tokio::test]
async fn nobody_is_called_whom_a_redirect_names() {
    let sandbox = Sandbox::start().await.unwrap();
    let other = Wire::tap(sandbox.address()).await.unwrap();
    let to = format!("{}/secret", other.url());
    let app = axum::Router::new().fallback(async move || axum::response::Redirect::temporary(&to));
    let url = format!("{}/notify", serve(app).await);
    let client = sandbox.client().unwrap();
    ordered(&client, "Reach1", &url).await.unwrap();
    sandbox.pay_order("Reach1").unwrap();
    let attempt = loop {
        if let Some(attempt) = sandbox.deliveries().unwrap().first().cloned() {
            break attempt;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    };
    assert_eq!(attempt.status, Some(307));
    assert!(other.requests().is_empty());
}
