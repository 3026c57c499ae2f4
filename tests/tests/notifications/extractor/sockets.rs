//! Notifications over sockets, as WeChat Pay sends them.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use axum::extract::{FromRef, State};
use axum::routing::post;
use http::StatusCode;
use tokio::net::TcpListener;
use wxpay::notification::{Notification, Notifications};
use wxpay::notify::{Event, Ordered};
use wxpay::pay::AppPrepay;
use wxpay_sandbox::Sandbox;
use wxpay_tests::order;

/// A shop that compares a payment with its order, and is unavailable the first time.
#[derive(Clone)]
struct Counter {
    notifications: Notifications,
    order: Arc<AppPrepay>,
    calls: Arc<AtomicUsize>,
}

impl FromRef<Counter> for Notifications {
    fn from_ref(counter: &Counter) -> Self {
        counter.notifications.clone()
    }
}

async fn notified(State(counter): State<Counter>, notification: Notification<Event>) -> StatusCode {
    if counter.calls.fetch_add(1, Ordering::SeqCst) == 0 {
        return StatusCode::INTERNAL_SERVER_ERROR;
    }
    let Event::Payment(payment) = &notification.resource else { return StatusCode::BAD_REQUEST };
    match payment.check(&Ordered::from(&*counter.order)) {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(_) => StatusCode::CONFLICT,
    }
}

#[tokio::test]
async fn a_paid_order_is_reported_until_the_shop_has_it() {
    let sandbox = Sandbox::builder().notification_second(Duration::from_millis(5)).start().await.unwrap();
    let client = sandbox.client().unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let notify_url = format!("http://{}/notify", listener.local_addr().unwrap());
    let mut order = order(&client, "20260101000001");
    order.notify_url = notify_url.clone();
    let order = Arc::new(order);
    let notifications = client.notifications().unwrap();
    let counter = Counter { notifications, order: order.clone(), calls: Arc::default() };
    let app = Router::new().route("/notify", post(notified)).with_state(counter);
    tokio::spawn(async move { axum::serve(listener, app).await });

    client.send(&*order).await.unwrap();
    sandbox.pay_order("20260101000001").unwrap();
    let deliveries = tokio::time::timeout(Duration::from_secs(20), async {
        loop {
            let deliveries = sandbox.deliveries().unwrap();
            if deliveries.len() == 2 {
                break deliveries;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    });
    let deliveries = deliveries.await.unwrap();
    assert_eq!(deliveries.iter().map(|delivery| delivery.status).collect::<Vec<_>>(), [Some(500), Some(204)]);
    assert_eq!(deliveries[0].id, deliveries[1].id);
    assert!(deliveries.iter().all(|delivery| delivery.url == notify_url));
}
