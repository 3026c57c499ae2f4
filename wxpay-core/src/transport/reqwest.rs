//! The ready-made transport: reqwest over rustls.

use std::error::Error as StdError;
use std::fmt::Write as _;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::BodyExt as _;

use super::{Body, Stage, Timer, Transport, TransportError};
use crate::crypto::BoxFuture;

/// Sends with one shared [`reqwest::Client`].
#[derive(Debug, Clone)]
pub struct Reqwest(reqwest::Client);

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

impl Reqwest {
    /// A transport as the protocol wants it: no redirects, no re-sending, no idle connection older than the server
    /// keeps it. `direct` ignores the proxies of the environment.
    ///
    /// # Errors
    /// The TLS library does not start.
    pub fn new(timeouts: Timeouts, direct: bool) -> Result<Self, TransportError> {
        let mut builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            .connect_timeout(timeouts.connect)
            .read_timeout(timeouts.read)
            .pool_idle_timeout(SERVER_KEEP_ALIVE - Duration::from_secs(2));
        if direct {
            builder = builder.no_proxy();
        }
        builder.build().map(Self).map_err(|error| failed(Stage::Connecting, &error))
    }
}

impl From<reqwest::Client> for Reqwest {
    /// Takes a client of your own. It must follow no redirects and repeat nothing.
    fn from(client: reqwest::Client) -> Self {
        Self(client)
    }
}

impl Transport for Reqwest {
    fn send(&self, request: http::Request<Bytes>) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
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
