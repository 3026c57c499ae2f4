//! A WeChat Pay on the laptop: WeChat Pay itself offers no sandbox for APIv3.
//!
//! It verifies real signatures, decrypts what is encrypted, validates bodies by the same tables that the client writes
//! from, keeps the books in SQLite, and answers signed. What it refuses it refuses with the documented status and body.
//!
//! ```
//! use wxpay::pay::{AppPrepay, AppPrepayRequired};
//! use wxpay::prelude::*;
//! use wxpay_sandbox::Sandbox;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let sandbox = Sandbox::start().await?;
//! let client = sandbox.client()?;
//! let order = AppPrepay::new(AppPrepayRequired {
//!     appid: "wxd678efh567hg6787".into(),
//!     mchid: client.merchant().id().into(),
//!     description: "A teapot".into(),
//!     out_trade_no: "20260101000001".into(),
//!     notify_url: "http://127.0.0.1:8080/notify".into(),
//!     amount: Fen::new(100).into(),
//! });
//! let prepay = client.send(&order).await?;
//! assert!(prepay.prepay_id.starts_with("wx"));
//! # Ok(())
//! # }
//! ```
//!
//! What a user, a bank or WeChat Pay would do are methods of [`Sandbox`], such as [`Sandbox::pay_order`]. A scanned code
//! that ends with `99` leaves its payment `USERPAYING`, one that ends with `98` comes to `PAYERROR`, any other pays.
//!
//! The same can be done from outside, in any language: at [`Sandbox::admin_url`] there is a page for a browser and a JSON
//! API for scripts, which `GET /api` lists. `wxpay sandbox` runs a sandbox on the command line, and says in
//! `sandbox.json` where it is and which keys there are, as [`Builder::directory`] does.
//!
//! ```sh
//! curl -X POST -H "Authorization: Bearer $ADMIN_TOKEN" "$ADMIN_URL/api/orders/20260101000001/pay"
//! ```
//!
//! Keys are made when the process first needs them, and are good for nothing else.

mod addresses;
mod admin;
mod books;
mod builder;
mod clock;
mod deeds;
mod directory;
mod endpoint;
mod error;
pub mod faults;
mod files;
mod gateway;
mod json;
mod keys;
mod notify;
mod parties;
pub mod paths;
mod products;
mod requests;
mod serving;
mod watch;
pub mod wire;

pub use books::{
    BookedOrder, BookedRefund, BookedRepayment, BookedShare, BookedTransfer, ContractKind, ContractState, Delivery,
    NotificationState, SentNotification,
};
pub use builder::Builder;
pub use deeds::number::Number;
pub use endpoint::Reason;
pub use endpoint::example::example;
pub use error::SandboxError;
pub use keys::Keys;
pub use keys::credentials::Credentials;
pub use notify::{Flaw, Notice};
pub use products::Checkout;
pub use requests::LoggedRequest;
pub use watch::{Seen, watch};

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::watch::Sender;
use tokio::task::JoinHandle;
use wxpay::client::{Builder as ClientBuilder, Client, ConfigError};
use wxpay::validate::Policy;

use crate::addresses::Addresses;
use crate::admin::Secrets;
use crate::books::Books;
use crate::builder::Settings;
use crate::clock::Clock;
use crate::directory::Directory;
use crate::endpoint::Route;
use crate::faults::Faults;
use crate::gateway::Nonces;
use crate::keys::keyring::Keyring;
use crate::keys::merchants::Merchants;
use crate::notify::Notifier;
use crate::products::bill::Files;
use crate::requests::Requests;

/// A running sandbox. It stops when it is dropped.
pub struct Sandbox {
    shared: Arc<Shared>,
    servers: [JoinHandle<()>; 3],
    stop: Sender<()>,
}

/// What every request sees.
struct Shared {
    addresses: Addresses,
    credentials: Arc<Credentials>,
    merchants: Arc<Merchants>,
    settings: Settings,
    /// What requests may say, and where notifications may go.
    policy: Policy,
    routes: Vec<Route>,
    clock: Arc<Clock>,
    keyring: Arc<Keyring>,
    notifier: Notifier,
    books: Arc<Books>,
    /// Bills that were asked for.
    files: Files,
    faults: Faults,
    requests: Requests,
    nonces: Nonces,
    /// Of the names of headers.
    spelling: http::Extensions,
    admin: Secrets,
    /// The authority that clients have to believe, as PEM; with TLS.
    authority: Option<String>,
    /// For as long as it says that the sandbox runs.
    directory: Mutex<Option<Directory>>,
}

impl Sandbox {
    /// Starts with the default settings.
    ///
    /// # Errors
    /// As [`Builder::start`].
    pub async fn start() -> Result<Self, SandboxError> {
        Self::builder().start().await
    }

