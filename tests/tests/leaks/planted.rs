//! Deliberate leaks in a second process: output between client and wire is captured and searched.

use std::process::Command;
use std::sync::Arc;

use bytes::Bytes;
use http::Request;
use wxpay::transport::{Options, Reqwest, Transport};
use wxpay_sandbox::Sandbox;
use wxpay_tests::capture::FOLDER;
use wxpay_tests::leaks::{Finding, Form, Kind, Run};
use wxpay_tests::repayment;
use wxpay_tests::wire::Scripted;

/// Sends through a transport that has a careless log line.
async fn send_logging(log: fn(&Request<Bytes>)) {
    let sandbox = Sandbox::start().await.unwrap();
    let inner = Arc::new(Reqwest::new(Options::default()).unwrap());
    let careless = Scripted::new(move |request| {
        log(&request);
        let inner = inner.clone();
        async move { inner.send(request).await }
    });
    let client = sandbox.client_builder().transport(careless).build().unwrap();
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

/// Such a test, run as a suite of its own: the exit code says that a secret shows, and the output says which.
#[test]
fn a_suite_in_which_a_leak_is_planted_fails() {
    let run = |arguments: &[&str]| {
        let output =
            Command::new(std::env::current_exe().unwrap()).args(arguments).env_remove(FOLDER).output().unwrap();
        let said = [output.stdout, output.stderr].map(|said| String::from_utf8(said).unwrap());
        (output.status.code(), said)
    };
    for (test, kind) in
        [("a_transport_that_traces_the_authorization", "Authorization"), ("a_transport_that_prints_the_body", "Body")]
    {
        let (code, [stdout, stderr]) = run(&["--ignored", "--exact", &format!("planted::{test}")]);
        assert_eq!(code, Some(101), "{stdout}{stderr}");
        assert!(stdout.contains("1 passed"), "{stdout}");
        assert!(stderr.contains("secrets show") && stderr.contains(&format!("kind: {kind}")), "{stderr}");
    }
    let (code, [stdout, stderr]) = run(&["--exact", "calls::two_calls"]);
    assert_eq!(code, Some(0), "{stdout}{stderr}");
    assert!(stdout.contains("calls::two_calls ... ok") && stdout.contains("1 passed"), "{stdout}");
    assert!(!stdout.contains("the Request-ID"), "what a test prints is shown if it fails: {stdout}");
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
