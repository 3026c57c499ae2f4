//! A WeChat Pay on the laptop: WeChat Pay itself offers no sandbox for APIv3.
//!
//! It verifies real signatures, decrypts what is encrypted, validates bodies by the same tables that the client writes
//! from, keeps the books in SQLite, and answers signed. What it refuses it refuses with the documented status and body.
//!
//! ```
//! use wxpay::pay::{Amount, AmountRequired, AppPrepay, AppPrepayRequired};
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
//!     amount: Amount::new(AmountRequired { total: Fen::new(100) }),
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
mod credentials;
mod damage;
mod directory;
mod envelope;
mod error;
mod evidence;
mod example;
pub mod faults;
mod gateway;
mod hooks;
mod keyring;
mod merchants;
mod notify;
mod products;
mod requests;
mod tls;
mod watch;
pub mod wire;

pub use books::{
    BookedOrder, BookedRefund, BookedRepayment, BookedShare, BookedTransfer, ContractKind, ContractState,
    NotificationState,
};
pub use builder::Builder;
pub use credentials::Credentials;
pub use error::SandboxError;
pub use example::example;
pub use notify::{Delivery, Flaw, Notice, NotificationKeys, SentNotification};
pub use products::Checkout;
pub use requests::{LoggedRequest, Reason};
pub use watch::{Seen, watch};

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::HeaderMap;
use serde_json::Value;
use tokio::sync::watch::Sender;
use tokio::task::JoinHandle;
use wxpay::client::{Builder as ClientBuilder, Client, ConfigError};

use crate::addresses::Addresses;
use crate::admin::Secrets;
use crate::books::Books;
use crate::builder::Settings;
use crate::clock::Clock;
use crate::directory::Directory;
use crate::faults::Faults;
use crate::gateway::Nonces;
use crate::keyring::Keyring;
use crate::merchants::Merchants;
use crate::notify::{Manner, Notifier};
use crate::products::Route;
use crate::products::bill::Files;
use crate::requests::Requests;

/// A running sandbox. It stops when it is dropped.
pub struct Sandbox {
    shared: Arc<Shared>,
    servers: [JoinHandle<()>; 3],
    stop: Sender<()>,
    /// As PEM.
    authority: Option<String>,
    directory: Option<Directory>,
}

/// What every request sees.
struct Shared {
    addresses: Addresses,
    credentials: Arc<Credentials>,
    merchants: Arc<Merchants>,
    settings: Settings,
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
    admin: Secrets,
}

impl Shared {
    fn register_merchant(&self) -> Result<Credentials, SandboxError> {
        self.known(self.credentials.of_another(self.merchants.count()))
    }

    fn issue_merchant_certificate(&self, credentials: &Credentials) -> Result<Credentials, SandboxError> {
        self.known(credentials.recertified())
    }

    fn known(&self, made: Result<Credentials, String>) -> Result<Credentials, SandboxError> {
        let credentials = made.map_err(SandboxError::Keys)?;
        watch::show(&credentials, Seen::Merchant);
        self.merchants.know(&credentials).map_err(SandboxError::Keys)?;
        Ok(credentials)
    }
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
        self.authority.as_deref()
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
        drop(self.directory.take());
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

    /// Another merchant, with a number, a certificate and an APIv3 key of its own; WeChat Pay's keys are the same. Its
    /// client is that of [`Credentials::client_builder`] with this sandbox's URL as host. What users do concerns the
    /// first merchant, but for [`Sandbox::pay_order_of`] and [`Sandbox::pay_link`].
    ///
    /// # Errors
    /// The key cannot be made.
    pub fn register_merchant(&self) -> Result<Credentials, SandboxError> {
        self.shared.register_merchant()
    }

    /// A brand (品牌), with an ID, a certificate and an APIv3 key of its own; WeChat Pay's public key is the same, and
    /// certificates of WeChat Pay a brand has not. It calls the paths that begin with `/brand/`, and no others.
    ///
    /// # Errors
    /// The key cannot be made.
    pub fn register_brand(&self) -> Result<Credentials, SandboxError> {
        self.shared.known(self.shared.credentials.of_brand(self.shared.merchants.count()))
    }

    /// Another certificate for a merchant; the old ones stay until they are withdrawn.
    ///
    /// # Errors
    /// The key cannot be made.
    pub fn issue_merchant_certificate(&self, credentials: &Credentials) -> Result<Credentials, SandboxError> {
        self.shared.issue_merchant_certificate(credentials)
    }

    /// A certificate (`apiclient_cert.pem`) for a key of the merchant's own making, as WeChat Pay issues one on request.
    /// `spki` is its public half as SPKI in DER; the private one stays where it is, such as in an HSM.
    ///
    /// # Errors
    /// It is no RSA key, or the merchant is unknown here.
    pub fn certify_merchant_key(&self, mchid: &str, spki: &[u8]) -> Result<String, SandboxError> {
        let certify = || {
            let (certificate, serial, key) = self.shared.credentials.certified(mchid, spki)?;
            self.shared.merchants.certify(mchid, serial, key).map(|()| certificate)
        };
        certify().map_err(SandboxError::Keys)
    }

