//! The gateway: who calls, in the order in which WeChat Pay checks it; then the product; then the signature.

mod fault;
mod nonces;
mod refusal;
mod stray;
pub(crate) mod wording;

pub(crate) use nonces::Nonces;
pub(crate) use refusal::Refusal;

use std::borrow::Cow;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Response, StatusCode, Version, header};
use wxpay::server::{Authorization, Content, Incoming, content, match_path, signature_headers};
use wxpay::sign::{Scheme, request_message};

use self::fault::faulted;
use crate::Shared;
use crate::credentials::hex;
use crate::headers::{ANSWER, REQUEST_ID, request_id};
use crate::keyring::Issued;
use crate::merchants::Caller;
use crate::products::{Call, EncryptedWith, Handled, Reply, Route, bill, pictures};
use crate::remarks::{self, Remarks};
use crate::requests::{Noted, Reason};
use crate::watch::{self, Seen};

pub(crate) fn app(shared: Arc<Shared>) -> Router {
    Router::new().fallback(take).with_state(shared)
}

async fn take(State(shared): State<Arc<Shared>>, request: Request) -> Response<Body> {
    let (head, body) = request.into_parts();
    let most = largest(&head.headers);
    let body = to_bytes(body, most).await;
    let ahead = shared.clock.offset();
    let number = shared.requests.begin(&head, body.as_ref().map_or(0, Bytes::len), shared.clock.now());
    let remarks = Remarks::default();
    let mut response = match &body {
        Ok(body) => answer(&shared, &head, body, &remarks).await,
        Err(_) => refused(StatusCode::PAYLOAD_TOO_LARGE, stray::too_large(most)),
    };
    shared.requests.answered(number, &head, &body.unwrap_or_default(), &response, Noted { remarks, ahead });
    let headers = response.headers_mut();
    headers.extend(shared.clock.http_date().map(|date| (header::DATE, date)));
    if stays(&head) {
        headers.insert(header::CONNECTION, HeaderValue::from_static("keep-alive"));
    }
    headers.insert("keep-alive", HeaderValue::from_static("timeout=8"));
    response.extensions_mut().extend(shared.spelling.clone());
    response
}

/// Says whether the connection stays open for another request, as the real gateway does each time.
fn stays(head: &Parts) -> bool {
    let said = head.headers.get_all(header::CONNECTION).iter().filter_map(|value| value.to_str().ok());
    let ends = said.flat_map(|value| value.split(',')).any(|word| word.trim().eq_ignore_ascii_case("close"));
    head.version == Version::HTTP_11 && !ends
}

fn largest(headers: &HeaderMap) -> usize {
    let content_type = headers.get(header::CONTENT_TYPE).map_or(&b""[..], HeaderValue::as_bytes);
    if content_type.starts_with(b"multipart/") { LARGEST_FORM } else { LARGEST_BODY }
}

async fn answer(shared: &Arc<Shared>, head: &Parts, body: &Bytes, remarks: &Remarks) -> Response<Body> {
    watch::show(&shared.credentials, Seen::Request { head, body });
    if head.uri.path() == bill::PLACE || pictures::asked(&head.method, head.uri.path()).is_some() {
        return download(shared, head, body, remarks).await;
    }
    let (route, path) = match find(shared, head) {
        Ok(found) => found,
        Err(status) => return refused(status, stray::reason(shared, head)),
    };
    let Ok(Content { body, parts, .. }) = content(&with_boundary(&head.headers, body, remarks), body.clone()).await
    else {
        return unsigned(&Refusal::parameter("请求内容不是合法的表单", None));
    };
    let body = &body;
    let with = |key| Signing { scheme: Scheme::of_path(head.uri.path()), key };
    match authenticated(shared, head, body, remarks) {
        Ok(caller) => match answering_key(shared, &caller, head, remarks) {
            Ok(key) => {
                let query = head.uri.query().unwrap_or_default();
                let strict = shared.settings.strict;
                let incoming =
                    Incoming::new(&head.headers, body).with_target(&path, query).with_parts(&parts).strict(strict);
                let encrypted_with = key.encrypted_with();
                let serve = (route.serve)(shared, Call { caller: &caller, incoming, encrypted_with, remarks });
                match shared.faults.draw(route.operation.path) {
                    None => signed(shared, with(&key.key), Draft::from(serve.await)).await,
                    Some(fault) => faulted(shared, with(&key.key), fault, serve).await,
                }
            }
            Err(refusal) => signed(shared, with(&shared.keyring.unasked(caller.keys)), Draft::from(Err(refusal))).await,
        },
        Err(refusal) => unsigned(&refusal),
    }
}

