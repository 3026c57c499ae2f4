//! Hosts, transport, timeouts and retries.

use std::sync::Arc;

use tower_layer::Layer;

use super::Builder;
use crate::client::{Observer, RetryPolicy};
use crate::settle::Asking;
use crate::transport::layer::wrap;
use crate::transport::{Layered, Outgoing, Timer, Transport};

impl Builder {
    /// Base URLs, the preferred one first; if one does not answer, the next is used. The default is WeChat Pay's main host and
    /// its backup, or other hosts for endpoints that say so ([`HostRole`](crate::endpoint::HostRole)). With this setting, the
    /// client calls only these hosts, even if an endpoint or the URL of a download names others. Plain `http` is accepted only
    /// for this machine and for hosts of [`Builder::allow_plain_http_to`], and a path is never accepted. To send through another
    /// machine, use a [`Builder::proxy`], or your own [`Builder::transport`] or [`Builder::layer`]. The guide's page on
    /// deployment has such a layer, for a reverse proxy whose URL has a path.
    pub fn hosts<T: Into<String>>(mut self, hosts: impl IntoIterator<Item = T>) -> Self {
        self.hosts = Some(hosts.into_iter().map(Into::into).collect());
        self
    }

    /// Allows plain `http` for a base URL of [`Builder::hosts`] on another machine, such as a reverse proxy in your own network.
    /// May be given several times; the host is named without scheme and port.
    ///
    /// Anybody who listens on the way then reads every request and answer: orders, amounts, names of users that the documentation
    /// does not have encrypted, and the parameters with which a front end pays. They can also repeat a request within five
    /// minutes, or stop it. They cannot change a request or an answer unnoticed, since both are signed, read sensitive members,
    /// which are encrypted, or learn a key.
    pub fn allow_plain_http_to(mut self, host: impl Into<String>) -> Self {
        self.plain_http_to.push(host.into());
        self
    }

    /// Number of attempts and time limit of a call; by default up to four attempts within 75 seconds.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// Limits of the questions of [`Client::settle`](crate::client::Client::settle); by default they end after 2 minutes.
    pub fn asking(mut self, asking: Asking) -> Self {
        self.asking = asking;
        self
    }

    /// The timer. The ready-made transport brings tokio's. Without a timer, a call is not repeated if it would have to pause
    /// first, and only the transport itself can end an attempt.
    pub fn timer(mut self, timer: Arc<dyn Timer>) -> Self {
        self.timer = Some(timer);
        self
    }

    /// Reports every attempt, call and notification to `observer`, for example for metrics. May be given several times.
    pub fn observer(mut self, observer: Arc<dyn Observer>) -> Self {
        self.observers.push(observer);
        self
    }

    /// Sends through `transport` instead of the ready-made one.
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// Wraps the transport in a tower layer, such as tower's `ConcurrencyLimitLayer` or the `TraceLayer` of tower-http. The last
    /// layer that is given is the outermost. Every attempt passes through the layers, signed, and so does the download of
    /// certificates.
    ///
    /// Layers that ask each other whether they are ready, as `LoadShed` asks a limit, belong together in one `ServiceBuilder`.
    ///
    /// A client does not limit the number of concurrent calls, each of which has a connection unless HTTP/2 is spoken;
    /// `ConcurrencyLimitLayer` does. The time that an attempt waits there counts against its limit.
    ///
    /// A layer may wait, count, log, or refuse. It must not repeat a request. Method, path, query, body and `Authorization` must
    /// arrive at WeChat Pay unchanged, since they are signed. So a layer may send to another host and add to the path only if a
    /// reverse proxy undoes it, as on the guide's page on deployment. [`Layered`] says what the layer's errors mean.
    pub fn layer<L>(mut self, layer: L) -> Self
    where
        L: Layer<Outgoing> + Send + Sync + 'static,
        Layered<L::Service>: Transport + 'static,
    {
        self.layers.push(wrap(layer));
        self
    }

    /// The clock, in seconds since 1970; by default the system's.
    pub fn clock(mut self, clock: impl Fn() -> i64 + Send + Sync + 'static) -> Self {
        self.clock = Some(Arc::new(clock));
        self
    }

    /// Size limit of an answer in bytes; by default 8 MiB.
    pub fn answer_limit(mut self, bytes: usize) -> Self {
        self.answer_limit = Some(bytes);
        self
    }
}