    /// Another than the default settings.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.shared.addresses.main
    }

    /// Its base URL, such as `http://127.0.0.1:41234`.
    #[must_use]
    pub fn url(&self) -> String {
        self.shared.addresses.url()
    }

    /// Where its backup host listens, as WeChat Pay's `api2.mch.weixin.qq.com`: another door to the same books.
    #[must_use]
    pub fn backup_address(&self) -> SocketAddr {
        self.shared.addresses.backup
    }

    /// The base URL of the backup host.
    #[must_use]
    pub fn backup_url(&self) -> String {
        self.shared.addresses.backup_url()
    }

    /// The certificate authority to believe, as PEM, if it was told to speak [TLS](Builder::tls).
    #[must_use]
    pub fn tls_authority(&self) -> Option<&str> {
        self.shared.authority.as_deref()
    }

    /// The proxy that leads WeChat Pay's own hosts to this sandbox, if it was told to speak [TLS](Builder::tls): for clients
    /// that call `https://api.mch.weixin.qq.com` and cannot be told otherwise. It opens tunnels (`CONNECT`) to those hosts,
    /// all of which end here, and to no others.
    #[must_use]
    pub fn proxy_url(&self) -> Option<String> {
        self.shared.authority.as_ref().map(|_| self.shared.addresses.proxy_url())
    }

    /// Where people and scripts act on it: a page for a browser, and a JSON API. See [`Sandbox::admin_token`].
    #[must_use]
    pub fn admin_url(&self) -> String {
        self.shared.addresses.admin_url()
    }

    /// What lets them in: `Authorization: Bearer ..` for the API, and for a browser's first visit the query `?token=..`.
    #[must_use]
    pub fn admin_token(&self) -> &str {
        &self.shared.admin.token
    }

    /// The last 200 requests that came to either host, the oldest first, with the reason if one was refused.
    #[must_use]
    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.shared.requests.list()
    }

    /// Stops in order: what it has begun to answer it answers, for at most a second, and the books are closed. What is
    /// dropped just stops.
    pub async fn stop(mut self) {
        // From now on nothing says that it runs.
        self.shared.retract();
        // Nobody listens any more: then there is nobody to be told.
        let _ = self.stop.send(());
        for server in &mut self.servers {
            if tokio::time::timeout(PATIENCE, &mut *server).await.is_err() {
                tracing::warn!("somebody still waits for an answer, and gets none");
            }
        }
        self.shared.notifier.stop().await;
    }

    /// What it does wrong, on purpose.
    #[must_use]
    pub fn faults(&self) -> &Faults {
        &self.shared.faults
    }

    /// Both sides' keys: to be used here and nowhere else.
    #[must_use]
    pub fn credentials(&self) -> &Credentials {
        &self.shared.credentials
    }

    /// A client that is ready to call, with the keys of WeChat Pay that the merchant has.
    ///
    /// # Errors
    /// The client's own configuration errors.
    pub fn client(&self) -> Result<Client, ConfigError> {
        self.client_builder().build()
    }

    /// The configuration of such a client, to be changed.
    pub fn client_builder(&self) -> ClientBuilder {
        let keys = self.shared.merchants.keys(&self.shared.credentials.mchid);
        let builder = self.shared.credentials.with_keys(keys).client_builder().hosts([self.url()]);
        let builder = self.shared.policy.notify_to.iter().fold(builder, |builder, host| builder.notify_to(host));
        match &self.shared.authority {
            Some(authority) => builder.root_certificate_pem(authority),
            None => builder,
        }
    }

    /// Sets how many seconds the sandbox's clock is ahead of the machine's, whatever it was before: 0 is the machine's
    /// time again, and a negative number is behind it.
    ///
    /// # Errors
    /// It would leave the years 1970 to 8999.
    pub fn set_clock_ahead(&self, seconds: i64) -> Result<(), SandboxError> {
        self.shared.set_clock_ahead(seconds)
    }

    /// The bills of today, in Beijing, and of the days before are there from now on, without waiting for 10:00 of the next
    /// day and without moving a clock. They have what has happened until they are asked for. The day is answered, as
    /// `2026-01-31`.
    pub fn release_bills(&self) -> String {
        products::bill::release(&self.shared)
    }
}

impl Shared {
    /// Moves the clock. What ends by itself meanwhile is told.
    fn set_clock_ahead(&self, seconds: i64) -> Result<(), SandboxError> {
        self.clock.set_ahead(seconds)?;
        Ok(products::expire_transfers(self)?)
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.servers.iter().for_each(JoinHandle::abort);
        self.shared.retract();
    }
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// How long an answer may take once the sandbox is told to stop.
const PATIENCE: Duration = Duration::from_secs(1);
