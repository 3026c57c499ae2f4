//! Notifications through an extractor of axum: what a handler receives, what is answered without it, and both over sockets.

mod once;
mod received;
mod refused;
mod samples;
mod several;
mod sockets;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::body::Body;
use axum::extract::{FromRef, State};
use axum::routing::post;
use bytes::Bytes;
use http::{HeaderMap, Request, Response, StatusCode};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use tower::ServiceExt as _;
use wxpay::client::Builder;
use wxpay::notification::{Notification, Notifications};
use wxpay::notify::Event;
use wxpay_sandbox::Sandbox;

/// The state of a server that has more than notifications.
#[derive(Clone)]
struct Shop {
    notifications: Notifications,
    handled: Arc<AtomicUsize>,
}

impl FromRef<Shop> for Notifications {
    fn from_ref(shop: &Shop) -> Self {
        shop.notifications.clone()
    }
}

impl Shop {
    fn of(client: Builder) -> Self {
        Self { notifications: client.build().unwrap().notifications().unwrap(), handled: Arc::default() }
    }

    fn at(sandbox: &Sandbox) -> Self {
        Self::of(sandbox.client_builder())
    }

    fn handled(&self) -> usize {
        self.handled.load(Ordering::SeqCst)
    }

    /// The answer of its server.
    async fn answer(&self, request: Request<Body>) -> Answer {
        let app = Router::new().route("/notify", post(notified)).with_state(self.clone());
        Answer::of(app.oneshot(request).await.unwrap()).await
    }
}

async fn notified(State(shop): State<Shop>, notification: Notification<Event>) -> StatusCode {
    assert!(!notification.id.is_empty());
    shop.handled.fetch_add(1, Ordering::SeqCst);
    StatusCode::NO_CONTENT
}

#[derive(Debug, PartialEq)]
struct Answer {
    status: StatusCode,
    content_type: Option<String>,
    body: Bytes,
}

impl Answer {
    async fn of(response: Response<Body>) -> Self {
        let (head, body) = response.into_parts();
        let content_type = head.headers.get("content-type").map(|value| value.to_str().unwrap().to_owned());
        Self { status: head.status, content_type, body: body.collect().await.unwrap().to_bytes() }
    }

    /// Checks that this is the documented refusal.
    fn is_refusal(&self, status: StatusCode) {
        assert_eq!(self.status, status, "{self:?}");
        assert_eq!(self.content_type.as_deref(), Some("application/json"));
        let body: Value = serde_json::from_slice(&self.body).unwrap();
        assert_eq!(body, json!({ "code": "FAIL", "message": "失败" }));
    }
}

/// A `POST` with these headers and this body.
fn posted((headers, body): (HeaderMap, impl Into<Body>)) -> Request<Body> {
    let mut request = Request::post("/notify").body(body.into()).unwrap();
    *request.headers_mut() = headers;
    request
}

async fn paid(sandbox: &Sandbox) -> (HeaderMap, Bytes) {
    sandbox.notification("TRANSACTION.SUCCESS", "transaction", &payment()).await.unwrap()
}

fn payment() -> Value {
    json!({
        "appid": "wxd678efh567hg6787",
        "mchid": "1900000001",
        "out_trade_no": "20260101000001",
        "trade_state": "SUCCESS",
        "amount": { "total": 100 },
    })
}
