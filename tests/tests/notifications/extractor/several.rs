//! Several merchants behind one server: the address selects the keys that are tried, and the keys decide.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::routing::post;
use http::request::Parts;
use http::{Request, StatusCode};
use tower::ServiceExt as _;
use wxpay::notification::{Notification, Notifications, Receivers};
use wxpay::notify::Event;
use wxpay_sandbox::Sandbox;

use super::{Answer, paid};

#[derive(Clone)]
struct Shops {
    receivers: HashMap<&'static str, Notifications>,
    handled: Arc<Mutex<Vec<String>>>,
}

impl Receivers for Shops {
    fn receiver(&self, request: &Parts) -> Option<Notifications> {
        self.receivers.get(request.uri.path().rsplit('/').next()?).cloned()
    }
}

async fn notified(State(shops): State<Shops>, notification: Notification<Event>) -> StatusCode {
    shops.handled.lock().unwrap().push(notification.id);
    StatusCode::NO_CONTENT
}

#[tokio::test]
async fn a_notification_reaches_the_handler_only_at_the_address_of_its_merchant() {
    let sandbox = Sandbox::start().await.unwrap();
    let rice = sandbox.register_merchant().unwrap().client_builder().hosts([sandbox.url()]);
    let receiver = |client: wxpay::client::Builder| client.build().unwrap().notifications().unwrap();
    // This merchant has its own number, but the APIv3 key of another.
    let noodles = sandbox.client_builder().mchid(sandbox.register_merchant().unwrap().mchid);
    let receivers = HashMap::from([
        ("tea", receiver(sandbox.client_builder())),
        ("rice", receiver(rice)),
        ("noodles", receiver(noodles)),
    ]);
    let shops = Shops { receivers, handled: Arc::default() };
    let app = Router::new().route("/notify/{shop}", post(notified)).with_state(shops.clone());
    let deliver = async |to: &str, (headers, body): (http::HeaderMap, bytes::Bytes)| {
        let mut request = Request::post(format!("/notify/{to}?shop=rice")).body(axum::body::Body::from(body)).unwrap();
        *request.headers_mut() = headers;
        Answer::of(app.clone().oneshot(request).await.unwrap()).await
    };
    let made = paid(&sandbox).await;
    let answer = deliver("rice", made.clone()).await;
    assert!(answer.status.is_client_error() || answer.status.is_server_error(), "{answer:?}");
    deliver("nobody", made.clone()).await.is_refusal(StatusCode::NOT_FOUND);
    deliver("noodles", made.clone()).await.is_refusal(StatusCode::FORBIDDEN);
    assert_eq!(shops.handled.lock().unwrap().len(), 0, "at another's address");
    assert_eq!(deliver("tea", made).await.status, StatusCode::NO_CONTENT);
    assert_eq!(shops.handled.lock().unwrap().len(), 1);
}
