//! The client for code without async: the same calls, each of which blocks its thread until it is done.
//!
//! [`Client::builder`] begins as ever, and [`Builder::build_blocking`] ends it. It may be called from several threads at
//! once, and from within an async runtime, where it blocks one of its threads.
//!
//! A forked child builds a client of its own: one that was built before has left its thread behind, and sends nothing.

mod download;
mod notifications;
mod pages;
mod payment;
mod worker;

pub use self::notifications::Notifications;
pub use self::pages::Pages;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::response::Parts;
use http::{Method, Response};

use self::worker::Worker;
use crate::client::{self, Answer, Builder, ConfigError, ConfigFault, ConfigProblem, RetryPolicy};
use crate::encoded::Encoded;
use crate::endpoint::{Endpoint, Operation};
use crate::error::{Error, OpenError, SharedError};
use crate::keys::{Merchant, Platform};
use crate::payload::Message;
use crate::settle::{Asking, Settle, Settled};
use crate::transport::{Sending, TransportError};
use crate::value::DateTime;

/// A merchant's way to WeChat Pay, for code without async. Cheap to clone.
///
/// A thread of its own looks after the connections. All clones share it, and it ends when the last of them is dropped.
#[derive(Debug, Clone)]
pub struct Client {
    inner: client::Client,
    worker: Arc<Worker>,
}

impl Builder {
    /// The client for code without async.
    ///
    /// # Errors
    /// As [`Builder::build`]; also if the thread does not start.
    pub fn build_blocking(self) -> Result<Client, ConfigError> {
        let no_thread = |error: io::Error| ConfigError {
            problems: vec![ConfigProblem {
                setting: "build_blocking",
                fault: ConfigFault::Thread(SharedError::new(error)),
                variable: None,
            }],
        };
        let worker = Arc::new(Worker::start().map_err(no_thread)?);
        // A layer may want a runtime when it is put on.
        let inner = worker.within(|| self.build())?;
        Ok(Client { inner, worker })
    }
}

impl Client {
    /// Starts the configuration; [`Builder::build_blocking`] ends it.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// A client with a thread of its own around another client, which is no more used elsewhere: its connections belong
    /// to the thread.
    ///
    /// # Errors
    /// The thread does not start.
    pub fn new(client: client::Client) -> io::Result<Self> {
        Ok(Self { inner: client, worker: Arc::new(Worker::start()?) })
    }

    /// Another client, of another merchant perhaps, on the same thread.
    #[must_use]
    pub fn beside(&self, client: client::Client) -> Self {
        Self { inner: client, worker: self.worker.clone() }
    }

    /// Waits for work that some other function of the library does with an async client, such as `wxpay::bill::ask`.
    ///
    /// ```no_run
    /// # use wxpay_core::{blocking::Client, client, error::Error};
    /// # async fn ask(client: &client::Client) -> Result<(), Error> { client.refresh_certificates().await }
    /// # fn main_(client: Client) -> Result<(), Error> {
    /// client.wait(async |client| ask(client).await)
    /// # }
    /// ```
    pub fn wait<T>(&self, work: impl AsyncFnOnce(&client::Client) -> T) -> T {
        self.worker.wait(work(&self.inner))
    }

    /// Sends `request` and gives the verified answer.
    ///
    /// # Errors
    /// As [`client::Client::send`].
    pub fn send<E: Endpoint>(&self, request: &E) -> Result<E::Response, Error> {
        self.worker.wait(self.inner.send(request))
    }

    /// Sends `request` and gives the verified answer with its status, Request-ID and bytes.
    ///
    /// # Errors
    /// As [`client::Client::send`].
    pub fn execute<E: Endpoint>(&self, request: &E) -> Result<Answer<E::Response>, Error> {
        self.worker.wait(self.inner.execute(request))
    }

    /// Sends again what an earlier call encoded, or what another process has stored
    /// ([`Encoded::from_bytes`]), with a fresh signature: the same number, the same parameters.
    ///
    /// # Errors
    /// As [`client::Client::resend`].
    pub fn resend<E: Endpoint>(&self, encoded: &Encoded) -> Result<Answer<E::Response>, Error> {
        self.worker.wait(self.inner.resend::<E>(encoded))
    }

    /// Sends a request whose type is known at run time only, and reads the answer into `answer`.
    ///
    /// # Errors
    /// As [`client::Client::send_dyn`].
    pub fn send_dyn(
        &self,
        operation: &Operation,
        request: &(dyn Message + Sync),
        answer: &mut dyn Message,
    ) -> Result<Answer<()>, Error> {
        self.worker.wait(self.inner.send_dyn(operation, request, answer))
    }

    /// Sends what no declaration describes, and gives the verified answer.
    ///
    /// # Errors
    /// As [`client::Client::send_raw`].
    pub fn send_raw(&self, method: Method, target: &str, body: impl Into<Bytes>) -> Result<Answer<()>, Error> {
        self.worker.wait(self.inner.send_raw(method, target, body))
    }

    /// Validates, seals and encodes a request whose type is known at run time only, without sending it.
    ///
    /// # Errors
    /// As [`client::Client::encode_dyn`].
    pub fn encode_dyn(&self, operation: &Operation, request: &dyn Message) -> Result<Encoded, Error> {
        self.inner.encode_dyn(operation, request)
    }

