//! Calls whose future is dropped: by a timeout, by `select!`, because a client hung up.

use std::time::Duration;

use tower::limit::ConcurrencyLimitLayer;
use wxpay::client::Client;
use wxpay_sandbox::{Keys, Sandbox};
use wxpay_tests::wire::Raw;

use crate::transport::secure::Secure;
use crate::transport::{answer, numbered};

const SHORT: Duration = Duration::from_millis(20);

/// Starts `count` calls and drops each of them halfway, at different moments.
async fn dropped(client: &Client, count: u32) {
    let calls = (0..count).map(|number| {
        let client = client.clone();
        async move {
            let limit = SHORT * number / count;
            // A call may finish in time or not.
            let _ = tokio::time::timeout(limit, client.send(&numbered(&format!("D{number}")))).await;
        }
    });
    futures_util::future::join_all(calls).await;
}

/// Makes `count` concurrent calls, all of which succeed.
async fn all_work(client: &Client, count: usize) {
    let numbers: Vec<_> = (0..count).map(|number| format!("W{number}")).collect();
    let calls = numbers.iter().map(|number| {
        let client = client.clone();
        async move { client.send(&numbered(number)).await.unwrap().text }
    });
    assert_eq!(futures_util::future::join_all(calls).await, numbers);
}

#[tokio::test]
async fn calls_that_are_dropped_at_any_moment_leave_the_client_usable() {
    let sandbox = Sandbox::builder().endpoint(answer).start().await.unwrap();
    let client = sandbox.client().unwrap();
    tokio::join!(dropped(&client, 20), all_work(&client, 10));
    all_work(&client, 10).await;
}

#[tokio::test]
async fn streams_that_are_dropped_leave_the_connection_of_http_2_usable() {
    let server = Secure::offering(&["h2"]).await;
    let client = server.client().root_certificate_pem(&server.authority).build().unwrap();
    tokio::join!(dropped(&client, 20), all_work(&client, 10));
    all_work(&client, 10).await;
}

#[tokio::test]
async fn a_dropped_call_gives_its_place_in_a_layer_back() {
    let sandbox = Sandbox::builder().endpoint(answer).start().await.unwrap();
    let silent = Raw::silent().await;
    let limited =
        |host: String| sandbox.client_builder().hosts([host]).layer(ConcurrencyLimitLayer::new(1)).build().unwrap();
    let stalled = limited(silent.url.clone());
    for _ in 0..3 {
        assert!(tokio::time::timeout(SHORT * 5, stalled.send(&numbered("A1"))).await.is_err());
    }
    assert_eq!(silent.visits(), 3, "each call had its turn");
    let working = limited(sandbox.url());
    dropped(&working, 10).await;
    all_work(&working, 5).await;
}

#[tokio::test]
async fn a_dropped_download_of_certificates_leaves_the_next_call_to_download() {
    let sandbox = Sandbox::builder().keys(Keys::Certificate).endpoint(answer).start().await.unwrap();
    let credentials = sandbox.credentials();
    let silent = Raw::silent().await;
    let client = Client::builder()
        .mchid(&credentials.mchid)
        .merchant_serial(&credentials.merchant_serial)
        .private_key_pem(&credentials.merchant_private_key)
        .api_v3_key(&credentials.api_v3_key)
        .download_certificates()
        .hosts([silent.url.clone()])
        .build()
        .unwrap();
    for turn in 1..=3 {
        assert!(tokio::time::timeout(SHORT * 5, client.send(&numbered("A1"))).await.is_err());
        assert_eq!(silent.visits(), turn, "no dropped call holds the lock");
    }
}
