//! A shop: orders over HTTP, their states in SQLite, payments and refunds at WeChat Pay. It runs against a local WeChat Pay
//! in the same process: no account, no network.
//!
//! ```text
//! cargo run --example shop               # tells a story, and exits with 0 only if every step succeeds
//! cargo run --example shop -- --serve    # stays open, with a page to try it
//! ```
//!
//! Copy `schema.sql`, `orders`, `shop`, `notify`, `delivery` and `clock`. `web` can be any server; `story`, `play` and `crash`
//! play the customers and the failures.

mod clock;
mod crash;
mod delivery;
mod notify;
mod orders;
mod play;
mod shop;
mod story;
mod web;

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use wxpay::prelude::Client;

use crate::delivery::Deliverer;
use crate::orders::Orders;
use crate::shop::{Clock, Shop};

type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

#[tokio::main]
async fn main() -> Result {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => story::tell().await,
        ["--serve"] => play::serve().await,
        // Only for the story: a process that is killed at a certain point.
        ["--crash", point, folder] => crash::wait(point, Path::new(folder)).await,
        other => Err(format!("expected nothing or `--serve`, found {other:?}").into()),
    }
}

impl Shop {
    /// A shop with the books in `file`, which a crashed process may have left.
    fn new(
        client: Client,
        file: &Path,
        notify_url: String,
        clock: Clock,
        deliverer: Arc<dyn Deliverer>,
    ) -> Result<Self> {
        let (notifications, orders) = (client.notifications()?, Orders::open(file)?);
        let (mail, parcels) = (Arc::default(), Arc::default());
        Ok(Self { client, notifications, orders, notify_url, clock, mail, deliverer, parcels })
    }
}

/// The tasks of an open shop: the server, the workers for notifications and deliveries, and the timer. Dropping this stops
/// them at once, as a crash does.
struct Open(Vec<JoinHandle<()>>);

impl Open {
    fn start(shop: &Shop, listener: TcpListener, more: Router) -> Self {
        let app = web::app(shop.clone()).merge(more);
        let server = async move {
            if let Err(error) = axum::serve(listener, app).await {
                eprintln!("the server has stopped: {error}");
            }
        };
        let (worker, timer) = (notify::work(shop.clone()), clock::run(shop.clone()));
        let deliveries = delivery::work(shop.clone());
        Self(vec![tokio::spawn(server), tokio::spawn(worker), tokio::spawn(deliveries), tokio::spawn(timer)])
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.iter().for_each(JoinHandle::abort);
    }
}

async fn listen(address: SocketAddr) -> Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind(address).await?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}
