//! `wxpay doctor --notify-url`, with the sandbox as WeChat Pay and proxies before the shop.

// A test that fails is meant to panic.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod common;

use std::io::{BufRead as _, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::response::{IntoResponse as _, Redirect, Response};
use common::{Ran, Shop, command};
use http::HeaderMap;
use serde_json::Value;
use wxpay_sandbox::faults::{Damage, Denial, Failure, Rule};

/// An address without a listener.
fn free() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

/// A proxy's change to a request before it forwards it.
type Change = fn(&mut String, &mut HeaderMap, &mut Vec<u8>);

/// URL of the path `/notify` of a reverse proxy before `shop`, which forwards the changed request `times` times.
async fn proxy(shop: SocketAddr, times: usize, change: Change) -> String {
    serve(Router::new().fallback(move |request: Request| async move {
        let (head, body) = request.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        let (mut path, mut headers, mut body) = (head.uri.path().to_owned(), head.headers, body.to_vec());
        change(&mut path, &mut headers, &mut body);
        for name in ["host", "content-length"] {
            headers.remove(name);
        }
        let mut answer = Response::new(Body::empty());
        for _ in 0..times {
            let sent = reqwest::Client::new().request(head.method.clone(), format!("http://{shop}{path}"));
            let answered = sent.headers(headers.clone()).body(body.clone()).send().await.unwrap();
            *answer.status_mut() = answered.status();
            *answer.body_mut() = Body::from(answered.bytes().await.unwrap());
        }
        answer
    }))
    .await
}

async fn serve(router: Router) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/notify", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    url
}

async fn doctor(shop: &Shop, url: &str, listen: SocketAddr, wait: &str) -> Ran {
    let listen = listen.to_string();
    shop.run(&["doctor", "--json", "--notify-url", url, "--listen", &listen, "--wait", wait]).await
}

/// The findings about the notification: state, text, remedy.
#[track_caller]
fn notification(ran: &Ran) -> Vec<(String, String, String)> {
    of(ran, "notification")
}

#[track_caller]
fn of(ran: &Ran, check: &str) -> Vec<(String, String, String)> {
    let findings: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{ran:?}"));
    let text = |finding: &Value, member: &str| finding[member].as_str().unwrap_or_default().to_owned();
    let all = findings.as_array().unwrap().iter().filter(|finding| finding["check"] == check);
    all.map(|finding| (text(finding, "state"), text(finding, "text"), text(finding, "remedy"))).collect()
}

/// The notification has only this finding, with these words.
#[track_caller]
fn says(ran: &Ran, state: &str, text: &str, remedy: &str) {
    let found = notification(ran);
    assert_eq!(found.len(), 1, "{ran:?}");
    let (is, said, done) = &found[0];
    assert!(
        is == state && said.contains(text) && done.contains(remedy),
        "expected {state}: {text} -> {remedy}\n{found:#?}"
    );
}

#[tokio::test]
async fn a_notification_that_arrives_is_the_proof() {
    let shop = Shop::open().await;
    let listen = free();
    let ran = doctor(&shop, &format!("http://{listen}/notify"), listen, "20").await;
    ran.ends(0);
    says(&ran, "ok", "is the one that was sent, its encrypted member too", "");
    assert_eq!(of(&ran, "APIv3 key, tried")[0], ("ok".to_owned(), "opens the notification".to_owned(), String::new()));
    // WeChat Pay's delivery was accepted, so it is not repeated.
    let deliveries = shop.sandbox.deliveries().unwrap();
    assert_eq!(deliveries.iter().map(|delivery| delivery.status).collect::<Vec<_>>(), [Some(204)]);
}

#[tokio::test]
async fn without_a_listener_it_is_sent_and_not_proven() {
    let shop = Shop::open().await;
    let url = serve(Router::new().fallback(|| async { http::StatusCode::NO_CONTENT })).await;
    let ran = shop.run(&["doctor", "--json", "--notify-url", &url]).await;
    ran.ends(8);
    says(&ran, "unproven", "requested, to", "SECURITY_ECHO.SUCCESS");
    let table = shop.run(&["doctor", "--notify-url", &url]).await;
    assert!(table.ends(8).contains("unproven  notification"), "{table:?}");
}

