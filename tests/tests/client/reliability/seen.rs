//! A call is one line of the log at INFO, whatever happens on the way. A panic of an observer changes nothing.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use tracing::subscriber::DefaultGuard;
use wxpay::client::{Attempt, Call, Client, Observer};
use wxpay::error::Outcome;
use wxpay::prelude::*;

use crate::reliability::settle::{ABSENT, FOUND, LOST, REFUSED, pay};
use crate::reliability::table::Fault;
use crate::reliability::{Get, Numbered, Stagehand, settle};

/// Records this thread's log at INFO and above, for as long as it lives.
struct Seen {
    lines: Lines,
    _guard: DefaultGuard,
}

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Seen {
    fn begin() -> Self {
        let lines = Lines::default();
        let writer = lines.clone();
        let subscriber = tracing_subscriber::fmt().with_ansi(false).with_max_level(tracing::Level::INFO);
        let subscriber = subscriber.with_writer(move || writer.clone()).finish();
        Self { lines, _guard: tracing::subscriber::set_default(subscriber) }
    }

    /// The lines since the last call of this method, without their time.
    fn lines(&self) -> Vec<String> {
        let text = std::mem::take(&mut *self.lines.0.lock().unwrap());
        let text = String::from_utf8(text).unwrap();
        text.lines().map(|line| line.split_once("Z ").unwrap().1.trim_start().to_owned()).collect()
    }
}

#[tokio::test]
async fn a_call_is_one_line_however_often_it_was_sent() {
    let stage = Stagehand::new().await;
    let seen = Seen::begin();
    let request = Numbered { out_trade_no: "A1".into() };
    let unknown = [Fault::Status500; 4];
    for (faults, level, outcome, status, sends) in [
        (&[][..], "INFO", "done", Some(200), 1),
        (&[Fault::Status500, Fault::NoAnswer], "INFO", "done", Some(200), 3),
        (&[Fault::Status400], "INFO", "refused", Some(400), 1),
        (&[Fault::NoAnswer, Fault::Status400], "WARN", "unknown", Some(400), 2),
        (&unknown, "WARN", "unknown", Some(500), 4),
        (&[Fault::Refused; 4], "INFO", "not_sent", None, 4),
    ] {
        let (client, ..) = stage.client(faults, None, None);
        let _ = client.send(&request).await;
        let lines = seen.lines();
        assert_eq!(lines.len(), 1, "{faults:?}: {lines:#?}");
        let line = &lines[0];
        assert!(line.starts_with(&format!("{level} wxpay::call: call ")), "{line}");
        let expected = [
            "method=POST".to_owned(),
            r#"template="/v3/test/numbered""#.to_owned(),
            format!("merchant={:?}", client.merchant().id()),
            r#"number="A1""#.to_owned(),
            format!("outcome={outcome:?}"),
            format!("sends={sends}"),
            "duration=".to_owned(),
        ];
        for member in expected.into_iter().chain(status.map(|status| format!("status={status}"))) {
            assert!(line.contains(&member), "{faults:?}: {member} in {line}");
        }
        assert_eq!(line.contains("status="), status.is_some(), "{line}");
    }
}

#[tokio::test]
async fn the_line_has_the_request_id_of_the_last_answer() {
    let sandbox = wxpay_sandbox::Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let seen = Seen::begin();
    let answer = client.execute(&wxpay_tests::order(&client, "20260101000001")).await.unwrap();
    let lines = seen.lines();
    let request_id = format!("request_id={:?}", answer.request_id().unwrap());
    assert!(
        lines.iter().filter(|line| line.contains("wxpay::call") && line.contains(&request_id)).count() == 1,
        "{lines:?}"
    );
}

#[wxpay_endpoint(method = "POST", path = "/v3/test/short", response = ShortAnswer)]
struct Short {
    #[wxpay(len = 1..=1)]
    text: String,
}

#[wxpay_object]
#[derive(Debug)]
struct ShortAnswer {
    #[allow(dead_code)]
    text: Option<String>,
}

