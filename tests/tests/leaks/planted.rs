//! Leaks on purpose, in a second process: what is emitted between client and wire is captured and searched.

use std::sync::Arc;

use bytes::Bytes;
use http::{Request, Response};
use wxpay::crypto::BoxFuture;
use wxpay::transport::{Body, Options, Reqwest, Transport, TransportError};
use wxpay_sandbox::Sandbox;
use wxpay_tests::leaks::{Finding, Form, Kind, Run};
use wxpay_tests::repayment;

/// A transport that somebody put a log line into.
struct Careless {
    inner: Reqwest,
    log: fn(&Request<Bytes>),
}

impl Transport for Careless {
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        (self.log)(&request);
        self.inner.send(request)
    }
}

async fn send_logging(log: fn(&Request<Bytes>)) {
    let sandbox = Sandbox::start().await.unwrap();
    let transport = Careless { inner: Reqwest::new(Options::default()).unwrap(), log };
    let client = sandbox.client_builder().transport(Arc::new(transport)).build().unwrap();
    client.send(&repayment("Careless1")).await.unwrap();
}

#[tokio::test]
#[ignore = "leaks on purpose"]
async fn a_transport_that_traces_the_authorization() {
    send_logging(|request| {
        let value = request.headers()["authorization"].to_str().unwrap();
        tracing::trace!(value, "sending");
    })
    .await;
}

#[tokio::test]
#[ignore = "leaks on purpose"]
async fn a_transport_that_logs_the_signature_as_bytes() {
    send_logging(|request| {
        let value = request.headers()["authorization"].to_str().unwrap();
        let signature = value.split("signature=\"").nth(1).unwrap().split('"').next().unwrap();
        log::trace!("sending {:?}", signature.as_bytes());
    })
    .await;
}

#[tokio::test]
#[ignore = "leaks on purpose"]
async fn a_transport_that_prints_the_body() {
    send_logging(|request| println!("{:?}", request.body())).await;
}

#[tokio::test]
#[ignore = "leaks on purpose"]
async fn a_caller_that_traces_a_name() {
    let request = repayment("Careless1");
    let name = request.real_identity.real_name.expose().unwrap().to_owned();
    let span = tracing::trace_span!("signing a contract", name);
    send_logging(|_| {}).await;
    drop(span);
}

fn planted(test: &str) -> Vec<Finding> {
    Run::again(&["--ignored", "--exact", &format!("planted::{test}")]).findings()
}

#[test]
fn a_planted_leak_is_found() {
    for (test, kind, forms) in [
        ("a_transport_that_traces_the_authorization", Kind::Authorization, &[][..]),
        ("a_transport_that_logs_the_signature_as_bytes", Kind::Authorization, &[Form::Numbers, Form::Base64]),
        ("a_transport_that_prints_the_body", Kind::Body, &[Form::Escaped]),
        ("a_caller_that_traces_a_name", Kind::Sensitive, &[]),
    ] {
        let findings = planted(test);
        let found = findings.iter().any(|found| found.kind == kind && found.forms == forms);
        assert!(found, "{test}: {findings:?}");
    }
}
