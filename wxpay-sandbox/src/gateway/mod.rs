//! The gateway: checks the caller in the order of WeChat Pay's checks, lets the product answer, and signs.

mod answer;
mod caller;
mod fault;
mod nonces;
mod stray;

use std::borrow::Cow;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use http::request::Parts;
use http::{Extensions, HeaderMap, HeaderValue, Response, StatusCode, Version, header};
use wxpay::server::{self, Content, Holes, Incoming, content};
use wxpay::sign::Scheme;

use self::answer::{Draft, Signing, refused, signed, unsigned};
use self::caller::{answering_key, authenticated};
use self::fault::faulted;
use self::nonces::Nonces;
use crate::endpoint::remarks::{self, Remarks};
use crate::endpoint::{Call, Office, Refusal, Route, downloads};
use crate::faults::Faults;
use crate::products::pictures;
use crate::requests::{Noted, Requests};
use crate::watch::{self, Seen};

/// The state that all requests share.
pub(crate) struct Gate {
    pub(crate) office: Arc<Office>,
    pub(crate) routes: Vec<Route>,
    pub(crate) faults: Faults,
    pub(crate) requests: Requests,
    nonces: Nonces,
    /// Spelling of header names.
    spelling: Extensions,
    /// The authority that clients have to trust, as PEM; `None` without TLS.
    pub(crate) authority: Option<String>,
}

impl Gate {
    pub(crate) fn new(
        office: Arc<Office>,
        routes: Vec<Route>,
        spelling: Extensions,
        authority: Option<String>,
    ) -> Self {
        let (faults, requests, nonces) = (Faults::default(), Requests::default(), Nonces::default());
        Self { office, routes, faults, requests, nonces, spelling, authority }
    }
}

pub(crate) fn app(gate: Arc<Gate>) -> Router {
    Router::new().fallback(take).with_state(gate)
}

async fn take(State(gate): State<Arc<Gate>>, request: Request) -> Response<Body> {
    let (head, body) = request.into_parts();
    let most = largest(&head.headers);
    let body = to_bytes(body, most).await;
    let ahead = gate.office.clock.offset();
    let number = gate.requests.begin(&head, body.as_ref().map_or(0, Bytes::len), gate.office.clock.now());
    let remarks = Remarks::default();
    let mut response = match &body {
        Ok(body) => answer(&gate, &head, body, &remarks).await,
        Err(_) => refused(StatusCode::PAYLOAD_TOO_LARGE, stray::too_large(most)),
    };
    gate.requests.answered(number, &head, &body.unwrap_or_default(), &response, Noted { remarks, ahead });
    let headers = response.headers_mut();
    headers.extend(gate.office.clock.http_date().map(|date| (header::DATE, date)));
    if stays(&head) {
        headers.insert(header::CONNECTION, HeaderValue::from_static("keep-alive"));
    }
    headers.insert("keep-alive", HeaderValue::from_static("timeout=8"));
    response.extensions_mut().extend(gate.spelling.clone());
    response
}

/// Returns true if the connection stays open for another request. The real gateway announces that in each answer.
fn stays(head: &Parts) -> bool {
    let said = head.headers.get_all(header::CONNECTION).iter().filter_map(|value| value.to_str().ok());
    let ends = said.flat_map(|value| value.split(',')).any(|word| word.trim().eq_ignore_ascii_case("close"));
    head.version == Version::HTTP_11 && !ends
}

fn largest(headers: &HeaderMap) -> usize {
    let content_type = headers.get(header::CONTENT_TYPE).map_or(&b""[..], HeaderValue::as_bytes);
    if content_type.starts_with(b"multipart/") { LARGEST_FORM } else { LARGEST_BODY }
}

