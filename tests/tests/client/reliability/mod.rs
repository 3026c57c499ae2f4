//! Repeated calls: every cell of the table, hosts, pauses, and outcomes of several attempts.

mod later;
mod limits;
mod roles;
mod seen;
mod settle;
mod stored;
mod sweep;
mod table;
mod verdicts;
mod wire;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Response};
use table::{Fault, TABLE};
use wxpay::client::{Builder, Client, RetryPolicy};
use wxpay::crypto::BoxFuture;
use wxpay::endpoint::Endpoint;
use wxpay::error::{Error, ErrorKind, Outcome};
use wxpay::prelude::*;
use wxpay::transport::{Body, Stage, Timer, full};
use wxpay_sandbox::{Credentials, Sandbox};
use wxpay_tests::wire::{Platform, Reply, Scripted, lost};

const NOW: i64 = 1_700_000_000;
const LIMIT: usize = 4096;

#[wxpay_endpoint(method = "GET", path = "/v3/test/get", response = Answer)]
struct Get {
    appid: Option<String>,
}

#[wxpay_endpoint(method = "POST", path = "/v3/test/numbered", response = Answer, number = "out_trade_no")]
struct Numbered {
    out_trade_no: String,
}

#[wxpay_endpoint(method = "POST", path = "/v3/test/plain", response = Answer)]
struct Plain {
    text: Option<String>,
}

#[wxpay_endpoint(
    method = "POST",
    path = "/v3/test/refund",
    response = Answer,
    number = "out_refund_no",
    unknown_on = [429]
)]
struct Refund {
    out_refund_no: String,
}

#[wxpay_object]
#[derive(Debug)]
struct Answer {
    #[allow(dead_code)]
    text: String,
}

/// Plays WeChat Pay and the connection to it: a fault for each attempt, then no more faults.
struct Script {
    platform: Platform,
    faults: Mutex<Vec<Fault>>,
    /// The fault after the scripted ones, if it is set.
    always: Option<Fault>,
    retry_after: Option<&'static str>,
}

impl Script {
    /// The answer to the next request.
    async fn reply(&self) -> Reply {
        let scripted = { self.faults.lock().unwrap().pop() };
        self.answer(scripted.or(self.always)).await
    }

    async fn answer(&self, fault: Option<Fault>) -> Reply {
        let good = r#"{"text":"fine"}"#;
        let error = r#"{"code":"SYSTEM_ERROR","message":"x"}"#;
        let (status, body, age, signed) = match fault {
            None | Some(Fault::WrongSignature | Fault::UnknownSerial | Fault::Probe | Fault::Broken) => {
                (200, good, 0, true)
            }
            Some(Fault::Refused) => return Err(lost(Stage::Connecting)),
            Some(Fault::NoAnswer) => return Err(lost(Stage::Exchanging)),
            Some(Fault::Unsigned) => (200, good, 0, false),
            Some(Fault::OldClock) => (200, good, 600, true),
            Some(Fault::Status401) => (401, error, 0, false),
            Some(Fault::Status404Empty) => (404, "", 0, false),
            Some(Fault::Status400) => (400, error, 0, true),
            Some(Fault::Status429) => (429, error, 0, true),
            Some(Fault::Status500) => (500, error, 0, true),
            Some(Fault::Status502Html) => (502, "<html>", 0, false),
            Some(Fault::Status503) => (503, "", 0, false),
            Some(Fault::Status202) => (202, "", 0, true),
            Some(Fault::TruncatedJson) => (200, r#"{"text":"fi"#, 0, true),
            Some(Fault::Oversized) => (200, "", 0, true),
        };
        let body = if fault == Some(Fault::Oversized) { " ".repeat(LIMIT + 1) } else { body.to_owned() };
        let mut headers = HeaderMap::new();
        if signed {
            headers = self.platform.headers(NOW - age, "N", body.as_bytes()).await;
        }
        match fault {
            Some(Fault::WrongSignature) => drop(headers.insert("wechatpay-nonce", HeaderValue::from_static("M"))),
            Some(Fault::UnknownSerial) => {
                drop(headers.insert("wechatpay-serial", HeaderValue::from_static("PUB_KEY_ID_0")));
            }
            Some(Fault::Probe) => {
                let probe = HeaderValue::from_static("WECHATPAY/SIGNTEST/x");
                drop(headers.insert("wechatpay-signature", probe));
            }
            _ => {}
        }
        if let Some(pause) = self.retry_after {
            headers.insert("retry-after", HeaderValue::from_static(pause));
        }
        let body = if fault == Some(Fault::Broken) { broken() } else { full(body.into()) };
        let mut response = Response::new(body);
        *response.status_mut() = status.try_into().unwrap();
        *response.headers_mut() = headers;
        Ok(response)
    }
}

/// A body that breaks off.
fn broken() -> Body {
    use http_body_util::BodyExt as _;
    let pieces = vec![Ok(http_body::Frame::data(Bytes::from_static(b"{\"te"))), Err("reset".into())];
    http_body_util::StreamBody::new(futures_util::stream::iter(pieces)).boxed_unsync()
}

/// Records the pauses and takes none.
#[derive(Clone, Default)]
struct Pauses(Arc<Mutex<Vec<Duration>>>);

impl Timer for Pauses {
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        if duration > RetryPolicy::STANDARD.longest_pause {
            return Box::pin(std::future::pending()); // an alarm, which does not ring here
        }
        self.0.lock().unwrap().push(duration);
        Box::pin(std::future::ready(()))
    }
}

