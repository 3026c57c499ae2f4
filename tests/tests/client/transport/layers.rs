//! Middleware: layers of tower around any transport.

use std::error::Error as StdError;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use tower::limit::ConcurrencyLimitLayer;
use tower::load_shed::LoadShedLayer;
use tower::{Layer, Service, ServiceBuilder, ServiceExt as _, service_fn};
use wxpay::crypto::BoxFuture;
use wxpay::error::{ErrorKind, Outcome};
use wxpay::transport::{Body, Outgoing, Stage, TransportError};
use wxpay_sandbox::{Keys, Sandbox};
use wxpay_tests::wire::{Raw, nobody};

use crate::transport::{ONCE, answer, numbered};

type Failure = Box<dyn StdError + Send + Sync>;

/// Records what passes, in both directions.
#[derive(Clone)]
struct Ledger {
    name: &'static str,
    lines: Arc<Mutex<Vec<String>>>,
}

#[derive(Clone)]
struct Written<S> {
    ledger: Ledger,
    inner: S,
}

impl<S> Layer<S> for Ledger {
    type Service = Written<S>;

    fn layer(&self, inner: S) -> Written<S> {
        Written { ledger: self.clone(), inner }
    }
}

impl<S> Service<Request<Bytes>> for Written<S>
where
    S: Service<Request<Bytes>, Response = Response<Body>, Error = TransportError>,
    S::Future: Send + 'static,
{
    type Response = Response<Body>;
    type Error = TransportError;
    type Future = BoxFuture<'static, Result<Response<Body>, TransportError>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<Bytes>) -> Self::Future {
        let Ledger { name, lines } = self.ledger.clone();
        let signed = request.headers().contains_key("authorization");
        lines.lock().unwrap().push(format!("{name} > {} signed: {signed}", request.uri().path()));
        // A log of the headers leaks nothing.
        assert!(!format!("{request:?}").contains("signature="));
        let sent = self.inner.call(request);
        Box::pin(async move {
            let answer = sent.await;
            let status = answer.as_ref().map_or(0, |answer| answer.status().as_u16());
            lines.lock().unwrap().push(format!("{name} < {status}"));
            answer
        })
    }
}

#[tokio::test]
async fn every_attempt_passes_through_the_layers_the_last_one_first() {
    let sandbox = Sandbox::builder().endpoint(answer).start().await.unwrap();
    let lines = Arc::<Mutex<Vec<String>>>::default();
    let ledger = |name| Ledger { name, lines: lines.clone() };
    let free = nobody().await;
    let client = sandbox
        .client_builder()
        .hosts([format!("http://{free}"), sandbox.url()])
        .layer(ledger("inner"))
        .layer(ledger("outer"))
        .build()
        .unwrap();
    client.send(&numbered("A1")).await.unwrap();
    let attempt = |status: u16| {
        let path = "/v3/test/numbered signed: true";
        [format!("outer > {path}"), format!("inner > {path}"), format!("inner < {status}"), format!("outer < {status}")]
    };
    let written = lines.lock().unwrap().clone();
    assert_eq!(written, [attempt(0), attempt(200)].concat());
}

#[tokio::test]
async fn the_download_of_certificates_passes_through_the_layers_too() {
    let sandbox = Sandbox::builder().keys(Keys::Certificate).start().await.unwrap();
    let lines = Arc::<Mutex<Vec<String>>>::default();
    let layer = Ledger { name: "layer", lines: lines.clone() };
    let client = sandbox.client_builder().download_certificates().layer(layer).build().unwrap();
    client.refresh_certificates().await.unwrap();
    assert_eq!(*lines.lock().unwrap(), ["layer > /v3/certificates signed: true", "layer < 200"]);
}