/// The headers of a form, with the boundary that its body begins with where they name none.
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

/// A file, which is not signed; why there is none, is.
async fn download(shared: &Arc<Shared>, head: &Parts, body: &Bytes, remarks: &Remarks) -> Response<Body> {
    if head.method != http::Method::GET {
        let reason = stray::reason(shared, head);
        return refused(StatusCode::METHOD_NOT_ALLOWED, reason);
    }
    let caller = match authenticated(shared, head, body, remarks) {
        Ok(caller) => caller,
        Err(refusal) => return unsigned(&refusal),
    };
    let query = head.uri.query().unwrap_or_default();
    let with = |key| Signing { scheme: Scheme::of_path(head.uri.path()), key };
    let key = match answering_key(shared, &caller, head, remarks) {
        Ok(key) => key,
        Err(refusal) => {
            return signed(shared, with(&shared.keyring.unasked(caller.keys)), Draft::from(Err(refusal))).await;
        }
    };
    let file = match pictures::asked(&head.method, head.uri.path()) {
        Some(id) => pictures::take(&id),
        None => shared.files.take(&caller.mchid, query, shared.clock.now()),
    };
    match file {
        Ok(file) => {
            let mut response = Response::new(Body::from(file.content));
            response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(file.media_type));
            response
        }
        Err(refusal) => signed(shared, with(&key.key), Draft::from(Err(refusal))).await,
    }
}

/// The values of a path's holes.
type Holes = Vec<(&'static str, String)>;

/// The endpoint: 404 for a path that is none, 405 for another method, both without a body. Where several fit, the first
/// of those with the fewest holes.
fn find<'a>(shared: &'a Shared, head: &Parts) -> Result<(&'a Route, Holes), StatusCode> {
    let holes = |route: &'a Route| Some((route, match_path(route.operation.path, head.uri.path())?));
    let of_path: Vec<_> = shared.routes.iter().filter_map(holes).collect();
    let other = if of_path.is_empty() { StatusCode::NOT_FOUND } else { StatusCode::METHOD_NOT_ALLOWED };
    let of_method = of_path.into_iter().filter(|(route, _)| head.method.as_str() == route.operation.method.as_str());
    of_method.min_by_key(|(_, holes)| holes.len()).ok_or(other)
}

/// The caller, once that is proven.
fn authenticated(shared: &Shared, head: &Parts, body: &Bytes, remarks: &Remarks) -> Result<Caller, Refusal> {
    let trade = head.uri.path().starts_with("/v3/pay/transactions/");
    let anonymous = [header::USER_AGENT, header::ACCEPT]
        .iter()
        .any(|name| head.headers.get(name).is_none_or(HeaderValue::is_empty));
    if anonymous && !trade {
        return Err(Refusal::invalid_request("Http头缺少Accept或User-Agent"));
    }
    let scheme = Scheme::of_path(head.uri.path());
    let header = head.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let Some(claim) = header.and_then(|header| Authorization::parse(header, scheme.id).ok()) else {
        return Err(Refusal::malformed_authorization(trade));
    };
    if claim.scheme != scheme.name {
        return Err(Refusal::sign_error("Http头Authorization认证类型不正确"));
    }
    let now = shared.clock.now();
    let in_time = claim.timestamp.parse::<i64>().is_ok_and(|signed| now.saturating_sub(signed).saturating_abs() <= 300);
    if !in_time {
        return Err(Refusal::sign_error("Http头Authorization中的timestamp与发起请求的时间不得超过5分钟"));
    }
    let Some(caller) = shared.merchants.caller(scheme, claim.caller, claim.serial) else {
        return Err(Refusal::sign_error("商户证书序列号有误。请使用签名私钥匹配的证书序列号"));
    };
    if claim.serial.bytes().any(|byte| byte.is_ascii_lowercase()) {
        remarks.note(remarks::SERIAL_CASE);
    }
    let target = head.uri.path_and_query().map_or("/", |target| target.as_str());
    let message = request_message(head.method.as_str(), target, claim.timestamp, claim.nonce, body);
    let signature = wxpay::server::from_base64(claim.signature).unwrap_or_default();
    if !caller.key.verifier.verify(&message, &signature) {
        return Err(Refusal::wrong_signature(head.method.as_str(), target, &message, body.len()));
    }
    remarks.note_signature();
    // How the gateway words it is not documented, nor whether it refuses it.
    if shared.settings.refuse_repeated_nonces && !shared.nonces.is_fresh(&caller.mchid, claim.nonce, now) {
        return Err(Refusal::sign_error("Http头Authorization中的nonce_str重复"));
    }
    Ok(caller)
}

