//! A server that receives notifications. Each merchant with an APIv3 key has an address; a service provider has one address
//! for all of its sub-merchants.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::routing::post;
use http::{Response, StatusCode};
use tokio::net::TcpListener;
use wxpay::notification::{accepted, refused};
use wxpay::notify::{Event, Payment};

use crate::provider::Provider;
use crate::registry::Merchants;
use crate::{Result, until};

#[derive(Clone)]
pub(crate) struct Shop {
    merchants: Merchants,
    books: Arc<Mutex<Books>>,
    url: String,
}

#[derive(Default)]
pub(crate) struct Books {
    /// Payments, each with the merchant number of the address at which it arrived.
    payments: Vec<(String, Payment)>,
    pub(crate) provider: Provider,
    /// All other events, with those that could not be read. They are kept, because WeChat Pay does not send them again.
    pub(crate) others: Vec<(String, Event)>,
}

impl Shop {
    pub(crate) async fn open(merchants: Merchants) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let shop = Self { merchants, books: Arc::default(), url: format!("http://{}", listener.local_addr()?) };
        let app = Router::new().route("/notify/{mchid}", post(notified)).with_state(shop.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        Ok(shop)
    }

    pub(crate) fn notify_url(&self, mchid: &str) -> String {
        format!("{}/notify/{mchid}", self.url)
    }

    pub(crate) fn books(&self) -> MutexGuard<'_, Books> {
        self.books.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until `count` payments have arrived, each with the merchant number of its address.
    pub(crate) async fn paid(&self, count: usize) -> Result<Vec<(String, Payment)>> {
        until("the notifications", || {
            let payments = self.books().payments.clone();
            (payments.len() >= count).then_some(payments)
        })
        .await
    }
}

/// The path only selects the merchant's keys; the signature and the APIv3 key prove that the notification is for it.
async fn notified(State(shop): State<Shop>, Path(mchid): Path<String>, request: Request) -> Response<Body> {
    let Some(client) = shop.merchants.get(&mchid) else {
        return refused(StatusCode::NOT_FOUND, "未知商户").map(Body::from);
    };
    let received = match client.notifications() {
        Ok(notifications) => notifications.receive_request(request).await,
        Err(error) => Err(error),
    };
    match received.map(|notification| notification.resource) {
        // Before it delivers, a real shop compares the payment with its order (`Payment::check`), as the example `shop` does.
        Ok(Event::Payment(payment)) => shop.books().payments.push((mchid, *payment)),
        // Payments of all sub-merchants, under the provider's key.
        Ok(Event::PartnerPayment(payment)) => shop.books().provider.paid(&payment),
        Ok(other) => shop.books().others.push((mchid, other)),
        Err(error) => return error.reply().map(Body::from),
    }
    accepted().map(Body::from)
}
