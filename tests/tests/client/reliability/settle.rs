//! Asking until the outcome is known: a request that was done is found, one that was not is reported so, and a number that
//! belongs to something else is not a success.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use wxpay::client::{Client, RetryPolicy};
use wxpay::error::{ErrorKind, Outcome};
use wxpay::prelude::*;
use wxpay::settle::{Asking, Settle, Settled, Verdict};
use wxpay::transport::{Stage, full};
use wxpay_tests::wire::{Platform, Scripted, lost};

use crate::reliability::{NOW, Stagehand};

#[wxpay_endpoint(method = "POST", path = "/v3/test/pay", response = Paid, number = "out_bill_no")]
pub(crate) struct Pay {
    out_bill_no: String,
    total: Fen,
}

#[wxpay_object]
#[derive(Debug, PartialEq)]
pub(crate) struct Paid {
    id: String,
}

#[wxpay_endpoint(method = "GET", path = "/v3/test/pay/{out_bill_no}", response = Bill)]
pub(crate) struct QueryPay {
    out_bill_no: String,
}

#[wxpay_object]
#[derive(Debug, PartialEq)]
pub(crate) struct Bill {
    total: Fen,
}

impl Settle for Pay {
    type Query = QueryPay;

    fn query(&self) -> QueryPay {
        QueryPay { out_bill_no: self.out_bill_no.clone() }
    }

    fn verdict(&self, found: &Bill) -> Verdict {
        Verdict::same(&[("total", self.total, found.total)])
    }
}

