//! Where notifications arrive: an address for each merchant who has an APIv3 key, and for a service provider one for all
//! of its sub-merchants.

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
    /// Under whose address it came, and what it says.
    payments: Vec<(String, Payment)>,
    pub(crate) provider: Provider,
    /// What came beside payments, also what nobody has understood. It does not come again, so it is kept.
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

    /// Waits until so many payments are known: under whose address they came, and what they say.
    pub(crate) async fn paid(&self, count: usize) -> Result<Vec<(String, Payment)>> {
        until("the notifications", || {
            let payments = self.books().payments.clone();
            (payments.len() >= count).then_some(payments)
        })
        .await
    }
}

/// The path says whose keys to try; the signature and the APIv3 key say whether that is true.
async fn notified(State(shop): State<Shop>, Path(mchid): Path<String>, request: Request) -> Response<Body> {
    let Some(client) = shop.merchants.get(&mchid) else {
        return refused(StatusCode::NOT_FOUND, "未知商户").map(Body::from);
    };
    let received = match client.notifications() {
        Ok(notifications) => notifications.receive_request(request).await,
        Err(error) => Err(error),
    };
    match received.map(|notification| notification.resource) {
        // A shop compares it with its order (`Payment::check`), once, before it delivers: as the example `shop` does.
        Ok(Event::Payment(payment)) => shop.books().payments.push((mchid, *payment)),
        // All sub-merchants' come here, under the provider's one key.
        Ok(Event::PartnerPayment(payment)) => shop.books().provider.paid(&payment),
        Ok(other) => shop.books().others.push((mchid, other)),
        Err(error) => return error.reply().map(Body::from),
    }
    accepted().map(Body::from)
}
