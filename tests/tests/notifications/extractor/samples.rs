//! The handler that the examples share: an unread notification is handed on before success is reported, or it comes again.

#[allow(dead_code)] // what tells a story
#[path = "../../../../wxpay/examples/parts/mod.rs"]
mod parts;

use http::StatusCode;
use serde_json::json;
use wxpay::notify::Event;
use wxpay_sandbox::Sandbox;

#[tokio::test]
async fn the_shared_handler_loses_nothing() {
    let sandbox = Sandbox::start().await.unwrap();
    let mut shop = parts::Shop::open(&sandbox.client().unwrap()).await.unwrap();
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let url = shop.url.clone();
    let misfit = json!({ "out_trade_no": "20260101000001" });
    let sent = async |event_type: &str| {
        let (headers, body) = sandbox.notification(event_type, "transaction", &misfit).await.unwrap();
        http.post(&url).headers(headers).body(body).send().await.unwrap().status()
    };
    for event_type in ["TRANSACTION.SUCCESS", "SOMETHING.NEW"] {
        assert_eq!(sent(event_type).await, StatusCode::NO_CONTENT);
        let (Event::Unread { resource, .. } | Event::Unknown { resource, .. }) = shop.notified().await.unwrap() else {
            panic!("{event_type} was read");
        };
        assert_eq!(resource, misfit);
    }
    // Nothing receives it any more.
    drop(shop);
    for event_type in ["TRANSACTION.SUCCESS", "SOMETHING.NEW"] {
        assert_eq!(sent(event_type).await, StatusCode::INTERNAL_SERVER_ERROR);
    }
}
