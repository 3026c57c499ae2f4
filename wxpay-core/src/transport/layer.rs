//! Middleware: a transport as a tower service, and a tower service as a transport.

use std::error::Error as StdError;
use std::fmt;
use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::BodyExt as _;
use tower_layer::Layer;
use tower_service::Service;

use super::{Body, Stage, Transport, TransportError};
use crate::crypto::BoxFuture;

/// The transport as a tower service, for layers to wrap. Each call is one attempt, signed and ready to be sent.
#[derive(Clone)]
pub struct Outgoing(Arc<dyn Transport>);

impl Outgoing {
    /// Wraps any transport.
    #[must_use]
    pub fn new(transport: Arc<dyn Transport>) -> Self {
        Self(transport)
    }
}

impl Service<Request<Bytes>> for Outgoing {
    type Response = Response<Body>;
    type Error = TransportError;
    type Future = BoxFuture<'static, Result<Response<Body>, TransportError>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Bytes>) -> Self::Future {
        let transport = self.0.clone();
        Box::pin(async move { transport.send(request).await })
    }
}

impl fmt::Debug for Outgoing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Outgoing(..)")
    }
}

/// A tower service as a transport. Each attempt gets a clone of it.
///
/// Its error may be a [`TransportError`], which has the stage of the failure. Any other error counts as [`Stage::Exchanging`], so
/// that the outcome is unknown, unless it comes from `poll_ready`, before there was a request.
#[derive(Debug, Clone)]
pub struct Layered<S>(S);

impl<S> Layered<S> {
    /// Sends through `service`.
    pub fn new(service: S) -> Self {
        Self(service)
    }
}

impl<S, B> Transport for Layered<S>
where
    S: Service<Request<Bytes>, Response = Response<B>> + Clone + Send + Sync + 'static,
    S::Error: Into<Box<dyn StdError + Send + Sync>>,
    S::Future: Send,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<Box<dyn StdError + Send + Sync>>,
{
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        let mut service = self.0.clone();
        Box::pin(async move {
            let ready = poll_fn(|context| service.poll_ready(context)).await;
            ready.map_err(|error| staged(Stage::Connecting, error))?;
            let answer = service.call(request).await.map_err(|error| staged(Stage::Exchanging, error))?;
            Ok(answer.map(|body| body.map_err(Into::into).boxed_unsync()))
        })
    }
}

/// A layer, as a builder keeps it.
pub(crate) type Wrap = Box<dyn FnOnce(Arc<dyn Transport>) -> Arc<dyn Transport> + Send + Sync>;

pub(crate) fn wrap<L>(layer: L) -> Wrap
where
    L: Layer<Outgoing> + Send + Sync + 'static,
    Layered<L::Service>: Transport + 'static,
{
    Box::new(move |transport| Arc::new(Layered(layer.layer(Outgoing(transport)))))
}

fn staged(stage: Stage, error: impl Into<Box<dyn StdError + Send + Sync>>) -> TransportError {
    match error.into().downcast::<TransportError>() {
        Ok(error) => *error,
        Err(source) => TransportError { stage, source },
    }
}
