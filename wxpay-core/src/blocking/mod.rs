//! The client for code without async: the same calls, each of which blocks its thread until it is done.
//!
//! [`Client::builder`] starts the configuration, as for the async client, and [`Builder::build_blocking`] ends it. A client may
//! be called from several threads at once, and from within an async runtime, where a call blocks one of the runtime's threads.
//!
//! A forked child builds its own client: one from before the fork has no thread in the child, and sends nothing.

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

/// A merchant's client for WeChat Pay, for code without async. Cheap to clone.
///
/// One thread drives the connections. All clones share it, and it ends when the last of them is dropped.
#[derive(Debug, Clone)]
pub struct Client {
    inner: client::Client,
    worker: Arc<Worker>,
}

impl Builder {
    /// Builds the client for code without async.
    ///
    /// # Errors
    /// As [`Builder::build`]; also if the thread cannot be started.
    pub fn build_blocking(self) -> Result<Client, ConfigError> {
        let no_thread = |error: io::Error| ConfigError {
            problems: vec![ConfigProblem {
                setting: "build_blocking",
                fault: ConfigFault::Thread(SharedError::new(error)),
                variable: None,
            }],
        };
        let worker = Arc::new(Worker::start().map_err(no_thread)?);
        // A layer may need a runtime when it wraps the transport.
        let inner = worker.within(|| self.build())?;
        Ok(Client { inner, worker })
    }
}

impl Client {
    /// Starts the configuration; [`Builder::build_blocking`] ends it.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Wraps another client, and starts a thread for it. Do not use the other client any more: its connections belong to the
    /// thread.
    ///
    /// # Errors
    /// The thread cannot be started.
    pub fn new(client: client::Client) -> io::Result<Self> {
        Ok(Self { inner: client, worker: Arc::new(Worker::start()?) })
    }

    /// Returns another client, for example of another merchant, on the same thread.
    #[must_use]
    pub fn beside(&self, client: client::Client) -> Self {
        Self { inner: client, worker: self.worker.clone() }
    }

    /// Runs an async function of the library with the async client, such as `wxpay::bill::ask`, and waits for it.
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

    /// Sends `request` and returns the verified answer.
    ///
    /// # Errors
    /// As [`client::Client::send`].
    pub fn send<E: Endpoint>(&self, request: &E) -> Result<E::Response, Error> {
        self.worker.wait(self.inner.send(request))
    }

    /// Sends `request` and returns the verified answer with its status, Request-ID and bytes.
    ///
    /// # Errors
    /// As [`client::Client::send`].
    pub fn execute<E: Endpoint>(&self, request: &E) -> Result<Answer<E::Response>, Error> {
        self.worker.wait(self.inner.execute(request))
    }

    /// Sends an encoded request again, with a fresh signature: that of an earlier call, or one that another process has stored
    /// ([`Encoded::from_bytes`]). Business number and parameters stay the same.
    ///
    /// # Errors
    /// As [`client::Client::resend`].
    pub fn resend<E: Endpoint>(&self, encoded: &Encoded) -> Result<Answer<E::Response>, Error> {
        self.worker.wait(self.inner.resend::<E>(encoded))
    }

    /// Sends a request whose type is known only at run time, and reads the answer into `answer`.
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

    /// Sends a request that no declaration describes, and returns the verified answer.
    ///
    /// # Errors
    /// As [`client::Client::send_raw`].
    pub fn send_raw(&self, method: Method, target: &str, body: impl Into<Bytes>) -> Result<Answer<()>, Error> {
        self.worker.wait(self.inner.send_raw(method, target, body))
    }

    /// Validates, seals and encodes a request whose type is known only at run time, without sending it.
    ///
    /// # Errors
    /// As [`client::Client::encode_dyn`].
    pub fn encode_dyn(&self, operation: &Operation, request: &dyn Message) -> Result<Encoded, Error> {
        self.inner.encode_dyn(operation, request)
    }

    /// Sends `request`; if the outcome is unknown, asks until it is known.
    ///
    /// # Errors
    /// As [`client::Client::settle`].
    pub fn settle<E: Settle>(
        &self,
        request: &E,
    ) -> Result<Settled<E::Response, <E::Query as Endpoint>::Response>, Error> {
        self.worker.wait(self.inner.settle(request))
    }

    /// Continues with `request` after a restart; as [`client::Client::resume`].
    ///
    /// # Errors
    /// As [`client::Client::resume`].
    pub fn resume<E: Settle>(
        &self,
        request: &E,
    ) -> Result<Settled<E::Response, <E::Query as Endpoint>::Response>, Error> {
        self.worker.wait(self.inner.resume(request))
    }

    /// Asks what became of an earlier `request`. Returns the answer to the question, or `None` if the request was not carried
    /// out.
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

    /// Asks about several requests, at most `at_once` at a time; as [`client::Client::ask_many`].
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

    /// Returns the signed request, for callers that send it themselves. [`Client::accept`] reads the answer.
    ///
    /// # Errors
    /// As [`client::Client::prepare`].
    pub fn prepare<E: Endpoint>(&self, request: &E) -> Result<http::Request<Bytes>, Error> {
        self.worker.wait(self.inner.prepare(request))
    }

    /// Sends a request of [`Client::prepare`] once, and returns the whole answer as it came, not verified.
    ///
    /// # Errors
    /// As [`client::Client::send_prepared`].
    pub fn send_prepared(&self, request: http::Request<Bytes>, limit: Duration) -> Result<Response<Bytes>, Error> {
        self.worker.wait(self.inner.send_prepared(request, limit))
    }

    /// Verifies and decodes the answer to a request of [`Client::prepare`].
    ///
    /// # Errors
    /// As [`client::Client::accept`].
    pub fn accept<E: Endpoint>(&self, response: http::Response<Bytes>) -> Result<Answer<E::Response>, Error> {
        self.worker.wait(self.inner.accept::<E>(response))
    }

    /// Decrypts the sensitive members of `received`, which this client did not receive itself.
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

    /// Returns the same client with another retry policy, for some calls.
    #[must_use]
    pub fn retrying(&self, policy: RetryPolicy) -> Self {
        self.beside(self.inner.retrying(policy))
    }

    /// Returns the same client with other limits for asking, for some calls.
    #[must_use]
    pub fn asking(&self, asking: Asking) -> Self {
        self.beside(self.inner.asking(asking))
    }

    /// Returns the same client, which reports the progress of its request bodies to `told`; as [`client::Client::telling`].
    #[must_use]
    pub fn telling(&self, told: impl Fn(Sending) + Send + Sync + 'static) -> Self {
        self.beside(self.inner.telling(told))
    }

    /// Seconds by which this machine's clock is ahead of WeChat Pay's; as [`client::Client::clock_skew`].
    #[must_use]
    pub fn clock_skew(&self) -> Option<i64> {
        self.inner.clock_skew()
    }

    /// The base URLs that this client calls, the preferred one first.
    #[must_use]
    pub fn hosts(&self) -> &[String] {
        self.inner.hosts()
    }

    /// Sends an unsigned request once, and returns the head of the answer, which is not verified.
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

    /// The caller: the merchant that signs.
    #[must_use]
    pub fn merchant(&self) -> &Merchant {
        self.inner.merchant()
    }

    /// The platform keys that this client trusts.
    #[must_use]
    pub fn platform(&self) -> &Platform {
        self.inner.platform()
    }
}
