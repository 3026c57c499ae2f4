//! Codes that mean "later": each gives the advice of its entry, and no other.

use std::time::Duration;

use http::Method;
use wxpay::catalogue;
use wxpay::client::RetryPolicy;
use wxpay::ecommerce_refund::{ReturnAdvance, ReturnAdvanceRequired};
use wxpay::error::{Error, Outcome};
use wxpay::later::{self, ENTRIES, Later};

use crate::reliability::settle::{LOST, client};
use crate::reliability::table::Fault;
use crate::reliability::{Get, Numbered, Plain, Stagehand};

/// The advice about "later" that this answer to this request gives.
async fn answered(method: Method, path: &str, status: u16, code: &str) -> Option<Later> {
    let body: &'static str = format!(r#"{{"code":"{code}","message":"请稍后重试"}}"#).leak();
    let client = client(&[(status, body)], 10).await;
    later::of(&client.send_raw(method, path, "").await.unwrap_err())
}

#[tokio::test]
async fn every_entry_says_what_it_has() {
    for entry in ENTRIES {
        let (method, path) = entry.request.unwrap_or("GET /v3/nowhere").split_once(' ').unwrap();
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        assert_eq!(answered(method, path, entry.status, entry.code).await, Some(entry.later), "{entry:?}");
        assert!(entry.source.starts_with("https://") && entry.source.contains(".weixin.qq.com/"), "{entry:?}");
    }
    let shipped: Vec<_> =
        catalogue().iter().map(|at| format!("{} {}", at.operation.method, at.operation.path)).collect();
    for request in ENTRIES.iter().filter_map(|entry| entry.request) {
        assert!(shipped.iter().any(|line| line == request), "{request} is not a shipped endpoint");
    }
}

#[tokio::test]
async fn a_share_in_the_first_minute_is_perhaps_later_and_nothing_is_said_of_other_refusals() {
    let share = "/v3/profitsharing/orders";
    let minute = Some(Later::Perhaps(Duration::from_secs(60)));
    assert_eq!(answered(Method::POST, share, 400, "INVALID_REQUEST").await, minute);
    for (path, status, code) in [
        (share, 400, "PARAM_ERROR"),
        (share, 403, "NOT_ENOUGH"),
        (share, 403, "INVALID_REQUEST"),
        ("/v3/pay/transactions/app", 400, "INVALID_REQUEST"),
        ("/v3/pay/transactions/app", 400, "ORDER_PAID"),
        ("/v3/profitsharing/orders/1", 400, "INVALID_REQUEST"),
        ("/v3/nowhere", 429, "SYSTEM_ERROR"),
        ("/v3/nowhere", 401, "SIGN_ERROR"),
    ] {
        assert_eq!(answered(Method::POST, path, status, code).await, None, "{path} {status} {code}");
    }
    let nobody: Error = client(&[LOST], 10).await.send_raw(Method::POST, share, "").await.unwrap_err();
    assert_eq!(later::of(&nobody), None);
}

#[tokio::test]
async fn what_might_happen_twice_is_never_advised() {
    let after = Some(Later::After(Duration::from_secs(5)));
    let stage = Stagehand::new().await;
    let failing = stage.client(&[], Some(Fault::Status500), None).0.retrying(RetryPolicy::OFF);
    let error = failing.send(&Numbered { out_trade_no: "A1".into() }).await.unwrap_err();
    assert_eq!(
        (error.outcome(), later::of(&error)),
        (Outcome::Unknown, after),
        "the number keeps it from happening twice"
    );
    let error = failing.send(&Plain { text: None }).await.unwrap_err();
    assert_eq!((error.outcome(), later::of(&error)), (Outcome::Unknown, None));
    assert_eq!(answered(Method::POST, "/v3/nowhere", 500, "SYSTEM_ERROR").await, None);
    assert_eq!(answered(Method::POST, "/v3/nowhere", 429, "FREQUENCY_LIMITED").await, after, "the request did nothing");

    let advance =
        ReturnAdvance::new(ReturnAdvanceRequired { refund_id: "5000".into(), sub_mchid: "1900000109".into() });
    let client = client(&[(500, r#"{"code":"SYSTEM_ERROR","message":"m"}"#)], 10).await;
    let error = client.send(&advance).await.unwrap_err();
    assert_eq!((error.outcome(), error.number(), later::of(&error)), (Outcome::Unknown, None, None));
}

#[tokio::test]
async fn a_longer_retry_after_counts() {
    let stage = Stagehand::new().await;
    for (retry_after, seconds) in [("600", 600), ("1", 5)] {
        let (client, ..) = stage.client(&[], Some(Fault::Status500), Some(retry_after));
        let error = client.retrying(RetryPolicy::OFF).send(&Get { appid: None }).await.unwrap_err();
        assert_eq!(later::of(&error), Some(Later::After(Duration::from_secs(seconds))));
    }
}