    /// Believes a merchant's certificate no more; whether there was one.
    pub fn withdraw_merchant_certificate(&self, serial: &str) -> bool {
        self.shared.merchants.withdraw(serial)
    }

    /// A client that is ready to call.
    ///
    /// # Errors
    /// The client's own configuration errors.
    pub fn client(&self) -> Result<Client, ConfigError> {
        self.client_builder().build()
    }

    /// The configuration of such a client, to be changed.
    pub fn client_builder(&self) -> ClientBuilder {
        let builder = self.shared.credentials.client_builder().hosts([self.url()]);
        match &self.authority {
            Some(authority) => builder.root_certificate_pem(authority),
            None => builder,
        }
    }

    /// Moves the sandbox's clock by so many seconds against that of the machine.
    pub fn move_clock(&self, seconds: i64) {
        self.shared.clock.shift(seconds);
    }

    /// Issues another platform certificate, which begins now, and gives its serial. The old ones stay until they are
    /// withdrawn.
    ///
    /// # Errors
    /// The key cannot be made.
    pub fn issue_certificate(&self) -> Result<String, SandboxError> {
        self.shared.keyring.issue(self.shared.clock.now()).map_err(SandboxError::Keys)
    }

    /// Uses a platform certificate no more; whether there was one. Without any, the download answers 404, as it does
    /// for merchants who have the public key alone.
    pub fn withdraw_certificate(&self, serial: &str) -> bool {
        self.shared.keyring.withdraw(serial)
    }

    /// A notification as it would be sent, for tests of whoever receives it. `original_type` is such as `transaction`.
    ///
    /// # Errors
    /// It cannot be made.
    pub async fn notification(
        &self,
        event_type: &str,
        original_type: &str,
        resource: &Value,
    ) -> Result<(HeaderMap, Bytes), SandboxError> {
        self.notice(&Notice::new(event_type, original_type, resource.clone())).await
    }

    /// The same, signed with the key of that serial.
    ///
    /// # Errors
    /// There is no such key, or it cannot be made.
    pub async fn notification_by(
        &self,
        serial: &str,
        event_type: &str,
        original_type: &str,
        resource: &Value,
    ) -> Result<(HeaderMap, Bytes), SandboxError> {
        self.notice(&Notice::new(event_type, original_type, resource.clone()).signed_by(serial)).await
    }

    /// The headers and the body of a notification that nobody sends, for tests of whoever receives it.
    ///
    /// # Errors
    /// There is no such merchant or key, or it cannot be made.
    pub async fn notice(&self, notice: &Notice) -> Result<(HeaderMap, Bytes), SandboxError> {
        let mchid = notice.merchant().unwrap_or(&self.shared.credentials.mchid);
        let made = self.shared.notifier.made(&notice.event(mchid), notice).await;
        made.map_err(SandboxError::Notifications)
    }

    /// What goes wrong with the delivery of notifications. The endpoint of a rule is a type of event here, such as
    /// `TRANSACTION.SUCCESS`. A [`Damage`](faults::Damage) happens to what is sent; a probe to first attempts only. With
    /// any other fault the attempt is lost: after processing, the answer is, so that what has arrived comes again.
    #[must_use]
    pub fn notification_faults(&self) -> &Faults {
        self.shared.notifier.faults()
    }

    /// Sets which of WeChat Pay's keys sign a merchant's notifications; without that it is the public key.
    pub fn sign_notifications(&self, mchid: &str, keys: NotificationKeys) {
        self.shared.notifier.keys().set(mchid, keys);
    }

    /// Holds back whatever is to be notified from now on, until it is released.
    pub fn hold_notifications(&self) {
        self.shared.notifier.hold();
    }

    /// Delivers what was held back in the reverse of the order in which it happened, and holds back no more.
    pub fn release_notifications(&self) {
        self.shared.notifier.release();
    }

    /// Every attempt to deliver a notification so far.
    ///
    /// # Errors
    /// The books cannot be read.
    pub fn deliveries(&self) -> Result<Vec<Delivery>, SandboxError> {
        Ok(self.shared.books.deliveries()?)
    }

    /// Every notification so far, with every attempt to deliver it.
    ///
    /// # Errors
    /// The books cannot be read.
    pub fn notifications(&self) -> Result<Vec<SentNotification>, SandboxError> {
        Ok(self.shared.books.notifications()?)
    }

    /// Delivers a notification once more, now, whatever became of it so far; gives what was answered.
    ///
    /// # Errors
    /// There is no such notification, or it cannot be signed.
    pub async fn replay(&self, id: &str) -> Result<Delivery, SandboxError> {
        self.shared.notifier.replay(id, Manner::default()).await
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.servers.iter().for_each(JoinHandle::abort);
    }
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// How long an answer may take once the sandbox is told to stop.
const PATIENCE: Duration = Duration::from_secs(1);
