//! Signed and unsigned answers.

use axum::body::Body;
use http::{HeaderValue, Response, StatusCode, header};
use wxpay::server::signature_headers;
use wxpay::sign::Scheme;

use super::{Gate, stray};
use crate::endpoint::{Handled, Reason, Refusal, Reply, RequestId};
use crate::error::Failure;
use crate::keys::credentials::hex;
use crate::keys::keyring::Issued;
use crate::serving::headers::{ANSWER, REQUEST_ID, request_id};

/// An answer that is not signed yet.
pub(super) struct Draft {
    pub(super) status: StatusCode,
    request_id: RequestId,
    pub(super) body: Vec<u8>,
    /// True if the body is an example, the same for every request.
    pub(super) example: bool,
    /// Seconds that the signing clock is ahead.
    pub(super) ahead: i64,
    /// The reason of a refusal.
    pub(super) reason: Option<Reason>,
}

impl From<Handled> for Draft {
    fn from(handled: Handled) -> Self {
        match handled {
            Ok(Reply { status, body, example }) => {
                Self { status, request_id: ALL_WELL, body, example, ahead: 0, reason: None }
            }
            Err(refusal) => Self {
                status: refusal.status,
                request_id: refusal.request_id,
                body: refusal.body(),
                example: false,
                ahead: 0,
                reason: Some(refusal.reason()),
            },
        }
    }
}

/// The scheme and the key of a signature.
#[derive(Clone, Copy)]
pub(super) struct Signing<'a> {
    pub(super) scheme: Scheme,
    pub(super) key: &'a Issued,
}

pub(super) async fn signed(gate: &Gate, Signing { scheme, key }: Signing<'_>, draft: Draft) -> Response<Body> {
    let Draft { status, request_id, body, example, ahead, reason } = draft;
    let made = async {
        let (now, nonce) = (gate.office.clock.now().saturating_add(ahead), hex(16)?);
        let headers = signature_headers(scheme, &*key.key.signer, &key.serial, now, &nonce, &body).await;
        Ok::<_, Failure>((headers.map_err(Failure::sealing)?, made_request_id(request_id)?))
    };
    match made.await {
        Ok((headers, request_id)) => {
            let mut response = json(status, body);
            reason.and_then(|reason| response.extensions_mut().insert(reason));
            response.headers_mut().extend(headers);
            response.headers_mut().extend(request_id.map(|id| (REQUEST_ID, id)));
            if example {
                response.headers_mut().insert(ANSWER, HeaderValue::from_static("example"));
            }
            response
        }
        Err(error) => {
            tracing::error!(%error, "the sandbox cannot sign");
            refused(StatusCode::INTERNAL_SERVER_ERROR, stray::unsigned())
        }
    }
}

/// A refusal without a signature. The real gateway does not sign a refusal that it sends before it knows the caller; the trade
/// endpoints then send no Request-ID either.
pub(super) fn unsigned(refusal: &Refusal) -> Response<Body> {
    let mut response = json(refusal.status, refusal.body());
    response.extensions_mut().insert(refusal.reason());
    match made_request_id(refusal.request_id) {
        Ok(id) => response.headers_mut().extend(id.map(|id| (REQUEST_ID, id))),
        Err(error) => tracing::error!(%error, "the sandbox cannot make a Request-ID"),
    }
    response
}

fn made_request_id(wanted: RequestId) -> Result<Option<HeaderValue>, Failure> {
    match wanted {
        RequestId::Absent => Ok(None),
        RequestId::EndsWith(numeric) => request_id(numeric).map(Some),
    }
}

/// A refusal without a body. The sandbox's page shows the reason beside the request.
pub(super) fn refused(status: StatusCode, reason: Reason) -> Response<Body> {
    let mut response = empty(status);
    response.extensions_mut().insert(reason);
    response
}

pub(super) fn empty(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

pub(super) fn json(status: StatusCode, body: Vec<u8>) -> Response<Body> {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache, must-revalidate"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static("zh-CN"));
    response
}

/// Suffix of the Request-ID of a success.
const ALL_WELL: RequestId = RequestId::EndsWith(0);