#[tokio::test]
async fn what_a_proxy_does_to_it_is_named() {
    let dropped: Change = |_, headers, _| {
        let ours: Vec<_> = headers.keys().filter(|name| name.as_str().starts_with("wechatpay-")).cloned().collect();
        for name in ours {
            headers.remove(name);
        }
    };
    let one_dropped: Change = |_, headers, _| drop(headers.remove("wechatpay-nonce"));
    let anew: Change = |_, _, body| {
        let json: Value = serde_json::from_slice(body).unwrap();
        *body = serde_json::to_vec_pretty(&json).unwrap();
    };
    let cut: Change = |_, _, body| body.truncate(body.len() / 2);
    let named: Change = |_, headers, _| {
        headers.insert("wechatpay-serial", "PUB_KEY_ID_0119000000012027010100000000000001".parse().unwrap());
    };
    let others: Change = |_, headers, _| {
        headers.insert("wechatpay-serial", "PUB_KEY_ID_0119000000092027010100000000000001".parse().unwrap());
    };
    let shop = Shop::open().await;
    for (change, text, remedy) in [
        (dropped, "without its `Wechatpay-*` headers", "pass on all `Wechatpay-*` headers"),
        (one_dropped, "wechatpay-nonce", "pass on all `Wechatpay-*` headers"),
        (anew, "does not fit its body: the body was", "let it pass on the original bytes"),
        (cut, "does not fit its body", "let it pass on the original bytes"),
        (named, "unknown key `PUB_KEY_ID_0119000000012027010100000000000001`", "add the key of that name"),
        (others, "unknown key `PUB_KEY_ID_0119000000092027010100000000000001`", "another merchant's public key"),
    ] {
        let listen = free();
        let ran = doctor(&shop, &proxy(listen, 1, change).await, listen, "2").await;
        ran.ends(5);
        says(&ran, "wrong", text, remedy);
    }
}

#[tokio::test]
async fn a_proxy_that_rewrites_the_path_or_repeats_is_told_of() {
    let shop = Shop::open().await;
    let listen = free();
    let ran = doctor(&shop, &proxy(listen, 1, |path, _, _| *path = "/hooks".to_owned()).await, listen, "20").await;
    ran.ends(0);
    says(&ran, "warning", "at `/hooks`; the URL has `/notify`", "rewrites the path");
    let listen = free();
    let ran = doctor(&shop, &proxy(listen, 2, |_, _, _| {}).await, listen, "20").await;
    ran.ends(0);
    let found = notification(&ran);
    assert_eq!(found.iter().map(|(state, ..)| state.as_str()).collect::<Vec<_>>(), ["ok", "warning"], "{found:#?}");
    assert!(found[1].1.contains("arrived twice") && found[1].2.contains("5 seconds"), "{found:#?}");
}

#[tokio::test]
async fn nothing_that_arrives_has_its_reason_looked_for() {
    let shop = Shop::open().await;
    let redirect =
        serve(Router::new().fallback(|| async { Redirect::permanent("https://www.example.com/notify") })).await;
    let elsewhere = serve(Router::new().fallback(|| async { http::StatusCode::NOT_FOUND.into_response() })).await;
    let nobody = format!("http://{}/notify", free());
    for (url, text, remedy) in [
        (&redirect, "answers 308 to `https://www.example.com/notify`", "does not follow redirects"),
        (&elsewhere, "answers 404, and leads to another server", "pass the URL's path"),
        (&nobody, "could not connect", "no server listens there"),
    ] {
        let ran = doctor(&shop, url, free(), "1").await;
        ran.ends(5);
        says(&ran, "wrong", "nothing arrived within 1 s", remedy);
        says(&ran, "wrong", text, remedy);
    }
    // The URL leads here, but WeChat Pay sends nothing.
    shop.sandbox.hold_notifications();
    let listen = free();
    let ran = doctor(&shop, &format!("http://{listen}/notify"), listen, "1").await;
    ran.ends(5);
    let found = notification(&ran);
    assert!(
        found.iter().any(|(state, text, remedy)| state == "wrong"
            && text.contains("the URL works from here")
            && remedy.contains("public DNS")),
        "{found:#?}"
    );
}

#[tokio::test]
async fn another_api_v3_key_is_named() {
    let shop = Shop::open().await;
    shop.secret("other_api_v3_key", "0123456789abcdef0123456789abcdef");
    shop.configure(&[("api_v3_key_file", "\"other_api_v3_key\"")]);
    let listen = free();
    let ran = doctor(&shop, &format!("http://{listen}/notify"), listen, "2").await;
    ran.ends(5);
    says(&ran, "wrong", "the APIv3 key does not open it", "set a new one");
    assert_eq!(of(&ran, "APIv3 key, tried")[0].0, "skipped");
    shop.configure(&[("api_v3_key_file", "")]);
    let ran = doctor(&shop, &format!("http://{listen}/notify"), listen, "2").await;
    ran.ends(5);
    says(&ran, "wrong", "there is no APIv3 key", "api_v3_key_file");
}

#[tokio::test]
async fn an_earlier_echo_is_told_from_this_one_and_the_wait_goes_on() {
    let shop = Shop::open().await;
    shop.sandbox.hold_notifications();
    let listen = free();
    let url = format!("http://{listen}/notify");
    let earlier = serde_json::json!({ "echo_message": "wxpay doctor of yesterday" });
    let earlier = wxpay_sandbox::Notice::new("SECURITY_ECHO.SUCCESS", "security", earlier);
    let (headers, body) = shop.sandbox.notice(&earlier).await.unwrap();
    let (ran, ()) = tokio::join!(doctor(&shop, &url, listen, "20"), async {
        while shop.sandbox.notifications().unwrap().is_empty() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let answer = reqwest::Client::new().post(&url).headers(headers).body(body).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), 204);
        shop.sandbox.release_notifications();
    });
    ran.ends(0);
    let found = notification(&ran);
    let states: Vec<_> = found.iter().map(|(state, ..)| state.as_str()).collect();
    assert_eq!(states, ["warning", "ok"], "{found:#?}");
    assert!(found[0].1.contains("`wxpay doctor of yesterday`"), "{found:#?}");
}

