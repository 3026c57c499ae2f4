//! The notification that a handler receives.

use axum::Router;
use axum::routing::post;
use http::StatusCode;
use serde_json::{Value, json};
use tower::ServiceExt as _;
use wxpay::notification::{Notification, Notifications};
use wxpay::notify::Event;
use wxpay_sandbox::Sandbox;

use super::{Shop, paid, payment, posted};

/// The resource that a handler receives, in a server whose state is the receiver itself.
async fn seen(sandbox: &Sandbox, event_type: &str, resource: &Value) -> Event {
    let (sender, mut receiver) = tokio::sync::mpsc::unbounded_channel();
    let handler = async move |notification: Notification<Event>| {
        sender.send(notification.resource).unwrap();
        StatusCode::NO_CONTENT
    };
    let notifications: Notifications = sandbox.client().unwrap().notifications().unwrap();
    let app = Router::new().route("/notify", post(handler)).with_state(notifications);
    let made = sandbox.notification(event_type, "transaction", resource).await.unwrap();
    let answer = app.oneshot(posted(made)).await.unwrap();
    assert_eq!(answer.status(), StatusCode::NO_CONTENT);
    receiver.recv().await.unwrap()
}

#[tokio::test]
async fn a_payment_is_typed() {
    let sandbox = Sandbox::start().await.unwrap();
    let Event::Payment(payment) = seen(&sandbox, "TRANSACTION.SUCCESS", &payment()).await else {
        panic!("no payment");
    };
    assert_eq!((payment.out_trade_no.as_str(), payment.amount.total.get()), ("20260101000001", 100));
}

#[tokio::test]
async fn an_unknown_event_comes_with_its_json() {
    let sandbox = Sandbox::start().await.unwrap();
    let resource = json!({ "what": "nobody knows" });
    let expected = Event::Unknown { event_type: "NEW.EVENT".into(), resource: resource.clone() };
    assert_eq!(seen(&sandbox, "NEW.EVENT", &resource).await, expected);
}

#[tokio::test]
async fn what_does_not_fit_its_type_comes_with_its_json() {
    let sandbox = Sandbox::start().await.unwrap();
    let mut without_amount = payment();
    without_amount.as_object_mut().unwrap().remove("amount");
    for resource in [without_amount, json!({}), json!([])] {
        let Event::Unread { resource: kept, .. } = seen(&sandbox, "TRANSACTION.SUCCESS", &resource).await else {
            panic!("{resource} was read");
        };
        assert_eq!(kept, resource);
    }
}

#[tokio::test]
async fn the_content_type_decides_nothing() {
    let sandbox = Sandbox::start().await.unwrap();
    let shop = Shop::at(&sandbox);
    for content_type in ["text/plain", "application/x-www-form-urlencoded", ""] {
        let mut request = posted(paid(&sandbox).await);
        match content_type {
            "" => drop(request.headers_mut().remove("content-type")),
            other => drop(request.headers_mut().insert("content-type", other.parse().unwrap())),
        }
        assert_eq!(shop.answer(request).await.status, StatusCode::NO_CONTENT, "{content_type}");
    }
    assert_eq!(shop.handled(), 3);
}