    /// Sends `request`, and where the outcome is unknown asks until it is known.
    ///
    /// # Errors
    /// As [`client::Client::settle`].
    pub fn settle<E: Settle>(
        &self,
        request: &E,
    ) -> Result<Settled<E::Response, <E::Query as Endpoint>::Response>, Error> {
        self.worker.wait(self.inner.settle(request))
    }

    /// Goes on with `request` after a restart; as [`client::Client::resume`].
    ///
    /// # Errors
    /// As [`client::Client::resume`].
    pub fn resume<E: Settle>(
        &self,
        request: &E,
    ) -> Result<Settled<E::Response, <E::Query as Endpoint>::Response>, Error> {
        self.worker.wait(self.inner.resume(request))
    }

    /// Asks what became of `request` that was sent before: what was found, or `None` if it was not done.
    ///
    /// # Errors
    /// As [`client::Client::ask`].
    pub fn ask<E: Settle>(&self, request: &E) -> Result<Option<<E::Query as Endpoint>::Response>, Error> {
        self.worker.wait(self.inner.ask(request))
    }

    /// Asks what became of `request`, which was sent at `sent_at`; as [`client::Client::ask_sent_at`].
    ///
    /// # Errors
    /// As [`client::Client::ask_sent_at`].
    pub fn ask_sent_at<E: Settle>(
        &self,
        request: &E,
        sent_at: DateTime,
    ) -> Result<Option<<E::Query as Endpoint>::Response>, Error> {
        self.worker.wait(self.inner.ask_sent_at(request, sent_at))
    }

    /// Asks about many, at most `at_once` at a time; as [`client::Client::ask_many`].
    pub fn ask_many<E: Settle>(
        &self,
        sent: &[(E, DateTime)],
        at_once: usize,
    ) -> Vec<Result<Option<<E::Query as Endpoint>::Response>, Error>> {
        self.worker.wait(self.inner.ask_many(sent, at_once))
    }

    /// Validates, seals and encodes `request`, without sending it.
    ///
    /// # Errors
    /// As [`client::Client::encode`].
    pub fn encode<E: Endpoint>(&self, request: &E) -> Result<Encoded, Error> {
        self.inner.encode(request)
    }

    /// The signed request, for those who send by themselves. [`Client::accept`] reads the answer.
    ///
    /// # Errors
    /// As [`client::Client::prepare`].
    pub fn prepare<E: Endpoint>(&self, request: &E) -> Result<http::Request<Bytes>, Error> {
        self.worker.wait(self.inner.prepare(request))
    }

    /// Sends a request that [`Client::prepare`] made, once, and gives the whole answer as it came, not verified.
    ///
    /// # Errors
    /// As [`client::Client::send_prepared`].
    pub fn send_prepared(&self, request: http::Request<Bytes>, limit: Duration) -> Result<Response<Bytes>, Error> {
        self.worker.wait(self.inner.send_prepared(request, limit))
    }

    /// Verifies and decodes the answer to a request that [`Client::prepare`] made.
    ///
    /// # Errors
    /// As [`client::Client::accept`].
    pub fn accept<E: Endpoint>(&self, response: http::Response<Bytes>) -> Result<Answer<E::Response>, Error> {
        self.worker.wait(self.inner.accept::<E>(response))
    }

    /// Decrypts the sensitive members of something that was received otherwise than by this client.
    ///
    /// # Errors
    /// As [`client::Client::open`].
    pub fn open(&self, received: &mut dyn Message) -> Result<(), OpenError> {
        self.worker.wait(self.inner.open(received))
    }

    /// Downloads the platform certificates now.
    ///
    /// # Errors
    /// As [`client::Client::refresh_certificates`].
    pub fn refresh_certificates(&self) -> Result<(), Error> {
        self.worker.wait(self.inner.refresh_certificates())
    }

    /// The same client with another policy, for one call or for some.
    #[must_use]
    pub fn retrying(&self, policy: RetryPolicy) -> Self {
        self.beside(self.inner.retrying(policy))
    }

    /// The same client that asks as `asking` says, for one call or for some.
    #[must_use]
    pub fn asking(&self, asking: Asking) -> Self {
        self.beside(self.inner.asking(asking))
    }

    /// The same client that tells how far the bodies of its requests are; as [`client::Client::telling`].
    #[must_use]
    pub fn telling(&self, told: impl Fn(Sending) + Send + Sync + 'static) -> Self {
        self.beside(self.inner.telling(told))
    }

    /// How far this machine's clock is from WeChat Pay's; as [`client::Client::clock_skew`].
    #[must_use]
    pub fn clock_skew(&self) -> Option<i64> {
        self.inner.clock_skew()
    }

    /// The base URLs that this client calls, the preferred one first.
    #[must_use]
    pub fn hosts(&self) -> &[String] {
        self.inner.hosts()
    }

    /// Sends a request that is not signed, once, and gives the head of the answer, which is not verified.
    ///
    /// # Errors
    /// As [`client::Client::probe`].
    pub fn probe(&self, request: http::Request<Bytes>, limit: Duration) -> Result<Parts, TransportError> {
        self.worker.wait(self.inner.probe(request, limit))
    }

    /// The time by this client's clock, in seconds since 1970.
    #[must_use]
    pub fn now(&self) -> i64 {
        self.inner.now()
    }

    /// Who this client calls as.
    #[must_use]
    pub fn merchant(&self) -> &Merchant {
        self.inner.merchant()
    }

    /// The keys of WeChat Pay that this client believes.
    #[must_use]
    pub fn platform(&self) -> &Platform {
        self.inner.platform()
    }
}
