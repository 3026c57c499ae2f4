//! Calls as they are to WeChat Pay, over TLS and through a proxy with a password, in a second process: everything that
//! our crates and those below emit is captured, and nothing of it is secret.

use std::sync::Arc;

use wxpay::client::Client;
use wxpay::error::Outcome;
use wxpay::transport::Reqwest;
use wxpay_sandbox::Sandbox;
use wxpay_tests::capture::secret;
use wxpay_tests::leaks::{Kind, Run};
use wxpay_tests::{base64, order, repayment};

use super::tunnel::{Tls, proxy};

pub(crate) const PASSWORD: &str = "5d-tunnel-Kq7";

/// A client that gets to the sandbox as `change` says.
fn client(sandbox: &Sandbox, tls: &Tls, change: impl Fn(reqwest::ClientBuilder) -> reqwest::ClientBuilder) -> Client {
    let certificate = reqwest::Certificate::from_pem(tls.certificate.as_bytes()).unwrap();
    let transport = change(reqwest::Client::builder().no_proxy().tls_certs_only([certificate])).build().unwrap();
    let builder = sandbox.client_builder().hosts([format!("https://localhost:{}", tls.port)]);
    builder.transport(Arc::new(Reqwest::from(transport))).build().unwrap()
}

pub(crate) fn with_password(port: u16, password: &str) -> reqwest::Proxy {
    reqwest::Proxy::all(format!("http://wxpay:{password}@127.0.0.1:{port}")).unwrap()
}

#[tokio::test]
async fn over_tls() {
    let sandbox = Sandbox::start().await.unwrap();
    for protocol in ["http/1.1", "h2"] {
        let tls = Tls::before(sandbox.address(), protocol).await;
        let client = client(&sandbox, &tls, |builder| builder);
        let code = protocol.replace(['/', '.'], "");
        client.send(&repayment(&code)).await.unwrap();
        let answer = client.execute(&order(&client, "20260101000077")).await.unwrap();
        println!("the Request-ID is <{}>", answer.request_id().unwrap());
    }
}

#[tokio::test]
async fn through_a_proxy() {
    secret(Kind::Password, PASSWORD);
    let sandbox = Sandbox::start().await.unwrap();
    let tls = Tls::before(sandbox.address(), "h2").await;
    let port = proxy(base64(format!("wxpay:{PASSWORD}").as_bytes())).await;
    client(&sandbox, &tls, |builder| builder.proxy(with_password(port, PASSWORD)))
        .send(&repayment("Proxy1"))
        .await
        .unwrap();

    secret(Kind::Password, "5d-wrong-Kq7");
    let refused = client(&sandbox, &tls, |builder| builder.proxy(with_password(port, "5d-wrong-Kq7")));
    let error = refused.send(&repayment("Proxy2")).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
    println!("{error} {error:?}");
}

#[test]
fn what_is_emitted_is_captured_and_shows_no_secret() {
    let run = Run::again(&["calls::", "--skip", "what_is_emitted"]);
    let text = String::from_utf8_lossy(&run.emitted);
    let ids: Vec<_> = text.split("the Request-ID is <").skip(1).map(|rest| rest.split_once('>').unwrap().0).collect();
    assert_eq!(ids.len(), 2, "{text}");
    let attempt = |expected: &str| {
        let of_us = |line: &&str| line.contains("wxpay_core::client") && line.contains("attempt");
        assert!(text.lines().filter(of_us).any(|line| line.contains(expected)), "{expected} in {text}");
    };
    for expected in ["method=POST", "/v3/pay/transactions/app", "20260101000077", "status=200"].into_iter().chain(ids) {
        attempt(expected);
    }
    for emitter in ["reqwest::connect", "hyper_util::client", "h2::", "rustls::client", "rustls::server"] {
        assert!(text.contains(emitter), "{emitter} in {text}");
    }
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Personal) {
        assert!(run.secrets.of(kind).next().is_some(), "no {kind:?} is known");
    }
    run.assert_silent();
}
