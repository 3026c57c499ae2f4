//! The client: the one place that knows the order of the steps.
//!
//! # Logs
//!
//! A call is one line, whatever it took, and so is a notification: `RUST_LOG=wxpay=info` shows them. A line has no key, no
//! `Authorization` value, no body and no sensitive member.
//!
//! | target | level | one line for | members |
//! |---|---|---|---|
//! | `wxpay::call` | INFO; WARN where the outcome is `unknown` | a call: [`Client::send`], a download, also one that was not valid | `method`, `template`, `merchant`, `number`, `outcome` (`done`, `not_sent`, `refused`, `unknown`), `status`, `request_id`, `sends`, `duration` |
//! | `wxpay::call` | DEBUG | a question of [`Client::settle`], [`Client::resume`] or [`Client::ask`] | the same |
//! | `wxpay::asked` | INFO; WARN where it is still `unknown` | all questions about one request | `method`, `template`, `merchant`, `number`, `result` (`found`, `not_done`, or an outcome), `request_id`, `duration` |
//! | `wxpay::attempt` | DEBUG | one sending | those of the call, `host`, `attempt` |
//! | `wxpay::notification` | INFO | a notification that was read; what does not verify, a signature probe too | `merchant`, `id`, `event_type`, `reading`, `duration`, `error` |
//! | `wxpay::notification` | WARN; ERROR where its resource does not fit its type | a genuine notification that was refused, or is kept unread | the same, `error` or `reason` |
//! | `wxpay::certificates` | INFO; WARN where it failed | a download of platform certificates | `serials` |
//! | `wxpay::hook` | ERROR | a panic of an observer, a guard or a progress hook | `hook` |
//!
//! Further warnings come under `wxpay_core`, which `wxpay=info` includes: certificates that expire, members that do not fit.

mod answer;
mod attempts;
mod builder;
mod call;
mod certificates;
mod download;
mod front_end;
mod hosts;
mod observe;
mod pages;
mod payment;
mod prepay;
mod raw;
mod retry;
mod roundtrip;
mod settle;
mod sign;
mod skew;
mod steps;
mod sweep;
pub(crate) mod usable;

pub use answer::Answer;
pub use builder::{ApiV3KeyProblem, BaseUrlProblem, Builder, ConfigError, ConfigFault, ConfigProblem, Inspection};
pub use front_end::{FrontEnd, Prepay};
pub use observe::{Attempt, Call, Incoming, Observer, Reading, Request};
pub use pages::Pages;
pub use retry::RetryPolicy;
pub use skew::skew;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue};

use self::answer::Received;
use self::certificates::Downloads;
use self::hosts::Roles;
use self::observe::Observers;
use self::skew::Skew;
use crate::crypto::{Backend, BoxFuture};
use crate::encoded::Encoded;
use crate::endpoint::{Endpoint, Operation};
use crate::error::{DownloadError, EncodeError, Error};
use crate::keys::{Merchant, Platform};
use crate::payload::{Message, Object, Payload as _};
use crate::settle::Asking;
use crate::transport::{Sending, Telling, Timer, Transport};
use crate::validate::Policy;
use crate::verify::{Verified, VerifyError, verify};

/// A merchant's way to WeChat Pay. Cheap to clone, without global state: one for each merchant.
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
    retry: RetryPolicy,
    asking: Asking,
    telling: Option<Telling>,
    /// True while it asks about what was sent before.
    question: bool,
}

struct Inner {
    merchant: Merchant,
    /// The merchant's number, to be shared.
    caller: Arc<str>,
    platform: Platform,
    transport: Arc<dyn Transport>,
    hosts: Roles,
    timer: Option<Arc<dyn Timer>>,
    policy: Policy,
    answer_limit: usize,
    clock: Clock,
    user_agent: HeaderValue,
    backend: Option<Backend>,
    downloads: Option<Downloads>,
    observers: Observers,
    skew: Skew,
    /// The time of the last warning of an expiry, in seconds since 1970.
    warned: AtomicI64,
    /// The ID of the process that built it.
    process: u32,
}

/// Seconds since 1970, by whoever is asked.
type Clock = Arc<dyn Fn() -> i64 + Send + Sync>;

impl Client {
    /// Starts the configuration of a client.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Sends `request` and gives the verified answer. With the ready-made transport it runs on tokio; a forked child
    /// builds a client of its own.
    ///
    /// # Errors
    /// [`Error::outcome`] says what became of it: not sent, refused, or unknown. [`ErrorKind::Unusable`](crate::error::ErrorKind::Unusable) and nothing sent
    /// outside of a tokio runtime, and in a forked child.
    pub async fn send<E: Endpoint>(&self, request: &E) -> Result<E::Response, Error> {
        let mut answer = E::Response::blank();
        match self.send_object(&E::OPERATION, request, &mut answer).await {
            Ok(()) => Ok(answer),
            Err(error) => Err(error),
        }
    }

    /// Sends `request` and gives the verified answer with its status, Request-ID and bytes.
    ///
    /// # Errors
    /// As [`Client::send`].
    pub async fn execute<E: Endpoint>(&self, request: &E) -> Result<Answer<E::Response>, Error> {
        let mut answer = E::Response::blank();
        self.execute_object(&E::OPERATION, request, &mut answer).await.map(|received| Answer::new(answer, received))
    }

