//! Asking about requests of some time ago: an absence is believed at once only if the request can no longer arrive, and no clock
//! shortens that time.

use std::time::{Duration, Instant};

use wxpay::client::RetryPolicy;
use wxpay::settle::Asking;
use wxpay::value::DateTime;

use crate::reliability::NOW;
use crate::reliability::settle::{ABSENT, FOUND, LATE, LOST, Pay, client, client_by, pay};

/// Seconds after which an absence is sure, for these clients, which send once: two clocks that are 5 minutes off, the time of a
/// call, the patience.
fn sure() -> i64 {
    let total = i64::try_from(RetryPolicy::OFF.total.as_secs()).unwrap();
    2 * 300 + total + 1 + 1
}

fn at(seconds: i64) -> DateTime {
    DateTime::from_unix_timestamp(seconds).unwrap()
}

#[tokio::test]
async fn an_absence_is_believed_at_once_where_nothing_can_arrive_any_more() {
    let client = client(&[ABSENT], 400).await;
    for (sent_at, at_once) in [
        (NOW - sure(), true),
        (NOW - 100 * 24 * 60 * 60, true),
        (NOW - sure() + 1, false),
        (NOW - 31, false),
        (NOW, false),
        // Invalid times of sending: from the future, from a column's default, from a clock without a battery.
        (NOW + 1, false),
        (NOW + 1_000_000_000, false),
        (0, false),
        (-1_000_000_000, false),
        (1_514_764_799, false),
        (253_402_300_799, false),
    ] {
        let began = Instant::now();
        assert_eq!(client.ask_sent_at(&pay(), at(sent_at)).await.unwrap(), None, "{sent_at}");
        let waited = began.elapsed() >= Duration::from_millis(400);
        assert_eq!(waited, !at_once, "sent at {sent_at}, {} s ago: {:?}", NOW - sent_at, began.elapsed());
    }
}

#[tokio::test]
async fn however_wrong_both_clocks_are_what_can_still_arrive_is_waited_for() {
    // Differences of the sending and the asking clock to WeChat Pay's: less than 5 minutes each, because it accepts no others and
    // is not believed otherwise.
    let client = client(&[ABSENT], 60).await;
    let total = i64::try_from(RetryPolicy::OFF.total.as_secs()).unwrap();
    for sending in [-299, -1, 0, 1, 299] {
        for asking in [-299, -1, 0, 1, 299] {
            // The last attempt was made just now, when the call's time ended.
            let recorded = NOW - asking - total + sending;
            let began = Instant::now();
            client.ask_sent_at(&pay(), at(recorded)).await.unwrap();
            assert!(began.elapsed() >= Duration::from_millis(60), "clocks {sending} and {asking} off");
        }
    }
}

#[tokio::test]
async fn a_clock_that_is_set_right_meanwhile_shortens_nothing() {
    let began = Instant::now();
    let clock = move || if began.elapsed() < Duration::from_millis(50) { NOW + 3600 } else { NOW };
    let client = client_by(&[(LATE + ABSENT.0, ABSENT.1)], 400, clock).await;
    assert_eq!(client.ask_sent_at(&pay(), at(NOW - 1)).await.unwrap(), None);
    assert!(began.elapsed() >= Duration::from_millis(400), "{:?}", began.elapsed());
}

#[tokio::test]
async fn a_patience_and_a_policy_of_ones_own_count() {
    let client = client(&[ABSENT], 400).await;
    let endless = client.retrying(RetryPolicy::STANDARD.total(Duration::MAX));
    let began = Instant::now();
    assert_eq!(endless.ask_sent_at(&pay(), at(1_600_000_000)).await.unwrap(), None);
    assert!(began.elapsed() >= Duration::from_millis(400), "a call without an end may still go on");
    let patient = client.asking(Asking::STANDARD.patience(Duration::from_secs(1_000_000)).total(Duration::ZERO));
    patient.ask_sent_at(&pay(), at(NOW - sure() - 900_000)).await.unwrap_err();
}

#[tokio::test]
async fn what_is_there_is_found_and_what_cannot_be_asked_is_unknown_however_old_it_is() {
    let old = at(NOW - 24 * 60 * 60);
    for replies in [&[FOUND][..], &[LOST, FOUND]] {
        assert!(client(replies, 5000).await.ask_sent_at(&pay(), old).await.unwrap().is_some(), "{replies:?}");
    }
    for replies in [&[LOST][..], &[(500, r#"{"code":"SYSTEM_ERROR"}"#)], &[(404, r#"{"code":"ANOTHER"}"#)]] {
        let error = client(replies, 5).await.ask_sent_at(&pay(), old).await.unwrap_err();
        assert_eq!(error.outcome(), wxpay::error::Outcome::Unknown, "{replies:?}");
    }
}

#[tokio::test]
async fn a_sweep_over_old_requests_asks_once_about_each() {
    let client = client(&[ABSENT], 60_000).await;
    let old: Vec<(Pay, DateTime)> = (0..100).map(|_| (pay(), at(NOW - 100_000))).collect();
    let began = Instant::now();
    // On another thread, since the future is `Send`.
    let swept = tokio::spawn(async move { client.ask_many(&old, 8).await }).await.unwrap();
    assert_eq!(swept.into_iter().map(Result::unwrap).collect::<Vec<_>>(), (0..100).map(|_| None).collect::<Vec<_>>());
    assert!(began.elapsed() < Duration::from_secs(20));
}
