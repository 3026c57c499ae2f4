//! The ready-made transport: reqwest over rustls.

use std::error::Error as StdError;
use std::fmt::{self, Write as _};
use std::net::{ToSocketAddrs as _, UdpSocket};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::BodyExt as _;
use reqwest::Certificate;
use tokio::runtime::Handle;

use super::proxy::Proxy;
use super::trouble::{Described, Trouble};
use super::{Body, Stage, Telling, Timer, Transport, TransportError, Unusable};
use crate::crypto::BoxFuture;
use crate::error::SharedError;
use crate::keys::{KeyError, certificates_der};

/// Sends with one shared [`reqwest::Client`].
#[derive(Clone)]
pub struct Reqwest {
    client: reqwest::Client,
    /// The proxy, if the client was made here.
    proxy: Proxy,
}

/// The options of the ready-made transport.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Options {
    /// The time limits.
    pub timeouts: Timeouts,
    /// The proxy.
    pub proxy: Proxy,
    /// Certificate authorities that are trusted beside those of the system.
    pub roots: Vec<Certificate>,
}

/// Time limits of the steps of one exchange; more than 30 years counts as no limit. The limit of the whole is in
/// [`RetryPolicy`](crate::client::RetryPolicy).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timeouts {
    /// Limit for name lookup, TCP and TLS.
    pub connect: Duration,
    /// Limit for the silence between two pieces of an answer.
    pub read: Duration,
}

impl Timeouts {
    /// Sets the limits for a connection, and for each piece of an answer.
    #[must_use]
    pub const fn new(connect: Duration, read: Duration) -> Self {
        Self { connect, read }
    }

    /// Returns the same limits with another one for name lookup, TCP and TLS.
    #[must_use]
    pub const fn with_connect(self, connect: Duration) -> Self {
        Self { connect, ..self }
    }

    /// Returns the same limits with another one for the silence between two pieces of an answer.
    #[must_use]
    pub const fn with_read(self, read: Duration) -> Self {
        Self { read, ..self }
    }
}

impl Default for Timeouts {
    fn default() -> Self {
        Self { connect: Duration::from_secs(5), read: Duration::from_secs(20) }
    }
}

impl Options {
    /// Returns the same options with other timeouts.
    #[must_use]
    pub fn with_timeouts(self, timeouts: Timeouts) -> Self {
        Self { timeouts, ..self }
    }

    /// Returns the same options with another proxy, or without one.
    #[must_use]
    pub fn with_proxy(self, proxy: Proxy) -> Self {
        Self { proxy, ..self }
    }

    /// Returns the same options, which also trust the TLS certificates of the authorities in `pem`.
    ///
    /// # Errors
    /// `pem` is not a list of certificates.
    pub fn trusting(mut self, pem: &str) -> Result<Self, KeyError> {
        for der in certificates_der(pem)? {
            let root = Certificate::from_der(&der).map_err(|error| KeyError::Damaged(SharedError::new(error)))?;
            self.roots.push(root);
        }
        Ok(self)
    }
}

impl Reqwest {
    /// A transport as the protocol needs it: no redirects, no repetition, no decompression, no cookies; idle connections are
    /// closed before the server closes them; rustls; HTTP/2 if the server offers it. Features of reqwest that other crates turn
    /// on do not change this.
    ///
    /// # Errors
    /// The TLS library does not start, or refuses one of the roots.
    pub fn new(options: Options) -> Result<Self, TransportError> {
        let Options { timeouts, proxy, roots } = options;
        let builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            .no_gzip()
            .no_brotli()
            .no_zstd()
            .no_deflate()
            .no_hickory_dns()
            .tls_backend_rustls()
            .pool_idle_timeout(SERVER_KEEP_ALIVE - Duration::from_secs(2))
            .tls_certs_merge(roots);
        let builder = match limited(timeouts.connect) {
            Some(connect) => builder.connect_timeout(connect),
            None => builder,
        };
        let builder = match limited(timeouts.read) {
            Some(read) => builder.read_timeout(read),
            None => builder,
        };
        let client = proxy.set(builder).and_then(reqwest::ClientBuilder::build);
        client.map(|client| Self { client, proxy }).map_err(|error| unbuilt(&error))
    }
}

/// The limit, unless it is so long that adding it to the time of day would overflow.
fn limited(duration: Duration) -> Option<Duration> {
    (duration <= LONGEST).then_some(duration)
}

/// The error of building. The TLS library does not start if it finds no authorities. It says the same if their files cannot be
/// read since no file descriptor is left.
fn unbuilt(error: &reqwest::Error) -> TransportError {
    let trouble = trouble(error).map(|found| if found == Trouble::Tls { Trouble::NoAuthorities } else { found });
    let mut described = Described { text: words(error), trouble };
    if let Err(socket) = UdpSocket::bind("127.0.0.1:0") {
        described.text = format!("the system provides no socket: {socket} ({})", described.text);
        described.trouble = Trouble::of(&socket);
    }
    TransportError { stage: Stage::Connecting, source: Box::new(described) }
}

