//! A running sandbox.

use std::net::SocketAddr;
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch::Sender;
use tokio::task::JoinHandle;
use wxpay::client::{Builder as ClientBuilder, Client, ConfigError};

use super::Builder;
use crate::deeds::Deeds;
use crate::directory::Board;
use crate::endpoint::Office;
use crate::error::SandboxError;
use crate::faults::Faults;
use crate::gateway::Gate;
use crate::keys::credentials::Credentials;
use crate::requests::LoggedRequest;

/// A running sandbox. It stops when it is dropped.
pub struct Sandbox {
    pub(super) deeds: Arc<Deeds>,
    pub(super) office: Arc<Office>,
    pub(super) gate: Arc<Gate>,
    pub(super) board: Arc<Board>,
    pub(super) admin_token: String,
    pub(super) servers: [JoinHandle<()>; 3],
    pub(super) stop: Sender<()>,
}

/// The actions of users, banks and WeChat Pay.
impl Deref for Sandbox {
    type Target = Deeds;

    fn deref(&self) -> &Deeds {
        &self.deeds
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

    /// Starts with other settings than the default ones.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Address of the main host.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.office.addresses.main
    }

    /// Base URL of the main host, such as `http://127.0.0.1:41234`.
    #[must_use]
    pub fn url(&self) -> String {
        self.office.addresses.url()
    }

    /// Address of the backup host, which is like WeChat Pay's `api2.mch.weixin.qq.com`: another entrance to the same books.
    #[must_use]
    pub fn backup_address(&self) -> SocketAddr {
        self.office.addresses.backup
    }

    /// Base URL of the backup host.
    #[must_use]
    pub fn backup_url(&self) -> String {
        self.office.addresses.backup_url()
    }

    /// The certificate authority that clients have to trust, as PEM; `None` without [TLS](Builder::tls).
    #[must_use]
    pub fn tls_authority(&self) -> Option<&str> {
        self.gate.authority.as_deref()
    }

    /// URL of the proxy that leads WeChat Pay's own hosts to this sandbox, for clients that can call only
    /// `https://api.mch.weixin.qq.com`. It opens tunnels (`CONNECT`) to WeChat Pay's hosts, which all end here, and to no others.
    /// `None` without [TLS](Builder::tls).
    #[must_use]
    pub fn proxy_url(&self) -> Option<String> {
        self.gate.authority.as_ref().map(|_| self.office.addresses.proxy_url())
    }

    /// Base URL of the page for a browser and of the JSON API for scripts. See [`Sandbox::admin_token`].
    #[must_use]
    pub fn admin_url(&self) -> String {
        self.office.addresses.admin_url()
    }

    /// Token for the page and the API: `Authorization: Bearer ..` for the API, the query `?token=..` for a browser's first visit.
    #[must_use]
    pub fn admin_token(&self) -> &str {
        &self.admin_token
    }

    /// The last 200 requests to either host, the oldest first; a refused one has its reason.
    #[must_use]
    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.gate.requests.list()
    }

    /// Stops in order: finishes the answers that it has begun, for at most a second, and closes the books. Dropping it just stops
    /// it.
    pub async fn stop(mut self) {
        // From now on `sandbox.json` does not say that it runs.
        self.board.retract();
        // An error means that no server listens any more, and nothing has to be stopped.
        let _ = self.stop.send(());
        for server in &mut self.servers {
            if tokio::time::timeout(PATIENCE, &mut *server).await.is_err() {
                tracing::warn!("stopped before an answer was finished");
            }
        }
        self.office.notifier.stop().await;
    }

    /// The faults of the gateway.
    #[must_use]
    pub fn faults(&self) -> &Faults {
        &self.gate.faults
    }

    /// Both sides' keys. They are for this sandbox only.
    #[must_use]
    pub fn credentials(&self) -> &Credentials {
        &self.office.credentials
    }

    /// A client that is ready to call, with WeChat Pay's keys that the merchant has.
    ///
    /// # Errors
    /// Configuration errors of the client.
    pub fn client(&self) -> Result<Client, ConfigError> {
        self.client_builder().build()
    }

    /// The configuration of such a client, to be changed.
    pub fn client_builder(&self) -> ClientBuilder {
        let Office { credentials, merchants, policy, .. } = &*self.office;
        let keys = merchants.keys(&credentials.mchid);
        let builder = credentials.with_keys(keys).client_builder().hosts([self.url()]);
        let builder = policy.notify_to.iter().fold(builder, |builder, host| builder.notify_to(host));
        match &self.gate.authority {
            Some(authority) => builder.root_certificate_pem(authority),
            None => builder,
        }
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.servers.iter().for_each(JoinHandle::abort);
        self.board.retract();
    }
}

/// Time limit for unfinished answers when the sandbox stops.
const PATIENCE: Duration = Duration::from_secs(1);
