//! A network that answers what it is told to, and counts.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::{HeaderMap, Request, Response, StatusCode};
use wxpay::crypto::BoxFuture;
use wxpay::transport::{Body, Stage, Transport, TransportError, full};

/// Answers every request with the answer that is set, or cannot connect.
#[derive(Default)]
pub(crate) struct Wire {
    answer: Mutex<Option<Response<Bytes>>>,
    delay: Mutex<Duration>,
    requests: AtomicUsize,
}

impl Wire {
    pub(crate) fn answers(&self, status: StatusCode, headers: HeaderMap, body: impl Into<Bytes>) {
        let mut response = Response::new(body.into());
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        *self.answer.lock().unwrap() = Some(response);
    }

    /// From now on nothing can be reached.
    pub(crate) fn breaks(&self) {
        *self.answer.lock().unwrap() = None;
    }

    /// From now on every answer takes its time.
    pub(crate) fn takes(&self, delay: Duration) {
        *self.delay.lock().unwrap() = delay;
    }

    pub(crate) fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }
}

impl Transport for Wire {
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        assert_eq!(request.uri().path(), "/v3/certificates", "nothing else is asked in these tests");
        wxpay_tests::capture::sent(request.headers(), request.body());
        self.requests.fetch_add(1, Ordering::SeqCst);
        let delay = *self.delay.lock().unwrap();
        Box::pin(async move {
            tokio::time::sleep(delay).await;
            let answer = self.answer.lock().unwrap().clone();
            let unreachable = || TransportError::new(Stage::Connecting, "nobody there");
            Ok(answer.ok_or_else(unreachable)?.map(full))
        })
    }
}

pub(crate) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}
