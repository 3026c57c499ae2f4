//! Answers that go wrong on purpose.

use axum::body::Body;
use http::{HeaderValue, Response, StatusCode, header};

use super::{Draft, Refusal, json, refused, signed, unsigned};
use crate::Shared;
use crate::faults::{Damage, Denial, Failure, Fault, Moment};
use crate::keyring::Issued;
use crate::products::{Handled, Reply};

/// The answer to a request that meets `fault`. `serve` processes it, if it is awaited.
pub(super) async fn faulted(
    shared: &Shared,
    key: &Issued,
    fault: Fault,
    serve: impl Future<Output = Handled>,
) -> Response<Body> {
    let mut response = match fault {
        Fault::Denial(denial) => denied(shared, key, denial).await,
        Fault::Failure(failure, moment) => {
            if moment == Moment::After {
                // The answer gets lost: that is the fault.
                drop(serve.await);
            }
            failed(shared, key, failure).await
        }
        Fault::Damage(damage) => damaged(shared, key, damage, serve.await).await,
    };
    response.headers_mut().insert(SANDBOX_FAULT, HeaderValue::from_static(fault.name()));
    response
}

async fn denied(shared: &Shared, key: &Issued, denial: Denial) -> Response<Body> {
    let refusal = match denial {
        Denial::BadRequest => Refusal::parameter("参数错误", None),
        Denial::Unauthorized => return unsigned(&Refusal::sign_error("错误的签名，验签失败")),
        Denial::NotFound => return refused(StatusCode::NOT_FOUND),
        Denial::TooManyRequests(code) => Refusal::too_many_requests(code.as_str()),
    };
    signed(shared, key, Draft::from(Err(refusal))).await
}

async fn failed(shared: &Shared, key: &Issued, failure: Failure) -> Response<Body> {
    match failure {
        Failure::Accepted => {
            signed(
                shared,
                key,
                Draft::from(Ok(Reply { status: StatusCode::ACCEPTED, body: Vec::new(), example: false })),
            )
            .await
        }
        Failure::SystemError => signed(shared, key, Draft::from(Err(Refusal::system_error()))).await,
        Failure::BadGateway => html(StatusCode::BAD_GATEWAY),
        Failure::GatewayTimeout => html(StatusCode::GATEWAY_TIMEOUT),
        Failure::Unavailable { retry_after } => {
            let mut response = refused(StatusCode::SERVICE_UNAVAILABLE);
            response.headers_mut().extend(retry_after.map(|seconds| (header::RETRY_AFTER, seconds.into())));
            response
        }
        Failure::NoAnswer => std::future::pending().await,
    }
}

/// What a proxy in front of WeChat Pay says of its own accord.
fn html(status: StatusCode) -> Response<Body> {
    let title = format!("{} {}", status.as_u16(), status.canonical_reason().unwrap_or_default());
    let page = format!("<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>");
    let mut response = json(status, page.into_bytes());
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html"));
    response
}

async fn damaged(shared: &Shared, key: &Issued, damage: Damage, handled: Handled) -> Response<Body> {
    let mut draft = Draft::from(handled);
    draft.ahead = damage.ahead();
    damage.spoil(&mut draft.body);
    if draft.status == StatusCode::NO_CONTENT && !draft.body.is_empty() {
        draft.status = StatusCode::OK;
    }
    let mut response = signed(shared, key, draft).await;
    damage.spoil_signature(response.headers_mut());
    response
}

const SANDBOX_FAULT: &str = "sandbox-fault";