#[tokio::test]
async fn a_merchant_without_the_echo_is_not_waited_for() {
    let shop = Shop::open().await;
    shop.sandbox.faults().add(Rule::new(Denial::NotFound).at("/v3/security/echo"));
    let listen = free();
    let ran = doctor(&shop, &format!("http://{listen}/notify"), listen, "600").await;
    ran.ends(0);
    says(&ran, "skipped", "the echo is not available", "");
    assert_eq!(of(&ran, "encryption")[0].0, "skipped");
}

#[tokio::test]
async fn a_url_that_wechat_pay_cannot_call_is_not_asked_for() {
    let shop = Shop::open().await;
    let ran = doctor(&shop, "http://127.0.0.1:1/notify?id=1", free(), "600").await;
    ran.ends(5);
    says(&ran, "wrong", "query", "no query");
    assert_eq!(of(&ran, "encryption")[0].0, "ok");
}

#[tokio::test]
async fn what_is_no_notification_does_not_end_the_wait_and_the_genuine_one_of_another_kind_is_refused() {
    let shop = Shop::open().await;
    shop.sandbox.hold_notifications();
    let listen = free();
    let url = format!("http://{listen}/notify");
    let refund = wxpay_sandbox::Notice::new("REFUND.SUCCESS", "refund", serde_json::json!({ "out_refund_no": "1" }));
    let (headers, body) = shop.sandbox.notice(&refund).await.unwrap();
    let strangers = tokio::spawn({
        let url = url.clone();
        async move {
            let http = reqwest::Client::new();
            let get = loop {
                match http.get(&url).send().await {
                    Ok(answer) => break answer.status(),
                    Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
                }
            };
            let other = http.post(&url).headers(headers).body(body).send().await.unwrap().status();
            (get.as_u16(), other.as_u16())
        }
    });
    let ran = doctor(&shop, &url, listen, "3").await;
    // A refund that is acknowledged here would never reach the shop.
    assert_eq!(strangers.await.unwrap(), (404, 503));
    ran.ends(5);
    let found = notification(&ran);
    assert!(found.iter().any(|(state, text, _)| state == "skipped" && text.contains("REFUND.SUCCESS")), "{found:#?}");
    assert!(
        found.iter().any(|(state, text, _)| state == "skipped" && text.contains("is not a notification")),
        "{found:#?}"
    );
}

#[tokio::test]
async fn a_probe_of_wechat_pay_is_refused_and_the_right_one_follows() {
    let shop = Shop::open().await;
    shop.sandbox.notification_faults().add(Rule::new(Damage::Probe).times(1));
    let listen = free();
    let ran = doctor(&shop, &format!("http://{listen}/notify"), listen, "30").await;
    ran.ends(0);
    says(&ran, "ok", "is the one that was sent", "");
    let statuses: Vec<_> = shop.sandbox.deliveries().unwrap().iter().map(|delivery| delivery.status).collect();
    assert_eq!(statuses, [Some(401), Some(204)]);
}

#[tokio::test]
async fn an_echo_that_fails_is_not_waited_for() {
    let shop = Shop::open().await;
    shop.sandbox.faults().add(Rule::new(Failure::SystemError.before()).at("/v3/security/echo"));
    let listen = free();
    let ran = doctor(&shop, &format!("http://{listen}/notify"), listen, "600").await;
    ran.ends(5);
    says(&ran, "skipped", "the echo failed", "");
}

#[tokio::test]
async fn ctrl_c_ends_the_wait_and_the_findings_are_shown() {
    let shop = Shop::open().await;
    shop.sandbox.hold_notifications();
    let listen = free().to_string();
    let url = format!("http://{listen}/notify");
    let mut child =
        command(shop.folder.path(), &["doctor", "--notify-url", &url, "--listen", &listen]).spawn().unwrap();
    let mut err = BufReader::new(child.stderr.take().unwrap());
    let pid = child.id().to_string();
    let output = tokio::task::spawn_blocking(move || {
        let mut line = String::new();
        err.read_line(&mut line).unwrap();
        assert!(line.contains("waiting at 127.0.0.1"), "{line}");
        assert!(std::process::Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
        child.wait_with_output().unwrap()
    });
    let output = output.await.unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(8), "{out}");
    assert!(out.contains("the wait was ended after"), "{out}");
}

#[tokio::test]
async fn an_address_that_is_taken_is_an_error_of_usage() {
    let shop = Shop::open().await;
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let ran = doctor(&shop, "http://127.0.0.1:1/notify", taken.local_addr().unwrap(), "1").await;
    assert!(ran.fails(1).contains("cannot listen at"), "{ran:?}");
}
