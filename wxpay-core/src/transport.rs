//! The transport of a signed request to WeChat Pay and of its answer back, in the types of the `http` crate.

mod alarm;
pub(crate) mod layer;
mod probe;
#[cfg(feature = "reqwest")]
mod proxy;
#[cfg(feature = "reqwest")]
mod reqwest;
mod telling;
mod trouble;
mod usable;

pub(crate) use self::alarm::Alarm;
pub use self::layer::{Layered, Outgoing};
pub use self::probe::probe;
#[cfg(feature = "reqwest")]
pub use self::proxy::{Proxy, ProxyUrl, ProxyUrlError};
#[cfg(feature = "reqwest")]
pub use self::reqwest::{Options, Reqwest, Timeouts, TokioTimer};
pub use self::telling::{Sending, Telling};
pub use self::trouble::Trouble;
pub use self::usable::Unusable;

use std::error::Error as StdError;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt as _, Full};

use crate::crypto::BoxFuture;
use crate::text::escaped;

/// A body that arrives piece by piece.
pub type Body = UnsyncBoxBody<Bytes, Box<dyn StdError + Send + Sync>>;

/// A body that is complete, for a transport that has read all of it.
pub fn full(bytes: Bytes) -> Body {
    Full::new(bytes).map_err(|never| match never {}).boxed_unsync()
}

/// Sends one request, once. It must not repeat the request, follow redirects, change the target, or decompress: the bytes that
/// are signed must be sent, and the bytes that are received must be verified.
pub trait Transport: Send + Sync {
    /// Returns the answer's head, with its body still to come.
    fn send(&self, request: http::Request<Bytes>) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>>;
}

/// Waits, on any runtime.
pub trait Timer: Send + Sync {
    /// Checks that the timer can wait where it is called. By default it can, anywhere. A client checks it before it sends.
    ///
    /// # Errors
    /// The reason why it cannot wait, such as a missing runtime.
    fn usable(&self) -> Result<(), Unusable> {
        Ok(())
    }

    /// Waits for `duration`.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
}

/// There is no answer, or it is not complete.
#[derive(Debug, thiserror::Error)]
#[error(
    "{}: {}",
    match .stage { Stage::Connecting => "could not connect", Stage::Exchanging => "no complete answer" },
    escaped(.source)
)]
#[non_exhaustive]
pub struct TransportError {
    /// The stage at which it failed.
    pub stage: Stage,
    /// The transport's own error.
    #[source]
    pub source: Box<dyn StdError + Send + Sync>,
}

impl TransportError {
    /// Wraps the error of a transport, or a text, with the stage at which it failed.
    pub fn new(stage: Stage, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { stage, source: source.into() }
    }
}

/// The stage at which an exchange failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums)] // something was sent, or nothing was
pub enum Stage {
    /// Nothing of the request was sent.
    Connecting,
    /// The request may have arrived.
    Exchanging,
}