#[tokio::test]
async fn a_call_that_is_not_valid_is_a_line_too() {
    let stage = Stagehand::new().await;
    let told = Arc::new(Mutex::new(Vec::new()));
    let (wire, pauses) = stage.wire(&[], None, None);
    let client = stage.builder(wire, pauses).observer(Arc::new(Sends(told.clone()))).build().unwrap();
    let seen = Seen::begin();
    client.send(&Short { text: "ab".into() }).await.unwrap_err();
    let lines = seen.lines();
    assert!(lines.len() == 1 && lines[0].contains(r#"outcome="not_sent" sends=0"#), "{lines:?}");
    assert_eq!(*told.lock().unwrap(), [0]);
}

struct Sends(Arc<Mutex<Vec<u32>>>);

impl Observer for Sends {
    fn call(&self, call: &Call<'_>) {
        self.0.lock().unwrap().push(call.sends);
    }
}

#[tokio::test]
async fn questions_are_one_line_together() {
    for (replies, expected) in [
        (&[LOST, LOST, ABSENT, FOUND][..], &["WARN wxpay::call", "INFO wxpay::asked found"][..]),
        (&[LOST, ABSENT], &["WARN wxpay::call", "INFO wxpay::asked not_done"]),
        (&[LOST], &["WARN wxpay::call", "WARN wxpay::asked unknown"]),
        (&[REFUSED, ABSENT], &["INFO wxpay::call", "INFO wxpay::asked refused"]),
        (&[(200, r#"{"id":"1"}"#)], &["INFO wxpay::call"]),
    ] {
        let patience = if expected.iter().any(|line| line.ends_with("found")) { 5000 } else { 20 };
        let client = settle::client(replies, patience).await;
        let seen = Seen::begin();
        let _ = client.settle(&pay()).await;
        assert_eq!(shortened(&seen), expected, "{replies:?}");
    }
    for (replies, expected) in [
        (&[FOUND][..], &["INFO wxpay::asked found"][..]),
        (&[ABSENT, (200, r#"{"id":"1"}"#)], &["INFO wxpay::call"]),
        (&[ABSENT, REFUSED, ABSENT], &["INFO wxpay::call", "INFO wxpay::asked refused"]),
    ] {
        let client = settle::client(replies, 20).await;
        let seen = Seen::begin();
        let _ = client.resume(&pay()).await;
        assert_eq!(shortened(&seen), expected, "{replies:?}");
    }
    let client = settle::client(&[ABSENT, ABSENT, FOUND], 5000).await;
    let seen = Seen::begin();
    client.ask(&pay()).await.unwrap();
    assert_eq!(shortened(&seen), ["INFO wxpay::asked found"]);
}

/// Level, target and result of each line. Every line has the number.
fn shortened(seen: &Seen) -> Vec<String> {
    let lines = seen.lines();
    assert!(lines.iter().all(|line| line.contains(r#"number="B1""#)), "{lines:?}");
    let short = lines.iter().map(|line| {
        let (head, rest) = line.split_once(": ").unwrap();
        let result = rest.split_once("result=\"").and_then(|(_, rest)| rest.split_once('"'));
        result.map_or(head.to_owned(), |(result, _)| format!("{head} {result}"))
    });
    short.collect()
}

/// A panic's payload that panics again when it is dropped.
struct Spite;

impl Drop for Spite {
    fn drop(&mut self) {
        panic!("dropped");
    }
}

/// Panics whenever it is told something.
#[derive(Default)]
struct Panics(AtomicU32);

impl Observer for Panics {
    fn attempt(&self, _: &Attempt<'_>) {
        self.0.fetch_add(1, Ordering::SeqCst);
        panic!("an observer's attempt");
    }

    fn call(&self, _: &Call<'_>) {
        self.0.fetch_add(100, Ordering::SeqCst);
        std::panic::panic_any(Spite);
    }
}

#[tokio::test]
async fn an_observer_that_panics_changes_no_outcome_and_silences_no_other() {
    let stage = Stagehand::new().await;
    for (faults, outcome) in [(&[Fault::Status500][..], None), (&[Fault::Status400], Some(Outcome::Refused))] {
        let (panics, told) = (Arc::new(Panics::default()), Arc::new(Mutex::new(Vec::new())));
        let (wire, pauses) = stage.wire(faults, None, None);
        let builder = stage.builder(wire, pauses).observer(panics.clone());
        let client: Client = builder.observer(Arc::new(Sends(told.clone()))).build().unwrap();
        let seen = Seen::begin();
        let result = client.send(&Get { appid: None }).await;
        assert_eq!(result.err().map(|error| error.outcome()), outcome);
        let attempts = if outcome.is_none() { 2 } else { 1 };
        assert_eq!(panics.0.load(Ordering::SeqCst), 100 + attempts);
        assert_eq!(*told.lock().unwrap(), [attempts]);
        let lines = seen.lines();
        let errors = lines.iter().filter(|line| line.starts_with("ERROR wxpay::hook")).count();
        assert_eq!(errors, attempts as usize + 1, "{lines:?}");
    }
}

#[cfg(feature = "sandbox")]
#[test]
fn an_observer_that_panics_changes_no_outcome_without_async_either() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let sandbox = runtime.block_on(wxpay_sandbox::Sandbox::start()).unwrap();
    let panics = Arc::new(Panics::default());
    let client = sandbox.client_builder().observer(panics.clone()).build_blocking().unwrap();
    let order = wxpay_tests::order(&sandbox.client().unwrap(), "20260101000002");
    client.send(&order).unwrap();
    assert_eq!(panics.0.load(Ordering::SeqCst), 101);
}
