//! The ready-made transport: reqwest over rustls.

use std::error::Error as StdError;
use std::fmt::{self, Write as _};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::BodyExt as _;
use reqwest::{Certificate, Url};
use zeroize::Zeroizing;

use super::{Body, Stage, Telling, Timer, Transport, TransportError};
use crate::crypto::BoxFuture;

/// Sends with one shared [`reqwest::Client`].
#[derive(Clone)]
pub struct Reqwest(reqwest::Client);

/// How the ready-made transport connects.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// How long it waits.
    pub timeouts: Timeouts,
    /// Whom it goes through.
    pub proxy: Proxy,
    /// Certificate authorities that are believed beside those of the system.
    pub roots: Vec<Certificate>,
}

/// How long the steps of one exchange may take. How long all of it may is said by
/// [`RetryPolicy`](crate::client::RetryPolicy).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// Name lookup, TCP and TLS.
    pub connect: Duration,
    /// Silence between two pieces of an answer.
    pub read: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self { connect: Duration::from_secs(5), read: Duration::from_secs(20) }
    }
}

/// Whom a request goes through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Proxy {
    /// The proxies that the environment names (`HTTPS_PROXY`, `NO_PROXY`).
    #[default]
    Environment,
    /// Nobody, whatever the environment says.
    Direct,
    /// This one, for every host.
    Through(ProxyUrl),
}

/// Where a proxy is, and what it wants to hear. The credentials are nowhere printed.
#[derive(Clone, PartialEq, Eq)]
pub struct ProxyUrl(Zeroizing<String>);

impl ProxyUrl {
    /// Reads such as `http://user:password@proxy.example.com:3128`. The scheme is that of the way to the proxy; the
    /// way through it is encrypted as ever. What is special in a URL (`@`, `:`, `/`, `#`, `%`) is percent-encoded in
    /// user and password.
    ///
    /// # Errors
    /// What is wrong with it, without repeating it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let url = Url::parse(text).map_err(|error| format!("does not parse as a URL: {error}; {ENCODED}"))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err("is not `http` or `https`".to_owned());
        }
        if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
            return Err(format!("has something behind the port; {ENCODED}"));
        }
        Ok(Self(Zeroizing::new(text.to_owned())))
    }
}

impl fmt::Debug for ProxyUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ProxyUrl(..)")
    }
}

impl Reqwest {
    /// A transport as the protocol wants it: no redirects, no re-sending, no idle connection older than the server
    /// keeps it; HTTP/2 where the server offers it.
    ///
    /// # Errors
    /// The TLS library does not start, or does not take one of the roots.
    pub fn new(options: Options) -> Result<Self, TransportError> {
        let Options { timeouts, proxy, roots } = options;
        let builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            .connect_timeout(timeouts.connect)
            .read_timeout(timeouts.read)
            .pool_idle_timeout(SERVER_KEEP_ALIVE - Duration::from_secs(2))
            .tls_certs_merge(roots);
        let builder = match proxy {
            Proxy::Environment => Ok(builder),
            Proxy::Direct => Ok(builder.no_proxy()),
            Proxy::Through(url) => reqwest::Proxy::all(url.0.as_str()).map(|proxy| builder.proxy(proxy)),
        };
        let client = builder.and_then(reqwest::ClientBuilder::build);
        client.map(Self).map_err(|error| failed(Stage::Connecting, &error))
    }
}

impl From<reqwest::Client> for Reqwest {
    /// Takes a client of your own. It must follow no redirects and repeat nothing.
    fn from(client: reqwest::Client) -> Self {
        Self(client)
    }
}

impl fmt::Debug for Reqwest {
    /// Says nothing of the client within, which may know a proxy's password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reqwest(..)")
    }
}

impl Transport for Reqwest {
    fn send(&self, request: http::Request<Bytes>) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            let telling = request.extensions().get::<Telling>().cloned();
            let request = request.map(|bytes| match telling {
                Some(telling) => reqwest::Body::wrap(telling.body(bytes)),
                None => bytes.into(),
            });
            let request = reqwest::Request::try_from(request).map_err(|error| failed(Stage::Connecting, &error))?;
            let answer = self.0.execute(request).await.map_err(|error| {
                let stage =
                    if error.is_connect() || error.is_builder() { Stage::Connecting } else { Stage::Exchanging };
                failed(stage, &error)
            })?;
            let answer = http::Response::<reqwest::Body>::from(answer);
            Ok(answer.map(|body| body.map_err(|error| described(&error)).boxed_unsync()))
        })
    }
}

/// tokio's timer, which the transport needs anyway.
#[derive(Debug, Clone, Copy, Default)]
pub struct TokioTimer;

impl Timer for TokioTimer {
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}

fn failed(stage: Stage, error: &reqwest::Error) -> TransportError {
    TransportError { stage, source: described(error) }
}

/// reqwest's errors print their URL and leave their cause to `source()`; ours are one line without the query.
fn described(error: &reqwest::Error) -> Box<dyn StdError + Send + Sync> {
    let mut text = if error.is_timeout() { "timed out".to_owned() } else { String::new() };
    let mut cause = StdError::source(error);
    while let Some(error) = cause {
        let separator = if text.is_empty() { "" } else { ": " };
        // Writing into a `String` cannot fail.
        let _ = write!(text, "{separator}{error}");
        cause = error.source();
    }
    if text.is_empty() { "the HTTP client refused".into() } else { text.into() }
}

/// What the live service's `Keep-Alive` header says.
const SERVER_KEEP_ALIVE: Duration = Duration::from_secs(8);
const ENCODED: &str = "special characters in user and password are percent-encoded";