impl From<reqwest::Client> for Reqwest {
    /// Takes a client of your own. It must follow no redirects and repeat nothing.
    fn from(client: reqwest::Client) -> Self {
        Self { client, proxy: Proxy::Direct }
    }
}

impl fmt::Debug for Reqwest {
    /// Hides the client within, which may know a proxy's password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reqwest(..)")
    }
}

impl Transport for Reqwest {
    fn send(&self, request: http::Request<Bytes>) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            if Handle::try_current().is_err() {
                return Err(TransportError { stage: Stage::Connecting, source: Unusable::NoRuntime.into() });
            }
            let telling = request.extensions().get::<Telling>().cloned();
            let request = request.map(|bytes| match telling {
                Some(telling) => reqwest::Body::wrap(telling.body(bytes)),
                None => bytes.into(),
            });
            let request = reqwest::Request::try_from(request).map_err(|error| failed(Stage::Connecting, &error))?;
            let scheme = request.url().scheme().to_owned();
            let answer = match self.client.execute(request).await {
                Ok(answer) => answer,
                Err(error) => return Err(self.unanswered(&scheme, &error).await),
            };
            let answer = http::Response::<reqwest::Body>::from(answer);
            Ok(answer.map(|body| body.map_err(|error| described(&error)).boxed_unsync()))
        })
    }
}

impl Reqwest {
    async fn unanswered(&self, scheme: &str, error: &reqwest::Error) -> TransportError {
        let stage = if error.is_connect() || error.is_builder() { Stage::Connecting } else { Stage::Exchanging };
        match (trouble(error), self.proxy.address(scheme)) {
            // With a proxy, the proxy's name is looked up, unless `NO_PROXY` names the host.
            (Some(Trouble::Name), Some(proxy)) if !is_found(proxy.clone()).await => {
                let text = format!("the proxy's name `{}` is not found: {}", proxy.0, words(error));
                let described = Described { text, trouble: Some(Trouble::ProxyName) };
                TransportError { stage, source: Box::new(described) }
            }
            _ => failed(stage, error),
        }
    }
}

/// Looks a name up. If the lookup itself does not end normally, the name counts as found.
async fn is_found(address: (String, u16)) -> bool {
    let lookup = tokio::task::spawn_blocking(move || address.to_socket_addrs().is_ok());
    lookup.await.unwrap_or(true)
}

/// tokio's timer, which the transport needs anyway. The runtime must have its time driver on
/// ([`enable_all`](tokio::runtime::Builder::enable_all)).
#[derive(Debug, Clone, Copy, Default)]
#[allow(clippy::exhaustive_structs)] // it is constructed by its name
pub struct TokioTimer;

impl Timer for TokioTimer {
    fn usable(&self) -> Result<(), Unusable> {
        Handle::try_current().map(drop).map_err(|_| Unusable::NoRuntime)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}

fn failed(stage: Stage, error: &reqwest::Error) -> TransportError {
    TransportError { stage, source: described(error) }
}

fn described(error: &reqwest::Error) -> Box<dyn StdError + Send + Sync> {
    Box::new(Described { text: words(error), trouble: trouble(error) })
}

/// The kind of failure. If a name is not found since no file descriptor is left, the resolver does not say so.
fn trouble(error: &reqwest::Error) -> Option<Trouble> {
    match Trouble::of(error) {
        Some(found) => Some(found),
        None if error.is_dns() => {
            let socket = UdpSocket::bind("127.0.0.1:0").err();
            Some(socket.and_then(|error| Trouble::of(&error)).unwrap_or(Trouble::Name))
        }
        None if error.is_timeout() => Some(Trouble::TimedOut),
        None => tunnel(error),
    }
}

/// The failure of a proxy's answer to `CONNECT`. Its type is not public, so its text is compared.
fn tunnel(error: &reqwest::Error) -> Option<Trouble> {
    let mut cause = StdError::source(error);
    while let Some(error) = cause {
        match error.to_string().as_str() {
            "tunnel error: proxy authorization required" => return Some(Trouble::ProxyCredentials),
            text if text.starts_with("tunnel error: ") => return Some(Trouble::ProxyRefused),
            _ => cause = error.source(),
        }
    }
    None
}

/// The error with its causes, in one line without the URL's query. reqwest's errors print the URL, and leave the cause to
/// `source()`.
fn words(error: &reqwest::Error) -> String {
    let mut text = if error.is_timeout() { "timed out".to_owned() } else { String::new() };
    let mut cause = StdError::source(error);
    while let Some(error) = cause {
        let separator = if text.is_empty() { "" } else { ": " };
        // Writing into a `String` cannot fail.
        let _ = write!(text, "{separator}{error}");
        cause = error.source();
    }
    if text.is_empty() { "the HTTP client refused".to_owned() } else { text }
}

/// The time in the live service's `Keep-Alive` header.
const SERVER_KEEP_ALIVE: Duration = Duration::from_secs(8);
/// 30 years. tokio adds it to every time of day.
const LONGEST: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);