/// The key that the answer is signed with, and what the request says of it.
struct AnsweringKey {
    key: Arc<Issued>,
    named: Named,
}

enum Named {
    Nothing,
    Unknown,
    This,
}

impl AnsweringKey {
    /// The secrets of a request are encrypted to the key that it names.
    fn encrypted_with(&self) -> EncryptedWith<'_> {
        match self.named {
            Named::Nothing => EncryptedWith::Nothing,
            Named::Unknown => EncryptedWith::Unknown,
            Named::This => EncryptedWith::Known(&*self.key.key.decryptor),
        }
    }
}

/// One of the keys that the caller has. A brand has to name it.
fn answering_key(shared: &Shared, caller: &Caller, head: &Parts, remarks: &Remarks) -> Result<AnsweringKey, Refusal> {
    let brand = Scheme::of_path(head.uri.path()) == Scheme::BRAND;
    let serial = head.headers.get("wechatpay-serial").map(|serial| serial.to_str().unwrap_or_default().trim());
    if serial == Some("") {
        remarks.note(remarks::EMPTY_SERIAL);
    }
    let unasked = |named| AnsweringKey { key: shared.keyring.unasked(caller.keys), named };
    match serial.filter(|serial| !serial.is_empty()) {
        None if brand => Err(Refusal::missing_platform_serial()),
        None => Ok(unasked(Named::Nothing)),
        Some(serial) => match shared.keyring.named(caller.keys, serial) {
            Some(key) => Ok(AnsweringKey { key, named: Named::This }),
            None if brand => Err(Refusal::wrong_platform_serial()),
            None => Ok(unasked(Named::Unknown)),
        },
    }
}

/// An answer that is to be signed.
struct Draft {
    status: StatusCode,
    /// The internal error code at the end of the Request-ID.
    numeric: u64,
    body: Vec<u8>,
    /// Whether the body is no answer to this request, but the same for every one.
    example: bool,
    /// How many seconds the clock is ahead that it is signed by.
    ahead: i64,
    /// Why it is no success.
    reason: Option<Reason>,
}

impl From<Handled> for Draft {
    fn from(handled: Handled) -> Self {
        match handled {
            Ok(Reply { status, body, example }) => Self { status, numeric: 0, body, example, ahead: 0, reason: None },
            Err(refusal) => Self {
                status: refusal.status,
                numeric: refusal.numeric,
                body: refusal.body(),
                example: false,
                ahead: 0,
                reason: Some(refusal.reason()),
            },
        }
    }
}

/// How an answer is signed.
#[derive(Clone, Copy)]
struct Signing<'a> {
    scheme: Scheme,
    key: &'a Issued,
}

async fn signed(shared: &Shared, Signing { scheme, key }: Signing<'_>, draft: Draft) -> Response<Body> {
    let Draft { status, numeric, body, example, ahead, reason } = draft;
    let made = async {
        let (now, nonce) = (shared.clock.now().saturating_add(ahead), hex(16)?);
        let headers = signature_headers(scheme, &*key.key.signer, &key.serial, now, &nonce, &body).await;
        Ok::<_, String>((headers.map_err(|error| error.to_string())?, request_id(numeric)?))
    };
    match made.await {
        Ok((headers, request_id)) => {
            let mut response = json(status, body);
            reason.and_then(|reason| response.extensions_mut().insert(reason));
            response.headers_mut().extend(headers);
            response.headers_mut().insert(REQUEST_ID, request_id);
            if example {
                response.headers_mut().insert(ANSWER, HeaderValue::from_static("example"));
            }
            response
        }
        Err(error) => {
            tracing::error!(error, "the sandbox cannot sign");
            refused(StatusCode::INTERNAL_SERVER_ERROR, stray::unsigned())
        }
    }
}

/// What the real gateway refuses before it knows the caller carries no signature, and from the trade endpoints no
/// Request-ID either.
fn unsigned(refusal: &Refusal) -> Response<Body> {
    let mut response = json(refusal.status, refusal.body());
    response.extensions_mut().insert(refusal.reason());
    if !refusal.anonymous
        && let Ok(id) = request_id(refusal.numeric)
    {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

/// Without a body: the reason is for the request's page.
fn refused(status: StatusCode, reason: Reason) -> Response<Body> {
    let mut response = empty(status);
    response.extensions_mut().insert(reason);
    response
}

fn empty(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

fn json(status: StatusCode, body: Vec<u8>) -> Response<Body> {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache, must-revalidate"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static("zh-CN"));
    response
}

const LARGEST_BODY: usize = 1 << 20;
/// The largest file that an endpoint takes has 5 MB.
const LARGEST_FORM: usize = 8 << 20;
