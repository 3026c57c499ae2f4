//! The way to WeChat Pay, and how long and how often it is gone.

use std::sync::Arc;

use tower_layer::Layer;

use super::Builder;
use crate::client::{Observer, RetryPolicy};
use crate::settle::Asking;
use crate::transport::layer::wrap;
use crate::transport::{Layered, Outgoing, Timer, Transport};

impl Builder {
    /// Base URLs, the preferred one first; one that does not answer is left for the next. The default is WeChat Pay's
    /// main host and its backup, and other ones for endpoints that say so
    /// ([`HostRole`](crate::endpoint::HostRole)). With this, the client calls these and no others, whatever an endpoint or
    /// the URL of a download names. Plain `http` is accepted for this machine and for hosts of
    /// [`Builder::allow_plain_http_to`], and a path for none: a way out through another machine is a [`Builder::proxy`], or
    /// a [`Builder::transport`] or [`Builder::layer`] of your own. The guide's page on deployment has such a layer, for a
    /// reverse proxy whose URL has a path.
    pub fn hosts<T: Into<String>>(mut self, hosts: impl IntoIterator<Item = T>) -> Self {
        self.hosts = Some(hosts.into_iter().map(Into::into).collect());
        self
    }

    /// Lets a base URL of [`Builder::hosts`] be plain `http` though its host is another machine, such as a reverse proxy in
    /// one's own network. May be given several times; the host is named without scheme and port.
    ///
    /// Whoever listens on the way then reads every request and answer, orders, amounts, names of users that the documentation
    /// does not have encrypted, and the parameters that a front end pays with; and can repeat a request within five minutes,
    /// or keep it from arriving. They cannot change a request or an answer unseen, since both are signed, nor read sensitive
    /// members, which are encrypted, nor learn a key.
    pub fn allow_plain_http_to(mut self, host: impl Into<String>) -> Self {
        self.plain_http_to.push(host.into());
        self
    }

    /// How often a call may send, and how long it may take; by default up to four times within 75 seconds.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// How long [`Client::settle`](crate::client::Client::settle) asks; by default for 2 minutes at most.
    pub fn asking(mut self, asking: Asking) -> Self {
        self.asking = asking;
        self
    }

    /// How to wait. The ready-made transport brings tokio's timer; without one, nothing is repeated that would have to
    /// wait, and nothing but the transport itself ends an attempt.
    pub fn timer(mut self, timer: Arc<dyn Timer>) -> Self {
        self.timer = Some(timer);
        self
    }

    /// Tells `observer` of every attempt, every call and every notification: for metrics. May be given several times.
    pub fn observer(mut self, observer: Arc<dyn Observer>) -> Self {
        self.observers.push(observer);
        self
    }

    /// Sends through `transport` instead of the ready-made one.
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// Wraps the transport into a tower layer, such as tower's `ConcurrencyLimitLayer` or the `TraceLayer` of tower-http,
    /// around those that were given before. Every attempt passes through it,
    /// signed, and so does the download of certificates.
    ///
    /// Layers that ask each other whether they are ready, as `LoadShed` asks a limit, go together into one
    /// `ServiceBuilder`.
    ///
    /// A client has no limit of its own for calls at once, each of which has a connection where HTTP/2 is not spoken:
    /// `ConcurrencyLimitLayer` is one. What waits there spends the time of its attempt.
    ///
    /// A layer may wait, count, log, or refuse. It must not repeat a request. Method, path, query, body and `Authorization`
    /// must arrive at WeChat Pay as they are, since they are signed. So a layer may send to another host and add to the path
    /// only where a reverse proxy undoes it, as on the guide's page on deployment. What its errors mean is said at
    /// [`Layered`].
    pub fn layer<L>(mut self, layer: L) -> Self
    where
        L: Layer<Outgoing> + Send + Sync + 'static,
        Layered<L::Service>: Transport + 'static,
    {
        self.layers.push(wrap(layer));
        self
    }

    /// Where the time comes from, in seconds since 1970; by default the system.
    pub fn clock(mut self, clock: impl Fn() -> i64 + Send + Sync + 'static) -> Self {
        self.clock = Some(Arc::new(clock));
        self
    }

    /// The largest answer in bytes; by default 8 MiB.
    pub fn answer_limit(mut self, bytes: usize) -> Self {
        self.answer_limit = Some(bytes);
        self
    }
}
