//! The last requests, and the reasons of refusals, which people otherwise search for hours.

pub(crate) mod evidence;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Body;
use http::request::Parts;
use http::{Method, Response, header};
use serde::Serialize;
use wxpay::server::Authorization;
use wxpay::sign::{Scheme, request_message};

use crate::endpoint::Reason;
use crate::endpoint::remarks::{self, Remark, Remarks};
use crate::requests::evidence::Evidence;
use crate::serving::headers::{ANSWER, REQUEST_ID};

/// A request to the gateway, and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct LoggedRequest {
    /// Its running number, from 0.
    pub number: u64,
    /// Time of arrival by the sandbox's clock, in seconds since 1970.
    pub time: i64,
    /// The method, such as `GET`.
    pub method: String,
    /// Path and query, as they were on the wire; for `CONNECT` the host and the port.
    pub target: String,
    /// The caller that it names: a merchant number, or a brand's ID.
    pub mchid: Option<String>,
    /// Status of the answer; `None` while there is no answer, or if the caller left before it.
    pub status: Option<u16>,
    /// The answer's Request-ID.
    pub request_id: Option<String>,
    /// The reason of a refusal.
    pub refusal: Option<Reason>,
    /// Remarks about deviations from the documentation that were accepted, and about a made-up answer.
    pub remarks: Vec<Remark>,
    /// Text that the sandbox verified the signature against, if the request was refused and has a timestamp. The body, which is
    /// the last line without its line feed, is cut to its first 1024 bytes.
    pub signed_message: Option<String>,
    /// True if the signature was verified and is valid.
    pub signature_holds: bool,
    /// The length of its body, in bytes.
    pub body_length: usize,
}

/// The last requests.
#[derive(Default)]
pub(crate) struct Requests(Mutex<Log>);

#[derive(Default)]
struct Log {
    begun: u64,
    last: VecDeque<Entry>,
}

/// Circumstances of a request.
pub(crate) struct Noted {
    pub(crate) remarks: Remarks,
    /// Seconds that the sandbox's clock was ahead of the machine's when the request came.
    pub(crate) ahead: i64,
}

struct Entry {
    request: LoggedRequest,
    /// Only for a request whose signature was refused.
    evidence: Option<Arc<Evidence>>,
}

impl Requests {
    /// Adds a request, and returns its number.
    pub(crate) fn begin(&self, head: &Parts, body: usize, now: i64) -> u64 {
        let request = LoggedRequest {
            number: 0,
            time: now,
            method: head.method.to_string(),
            target: shown_target(head).to_owned(),
            mchid: claim(head).map(|claim| claim.caller.to_owned()),
            status: None,
            request_id: None,
            refusal: None,
            remarks: Vec::new(),
            signed_message: None,
            signature_holds: false,
            body_length: body,
        };
        let mut log = self.log();
        let number = log.begun;
        log.begun += 1;
        if log.last.len() == KEPT {
            log.last.pop_front();
        }
        log.last.push_back(Entry { request: LoggedRequest { number, ..request }, evidence: None });
        number
    }

    /// Adds the answer to a request.
    pub(crate) fn answered(&self, number: u64, head: &Parts, body: &[u8], response: &Response<Body>, noted: Noted) {
        let reason = response.extensions().get::<Reason>();
        // If the answer has no body, the signature was not verified.
        let signed_message = reason.filter(|reason| reason.code.is_some()).and_then(|_| signed_message(head, body));
        let request_id = response.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok());
        let mut log = self.log();
        // The entry may have been dropped in the meantime.
        if let Some(Entry { request, evidence }) =
            log.last.iter_mut().rev().find(|entry| entry.request.number == number)
        {
            request.status = Some(response.status().as_u16());
            request.request_id = request_id.map(str::to_owned);
            request.refusal = reason.cloned();
            request.signature_holds = noted.remarks.signature_holds();
            request.remarks = noted.remarks.into_list();
            if response.headers().contains_key(ANSWER) {
                request.remarks.push(remarks::MADE_UP);
            }
            request.signed_message = signed_message;
            if request.refusal.as_ref().is_some_and(Reason::is_of_signature) {
                *evidence = Evidence::of(head, &request.target, body, (request.time, noted.ahead)).map(Arc::new);
            }
        }
    }

    /// The last requests, the oldest first.
    pub(crate) fn list(&self) -> Vec<LoggedRequest> {
        self.log().last.iter().map(|entry| entry.request.clone()).collect()
    }

    /// The last requests, with the evidence of those whose signatures were refused.
    pub(crate) fn all(&self) -> Vec<(LoggedRequest, Option<Arc<Evidence>>)> {
        self.log().last.iter().map(|entry| (entry.request.clone(), entry.evidence.clone())).collect()
    }

    /// One of the last requests, with its evidence if its signature was refused.
    pub(crate) fn one(&self, number: u64) -> Option<(LoggedRequest, Option<Arc<Evidence>>)> {
        let log = self.log();
        let entry = log.last.iter().find(|entry| entry.request.number == number)?;
        Some((entry.request.clone(), entry.evidence.clone()))
    }

    fn log(&self) -> MutexGuard<'_, Log> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn signed_message(head: &Parts, body: &[u8]) -> Option<String> {
    let claim = claim(head)?;
    let body = body.get(..SHOWN).unwrap_or(body);
    let message = request_message(head.method.as_str(), target(head), claim.timestamp, claim.nonce, body);
    Some(String::from_utf8_lossy(&message).into_owned())
}

fn claim(head: &Parts) -> Option<Authorization<'_>> {
    let header = head.headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    Authorization::parse(header, Scheme::of_path(head.uri.path()).id).ok()
}

fn target(head: &Parts) -> &str {
    head.uri.path_and_query().map_or("/", |target| target.as_str())
}

/// The target as it was on the wire: for `CONNECT` it is a host and a port.
fn shown_target(head: &Parts) -> &str {
    match head.uri.authority() {
        Some(authority) if head.method == Method::CONNECT => authority.as_str(),
        _ => target(head),
    }
}

/// Number of stored requests.
const KEPT: usize = 200;
/// Length of a body that is shown, in bytes.
const SHOWN: usize = 1024;
