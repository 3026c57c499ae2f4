//! How a signed request gets to WeChat Pay and its answer back, over the types of the `http` crate.

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

/// A body that is there already, for a transport that has read it.
pub fn full(bytes: Bytes) -> Body {
    Full::new(bytes).map_err(|never| match never {}).boxed_unsync()
}

/// Sends one request, once. It must not repeat it, follow redirects, change the target, or decompress: what is
/// signed is what is sent, and what is verified is what was received.
pub trait Transport: Send + Sync {
    /// The answer's head, with its body still to come.
    fn send(&self, request: http::Request<Bytes>) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>>;
}

/// Waits, on whatever runtime there is.
pub trait Timer: Send + Sync {
    /// Checks that it can wait where it is called, which by default it can anywhere. A client asks before it sends.
    ///
    /// # Errors
    /// Why it cannot, such as for want of a runtime.
    fn usable(&self) -> Result<(), Unusable> {
        Ok(())
    }

    /// Ready after so long.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
}

/// No answer, or not all of it.
#[derive(Debug, thiserror::Error)]
#[error(
    "{}: {}",
    match .stage { Stage::Connecting => "could not connect", Stage::Exchanging => "no complete answer" },
    escaped(.source)
)]
#[non_exhaustive]
pub struct TransportError {
    /// How far it got.
    pub stage: Stage,
    /// The transport's own error.
    #[source]
    pub source: Box<dyn StdError + Send + Sync>,
}

impl TransportError {
    /// The error of a transport, or a text, with how far it got.
    pub fn new(stage: Stage, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { stage, source: source.into() }
    }
}

/// How far an exchange got before it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums)] // something was sent, or nothing was
pub enum Stage {
    /// Not a byte of the request was sent.
    Connecting,
    /// The request may have arrived.
    Exchanging,
}
