//! A test of a connection: one request without a signature, and the head of its answer.

use std::time::Duration;

use bytes::Bytes;
use http::response::Parts;

use super::{Alarm, Stage, Timer, Transport, TransportError};

/// Sends `request` unchanged, once, and returns the head of the answer, whose body is not read. Nothing is signed or verified:
/// use it only to test a connection. Without a `timer`, only the transport ends it.
///
/// # Errors
/// No answer arrives within `limit`; [`TransportError::trouble`] gives the reason.
pub async fn probe(
    transport: &dyn Transport,
    timer: Option<&dyn Timer>,
    request: http::Request<Bytes>,
    limit: Duration,
) -> Result<Parts, TransportError> {
    let late = || TransportError {
        stage: Stage::Exchanging,
        source: Box::new(std::io::Error::new(std::io::ErrorKind::TimedOut, format!("no answer within {limit:?}"))),
    };
    let answer = Alarm::new(timer, limit).or(transport.send(request)).await.ok_or_else(late)??;
    Ok(answer.into_parts().0)
}