pub(crate) const LOST: (u16, &str) = (0, "");
const UNREACHABLE: (u16, &str) = (1, "");
pub(crate) const ABSENT: (u16, &str) = (404, r#"{"code":"NOT_FOUND","message":"x"}"#);
pub(crate) const FOUND: (u16, &str) = (200, r#"{"total":7}"#);

/// Added to a status: the answer is made at once and arrives 100 ms later.
pub(crate) const LATE: u16 = 1000;

/// Extra time for a busy machine.
const BUSY: Duration = Duration::from_millis(500);

/// Gives signed answers one after another, and repeats the last one.
fn replying(platform: Platform, replies: &[(u16, &'static str)]) -> Arc<Scripted> {
    let left = Mutex::new(replies.iter().copied().collect::<VecDeque<_>>());
    Scripted::new(move |_| {
        let (status, body) = {
            let mut left = left.lock().unwrap();
            if left.len() > 1 { left.pop_front().unwrap() } else { left[0] }
        };
        let platform = platform.clone();
        async move {
            match status {
                0 => return Err(lost(Stage::Exchanging)),
                1 => return Err(lost(Stage::Connecting)),
                LATE.. => tokio::time::sleep(Duration::from_millis(100)).await,
                _ => {}
            }
            Ok(platform.answer(NOW, status % LATE, body).await.map(full))
        }
    })
}

/// A client that sends once and asks soon. It believes after `patience` milliseconds that nothing was done.
pub(crate) async fn client(replies: &[(u16, &'static str)], patience: u64) -> Client {
    client_by(replies, patience, || NOW).await
}

/// The same with another clock.
pub(crate) async fn client_by(
    replies: &[(u16, &'static str)],
    patience: u64,
    clock: impl Fn() -> i64 + Send + Sync + 'static,
) -> Client {
    let Stagehand { platform, credentials } = Stagehand::new().await;
    let (short, patience) = (Duration::from_millis(2), Duration::from_millis(patience));
    let asking = Asking::STANDARD.pauses(short, short).patience(patience).total(patience * 4 + BUSY);
    let builder = credentials.client_builder().clock(clock).transport(replying(platform, replies));
    builder.retry(RetryPolicy::OFF).asking(asking).build().unwrap()
}

pub(crate) fn pay() -> Pay {
    Pay { out_bill_no: "B1".into(), total: Fen::new(7) }
}

#[tokio::test]
async fn an_answer_needs_no_question() {
    let settled = client(&[(200, r#"{"id":"1"}"#)], 10).await.settle(&pay()).await.unwrap();
    assert_eq!(settled, Settled::Answered(Paid { id: "1".into() }));
}

#[tokio::test]
async fn a_lost_answer_is_found_however_often_the_question_is_lost_too() {
    for lost in [1, 2, 5] {
        let replies = [vec![LOST; lost], vec![FOUND]].concat();
        let settled = client(&replies, 5000).await.settle(&pay()).await.unwrap();
        assert_eq!(settled, Settled::Found(Bill { total: Fen::new(7) }), "{lost}");
    }
}

#[tokio::test]
async fn an_answer_of_nothing_is_no_answer() {
    for body in ["null", "[]", "[null]", "7"] {
        let error = client(&[LOST, (200, body)], 20).await.settle(&pay()).await.unwrap_err();
        assert_eq!((error.outcome(), error.number()), (Outcome::Unknown, Some("B1")), "{body}: {error}");
        let error = client(&[(200, body)], 20).await.send(&pay()).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown, "{body}: {error}");
    }
}

#[tokio::test]
async fn errors_of_a_question_are_about_the_request() {
    for replies in
        [&[LOST][..], &[(401, r#"{"code":"SIGN_ERROR"}"#)], &[(200, r#"{"out_bill_no":"B2"}"#)], &[(200, "null")]]
    {
        let error = client(replies, 5).await.ask(&pay()).await.unwrap_err();
        assert_eq!((error.outcome(), error.number()), (Outcome::Unknown, Some("B1")), "{replies:?}: {error}");
        assert_eq!(error.encoded().map(|encoded| encoded.method().as_str()), Some("POST"), "{replies:?}");
    }
}

#[tokio::test]
async fn an_answer_about_another_number_is_no_answer() {
    const ANOTHER: (u16, &str) = (200, r#"{"total":7,"out_bill_no":"B2"}"#);
    for replies in [&[LOST, ANOTHER][..], &[LOST, LOST, ANOTHER], &[LOST, ABSENT, ANOTHER]] {
        let error = client(replies, 5000).await.settle(&pay()).await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Mismatch { member, .. } if member == "out_bill_no"), "{error}");
        assert_eq!(error.outcome(), Outcome::Unknown);
    }
    let error = client(&[ANOTHER], 5000).await.ask(&pay()).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Mismatch { .. }), "{error}");
    assert_eq!(error.outcome(), Outcome::Unknown);
    let error = client(&[ANOTHER], 5000).await.send(&pay()).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Mismatch { .. }), "{error}");
    // The answer may repeat the number, and may have members that no struct has.
    let found = client(&[(200, r#"{"out_bill_no":"B1","total":7,"x":[{}]}"#)], 5000).await.ask(&pay()).await.unwrap();
    assert_eq!(found, Some(Bill { total: Fen::new(7) }));
}

#[tokio::test]
async fn what_appears_only_after_a_while_is_found_all_the_same() {
    let settled = client(&[LOST, ABSENT, ABSENT, FOUND], 5000).await.settle(&pay()).await.unwrap();
    assert_eq!(settled, Settled::Found(Bill { total: Fen::new(7) }));
}

#[tokio::test]
async fn what_is_not_there_for_long_enough_was_not_done() {
    assert_eq!(client(&[LOST, ABSENT], 10).await.settle(&pay()).await.unwrap(), Settled::NotDone);
    assert_eq!(client(&[ABSENT], 10).await.ask(&pay()).await.unwrap(), None);
}

#[tokio::test]
async fn too_many_questions_are_asked_again() {
    let too_many = (429, r#"{"code":"FREQUENCY_LIMITED"}"#);
    let settled = client(&[LOST, too_many, too_many, FOUND], 10_000).await.settle(&pay()).await.unwrap();
    assert_eq!(settled, Settled::Found(Bill { total: Fen::new(7) }));
}

#[tokio::test]
async fn an_unsigned_not_found_does_not_settle_anything() {
    let Stagehand { credentials, .. } = Stagehand::new().await;
    let sandbox = wxpay_sandbox::Sandbox::start().await.unwrap();
    // The sandbox does not know the path: 404 without body and signature, as a gateway on the way would answer.
    let asking = Asking::STANDARD.patience(Duration::ZERO).total(Duration::ZERO);
    let client = credentials.client_builder().hosts([sandbox.url()]).asking(asking).build().unwrap();
    assert_eq!(client.ask(&pay()).await.unwrap_err().outcome(), Outcome::Unknown);
}

#[tokio::test]
async fn a_number_that_belongs_to_something_else_is_no_success() {
    let error = client(&[LOST, (200, r#"{"total":8}"#)], 10).await.settle(&pay()).await.unwrap_err();
    assert_eq!((error.outcome(), error.number()), (Outcome::Refused, Some("B1")));
    assert!(matches!(error.kind(), ErrorKind::Mismatch { member, .. } if member == "total"), "{error}");
}

#[tokio::test]
async fn a_question_without_an_answer_leaves_it_unknown_with_the_first_error() {
    let error = client(&[(500, r#"{"code":"SYSTEM_ERROR"}"#), LOST], 50).await.settle(&pay()).await.unwrap_err();
    assert_eq!((error.outcome(), error.number()), (Outcome::Unknown, Some("B1")));
    assert!(error.api().is_some(), "{error}");
}

#[tokio::test]
async fn what_is_not_there_yet_when_the_time_is_up_is_unknown() {
    let client = client(&[ABSENT], 1000).await;
    let error = client.asking(Asking::STANDARD.total(Duration::ZERO)).ask(&pay()).await.unwrap_err();
    assert_eq!((error.outcome(), error.number()), (Outcome::Unknown, Some("B1")));
    assert!(matches!(error.kind(), ErrorKind::Unsettled(_)), "{error}");
}

#[tokio::test]
async fn an_answer_that_was_long_on_its_way_says_nothing_of_what_arrived_meanwhile() {
    let late = (LATE + ABSENT.0, ABSENT.1);
    let found = client(&[late, FOUND], 50).await.ask(&pay()).await.unwrap();
    assert!(found.is_some(), "the question was asked before the patience ended");
    assert_eq!(client(&[late], 50).await.ask(&pay()).await.unwrap(), None);
}

pub(crate) const REFUSED: (u16, &str) = (400, r#"{"code":"PARAM_ERROR"}"#);
const DONE: (u16, &str) = (200, r#"{"id":"1"}"#);

#[tokio::test]
async fn a_refusal_is_asked_about_once_since_an_earlier_request_may_have_done_it() {
    for (replies, said) in [
        (&[REFUSED, FOUND][..], "found"),
        (&[REFUSED, ABSENT, FOUND], "refused: PARAM_ERROR"),
        // A question that fails does not change this call's refusal.
        (&[REFUSED, LOST, FOUND], "refused: PARAM_ERROR"),
        (&[REFUSED, (401, r#"{"code":"SIGN_ERROR"}"#)], "refused: PARAM_ERROR"),
        (&[REFUSED, (200, r#"{"total":8}"#)], "refused: total"),
        (&[REFUSED, (200, r#"{"total":7,"out_bill_no":"B2"}"#)], "unknown: out_bill_no"),
    ] {
        assert_eq!(told(client(replies, 10).await.settle(&pay()).await), said, "{replies:?}");
    }
}

#[tokio::test]
async fn a_request_of_an_earlier_process_is_asked_about_before_it_is_sent() {
    for (replies, said) in [
        (&[FOUND][..], "found"),
        (&[ABSENT, DONE], "answered"),
        (&[ABSENT, LOST, FOUND], "found"),
        (&[ABSENT, LOST, ABSENT], "not done"),
        // The earlier request may arrive between the question and the new request.
        (&[ABSENT, REFUSED, FOUND], "found"),
        (&[ABSENT, REFUSED, ABSENT], "refused: PARAM_ERROR"),
        (&[ABSENT, REFUSED, ABSENT, ABSENT, FOUND], "found"),
        // Nothing is sent while the question fails, and a refusal then proves nothing.
        (&[LOST, DONE], "unknown"),
        (&[(401, r#"{"code":"SIGN_ERROR"}"#), DONE], "unknown: SIGN_ERROR"),
        (&[ABSENT, REFUSED, LOST], "unknown"),
        // A call that sent nothing proves nothing about an earlier one.
        (&[ABSENT, UNREACHABLE, FOUND], "found"),
        (&[ABSENT, UNREACHABLE, ABSENT], "not sent"),
        (&[ABSENT, UNREACHABLE], "unknown"),
        (&[ABSENT, (401, r#"{"code":"SIGN_ERROR"}"#)], "unknown: SIGN_ERROR"),
        (&[(200, r#"{"total":8}"#), DONE], "refused: total"),
        (&[(200, r#"{"total":7,"out_bill_no":"B2"}"#), DONE], "unknown: out_bill_no"),
    ] {
        let patience = if said == "found" { 5000 } else { 10 };
        assert_eq!(told(client(replies, patience).await.resume(&pay()).await), said, "{replies:?}");
    }
}

fn told(settled: Result<Settled<Paid, Bill>, wxpay::error::Error>) -> String {
    let error = match settled {
        Ok(Settled::Answered(_)) => return "answered".to_owned(),
        Ok(Settled::Found(_)) => return "found".to_owned(),
        Ok(Settled::NotDone) => return "not done".to_owned(),
        Err(error) => error,
    };
    let outcome = match error.outcome() {
        Outcome::NotSent => "not sent",
        Outcome::Refused => "refused",
        Outcome::Unknown => "unknown",
    };
    match (error.kind(), error.code_str()) {
        (ErrorKind::Mismatch { member, .. }, _) => format!("{outcome}: {member}"),
        (_, "") => outcome.to_owned(),
        (_, code) => format!("{outcome}: {code}"),
    }
}
