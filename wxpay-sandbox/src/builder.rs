//! A sandbox that is about to start.

use std::collections::HashSet;
use std::net::{Ipv4Addr, SocketAddr};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use tokio::net::TcpListener;
use tokio::sync::watch::channel;
use wxpay::endpoint::Endpoint;
use wxpay::validate::{Policy, named_host};
use wxpay::{Shipped, catalogue};

use crate::addresses::Addresses;
use crate::admin::Secrets;
use crate::books::Books;
use crate::clock::Clock;
use crate::credentials::Credentials;
use crate::directory::Directory;
use crate::faults::Faults;
use crate::gateway::Nonces;
use crate::keyring::Keyring;
use crate::keys::Keys;
use crate::merchants::Merchants;
use crate::notify::{Courier, Notifier};
use crate::products::bill::Files;
use crate::products::{Route, routes};
use crate::requests::Requests;
use crate::serving::{listen, prompt, serve};
use crate::tls::{Identity, Secured};
use crate::watch::{self, Seen};
use crate::{Sandbox, SandboxError, Shared, admin, gateway, headers, products};

/// How a sandbox behaves where the documentation leaves it open.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Settings {
    pub(crate) strict: bool,
    pub(crate) unknown_contract_is_404: bool,
    /// In bytes.
    pub(crate) bill_part: Option<NonZeroUsize>,
    pub(crate) refuse_repeated_nonces: bool,
}

/// A sandbox that is about to start.
#[must_use]
pub struct Builder {
    settings: Settings,
    routes: Vec<Route>,
    notification_second: Duration,
    address: SocketAddr,
    backup_address: SocketAddr,
    admin_address: SocketAddr,
    allow_remote: bool,
    tls: bool,
    keys: Keys,
    directory: Option<PathBuf>,
    database: Option<PathBuf>,
    examples: bool,
    notify_to: Vec<String>,
}

impl Builder {
    /// Where the main host listens; by default on a free port of 127.0.0.1.
    pub fn address(mut self, address: SocketAddr) -> Self {
        self.address = address;
        self
    }

    /// Where the backup host listens; by default on a free port of 127.0.0.1.
    pub fn backup_address(mut self, address: SocketAddr) -> Self {
        self.backup_address = address;
        self
    }

    /// Where the page and the admin API listen; by default on a free port of 127.0.0.1.
    pub fn admin_address(mut self, address: SocketAddr) -> Self {
        self.admin_address = address;
        self
    }

    /// Whether an address may be one that other machines reach. By default it may not.
    pub fn allow_remote(mut self, allow: bool) -> Self {
        self.allow_remote = allow;
        self
    }

    /// Speaks `https` at the main and the backup host, with a certificate for their IP addresses, `localhost`, and WeChat
    /// Pay's own hosts: so a client that calls those can be led here, by a name server or by [`Sandbox::proxy_url`]. Clients
    /// have to believe [`Sandbox::tls_authority`], which is made anew at each start. The admin listener stays `http`.
    pub fn tls(mut self, tls: bool) -> Self {
        self.tls = tls;
        self
    }

    /// WeChat Pay's keys that merchants have: by default the public key alone. It is not kept: what a sandbox is started with
    /// holds, whatever another one in the same [`directory`](Self::directory) or on the same books was started with.
    pub fn keys(mut self, keys: Keys) -> Self {
        self.keys = keys;
        self
    }

    /// A folder that keeps the keys of both sides: a sandbox that starts there again has the same. Made for its owner alone
    /// if there is none. There are then `apiclient_key.pem` and the merchant's other files for clients, `ca.pem` with
    /// [`tls`](Self::tls), and `sandbox.json` for as long as the sandbox runs: once that is there, all listeners are.
    ///
    /// Nothing of anybody else's is overwritten or deleted. A folder that has files and is not a sandbox's is refused, and
    /// so is one in which a file has been replaced: those of real merchants have the same names.
    pub fn directory(mut self, path: impl Into<PathBuf>) -> Self {
        self.directory = Some(path.into());
        self
    }

    /// A file that keeps the books: a sandbox that starts on it again goes on, and goes on sending the notifications
    /// that nobody has accepted. Only one sandbox at a time has it. By default the books are in memory.
    ///
    /// Notifications are encrypted once: they are read with the APIv3 key of [`directory`](Self::directory). Merchants
    /// and certificates that were made while it ran, faults, bills' URLs and the moved clock are not kept.
    ///
    /// A file that is not a sandbox's books, or another version's, is refused and stays as it is.
    pub fn database(mut self, path: impl Into<PathBuf>) -> Self {
        self.database = Some(path.into());
        self
    }

    /// How long a second of the documented schedule of repeated notifications takes; by default a second. A first
    /// attempt that is refused is repeated after 15 of them.
    pub fn notification_second(mut self, second: Duration) -> Self {
        self.notification_second = second;
        self
    }

