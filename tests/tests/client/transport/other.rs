//! A second transport, on hyper's own client: the trait can be implemented on one page.

use std::sync::Arc;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt as _, Full};
use hyper_util::client::legacy::Client as Hyper;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use wxpay::client::Builder;
use wxpay::crypto::BoxFuture;
use wxpay::error::{ErrorKind, Outcome};
use wxpay::transport::{Body, Stage, Transport, TransportError};
use wxpay_sandbox::wire::Wire;
use wxpay_sandbox::{Keys, Sandbox};
use wxpay_tests::wire::{Raw, nobody};
use wxpay_tests::{contract, contract_query, order, repayment};

use crate::transport::{ONCE, numbered};

struct Plain(Hyper<HttpConnector, Full<Bytes>>);

impl Transport for Plain {
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let answer = self.0.request(request.map(Full::new)).await.map_err(|error| {
                TransportError::new(if error.is_connect() { Stage::Connecting } else { Stage::Exchanging }, error)
            })?;
            Ok(answer.map(|body| body.map_err(Into::into).boxed_unsync()))
        })
    }
}

fn through_hyper(builder: Builder) -> Builder {
    builder.transport(Arc::new(Plain(Hyper::builder(TokioExecutor::new()).build_http())))
}

#[tokio::test]
async fn another_transport_carries_every_call() {
    let sandbox = Sandbox::builder().keys(Keys::Certificate).start().await.unwrap();
    let client = through_hyper(sandbox.client_builder()).build().unwrap();
    client.send(&order(&client, "20260101000001")).await.unwrap();
    client.send(&contract("APPLYMENT_1")).await.unwrap();
    client.send(&contract_query("APPLYMENT_1")).await.unwrap();
    client.send(&repayment("Repayment1")).await.unwrap();
    let downloading = through_hyper(sandbox.client_builder()).download_certificates().build().unwrap();
    downloading.refresh_certificates().await.unwrap();
}

#[tokio::test]
async fn the_stage_that_another_transport_reports_decides_the_outcome() {
    let sandbox = Sandbox::builder().endpoint(crate::transport::answer).start().await.unwrap();
    let send = async |url: String| {
        let client = through_hyper(sandbox.client_builder()).hosts([url]).retry(ONCE).build().unwrap();
        client.send(&numbered("A1")).await.unwrap_err()
    };
    let free = nobody().await;
    assert_eq!(send(format!("http://{free}")).await.outcome(), Outcome::NotSent);
    let hangs_up = Raw::saying(String::new()).await;
    assert_eq!(send(hangs_up.url).await.outcome(), Outcome::Unknown);
    let cut = Wire::start(sandbox.address(), |answer| answer.truncate(answer.len() - 5)).await.unwrap();
    let policy = ONCE.attempt(std::time::Duration::from_millis(300));
    let client = through_hyper(sandbox.client_builder()).hosts([cut.url()]).retry(policy).build().unwrap();
    let error = client.send(&numbered("A1")).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown, "{error}");
    assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{error}");
}