    /// Sends again what an earlier call encoded, or what another process has stored
    /// ([`Encoded::from_bytes`]), with a fresh signature: the same number, the same parameters. What statuses mean, and which
    /// member makes it safe to repeat, is as `E` declares it now.
    ///
    /// # Errors
    /// As [`Client::send`]; nothing is sent if `encoded` belongs to another endpoint, or to another merchant.
    pub async fn resend<E: Endpoint>(&self, encoded: &Encoded) -> Result<Answer<E::Response>, Error> {
        let mut answer = E::Response::blank();
        self.resend_encoded(&E::OPERATION, encoded, &mut answer).await.map(|received| Answer::new(answer, received))
    }

    /// Sends a request whose type is known at run time only, and reads the answer into `answer`.
    ///
    /// # Errors
    /// As [`Client::send`]; nothing is sent if `request` is no object, or if the endpoint answers a file, for which there is
    /// [`Client::file_dyn`].
    pub async fn send_dyn(
        &self,
        operation: &Operation,
        request: &(dyn Message + Sync),
        answer: &mut dyn Message,
    ) -> Result<Answer<()>, Error> {
        if operation.file {
            return Err(download::not_sent(DownloadError::NotSendable(operation.path.to_owned())));
        }
        let encoded = self.ready_certificates().await.and_then(|()| self.encode_dyn(operation, request));
        let encoded = encoded.inspect_err(|error| self.tell_unsent(operation, error))?;
        let received = self.exchange(&encoded, operation.host, answer).await?;
        Ok(Answer::new((), received))
    }

    /// The difference between this machine's clock and WeChat Pay's, in seconds, as the last answer showed: positive if
    /// this one is ahead. Nobody signs that, and a second or two are the way. From 300 on, requests are refused and answers not believed.
    #[must_use]
    pub fn clock_skew(&self) -> Option<i64> {
        self.inner.skew.last()
    }

    /// The same client with another policy, for one call or for some.
    #[must_use]
    pub fn retrying(&self, policy: RetryPolicy) -> Self {
        Self { retry: policy, ..self.clone() }
    }

    /// The same client that tells how far the bodies of its requests are, for one call or for some: for an upload that
    /// takes its time. An attempt that is repeated begins anew. `told` is called on the way, and should be quick; a
    /// transport of one's own has to do its part ([`Telling`]).
    #[must_use]
    pub fn telling(&self, told: impl Fn(Sending) + Send + Sync + 'static) -> Self {
        Self { telling: Some(Telling::new(told)), ..self.clone() }
    }

    /// The merchant that this client calls as.
    #[must_use]
    pub fn merchant(&self) -> &Merchant {
        &self.inner.merchant
    }

    /// The keys of WeChat Pay that this client believes. They can be added and removed while it works.
    #[must_use]
    pub fn platform(&self) -> &Platform {
        &self.inner.platform
    }

    /// The base URLs that this client calls, the preferred one first: those of endpoints that name no [`HostRole`](crate::endpoint::HostRole).
    #[must_use]
    pub fn hosts(&self) -> &[String] {
        self.inner.hosts.domestic().all()
    }

    /// The time by this client's clock, in seconds since 1970.
    #[must_use]
    pub fn now(&self) -> i64 {
        (self.inner.clock)()
    }

    // The generic methods above are thin shells over these, so that little is compiled for each endpoint, and the future
    // that a caller holds is small.

    fn send_object<'a>(
        &'a self,
        operation: &'a Operation,
        request: &'a (dyn Object + Sync),
        answer: &'a mut dyn Message,
    ) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move { self.call_object(operation, request, answer).await.map(drop) })
    }

    fn execute_object<'a>(
        &'a self,
        operation: &'a Operation,
        request: &'a (dyn Object + Sync),
        answer: &'a mut dyn Message,
    ) -> BoxFuture<'a, Result<Received, Error>> {
        Box::pin(self.call_object(operation, request, answer))
    }

    fn resend_encoded<'a>(
        &'a self,
        operation: &'a Operation,
        encoded: &'a Encoded,
        answer: &'a mut dyn Message,
    ) -> BoxFuture<'a, Result<Received, Error>> {
        Box::pin(async move {
            let encoded = encoded.again(operation, &self.inner.caller).map_err(EncodeError::not_sent)?;
            self.exchange(&encoded, operation.host, answer).await
        })
    }

    /// Verifies something that came to the merchant, and gets to know its signer first.
    pub(crate) async fn verify_incoming(
        &self,
        headers: &HeaderMap,
        body: Bytes,
    ) -> Result<Verified<Bytes>, VerifyError> {
        self.know_signer(headers).await;
        verify(self.inner.merchant.scheme, &self.inner.platform, headers, body, self.now())
    }

    /// Tells the observer of something that came to the merchant.
    pub(crate) fn observe_notification(&self, notification: &Incoming<'_>) {
        self.inner.observers.notification(notification);
    }

    pub(crate) fn backend(&self) -> Option<Backend> {
        self.inner.backend
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("merchant", &self.inner.merchant)
            .field("platform", &self.inner.platform)
            .field("hosts", &self.hosts())
            .finish_non_exhaustive()
    }
}
