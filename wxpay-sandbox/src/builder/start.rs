//! The start: listeners, then keys and books, then the servers.

use std::collections::HashSet;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::watch::{Receiver, channel};
use tokio::task::JoinHandle;
use wxpay::validate::{Policy, named_host};
use wxpay::{Shipped, catalogue};

use super::{Builder, Sandbox};
use crate::addresses::Addresses;
use crate::admin::{self, Admin, Secrets};
use crate::books::Books;
use crate::clock::Clock;
use crate::deeds::Deeds;
use crate::directory::{Board, Directory, News};
use crate::endpoint::downloads::Files;
use crate::endpoint::{Office, Route};
use crate::error::SandboxError;
use crate::gateway::{self, Gate};
use crate::keys::credentials::Credentials;
use crate::keys::keyring::Keyring;
use crate::keys::merchants::Merchants;
use crate::notify::{Courier, Notifier};
use crate::serving::headers;
use crate::serving::tls::{Identity, Secured};
use crate::serving::{listen, prompt, serve};
use crate::watch::{self, Seen};

impl Builder {
    /// Starts on the current tokio runtime.
    ///
    /// # Errors
    /// The sandbox cannot listen, or cannot make its keys or books.
    pub async fn start(mut self) -> Result<Sandbox, SandboxError> {
        let policy = self.policy()?;
        let directory = self.directory.take().map(|path| Directory::open(path, self.keys)).transpose()?;
        let credentials = match &directory {
            Some(directory) => directory.credentials(),
            None => Arc::new(Credentials::of_this_process()?.with_keys(self.keys)),
        };
        watch::show(&credentials, Seen::Merchant);
        let (listeners, addresses) = self.bind().await?;
        let identity = self.tls.then(|| Identity::make([addresses.main.ip(), addresses.backup.ip()]));
        let identity = identity.transpose().map_err(SandboxError::Keys)?;
        let authority = identity.as_ref().map(|identity| identity.authority.clone());
        let spelling = headers::spelling().await?;
        let courier = Courier::new(policy.clone(), spelling.clone()).map_err(SandboxError::Notifications)?;
        let office = Arc::new(self.office(addresses, credentials, policy, courier)?);
        let secrets = Secrets::new()?;
        let admin_token = secrets.token.clone();
        let news = News { addresses, admin_token: admin_token.clone(), authority: authority.clone() };
        let board = Arc::new(Board::new(news, directory));
        let deeds = Arc::new(Deeds::new(office.clone(), board.clone()));
        let gate = Arc::new(Gate::new(office.clone(), self.routes(), spelling, authority));
        let admin = Admin { office: office.clone(), deeds: deeds.clone(), gate: gate.clone(), secrets };
        let (stop, stopping) = channel(());
        let servers = listeners.serve(identity, gateway::app(gate.clone()), admin::app(Arc::new(admin)), &stopping)?;
        // From here on, an error drops the sandbox and so stops its servers.
        let sandbox = Sandbox { deeds, office, gate, board, admin_token, servers, stop };
        sandbox.office.notifier.resume()?;
        sandbox.expire()?;
        sandbox.announce()?;
        Ok(sandbox)
    }

    /// The hosts that requests may name and that notifications may go to.
    fn policy(&self) -> Result<Policy, SandboxError> {
        let named: Result<Vec<_>, _> = self.notify_to.iter().map(|host| named_host(host)).collect();
        let mut policy = Policy::default();
        (policy.loopback, policy.bytes) = (true, true);
        policy.notify_to = named.map_err(|error| SandboxError::Notifications(error.to_string()))?.into();
        Ok(policy)
    }

    async fn bind(&self) -> Result<(Listeners, Addresses), SandboxError> {
        let bind = |address| listen(address, self.allow_remote);
        let (main, backup) = (bind(self.address).await?, bind(self.backup_address).await?);
        let admin = bind(self.admin_address).await?;
        let local = |listener: &TcpListener| -> Result<SocketAddr, SandboxError> {
            listener.local_addr().map_err(SandboxError::Listen)
        };
        let addresses =
            Addresses { main: local(&main)?, backup: local(&backup)?, admin: local(&admin)?, tls: self.tls };
        Ok((Listeners { main, backup, admin }, addresses))
    }

    fn office(
        &self,
        addresses: Addresses,
        credentials: Arc<Credentials>,
        policy: Policy,
        courier: Courier,
    ) -> Result<Office, SandboxError> {
        let (clock, books) = (Arc::new(Clock::default()), Arc::new(Books::open_at(self.database.as_deref())?));
        let keyring = Arc::new(Keyring::new(&credentials).map_err(SandboxError::Keys)?);
        let merchants = Arc::new(Merchants::new(&credentials).map_err(SandboxError::Keys)?);
        let (ours, whose, second) = (keyring.clone(), merchants.clone(), self.notification_second);
        let notifier = Notifier::new(whose, ours, clock.clone(), books.clone(), second, courier);
        let (files, settings) = (Files::default(), self.settings);
        Ok(Office { addresses, credentials, merchants, keyring, clock, notifier, books, files, settings, policy })
    }

    /// The served endpoints. With `examples` these include the shipped endpoints without rules.
    fn routes(self) -> Vec<Route> {
        let mut routes = self.routes;
        if self.examples {
            let of = |shipped: &Shipped| (shipped.operation.method.as_str(), shipped.operation.path);
            let served: HashSet<_> =
                routes.iter().map(|route| (route.operation.method.as_str(), route.operation.path)).collect();
            // The gateway has files.
            let others =
                catalogue().into_iter().filter(|shipped| !shipped.operation.file && !served.contains(&of(shipped)));
            routes.extend(others.map(Route::made_up));
        }
        routes
    }
}

/// The listeners of the main host, the backup host, and the page.
struct Listeners {
    main: TcpListener,
    backup: TcpListener,
    admin: TcpListener,
}

impl Listeners {
    fn serve(
        self,
        identity: Option<Identity>,
        gateway: Router,
        page: Router,
        stopping: &Receiver<()>,
    ) -> Result<[JoinHandle<()>; 3], SandboxError> {
        let Self { main, backup, admin } = self;
        let (main, backup) = match identity {
            None => (serve(prompt(main), gateway.clone(), stopping), serve(prompt(backup), gateway, stopping)),
            Some(Identity { config, .. }) => {
                let config = Arc::new(config);
                let secured = |listener| Secured::new(listener, config.clone()).map_err(SandboxError::Listen);
                (serve(secured(main)?, gateway.clone(), stopping), serve(secured(backup)?, gateway, stopping))
            }
        };
        Ok([main, backup, serve(prompt(admin), page, stopping)])
    }
}
