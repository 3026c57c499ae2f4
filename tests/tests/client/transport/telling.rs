//! Reports of a request's progress: one for each piece that the connection takes. The request on the wire stays the same.

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::combinators::BoxBody;
use http_body_util::{BodyExt as _, Full};
use hyper_util::client::legacy::Client as Hyper;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use wxpay::crypto::BoxFuture;
use wxpay::media::{UploadVideo, UploadVideoRequired};
use wxpay::prelude::*;
use wxpay::transport::{Body, Sending, Stage, Telling, Transport, TransportError};
use wxpay_sandbox::Sandbox;
use wxpay_sandbox::wire::{Accident, Wire, body_start};
use wxpay_tests::order;

fn video() -> UploadVideo {
    UploadVideo::new(UploadVideoRequired { file: Upload::new("shop.mp4", vec![7; 1 << 20]) })
}

/// The reports, attempt by attempt.
#[derive(Clone, Default)]
struct Told(Arc<Mutex<Vec<Sending>>>);

impl Told {
    fn by(&self) -> impl Fn(Sending) + Send + Sync + 'static {
        let told = self.0.clone();
        move |sending| told.lock().unwrap().push(sending)
    }

    /// Checks that there were `times` attempts, each reported piece by piece up to `total`.
    #[track_caller]
    fn came_to(&self, total: u64, times: usize) {
        let told = std::mem::take(&mut *self.0.lock().unwrap());
        assert!(told.iter().all(|sending| sending.total == total), "{told:?}");
        let attempts: Vec<_> = told.chunk_by(|one, next| one.sent < next.sent).collect();
        assert_eq!(attempts.len(), times, "{told:?}");
        for attempt in attempts {
            assert!(attempt.len() > 60 && attempt.windows(2).all(|two| two[1].sent - two[0].sent <= 16 << 10));
            assert_eq!(attempt.last().unwrap().sent, total);
        }
    }
}

fn length(request: &[u8]) -> u64 {
    (request.len() - body_start(request).unwrap()).try_into().unwrap()
}

#[tokio::test]
async fn each_piece_that_is_taken_is_told_and_the_request_is_the_same() {
    let sandbox = Sandbox::start().await.unwrap();
    let wire = Wire::tap(sandbox.address()).await.unwrap();
    let client = sandbox.client_builder().hosts([wire.url()]).build().unwrap();
    let told = Told::default();
    let encoded = client.encode(&video()).unwrap();
    client.telling(told.by()).resend::<UploadVideo>(&encoded).await.unwrap();
    client.resend::<UploadVideo>(&encoded).await.unwrap();

    let sent = wire.exchanges().into_iter().map(|exchange| exchange.request);
    let [watched, unwatched] = sent.collect::<Vec<_>>().try_into().unwrap();
    told.came_to(length(&watched), 1);
    let (head, body) = watched.split_at(body_start(&watched).unwrap());
    assert_eq!(body, &unwatched[body_start(&unwatched).unwrap()..]);
    let head = String::from_utf8_lossy(head).to_lowercase();
    assert!(head.contains(&format!("content-length: {}\r\n", body.len())) && !head.contains("chunked"), "{head}");
}

#[tokio::test]
async fn what_has_no_body_tells_nothing_and_a_small_one_once() {
    let sandbox = Sandbox::start().await.unwrap();
    let told = Told::default();
    let client = sandbox.client().unwrap().telling(told.by());
    client.send(&order(&client, "20260101000001")).await.unwrap();
    client.send(&wxpay_tests::order_query(&client, "20260101000001")).await.unwrap();
    let told = told.0.lock().unwrap();
    let [sending] = told.as_slice() else { panic!("{told:?}") };
    assert!(sending.sent == sending.total && sending.total > 100);
}

#[tokio::test]
async fn an_attempt_that_is_repeated_begins_anew() {
    let sandbox = Sandbox::start().await.unwrap();
    let wire = Wire::faulty(sandbox.address(), |number| (number == 0).then_some(Accident::ResetRead)).await.unwrap();
    let client = sandbox.client_builder().hosts([wire.url()]).build().unwrap();
    let told = Told::default();
    let encoded = client.encode(&video()).unwrap();
    let again = client.telling(told.by());
    // The client does not repeat an upload by itself.
    again.resend::<UploadVideo>(&encoded).await.unwrap_err();
    again.resend::<UploadVideo>(&encoded).await.unwrap();
    told.came_to(encoded.body().len().try_into().unwrap(), 2);
}

#[test]
fn without_async_it_is_the_same() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let sandbox = runtime.block_on(Sandbox::start()).unwrap();
    let client = sandbox.client_builder().build_blocking().unwrap();
    let (told, encoded) = (Told::default(), client.encode(&video()).unwrap());
    client.telling(told.by()).resend::<UploadVideo>(&encoded).unwrap();
    told.came_to(encoded.body().len().try_into().unwrap(), 1);
}

/// hyper's own client, which reports progress.
struct Other(Hyper<HttpConnector, BoxBody<Bytes, std::convert::Infallible>>);

impl Transport for Other {
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        let telling = request.extensions().get::<Telling>().cloned();
        let request = request.map(|bytes| match telling {
            Some(telling) => telling.body(bytes).boxed(),
            None => Full::new(bytes).boxed(),
        });
        Box::pin(async move {
            let failed = |error: hyper_util::client::legacy::Error| {
                TransportError::new(if error.is_connect() { Stage::Connecting } else { Stage::Exchanging }, error)
            };
            let answer = self.0.request(request).await.map_err(failed)?;
            Ok(answer.map(|body| body.map_err(Into::into).boxed_unsync()))
        })
    }
}

#[tokio::test]
async fn another_transport_can_tell_too() {
    let sandbox = Sandbox::start().await.unwrap();
    let other = Arc::new(Other(Hyper::builder(TokioExecutor::new()).build_http()));
    let client = sandbox.client_builder().transport(other).build().unwrap();
    let (told, encoded) = (Told::default(), client.encode(&video()).unwrap());
    client.telling(told.by()).resend::<UploadVideo>(&encoded).await.unwrap();
    told.came_to(encoded.body().len().try_into().unwrap(), 1);
}
