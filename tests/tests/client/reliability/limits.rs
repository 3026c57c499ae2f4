//! Time limits, failures because of the clock, and what observers learn.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use wxpay::client::{Attempt, Call, Observer, RetryPolicy};
use wxpay::crypto::{BoxFuture, CryptoError, Signer};
use wxpay::error::{ErrorKind, Outcome};
use wxpay::transport::{Stage, Timer, TokioTimer};
use wxpay_sandbox::Sandbox;

use crate::reliability::table::Fault;
use crate::reliability::{Get, Numbered, Stagehand};

const SHORT: Duration = Duration::from_millis(50);

/// A server that never answers.
async fn silence() -> (tokio::net::TcpListener, String) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    (listener, url)
}

#[tokio::test]
async fn an_attempt_that_takes_too_long_is_unknown_and_repeated() {
    let credentials = Stagehand::new().await.credentials;
    let (_listener, url) = silence().await;
    let policy = RetryPolicy::STANDARD.sends(2).attempt(SHORT).pauses(SHORT / 10, SHORT);
    let client = credentials.client_builder().hosts([url]).retry(policy).build().unwrap();
    let error = client.send(&Numbered { out_trade_no: "A1".into() }).await.unwrap_err();
    assert_eq!((error.outcome(), error.sends()), (Outcome::Unknown, 2), "{error}");
    assert!(matches!(error.kind(), ErrorKind::Transport(failure) if failure.stage == Stage::Exchanging));
    assert!(error.to_string().contains("not within 50ms"), "{error}");
}

#[tokio::test]
async fn a_call_ends_when_its_time_is_up_whatever_an_attempt_may_take() {
    let credentials = Stagehand::new().await.credentials;
    let (_listener, url) = silence().await;
    let policy = RetryPolicy::STANDARD.attempt(SHORT * 100).total(SHORT * 2);
    let client = credentials.client_builder().hosts([url]).retry(policy).build().unwrap();
    let began = std::time::Instant::now();
    let error = client.send(&Get { appid: None }).await.unwrap_err();
    assert_eq!((error.outcome(), error.sends()), (Outcome::Unknown, 1));
    assert!(began.elapsed() < SHORT * 100, "{:?}", began.elapsed());
}

/// A remote signer that cannot be reached.
struct Lost;

impl Signer for Lost {
    fn sign<'a>(&'a self, _: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, CryptoError>> {
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn a_signature_that_takes_too_long_is_not_sent() {
    let sandbox = Sandbox::start().await.unwrap();
    let credentials = sandbox.credentials();
    let builder = wxpay::client::Client::builder()
        .mchid(&credentials.mchid)
        .merchant_serial(&credentials.merchant_serial)
        .signer(Arc::new(Lost))
        .platform_public_key_pem(&credentials.public_key_id, &credentials.public_key);
    let client = builder.hosts([sandbox.url()]).retry(RetryPolicy::STANDARD.attempt(SHORT)).build().unwrap();
    let error = client.send(&Numbered { out_trade_no: "A1".into() }).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
    assert!(matches!(error.kind(), ErrorKind::Sign(_)), "{error}");
}

#[tokio::test]
async fn a_call_that_is_dropped_leaves_the_client_usable() {
    let sandbox = Sandbox::builder()
        .endpoint(|_: &Get| crate::reliability::Answer { text: "fine".into() })
        .start()
        .await
        .unwrap();
    let (_listener, silent) = silence().await;
    let client = sandbox.client_builder().hosts([silent, sandbox.url()]).build().unwrap();
    for _ in 0..20 {
        let dropped = tokio::time::timeout(SHORT / 10, client.send(&Get { appid: None })).await;
        assert!(dropped.is_err(), "the server never answers");
    }
    let policy = RetryPolicy::STANDARD.attempt(SHORT * 4);
    assert_eq!(client.retrying(policy).send(&Get { appid: None }).await.unwrap().text, "fine");
}

#[tokio::test]
async fn a_failure_for_the_clock_names_the_skew() {
    let sandbox = Sandbox::start().await.unwrap();
    let ahead = sandbox.client_builder().clock(|| system_time() + 3600).build().unwrap();
    let request = wxpay::individual_contracts::QueryContractByCode::new(
        wxpay::individual_contracts::QueryContractByCodeRequired {
            out_contract_code: "C1".into(),
            appid: "wxd678efh567hg6787".into(),
        },
    );
    // The gateway refuses an old or future timestamp before it checks the signature.
    let error = ahead.send(&request).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Refused);
    assert!(error.clock_skew().is_some_and(|skew| (3590..=3610).contains(&skew)), "{:?}", error.clock_skew());
    assert!(error.to_string().contains("s ahead of WeChat Pay's"), "{error}");
    assert_eq!(ahead.clock_skew(), error.clock_skew());

    let right = sandbox.client().unwrap();
    let error = right.send(&request).await.unwrap_err();
    assert!(right.clock_skew().is_some_and(|skew| skew.abs() < 10), "{:?}", right.clock_skew());
    assert!(!error.to_string().contains("clock"), "{error}");
}

pub(crate) fn system_time() -> i64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    i64::try_from(now.as_secs()).unwrap()
}

/// Records what it is told.
#[derive(Default)]
struct Told(Mutex<Vec<String>>);

impl Observer for Told {
    fn attempt(&self, attempt: &Attempt<'_>) {
        let Attempt { request, number, status, outcome, .. } = attempt;
        let status = status.map(|status| status.as_u16());
        self.0.lock().unwrap().push(format!("{} {} {number} {status:?} {outcome:?}", request.method, request.template));
    }

    fn call(&self, call: &Call<'_>) {
        let number = call.request.business_number;
        self.0.lock().unwrap().push(format!("{number:?} {} sends, failed: {}", call.sends, call.error.is_some()));
    }
}

#[tokio::test]
async fn an_observer_is_told_of_every_attempt_and_every_call() {
    let stage = Stagehand::new().await;
    let told = Arc::new(Told::default());
    let (wire, pauses) = stage.wire(&[Fault::Status500, Fault::NoAnswer], None, None);
    let client = stage.builder(wire, pauses).observer(told.clone()).build().unwrap();
    client.send(&Numbered { out_trade_no: "A1".into() }).await.unwrap();
    let told = told.0.lock().unwrap();
    let expected = [
        "POST /v3/test/numbered 1 Some(500) Some(Unknown)",
        "POST /v3/test/numbered 2 None Some(Unknown)",
        "POST /v3/test/numbered 3 Some(200) None",
        r#"Some("A1") 3 sends, failed: false"#,
    ];
    assert_eq!(*told, expected);
}

#[tokio::test]
async fn the_ready_made_timer_waits() {
    let began = std::time::Instant::now();
    TokioTimer.sleep(SHORT).await;
    assert!(began.elapsed() >= SHORT);
}
