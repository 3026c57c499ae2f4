//! Every duration, count and limit of a builder or a policy, at zero and at its maximum.

use std::time::Duration;

use wxpay::client::{Builder, RetryPolicy};
use wxpay::error::{Error, Outcome};
use wxpay::settle::Asking;
use wxpay::transport::{Options, Reqwest, Timeouts};
use wxpay_sandbox::{Keys, Sandbox};
use wxpay_tests::order;

use crate::transport::secure::Secure;
use crate::transport::{answer, numbered};

type Set = fn(Builder, Duration) -> Builder;
type Change = fn(Builder) -> Builder;

const STANDARD: RetryPolicy = RetryPolicy::STANDARD;

const DURATIONS: [(&str, Set); 6] = [
    ("timeouts, connect", |client, time| client.timeouts(Timeouts::default().with_connect(time))),
    ("timeouts, read", |client, time| client.timeouts(Timeouts::default().with_read(time))),
    ("retry, attempt", |client, time| client.retry(STANDARD.attempt(time))),
    ("retry, total", |client, time| client.retry(STANDARD.total(time))),
    ("retry, pauses", |client, time| client.retry(STANDARD.pauses(time, time))),
    ("retry, all", |client, time| client.retry(STANDARD.attempt(time).total(time).pauses(time, time))),
];

/// Times that are no limit; and one just below, which tokio adds to the time of day without an overflow.
const LONG: [Duration; 4] =
    [Duration::MAX, Duration::from_secs(u64::MAX), Duration::from_secs(i64::MAX as u64), Duration::from_secs(1 << 31)];

#[tokio::test]
async fn the_longest_time_is_no_limit() {
    let sandbox = Sandbox::builder().endpoint(answer).start().await.unwrap();
    for (name, set) in DURATIONS {
        for time in LONG {
            let client = set(sandbox.client_builder(), time).build().unwrap();
            let answered = client.send(&numbered("A1")).await;
            assert_eq!(
                answered.map(|answer| answer.text).map_err(|error| error.to_string()),
                Ok("A1".into()),
                "{name}"
            );
        }
    }
    Reqwest::new(Options::default().with_timeouts(Timeouts::new(LONG[0], LONG[0]))).unwrap();
}

#[tokio::test]
async fn no_time_at_all_is_an_error_at_worst() {
    let server = Secure::offering(&["h2"]).await;
    for (name, set) in DURATIONS {
        let builder = server.sandbox.client_builder().hosts([&server.url]).root_certificate_pem(&server.authority);
        let client = set(builder, Duration::ZERO).build().unwrap();
        let ended: Result<_, Error> = client.send(&numbered("A1")).await;
        let error = ended.as_ref().err();
        let ends = !matches!(name, "retry, total" | "retry, all") || error.is_none_or(|error| error.sends() == 1);
        assert!(ends, "{name}: {error:?}");
    }
}

#[tokio::test]
async fn a_call_without_any_time_sends_once() {
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let sandbox = Sandbox::builder().endpoint(answer).start().await.unwrap();
    let client = sandbox.client_builder().hosts([format!("http://{}", nobody.local_addr().unwrap())]);
    let client = client.retry(STANDARD.total(Duration::ZERO)).build().unwrap();
    let error = client.send(&numbered("A1")).await.unwrap_err();
    assert_eq!(error.sends(), 1, "{error}");
    let error = client.retrying(STANDARD.sends(0).attempt(Duration::from_millis(50))).send(&numbered("A1")).await;
    assert_eq!(error.unwrap_err().sends(), 1);
}

#[tokio::test]
async fn counts_and_bytes_at_their_ends() {
    let sandbox = Sandbox::builder().endpoint(answer).start().await.unwrap();
    let settings: [(&str, Change, bool); 4] = [
        ("sends", |client| client.retry(STANDARD.sends(u32::MAX)), true),
        ("no sends", |client| client.retry(STANDARD.sends(0)), true),
        ("answer_limit", |client| client.answer_limit(usize::MAX), true),
        ("no answer", |client| client.answer_limit(0), false),
    ];
    for (name, set, answered) in settings {
        let client = set(sandbox.client_builder()).build().unwrap();
        assert_eq!(client.send(&numbered("A1")).await.is_ok(), answered, "{name}");
    }
}

#[tokio::test]
async fn a_clock_at_its_ends_is_an_error_and_no_panic() {
    let sandbox = Sandbox::builder().keys(Keys::Certificate).endpoint(answer).start().await.unwrap();
    for now in [i64::MIN, i64::MIN + 1, -1, 0, i64::MAX] {
        let builder = sandbox.client_builder().download_certificates().clock(move || now).retry(RetryPolicy::OFF);
        assert!(builder.build().unwrap().send(&numbered("A1")).await.is_err(), "{now}");
    }
}

#[tokio::test]
async fn asking_at_its_ends_ends() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let (zero, all) = (Duration::ZERO, Duration::MAX);
    let never = order(&client, "Never1");
    for asking in [
        Asking::STANDARD.patience(zero).total(all).pauses(all, all),
        Asking::STANDARD.patience(zero).total(zero).pauses(zero, zero),
        Asking::STANDARD.patience(zero).total(all).pauses(zero, zero),
    ] {
        assert!(matches!(client.asking(asking).ask(&never).await, Ok(None)), "{asking:?}");
    }
    let error = client.asking(Asking::STANDARD.patience(all).total(zero)).ask(&never).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    client.send(&never).await.unwrap();
    let asking = Asking::STANDARD.patience(all).total(all).pauses(all, all);
    assert!(client.asking(asking).ask(&never).await.is_ok());
}

#[tokio::test]
async fn a_sandbox_whose_second_lasts_for_ever_or_no_time() {
    for second in [Duration::ZERO, Duration::MAX] {
        let sandbox = Sandbox::builder().notification_second(second).start().await.unwrap();
        let client = sandbox.client().unwrap();
        client.send(&order(&client, "Timed1")).await.unwrap();
        sandbox.pay_order("Timed1").unwrap();
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert_eq!(client.send(&order(&client, "Timed2")).await.map(drop).map_err(|error| error.to_string()), Ok(()));
    }
}
