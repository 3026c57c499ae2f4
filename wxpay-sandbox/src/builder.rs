//! A sandbox that is about to start.

use std::sync::Arc;
use std::time::Duration;

use axum::serve::ListenerExt as _;
use bytes::Bytes;
use tokio::net::TcpListener;
use wxpay::Shipped;
use wxpay::endpoint::Endpoint;

use crate::addresses::Addresses;
use crate::admin::Secrets;
use crate::books::Books;
use crate::clock::Clock;
use crate::credentials::Credentials;
use crate::faults::Faults;
use crate::keyring::Keyring;
use crate::merchants::Merchants;
use crate::notify::Notifier;
use crate::products::bill::Files;
use crate::products::{Route, routes};
use crate::requests::Requests;
use crate::watch::{self, Seen};
use crate::{Sandbox, SandboxError, Shared, admin, gateway};

/// How a sandbox behaves where the documentation leaves it open.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Settings {
    pub(crate) strict: bool,
    pub(crate) unknown_contract_is_404: bool,
}

/// A sandbox that is about to start.
#[must_use]
pub struct Builder {
    settings: Settings,
    routes: Vec<Route>,
    notification_second: Duration,
}

impl Builder {
    /// How long a second of the documented schedule of repeated notifications takes; by default a second. A first
    /// attempt that is refused is repeated after 15 of them.
    pub fn notification_second(mut self, second: Duration) -> Self {
        self.notification_second = second;
        self
    }

    /// Refuses members that the documentation does not know, or that come twice. By default they are ignored.
    pub fn strict(mut self, strict: bool) -> Self {
        self.settings.strict = strict;
        self
    }

    /// Answers a query for a contract that was never pre-signed with 404 `RESOURCE_NOT_EXISTS`. By default it is 400
    /// `PARAM_ERROR`, the only error that the page documents.
    pub fn unknown_contract_is_404(mut self, is_404: bool) -> Self {
        self.settings.unknown_contract_is_404 = is_404;
        self
    }

    /// Serves an endpoint that the sandbox does not know, or another way than it would. Requests are verified, opened
    /// and validated before `answer` sees them, and what it answers is sealed and signed.
    pub fn endpoint<E: Endpoint + Send + 'static>(
        mut self,
        answer: impl Fn(&E) -> E::Response + Send + Sync + 'static,
    ) -> Self {
        self.routes.insert(0, Route::answered(answer));
        self
    }

    /// Answers every well-formed request to a shipped endpoint with these bytes, signed as they are; empty means 204. Such
    /// an answer carries the header `Sandbox-Answer: example`.
    pub fn example(mut self, shipped: Shipped, body: impl Into<Bytes>) -> Self {
        self.routes.insert(0, Route::example(shipped, body.into()));
        self
    }

    /// Starts on a free loopback port, on the current tokio runtime.
    ///
    /// # Errors
    /// It cannot listen, or cannot make its keys or books.
    pub async fn start(self) -> Result<Sandbox, SandboxError> {
        let Self { settings, routes, notification_second } = self;
        let credentials = Credentials::of_this_process()?;
        watch::show(credentials, Seen::Merchant);
        let main = TcpListener::bind(LOOPBACK).await?;
        let backup = TcpListener::bind(LOOPBACK).await?;
        let admin = TcpListener::bind(LOOPBACK).await?;
        let addresses =
            Addresses { main: main.local_addr()?, backup: backup.local_addr()?, admin: admin.local_addr()? };
        let (clock, books) = (Arc::new(Clock::default()), Arc::new(Books::in_memory()?));
        let keyring = Arc::new(Keyring::new(credentials).map_err(SandboxError::Keys)?);
        let merchants = Arc::new(Merchants::new(credentials).map_err(SandboxError::Keys)?);
        let notifier =
            Notifier::new(merchants.clone(), keyring.clone(), clock.clone(), books.clone(), notification_second);
        let notifier = notifier.map_err(SandboxError::Notifications)?;
        let faults = Faults::default();
        let files = Files::default();
        let shared = Shared {
            addresses,
            credentials,
            merchants,
            settings,
            routes,
            clock,
            keyring,
            notifier,
            books,
            files,
            faults,
            requests: Requests::default(),
            admin: Secrets::new().map_err(SandboxError::Keys)?,
        };
        let shared = Arc::new(shared);
        let gateway = gateway::app(shared.clone());
        let listeners = [(main, gateway.clone()), (backup, gateway), (admin, admin::app(shared.clone()))];
        let servers = listeners.map(|(listener, app)| {
            // An answer that waits for an acknowledgement of the one before waits 40 ms.
            let listener = listener.tap_io(|connection| {
                if let Err(error) = connection.set_nodelay(true) {
                    tracing::debug!(%error, "a connection will be slow");
                }
            });
            tokio::spawn(async move {
                if let Err(error) = axum::serve(listener, app).await {
                    tracing::error!(%error, "the sandbox stopped");
                }
            })
        });
        Ok(Sandbox { shared, servers })
    }
}

impl Default for Builder {
    fn default() -> Self {
        Self { settings: Settings::default(), routes: routes(), notification_second: Duration::from_secs(1) }
    }
}

/// A free port of this machine.
const LOOPBACK: (&str, u16) = ("127.0.0.1", 0);
