//! A look at a connection: one request without a signature, and the head of its answer.

use std::time::Duration;

use bytes::Bytes;
use http::response::Parts;

use super::{Alarm, Stage, Timer, Transport, TransportError};

/// Sends `request` as it stands, once, and gives the head of the answer, whose body is not read. Nothing is signed and
/// nothing is verified: this is for looking at a connection, and for nothing else. Without a `timer` only the transport
/// ends it.
///
/// # Errors
/// There is no answer within `limit`; [`TransportError::trouble`] tells why.
pub async fn probe(
    transport: &dyn Transport,
    timer: Option<&dyn Timer>,
    request: http::Request<Bytes>,
    limit: Duration,
) -> Result<Parts, TransportError> {
    let late = || TransportError {
        stage: Stage::Exchanging,
        source: Box::new(std::io::Error::new(std::io::ErrorKind::TimedOut, format!("nothing within {limit:?}"))),
    };
    let answer = Alarm::new(timer, limit).or(transport.send(request)).await.ok_or_else(late)??;
    Ok(answer.into_parts().0)
}
