//! Answers with a fault.

use std::io;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header};
use http_body_util::channel::Channel;

use super::Gate;
use super::answer::{Draft, Signing, empty, json, signed, unsigned};
use crate::endpoint::{Handled, Reason, Refusal, Reply};
use crate::faults::{Damage, Denial, Failure, Fault, Hitch, Moment};

/// The answer to a request that meets `fault`. The request is processed only if `serve` is awaited.
pub(super) async fn faulted(
    gate: &Gate,
    key: Signing<'_>,
    fault: Fault,
    serve: impl Future<Output = Handled>,
) -> Response<Body> {
    let mut response = match fault {
        Fault::Denial(denial) => denied(gate, key, denial).await,
        Fault::Failure(failure, moment) => {
            if moment == Moment::After {
                // The answer is lost: that is the fault.
                drop(serve.await);
            }
            failed(gate, key, failure).await
        }
        Fault::Damage(damage) => damaged(gate, key, damage, serve.await).await,
        Fault::Hitch(hitch) => hitched(signed(gate, key, Draft::from(serve.await)).await, hitch).await,
    };
    response.headers_mut().insert(SANDBOX_FAULT, HeaderValue::from_static(fault.name()));
    if !response.status().is_success() {
        // An answer that was refused anyway keeps its own reason.
        let reason = Reason::unanswered(format!("the fault `{}`, on purpose", fault.name()));
        if response.extensions().get::<Reason>().is_none() {
            response.extensions_mut().insert(reason);
        }
    }
    response
}

async fn denied(gate: &Gate, key: Signing<'_>, denial: Denial) -> Response<Body> {
    let refusal = match denial {
        Denial::BadRequest => Refusal::parameter("参数错误", None),
        Denial::Unauthorized => return unsigned(&Refusal::sign_error("错误的签名，验签失败")),
        Denial::NotFound => return empty(StatusCode::NOT_FOUND),
        Denial::OrderNotExist => Refusal::order_not_exist(),
        Denial::TooManyRequests(code) => Refusal::too_many_requests(code.as_str()),
    };
    signed(gate, key, Draft::from(Err(refusal))).await
}

async fn failed(gate: &Gate, key: Signing<'_>, failure: Failure) -> Response<Body> {
    match failure {
        Failure::Accepted => {
            signed(gate, key, Draft::from(Ok(Reply { status: StatusCode::ACCEPTED, body: Vec::new(), example: false })))
                .await
        }
        Failure::SystemError => signed(gate, key, Draft::from(Err(Refusal::system_error()))).await,
        Failure::BadGateway => html(StatusCode::BAD_GATEWAY),
        Failure::GatewayTimeout => html(StatusCode::GATEWAY_TIMEOUT),
        Failure::Unavailable { retry_after } => {
            let mut response = empty(StatusCode::SERVICE_UNAVAILABLE);
            response.headers_mut().extend(retry_after.map(|seconds| (header::RETRY_AFTER, seconds.into())));
            response
        }
        Failure::NoAnswer => std::future::pending().await,
        Failure::Disconnected => disconnected(),
    }
}

/// The HTML of a proxy in front of WeChat Pay.
fn html(status: StatusCode) -> Response<Body> {
    let title = format!("{} {}", status.as_u16(), status.canonical_reason().unwrap_or_default());
    let page = format!("<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>");
    let mut response = json(status, page.into_bytes());
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html"));
    response
}

/// An answer that has its full length in the header, but arrives in part or slowly.
async fn hitched(response: Response<Body>, hitch: Hitch) -> Response<Body> {
    let (mut head, body) = response.into_parts();
    // The sandbox's own answers are in memory.
    let whole = to_bytes(body, usize::MAX).await.unwrap_or_default();
    if whole.is_empty() {
        // An empty body has no middle.
        return if hitch == Hitch::CutOff { disconnected() } else { Response::from_parts(head, Body::empty()) };
    }
    head.headers.insert(header::CONTENT_LENGTH, whole.len().into());
    let (mut sender, body) = Channel::new(1);
    tokio::spawn(async move {
        match hitch {
            Hitch::CutOff => {
                let half = whole.slice(..whole.len() / 2);
                if sender.send_data(half).await.is_ok() {
                    // Gives the first half time to arrive.
                    tokio::time::sleep(A_MOMENT).await;
                }
                sender.abort(on_purpose());
            }
            Hitch::Slow(pause) => {
                for at in 0..whole.len() {
                    tokio::time::sleep(Duration::from_millis(pause.into())).await;
                    if sender.send_data(whole.slice(at..=at)).await.is_err() {
                        return; // the caller has gone
                    }
                }
            }
        }
    });
    Response::from_parts(head, Body::new(body))
}

/// An answer without a byte: the connection ends.
fn disconnected() -> Response<Body> {
    let (sender, body) = Channel::<Bytes, _>::new(1);
    sender.abort(on_purpose());
    Response::new(Body::new(body))
}

fn on_purpose() -> io::Error {
    io::Error::other("a fault on purpose")
}

async fn damaged(gate: &Gate, key: Signing<'_>, damage: Damage, handled: Handled) -> Response<Body> {
    let mut draft = Draft::from(handled);
    draft.ahead = damage.ahead();
    damage.spoil(&mut draft.body);
    if draft.status == StatusCode::NO_CONTENT && !draft.body.is_empty() {
        draft.status = StatusCode::OK;
    }
    let mut response = signed(gate, key, draft).await;
    damage.spoil_signature(response.headers_mut());
    response
}

const A_MOMENT: Duration = Duration::from_millis(20);
const SANDBOX_FAULT: &str = "sandbox-fault";
