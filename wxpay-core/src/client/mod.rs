//! The client: the only place that knows the order of the steps.
//!
//! # Logs
//!
//! A call is logged in one line, however many attempts it takes, and so is a notification: `RUST_LOG=wxpay=info` shows them. A
//! line has no key, no `Authorization` value, no body and no sensitive member.
//!
//! | target | level | one line for | fields |
//! |---|---|---|---|
//! | `wxpay::call` | INFO; WARN if the outcome is `unknown` | a call of [`Client::send`] or a download, also one that is invalid | `method`, `template`, `merchant`, `number`, `outcome` (`done`, `not_sent`, `refused`, `unknown`), `status`, `request_id`, `sends`, `duration` |
//! | `wxpay::call` | DEBUG | a question of [`Client::settle`], [`Client::resume`] or [`Client::ask`] | the same |
//! | `wxpay::asked` | INFO; WARN if it is still `unknown` | all questions about one request | `method`, `template`, `merchant`, `number`, `result` (`found`, `not_done`, or an outcome), `request_id`, `duration` |
//! | `wxpay::attempt` | DEBUG | one attempt | those of the call, `host`, `attempt` |
//! | `wxpay::notification` | INFO | a notification that was read, or one that is not verified, such as a signature probe | `merchant`, `id`, `event_type`, `reading`, `duration`, `error` |
//! | `wxpay::notification` | WARN; ERROR if its resource does not fit its type | a genuine notification that was refused, or is kept unread | the same, `error` or `reason` |
//! | `wxpay::certificates` | INFO; WARN if it failed | a download of platform certificates | `serials` |
//! | `wxpay::hook` | ERROR | a panic of an observer, a guard or a progress hook | `hook` |
//!
//! Further warnings are under `wxpay_core`, which `wxpay=info` includes: certificates that expire, members that do not fit.

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

/// A merchant's client for WeChat Pay. Cheap to clone, without global state; make one for each merchant.
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
    retry: RetryPolicy,
    asking: Asking,
    telling: Option<Telling>,
    /// True while it asks about an earlier request.
    question: bool,
}

struct Inner {
    merchant: Merchant,
    /// The merchant's number, shared by its requests.
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
    /// Time of the last warning about an expiry, in seconds since 1970.
    warned: AtomicI64,
    /// The ID of the process that built it.
    process: u32,
}

/// A clock, in seconds since 1970.
type Clock = Arc<dyn Fn() -> i64 + Send + Sync>;

impl Client {
    /// Starts the configuration of a client.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Sends `request` and returns the verified answer. With the ready-made transport it needs tokio. A forked child builds its
    /// own client.
    ///
    /// # Errors
    /// [`Error::outcome`] says what became of the request: not sent, refused, or unknown. Outside of a tokio runtime, and in a
    /// forked child, nothing is sent, and the error is [`ErrorKind::Unusable`](crate::error::ErrorKind::Unusable).
    pub async fn send<E: Endpoint>(&self, request: &E) -> Result<E::Response, Error> {
        let mut answer = E::Response::blank();
        match self.send_object(&E::OPERATION, request, &mut answer).await {
            Ok(()) => Ok(answer),
            Err(error) => Err(error),
        }
    }

    /// Sends `request` and returns the verified answer with its status, Request-ID and bytes.
    ///
    /// # Errors
    /// As [`Client::send`].
    pub async fn execute<E: Endpoint>(&self, request: &E) -> Result<Answer<E::Response>, Error> {
        let mut answer = E::Response::blank();
        self.execute_object(&E::OPERATION, request, &mut answer).await.map(|received| Answer::new(answer, received))
    }

    /// Sends an encoded request again, with a fresh signature: that of an earlier call, or one that another process has stored
    /// ([`Encoded::from_bytes`]). Business number and parameters stay the same. The meaning of statuses, and the member that
    /// makes repetition safe, are as `E` declares them now.
    ///
    /// # Errors
    /// As [`Client::send`]; if `encoded` belongs to another endpoint or another merchant, nothing is sent.
    pub async fn resend<E: Endpoint>(&self, encoded: &Encoded) -> Result<Answer<E::Response>, Error> {
        let mut answer = E::Response::blank();
        self.resend_encoded(&E::OPERATION, encoded, &mut answer).await.map(|received| Answer::new(answer, received))
    }

    /// Sends a request whose type is known only at run time, and reads the answer into `answer`.
    ///
    /// # Errors
    /// As [`Client::send`]; nothing is sent if `request` is not an object, or if the endpoint answers a file, for which there is
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

    /// Seconds by which this machine's clock is ahead of WeChat Pay's, as the last answer showed; negative if it is behind. This
    /// is not signed, and a second or two may be the time of transmission. From 300 on, requests are refused and answers are not
    /// trusted.
    #[must_use]
    pub fn clock_skew(&self) -> Option<i64> {
        self.inner.skew.last()
    }

    /// Returns the same client with another retry policy, for some calls.
    #[must_use]
    pub fn retrying(&self, policy: RetryPolicy) -> Self {
        Self { retry: policy, ..self.clone() }
    }

    /// Returns the same client, which reports the progress of its request bodies to `told`: for calls with a large upload. A
    /// repeated attempt starts again from zero. `told` is called while the request is sent, and should be quick. Your own
    /// transport has to do the reporting ([`Telling`]).
    #[must_use]
    pub fn telling(&self, told: impl Fn(Sending) + Send + Sync + 'static) -> Self {
        Self { telling: Some(Telling::new(told)), ..self.clone() }
    }

    /// The merchant that signs this client's requests.
    #[must_use]
    pub fn merchant(&self) -> &Merchant {
        &self.inner.merchant
    }

    /// The platform keys that this client trusts. They can be added and removed while the client is in use.
    #[must_use]
    pub fn platform(&self) -> &Platform {
        &self.inner.platform
    }

    /// The base URLs that this client calls, the preferred one first: those of endpoints that name no
    /// [`HostRole`](crate::endpoint::HostRole).
    #[must_use]
    pub fn hosts(&self) -> &[String] {
        self.inner.hosts.domestic().all()
    }

    /// The time by this client's clock, in seconds since 1970.
    #[must_use]
    pub fn now(&self) -> i64 {
        (self.inner.clock)()
    }

    // The generic methods above are thin shells over the functions below, so that little is compiled for each endpoint, and the
    // future that a caller holds is small.

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

    /// Verifies a notification, after an attempt to learn an unknown signer's key.
    pub(crate) async fn verify_incoming(
        &self,
        headers: &HeaderMap,
        body: Bytes,
    ) -> Result<Verified<Bytes>, VerifyError> {
        self.know_signer(headers).await;
        verify(self.inner.merchant.scheme, &self.inner.platform, headers, body, self.now())
    }

    /// Reports a notification to the observers.
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