    /// Lets notifications go to a host that is not public, such as `web` or `192.168.1.5`, and there by `http` too. May be
    /// given several times. By default they go to public hosts by `https`, and to this machine: what orders name is
    /// anybody's word. The host is named without scheme and port. Clients of wxpay have to be told the same
    /// ([`wxpay::client::Builder::notify_to`]); those of [`Sandbox::client_builder`] are.
    pub fn notify_to(mut self, host: impl Into<String>) -> Self {
        self.notify_to.push(host.into());
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

    /// Divides encrypted bills into parts of so many bytes of plain text. WeChat Pay does that to those of more than about
    /// 16 GB; by default they come in one part.
    pub fn bill_part(mut self, bytes: NonZeroUsize) -> Self {
        self.settings.bill_part = Some(bytes);
        self
    }

    /// Refuses a nonce that a merchant has used within the last ten minutes: 401 `SIGN_ERROR`. By default it is taken, as
    /// nothing is known of the gateway's refusing it.
    pub fn refuse_repeated_nonces(mut self, refuse: bool) -> Self {
        self.settings.refuse_repeated_nonces = refuse;
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

    /// Answers every well-formed request to a shipped endpoint that has no rules here with an [`example`](crate::example),
    /// which means nothing, and carries the header `Sandbox-Answer: example`. By default there is no such endpoint: a
    /// test that passes on what is made up proves nothing.
    pub fn examples(mut self, examples: bool) -> Self {
        self.examples = examples;
        self
    }

    /// Starts on the current tokio runtime.
    ///
    /// # Errors
    /// It cannot listen, or cannot make its keys or books.
    pub async fn start(self) -> Result<Sandbox, SandboxError> {
        let named: Result<Vec<_>, _> = self.notify_to.iter().map(|host| named_host(host)).collect();
        let mut policy = Policy::default();
        (policy.loopback, policy.bytes) = (true, true);
        policy.notify_to = named.map_err(|error| SandboxError::Notifications(error.to_string()))?.into();
        let directory = self.directory.map(|path| Directory::open(path, self.keys)).transpose()?;
        let credentials = match &directory {
            Some(directory) => directory.credentials(),
            None => Arc::new(Credentials::of_this_process()?.with_keys(self.keys)),
        };
        watch::show(&credentials, Seen::Merchant);
        let bind = |address| listen(address, self.allow_remote);
        let (main, backup) = (bind(self.address).await?, bind(self.backup_address).await?);
        let admin = bind(self.admin_address).await?;
        let local = |listener: &TcpListener| listener.local_addr().map_err(SandboxError::Listen);
        let addresses =
            Addresses { main: local(&main)?, backup: local(&backup)?, admin: local(&admin)?, tls: self.tls };
        let identity = self.tls.then(|| Identity::make([addresses.main.ip(), addresses.backup.ip()]));
        let identity = identity.transpose().map_err(SandboxError::Keys)?;
        let (clock, books) = (Arc::new(Clock::default()), Arc::new(Books::open_at(self.database.as_deref())?));
        let keyring = Arc::new(Keyring::new(&credentials).map_err(SandboxError::Keys)?);
        let merchants = Arc::new(Merchants::new(&credentials).map_err(SandboxError::Keys)?);
        let second = self.notification_second;
        let (ours, whose) = (keyring.clone(), merchants.clone());
        let spelling = headers::spelling().await?;
        let courier = Courier::new(policy.clone(), spelling.clone()).map_err(SandboxError::Notifications)?;
        let notifier = Notifier::new(whose, ours, clock.clone(), books.clone(), second, courier);
        let mut routes = self.routes;
        if self.examples {
            let of = |shipped: &Shipped| (shipped.operation.method.as_str(), shipped.operation.path);
            let served: HashSet<_> =
                routes.iter().map(|route| (route.operation.method.as_str(), route.operation.path)).collect();
            let others = catalogue().into_iter().filter(|shipped| !served.contains(&of(shipped)));
            routes.extend(others.map(Route::made_up));
        }
        let shared = Arc::new(Shared {
            addresses,
            credentials,
            merchants,
            settings: self.settings,
            policy,
            routes,
            clock,
            keyring,
            notifier,
            books,
            files: Files::default(),
            faults: Faults::default(),
            requests: Requests::default(),
            nonces: Nonces::default(),
            spelling,
            admin: Secrets::new().map_err(SandboxError::Keys)?,
            authority: identity.as_ref().map(|identity| identity.authority.clone()),
            directory: Mutex::new(directory),
        });
        let (gateway, page) = (gateway::app(shared.clone()), admin::app(shared.clone()));
        let (stop, stopping) = channel(());
        let (main, backup) = match identity {
            None => (serve(prompt(main), gateway.clone(), &stopping), serve(prompt(backup), gateway, &stopping)),
            Some(Identity { config, .. }) => {
                let config = Arc::new(config);
                let secured = |listener| Secured::new(listener, config.clone()).map_err(SandboxError::Listen);
                (serve(secured(main)?, gateway.clone(), &stopping), serve(secured(backup)?, gateway, &stopping))
            }
        };
        let servers = [main, backup, serve(prompt(admin), page, &stopping)];
        // From here on, whatever fails stops the servers.
        let sandbox = Sandbox { shared, servers, stop };
        sandbox.shared.notifier.resume()?;
        products::expire_transfers(&sandbox.shared)?;
        sandbox.shared.announce()?;
        Ok(sandbox)
    }
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            settings: Settings::default(),
            routes: routes(),
            notification_second: Duration::from_secs(1),
            address: LOOPBACK,
            backup_address: LOOPBACK,
            admin_address: LOOPBACK,
            allow_remote: false,
            tls: false,
            keys: Keys::default(),
            directory: None,
            database: None,
            examples: false,
            notify_to: Vec::new(),
        }
    }
}

/// A free port of this machine.
const LOOPBACK: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 0);
