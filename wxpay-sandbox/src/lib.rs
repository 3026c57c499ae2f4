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
//! Keys are made when the process first needs them, and are good for nothing else.

mod books;
mod clock;
mod credentials;
mod gateway;
mod page;
mod products;
pub mod wire;

pub use books::{ContractKind, ContractState};
pub use credentials::Credentials;

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use wxpay::client::{Builder as ClientBuilder, Client, ConfigError};
use wxpay::endpoint::Endpoint;

use crate::books::Books;
use crate::clock::Clock;
use crate::products::{Route, routes};

/// A running sandbox on a free port of this machine. It stops when it is dropped.
pub struct Sandbox {
    address: SocketAddr,
    shared: Arc<Shared>,
    server: JoinHandle<()>,
}

/// What every request sees.
struct Shared {
    address: SocketAddr,
    credentials: &'static Credentials,
    settings: Settings,
    routes: Vec<Route>,
    clock: Clock,
    books: Books,
}

/// How a sandbox behaves where the documentation leaves it open.
#[derive(Debug, Clone, Copy, Default)]
struct Settings {
    strict: bool,
    unknown_contract_is_404: bool,
}

/// A sandbox that is about to start.
#[must_use]
pub struct Builder {
    settings: Settings,
    routes: Vec<Route>,
}

impl Builder {
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

    /// Starts on a free loopback port, on the current tokio runtime.
    ///
    /// # Errors
    /// It cannot listen, or cannot make its keys or books.
    pub async fn start(self) -> Result<Sandbox, SandboxError> {
        let Self { settings, routes } = self;
        let credentials = Credentials::of_this_process()?;
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let (clock, books) = (Clock::default(), Books::in_memory()?);
        let shared = Arc::new(Shared { address, credentials, settings, routes, clock, books });
        let app = gateway::app(shared.clone());
        let server = tokio::spawn(async move {
            if let Err(error) = axum::serve(listener, app).await {
                tracing::error!(%error, "the sandbox stopped");
            }
        });
        Ok(Sandbox { address, shared, server })
    }
}

/// The sandbox could not do what it was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SandboxError {
    /// It cannot listen.
    #[error("cannot listen on this machine: {0}")]
    Listen(#[from] std::io::Error),
    /// Its keys cannot be made.
    #[error("cannot make keys: {0}")]
    Keys(String),
    /// Its books cannot be kept.
    #[error("cannot keep the books: {0}")]
    Books(#[from] rusqlite::Error),
    /// There is no contract of that code, or not in a state for it.
    #[error("contract `{code}` {problem}")]
    Contract {
        /// The contract's code.
        code: String,
        /// Why not.
        problem: &'static str,
    },
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
        Builder { settings: Settings::default(), routes: routes() }
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its base URL, such as `http://127.0.0.1:41234`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Both sides' keys: to be used here and nowhere else.
    #[must_use]
    pub fn credentials(&self) -> &'static Credentials {
        self.shared.credentials
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
        self.shared.credentials.client_builder().hosts([self.url()])
    }

    /// Moves the sandbox's clock by so many seconds against that of the machine.
    pub fn move_clock(&self, seconds: i64) {
        self.shared.clock.shift(seconds);
    }

    /// The state of a contract that was pre-signed.
    ///
    /// # Errors
    /// There is none of that code.
    pub fn contract_state(&self, kind: ContractKind, code: &str) -> Result<ContractState, SandboxError> {
        self.shared.books.contract_state(kind, code)
    }

    /// The user opens the contract page: signing has started, and the code is used up.
    ///
    /// # Errors
    /// There is no contract of that code, or it is signed or declined already.
    pub fn open_contract(&self, kind: ContractKind, code: &str) -> Result<(), SandboxError> {
        self.shared.books.move_contract(kind, code, ContractState::Opened, self.shared.clock.now())
    }

    /// The user signs the contract.
    ///
    /// # Errors
    /// There is no contract of that code, or it is signed or declined already.
    pub fn sign_contract(&self, kind: ContractKind, code: &str) -> Result<(), SandboxError> {
        self.shared.books.move_contract(kind, code, ContractState::Signed, self.shared.clock.now())
    }

    /// The user declines the contract.
    ///
    /// # Errors
    /// There is no contract of that code, or it is signed or declined already.
    pub fn decline_contract(&self, kind: ContractKind, code: &str) -> Result<(), SandboxError> {
        self.shared.books.move_contract(kind, code, ContractState::Declined, self.shared.clock.now())
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.server.abort();
    }
}