#[tokio::test]
async fn towers_own_limit_holds_over_all_clones() {
    static NOW: AtomicUsize = AtomicUsize::new(0);
    static MOST: AtomicUsize = AtomicUsize::new(0);
    let sandbox = Sandbox::builder().endpoint(answer).start().await.unwrap();
    // Counts the requests that have passed the limit.
    let counting = tower::layer::layer_fn(|inner: Outgoing| {
        service_fn(move |request: Request<Bytes>| {
            let inner = inner.clone();
            async move {
                MOST.fetch_max(NOW.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                let answer = inner.oneshot(request).await;
                NOW.fetch_sub(1, Ordering::SeqCst);
                answer
            }
        })
    });
    let limit = ConcurrencyLimitLayer::new(3);
    let client = sandbox.client_builder().layer(counting).layer(limit).build().unwrap();
    let calls = (0..30).map(|number| {
        let client = client.clone();
        tokio::spawn(async move { client.send(&numbered(&format!("A{number}"))).await.unwrap() })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap();
    }
    assert_eq!((NOW.load(Ordering::SeqCst), MOST.load(Ordering::SeqCst)), (0, 3));
}

/// A layer that fails with `error` instead of sending.
macro_rules! failing {
    ($error:expr) => {
        tower::layer::layer_fn(move |_: Outgoing| {
            service_fn(move |_: Request<Bytes>| async move { Err::<Response<Body>, Failure>($error) })
        })
    };
}

#[tokio::test]
async fn an_error_of_a_layer_is_an_unknown_outcome_unless_it_says_otherwise() {
    let sandbox = Sandbox::builder().endpoint(answer).start().await.unwrap();
    let builder = || sandbox.client_builder().retry(ONCE);
    let own = builder().layer(failing!("who knows".into())).build().unwrap();
    let error = own.send(&numbered("A1")).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert!(error.to_string().contains("who knows"), "{error}");
    for (stage, outcome) in [(Stage::Connecting, Outcome::NotSent), (Stage::Exchanging, Outcome::Unknown)] {
        let layer = failing!(Box::new(TransportError::new(stage, "by the layer")));
        let error = builder().layer(layer).build().unwrap().send(&numbered("A1")).await.unwrap_err();
        assert_eq!(error.outcome(), outcome, "{error}");
        assert!(matches!(error.kind(), ErrorKind::Transport(failure) if failure.stage == stage));
    }
}

/// A service that never becomes ready for a request.
#[derive(Clone)]
struct Shut;

impl Service<Request<Bytes>> for Shut {
    type Response = Response<Body>;
    type Error = Failure;
    type Future = std::future::Pending<Result<Response<Body>, Failure>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Failure>> {
        Poll::Ready(Err("shut".into()))
    }

    fn call(&mut self, _: Request<Bytes>) -> Self::Future {
        unreachable!("it is never ready")
    }
}

#[tokio::test]
async fn a_layer_that_is_not_ready_has_sent_nothing() {
    let sandbox = Sandbox::builder().endpoint(answer).start().await.unwrap();
    let shut = tower::layer::layer_fn(|_: Outgoing| Shut);
    let client = sandbox.client_builder().retry(ONCE).layer(shut).build().unwrap();
    let error = client.send(&numbered("A1")).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
}

#[tokio::test]
async fn load_that_is_shed_is_told_in_the_layers_words() {
    let sandbox = Sandbox::builder().endpoint(answer).start().await.unwrap();
    let silent = Raw::silent().await;
    let client = sandbox
        .client_builder()
        .hosts([&silent.url])
        .retry(ONCE)
        .layer(ServiceBuilder::new().layer(LoadShedLayer::new()).layer(ConcurrencyLimitLayer::new(1)))
        .build()
        .unwrap();
    let first = tokio::spawn({
        let client = client.clone();
        async move { client.send(&numbered("A1")).await }
    });
    while silent.visits() == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let error = client.send(&numbered("A2")).await.unwrap_err();
    assert!(error.to_string().contains("overloaded"), "{error}");
    first.abort();
}