struct Stagehand {
    credentials: Credentials,
    platform: Platform,
}

impl Stagehand {
    async fn new() -> Self {
        let credentials = Sandbox::start().await.unwrap().credentials().clone();
        let platform = Platform::of(&credentials);
        Self { credentials, platform }
    }

    fn wire(
        &self,
        faults: &[Fault],
        always: Option<Fault>,
        retry_after: Option<&'static str>,
    ) -> (Arc<Scripted>, Pauses) {
        let script = Arc::new(Script {
            platform: self.platform.clone(),
            faults: Mutex::new(faults.iter().rev().copied().collect()),
            always,
            retry_after,
        });
        let wire = Scripted::new(move |_| {
            let script = script.clone();
            async move { script.reply().await }
        });
        (wire, Pauses::default())
    }

    fn builder(&self, wire: Arc<Scripted>, pauses: Pauses) -> Builder {
        let builder = self.credentials.client_builder().hosts(["http://127.0.0.1:1", "http://127.0.0.1:2"]);
        let builder = builder.clock(|| NOW).answer_limit(LIMIT).timer(Arc::new(pauses));
        builder.transport(wire)
    }

    fn client(
        &self,
        faults: &[Fault],
        always: Option<Fault>,
        retry_after: Option<&'static str>,
    ) -> (Client, Arc<Scripted>, Pauses) {
        let (wire, pauses) = self.wire(faults, always, retry_after);
        let client = self.builder(wire.clone(), pauses.clone()).build().unwrap();
        (client, wire, pauses)
    }
}

/// Sends a request; returns the number of sends and the outcome, as a cell has them.
async fn cell(client: &Client, wire: &Scripted, request: &impl Endpoint) -> String {
    let result = client.execute(request).await;
    let sends = wire.sent().len();
    let came_to = match &result {
        Ok(_) => "ok",
        Err(error) => {
            assert_eq!(error.sends() as usize, sends, "{error}");
            match error.outcome() {
                Outcome::NotSent => "not sent",
                Outcome::Refused => "refused",
                Outcome::Unknown => "unknown",
            }
        }
    };
    format!("{sends} {came_to}")
}

#[tokio::test]
async fn every_cell_of_the_table_is_as_it_says() {
    let stage = Stagehand::new().await;
    let mut cells = 0;
    for (fault, get, numbered, plain) in TABLE {
        for (when, faults, always) in [(0, vec![fault], None), (1, vec![fault; 2], None), (2, vec![], Some(fault))] {
            let (client, wire, _) = stage.client(&faults, always, None);
            assert_eq!(cell(&client, &wire, &Get { appid: None }).await, get[when], "{fault:?} {when} GET");
            let (client, wire, _) = stage.client(&faults, always, None);
            let request = Numbered { out_trade_no: "A1".into() };
            assert_eq!(cell(&client, &wire, &request).await, numbered[when], "{fault:?} {when} numbered");
            let (client, wire, _) = stage.client(&faults, always, None);
            assert_eq!(cell(&client, &wire, &Plain { text: None }).await, plain[when], "{fault:?} {when} plain");
            cells += 3;
        }
    }
    println!("{cells} cells");
    assert_eq!(cells, TABLE.len() * 9);
}

#[tokio::test]
async fn every_attempt_is_the_same_request_signed_anew() {
    let stage = Stagehand::new().await;
    let (client, wire, _) = stage.client(&[Fault::Status500; 3], None, None);
    client.send(&Numbered { out_trade_no: "A1".into() }).await.unwrap();
    let sent = wire.sent();
    let distinct = |header: &str| {
        let values = sent.iter().map(|request| request.headers()[header].as_bytes().to_vec());
        values.collect::<std::collections::BTreeSet<_>>().len()
    };
    assert_eq!((sent.len(), distinct("authorization"), distinct("wechatpay-serial")), (4, 4, 1));
    assert!(sent.iter().all(|request| request.body() == sent[0].body()));
}

