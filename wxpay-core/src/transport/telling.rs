//! The progress of a request's body: counted piece by piece, when the connection takes it.

use std::convert::Infallible;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

use crate::hook::tell;

/// The progress of a request's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sending {
    /// Number of bytes that the connection has taken. It may hold some of them back for a moment.
    pub sent: u64,
    /// Number of bytes of the body.
    pub total: u64,
}

/// The receiver of a request's progress. It is in the extensions of requests of a client that is
/// [`telling`](crate::client::Client::telling). The ready-made transport reports to it; your own transport may send
/// [`Telling::body`] instead of the bytes.
#[derive(Clone)]
pub struct Telling(Arc<dyn Fn(Sending) + Send + Sync>);

impl Telling {
    pub(crate) fn new(told: impl Fn(Sending) + Send + Sync + 'static) -> Self {
        Self(Arc::new(told))
    }

    /// Makes `bytes` a body of known length, which reports each piece when it is taken.
    pub fn body(&self, bytes: Bytes) -> impl Body<Data = Bytes, Error = Infallible> + Send + Sync + Unpin + 'static {
        Told { total: bytes.len() as u64, rest: bytes, telling: self.clone() }
    }
}

impl fmt::Debug for Telling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Telling(..)")
    }
}

struct Told {
    rest: Bytes,
    total: u64,
    telling: Telling,
}

impl Body for Told {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.rest.is_empty() {
            return Poll::Ready(None);
        }
        let length = self.rest.len().min(PIECE);
        let piece = self.rest.split_to(length);
        let sent = self.total - self.rest.len() as u64;
        tell("Client::telling", || (self.telling.0)(Sending { sent, total: self.total }));
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.rest.len() as u64)
    }
}

/// In bytes.
const PIECE: usize = 16 << 10;
