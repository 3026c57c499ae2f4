//! Clients that call WeChat Pay's own hosts, and that only a proxy leads to the sandbox.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use wxpay::bill::{ApplyTradeBill, ApplyTradeBillRequired};
use wxpay::client::Builder;
use wxpay::error::Outcome;
use wxpay::prelude::*;
use wxpay_sandbox::Sandbox;
use wxpay_tests::order;

const DAY: i64 = 24 * 60 * 60;

async fn sandbox() -> Sandbox {
    Sandbox::builder().tls(true).start().await.unwrap()
}

/// A client with WeChat Pay's hosts only.
fn led(sandbox: &Sandbox) -> Builder {
    let builder = sandbox.credentials().client_builder().proxy(sandbox.proxy_url().unwrap());
    builder.root_certificate_pem(sandbox.tls_authority().unwrap())
}

#[tokio::test]
async fn each_of_wechat_pays_hosts_leads_here() {
    let sandbox = sandbox().await;
    let client = led(&sandbox).build().unwrap();
    client.send(&order(&client, "LedHere0")).await.unwrap();
    for (index, host) in wxpay::server::HOSTS.into_iter().enumerate() {
        let client = led(&sandbox).hosts([format!("https://{host}")]).build().unwrap();
        client.send(&order(&client, &format!("LedHere-{index}"))).await.unwrap();
    }
    assert_eq!(sandbox.orders().unwrap().len(), 5);
}

#[tokio::test]
async fn a_bill_is_downloaded_from_the_host_that_was_asked() {
    let sandbox = sandbox().await;
    let ahead = Arc::new(AtomicI64::new(0));
    let clock = ahead.clone();
    let client = led(&sandbox).clock(move || DateTime::now().unix_timestamp() + clock.load(Ordering::Relaxed));
    let client = client.build().unwrap();
    client.send(&order(&client, "LedHere0")).await.unwrap();
    sandbox.pay_order("LedHere0").unwrap();
    let date = Date::today();
    ahead.store(2 * DAY, Ordering::Relaxed);
    sandbox.set_clock_ahead(2 * DAY).unwrap();
    let bill = client.send(&ApplyTradeBill::new(ApplyTradeBillRequired { bill_date: date })).await.unwrap();
    let expected = "https://api.mch.weixin.qq.com/v3/billdownload/file?token=";
    assert!(bill.download_url.starts_with(expected), "{}", bill.download_url);
    let mut content = Vec::new();
    client.download(&bill.download(), &mut content).await.unwrap();
    assert!(String::from_utf8(content).unwrap().contains("LedHere0"));
}

#[tokio::test]
async fn without_the_authority_nothing_is_sent() {
    let sandbox = sandbox().await;
    let client = sandbox.credentials().client_builder().proxy(sandbox.proxy_url().unwrap()).build().unwrap();
    let error = client.send(&order(&client, "LedHere0")).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
    assert!(sandbox.orders().unwrap().is_empty());
}

/// The whole answer of the port to plain text.
async fn told(sandbox: &Sandbox, sent: &[u8]) -> String {
    let mut stream = TcpStream::connect(sandbox.address()).await.unwrap();
    stream.write_all(sent).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test]
async fn tunnels_to_anywhere_else_are_refused_with_a_reason() {
    let sandbox = sandbox().await;
    let port = sandbox.address().port();
    let here = format!("127.0.0.1:{port}");
    for target in [
        "example.com:443",
        "api.mch.weixin.qq.com:80",
        "api.mch.weixin.qq.com",
        "api.mch.weixin.qq.com.example.com:443",
        "x.api.mch.weixin.qq.com:443",
        "user@api.mch.weixin.qq.com:443",
        "api.mch.weixin.qq.com:443:443",
        &here,
        "",
    ] {
        let answer = told(&sandbox, format!("CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n\r\n").as_bytes()).await;
        assert!(answer.starts_with("HTTP/1.1 403 Forbidden\r\n"), "{target}: {answer}");
        assert!(
            answer.contains("api.mch.weixin.qq.com, api2.mch.weixin.qq.com") && answer.contains("NO_PROXY"),
            "{answer}"
        );
    }
    for request in ["GET http://api.mch.weixin.qq.com/v3/certificates HTTP/1.1", "GET / HTTP/1.1", "CONNECT", "\u{1}"] {
        let answer = told(&sandbox, format!("{request}\r\n\r\n").as_bytes()).await;
        assert!(answer.starts_with("HTTP/1.1 403 Forbidden\r\n") && answer.contains("speaks https"), "{answer}");
    }
    let endless = format!("CONNECT api.mch.weixin.qq.com:443 HTTP/1.1\r\nX: {}", "x".repeat(8 << 10));
    assert!(told(&sandbox, &endless.as_bytes()[..8 << 10]).await.contains("too large"));
}

#[tokio::test]
async fn a_tunnel_is_opened_in_any_letter_case_and_to_nobody_who_hangs_up() {
    let sandbox = sandbox().await;
    drop(TcpStream::connect(sandbox.address()).await.unwrap());
    let mut stream = TcpStream::connect(sandbox.address()).await.unwrap();
    stream.write_all(b"CONNECT API.mch.weixin.qq.com:443 HTTP/1.0\r\n\r\n").await.unwrap();
    let mut answer = [0; 39];
    stream.read_exact(&mut answer).await.unwrap();
    assert_eq!(&answer, b"HTTP/1.1 200 Connection established\r\n\r\n");
}

#[tokio::test]
async fn without_tls_there_is_no_proxy() {
    let sandbox = Sandbox::start().await.unwrap();
    assert_eq!(sandbox.proxy_url(), None);
    let answer =
        told(&sandbox, b"CONNECT api.mch.weixin.qq.com:443 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
    assert!(!answer.starts_with("HTTP/1.1 2"), "{answer}");
}
