//! A sandbox that runs.

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

/// What users, banks and WeChat Pay do.
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

    /// Another than the default settings.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.office.addresses.main
    }

    /// Its base URL, such as `http://127.0.0.1:41234`.
    #[must_use]
    pub fn url(&self) -> String {
        self.office.addresses.url()
    }

    /// Where its backup host listens, as WeChat Pay's `api2.mch.weixin.qq.com`: another door to the same books.
    #[must_use]
    pub fn backup_address(&self) -> SocketAddr {
        self.office.addresses.backup
    }

    /// The base URL of the backup host.
    #[must_use]
    pub fn backup_url(&self) -> String {
        self.office.addresses.backup_url()
    }

    /// The certificate authority to believe, as PEM, if it was told to speak [TLS](Builder::tls).
    #[must_use]
    pub fn tls_authority(&self) -> Option<&str> {
        self.gate.authority.as_deref()
    }

    /// The proxy that leads WeChat Pay's own hosts to this sandbox, if it was told to speak [TLS](Builder::tls): for clients
    /// that call `https://api.mch.weixin.qq.com` and cannot be told otherwise. It opens tunnels (`CONNECT`) to those hosts,
    /// all of which end here, and to no others.
    #[must_use]
    pub fn proxy_url(&self) -> Option<String> {
        self.gate.authority.as_ref().map(|_| self.office.addresses.proxy_url())
    }

    /// Where people and scripts act on it: a page for a browser, and a JSON API. See [`Sandbox::admin_token`].
    #[must_use]
    pub fn admin_url(&self) -> String {
        self.office.addresses.admin_url()
    }

    /// What lets them in: `Authorization: Bearer ..` for the API, and for a browser's first visit the query `?token=..`.
    #[must_use]
    pub fn admin_token(&self) -> &str {
        &self.admin_token
    }

    /// The last 200 requests that came to either host, the oldest first, with the reason if one was refused.
    #[must_use]
    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.gate.requests.list()
    }

    /// Stops in order: what it has begun to answer it answers, for at most a second, and the books are closed. What is
    /// dropped just stops.
    pub async fn stop(mut self) {
        // From now on nothing says that it runs.
        self.board.retract();
        // Nobody listens any more: then there is nobody to be told.
        let _ = self.stop.send(());
        for server in &mut self.servers {
            if tokio::time::timeout(PATIENCE, &mut *server).await.is_err() {
                tracing::warn!("somebody still waits for an answer, and gets none");
            }
        }
        self.office.notifier.stop().await;
    }

    /// What it does wrong, on purpose.
    #[must_use]
    pub fn faults(&self) -> &Faults {
        &self.gate.faults
    }

    /// Both sides' keys: to be used here and nowhere else.
    #[must_use]
    pub fn credentials(&self) -> &Credentials {
        &self.office.credentials
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

/// How long an answer may take once the sandbox is told to stop.
const PATIENCE: Duration = Duration::from_secs(1);