#[tokio::test]
async fn a_refusal_after_an_unknown_attempt_is_unknown() {
    let stage = Stagehand::new().await;
    let (client, _, _) = stage.client(&[Fault::NoAnswer, Fault::Status400], None, None);
    let error = client.send(&Numbered { out_trade_no: "A1".into() }).await.unwrap_err();
    assert_eq!((error.outcome(), error.sends(), error.number()), (Outcome::Unknown, 2, Some("A1")));
    assert!(error.api().is_some());
    let (client, _, _) = stage.client(&[Fault::Status500, Fault::Refused, Fault::Refused, Fault::Refused], None, None);
    let error = client.send(&Numbered { out_trade_no: "A1".into() }).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown, "the last attempt sent nothing, but the first may have");
}

#[tokio::test]
async fn too_many_refunds_at_once_are_unknown_and_not_repeated() {
    let stage = Stagehand::new().await;
    let (client, wire, _) = stage.client(&[Fault::Status429], None, None);
    assert_eq!(cell(&client, &wire, &Refund { out_refund_no: "R1".into() }).await, "1 unknown");
}

#[tokio::test]
async fn the_other_host_is_taken_and_kept_when_one_does_not_answer() {
    let stage = Stagehand::new().await;
    let (client, wire, pauses) = stage.client(&[Fault::Refused], None, None);
    for _ in 0..2 {
        client.send(&Get { appid: None }).await.unwrap();
    }
    let hosts: Vec<_> = wire.sent().iter().map(|request| request.uri().port_u16().unwrap()).collect();
    assert_eq!(hosts, [1, 2, 2]);
    assert!(pauses.0.lock().unwrap().is_empty(), "nothing was sent, so the other host is tried at once");
}

#[tokio::test]
async fn pauses_grow_and_retry_after_is_honoured_until_it_is_too_long() {
    let stage = Stagehand::new().await;
    let (client, _, pauses) = stage.client(&[], Some(Fault::Status500), None);
    let error = client.send(&Get { appid: None }).await.unwrap_err();
    assert_eq!(error.sends(), 4);
    let standard = RetryPolicy::STANDARD;
    let taken = pauses.0.lock().unwrap().clone();
    assert_eq!(taken.len(), 3);
    assert!(taken.iter().all(|pause| *pause >= standard.pause && *pause <= standard.longest_pause), "{taken:?}");

    let (client, _, pauses) = stage.client(&[], Some(Fault::Status500), None);
    let even = standard.pauses(standard.pause, standard.pause);
    assert_eq!(client.retrying(even).send(&Get { appid: None }).await.unwrap_err().sends(), 4);
    assert_eq!(*pauses.0.lock().unwrap(), [standard.pause; 3], "no pause is longer than the longest, even with jitter");

    let (client, _, pauses) = stage.client(&[Fault::Status429], None, Some("3"));
    client.send(&Get { appid: None }).await.unwrap();
    assert!(pauses.0.lock().unwrap()[0] >= Duration::from_secs(3));

    let (client, _, pauses) = stage.client(&[Fault::Status429], None, Some("600"));
    let error = client.send(&Get { appid: None }).await.unwrap_err();
    assert_eq!((error.sends(), error.retry_after()), (1, Some(Duration::from_secs(600))));
    assert!(pauses.0.lock().unwrap().is_empty());

    let (client, _, _) = stage.client(&[Fault::Status503], None, Some("Tue, 14 Nov 2023 22:13:22 GMT"));
    let error = client.retrying(RetryPolicy::OFF).send(&Get { appid: None }).await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(2)));
}

#[tokio::test]
async fn a_policy_holds_for_a_client_or_for_a_call() {
    let stage = Stagehand::new().await;
    let (client, wire, _) = stage.client(&[], Some(Fault::Status500), None);
    let once: Error = client.retrying(RetryPolicy::OFF).send(&Get { appid: None }).await.unwrap_err();
    assert_eq!((once.sends(), wire.sent().len()), (1, 1));
    assert!(matches!(once.kind(), ErrorKind::Api(_)));
    let twice = client.retrying(RetryPolicy::STANDARD.sends(2)).send(&Get { appid: None }).await.unwrap_err();
    assert_eq!(twice.sends(), 2);
    let hurried =
        client.retrying(RetryPolicy::STANDARD.total(Duration::from_millis(100))).send(&Get { appid: None }).await;
    assert_eq!(hurried.unwrap_err().sends(), 1);
}