async fn answer(gate: &Arc<Gate>, head: &Parts, body: &Bytes, remarks: &Remarks) -> Response<Body> {
    watch::show(&gate.office.credentials, Seen::Request { head, body });
    if head.uri.path() == downloads::PLACE || pictures::asked(&head.method, head.uri.path()).is_some() {
        return download(gate, head, body, remarks).await;
    }
    let (route, path) = match find(gate, head) {
        Ok(found) => found,
        Err(status) => return refused(status, stray::reason(gate, head)),
    };
    let Ok(Content { body, parts, .. }) = content(&with_boundary(&head.headers, body, remarks), body.clone()).await
    else {
        return unsigned(&Refusal::parameter("请求内容不是合法的表单", None));
    };
    let body = &body;
    let with = |key| Signing { scheme: Scheme::of_path(head.uri.path()), key };
    match authenticated(gate, head, body, remarks) {
        Ok(caller) => match answering_key(gate, &caller, head, remarks) {
            Ok(key) => {
                let query = head.uri.query().unwrap_or_default();
                let strict = gate.office.settings.strict;
                let incoming =
                    Incoming::new(&head.headers, body).with_target(&path, query).with_parts(&parts).strict(strict);
                let encrypted_with = key.encrypted_with();
                let serve = (route.serve)(&gate.office, Call { caller: &caller, incoming, encrypted_with, remarks });
                match gate.faults.draw(route.operation.path) {
                    None => signed(gate, with(&key.key), Draft::from(serve.await)).await,
                    Some(fault) => faulted(gate, with(&key.key), fault, serve).await,
                }
            }
            Err(refusal) => {
                signed(gate, with(&gate.office.keyring.unasked(caller.keys)), Draft::from(Err(refusal))).await
            }
        },
        Err(refusal) => unsigned(&refusal),
    }
}

/// The headers of a form. If they name no boundary, it is taken from the body's first line.
fn with_boundary<'a>(headers: &'a HeaderMap, body: &[u8], remarks: &Remarks) -> Cow<'a, HeaderMap> {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !content_type.starts_with("multipart/") || content_type.contains("boundary") {
        return Cow::Borrowed(headers);
    }
    let first_line = body.split(|byte| *byte == b'\r').next().and_then(|line| std::str::from_utf8(line).ok());
    let boundary = first_line.and_then(|line| line.strip_prefix("--"));
    match boundary.map(|boundary| HeaderValue::try_from(format!("{content_type}; boundary=\"{boundary}\""))) {
        Some(Ok(named)) => {
            remarks.note(remarks::NO_BOUNDARY);
            let mut headers = headers.clone();
            headers.insert(header::CONTENT_TYPE, named);
            Cow::Owned(headers)
        }
        _ => Cow::Borrowed(headers),
    }
}

/// A downloaded file, which is not signed. A refusal is signed.
async fn download(gate: &Arc<Gate>, head: &Parts, body: &Bytes, remarks: &Remarks) -> Response<Body> {
    if head.method != http::Method::GET {
        let reason = stray::reason(gate, head);
        return refused(StatusCode::METHOD_NOT_ALLOWED, reason);
    }
    let caller = match authenticated(gate, head, body, remarks) {
        Ok(caller) => caller,
        Err(refusal) => return unsigned(&refusal),
    };
    let query = head.uri.query().unwrap_or_default();
    let with = |key| Signing { scheme: Scheme::of_path(head.uri.path()), key };
    let key = match answering_key(gate, &caller, head, remarks) {
        Ok(key) => key,
        Err(refusal) => {
            return signed(gate, with(&gate.office.keyring.unasked(caller.keys)), Draft::from(Err(refusal))).await;
        }
    };
    let file = match pictures::asked(&head.method, head.uri.path()) {
        Some(id) => pictures::take(&id),
        None => gate.office.files.take(&caller.mchid, query, gate.office.clock.now()),
    };
    match file {
        Ok(file) => {
            let mut response = Response::new(Body::from(file.content));
            response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(file.media_type));
            response
        }
        Err(refusal) => signed(gate, with(&key.key), Draft::from(Err(refusal))).await,
    }
}

/// The endpoint of a request. An unknown path is 404, another method 405, both without a body.
fn find<'a>(gate: &'a Gate, head: &Parts) -> Result<(&'a Route, Holes), StatusCode> {
    let found = server::find(&gate.routes, |route| &route.operation, head.method.as_str(), head.uri.path());
    found.map_err(|others| if others.is_empty() { StatusCode::NOT_FOUND } else { StatusCode::METHOD_NOT_ALLOWED })
}

const LARGEST_BODY: usize = 1 << 20;
/// The largest file that an endpoint accepts has 5 MB.
const LARGEST_FORM: usize = 8 << 20;
