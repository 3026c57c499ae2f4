//! The answer: judged by its status, verified, decoded, opened, and compared with what was asked.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc2822;

use super::Client;
use super::skew::skew;
use crate::decode;
use crate::encode::{Encoded, text_of};
use crate::endpoint::Operation;
use crate::error::{ApiError, Error, ErrorKind, OpenError, Outcome, SignatureState};
use crate::payload::{Message, Node};
use crate::verify::{Verified, VerifyError, verify};

/// A verified answer with everything that came with it.
#[derive(Debug, Clone)]
pub struct Answer<T> {
    value: T,
    status: StatusCode,
    request_id: Option<String>,
    body: Verified<Bytes>,
}

impl<T> Answer<T> {
    pub(super) fn new(value: T, received: Received) -> Self {
        let Received { status, request_id, body } = received;
        Self { value, status, request_id, body }
    }

    /// The answer.
    pub fn get(&self) -> &T {
        &self.value
    }

    /// The answer.
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The HTTP status, some 2xx.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// WeChat Pay's name for the exchange.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// The bytes that WeChat Pay signed. Sensitive members are encrypted in them.
    pub fn body(&self) -> &Bytes {
        self.body.get()
    }
}

impl Client {
    /// Gets to know the signer, and judges.
    pub(super) async fn received(
        &self,
        operation: &Operation,
        response: http::Response<Bytes>,
    ) -> Result<Received, Error> {
        let (head, body) = response.into_parts();
        self.know_signer(&head.headers).await;
        self.judged(operation, head.status, &head.headers, body)
    }

    /// Decodes and opens what was verified.
    pub(super) async fn read(&self, received: &Received, value: &mut dyn Message) -> Result<(), Error> {
        let decoded = decode::answer(value.slot(), received.body.get());
        decoded.map_err(|error| received.unknown(ErrorKind::Decode(error)))?;
        self.open(value).await.map_err(|error| received.unknown(ErrorKind::Open(error)))
    }

    /// The same, while somebody waits: sensitive members may be opened elsewhere.
    pub(super) async fn read_within(
        &self,
        limit: Duration,
        received: &Received,
        value: &mut dyn Message,
    ) -> Result<(), Error> {
        let read = self.alarm(limit).or(self.read(received, value)).await;
        read.unwrap_or_else(|| {
            let late = OpenError { pointer: String::new(), reason: format!("not within {limit:?}") };
            Err(received.unknown(ErrorKind::Open(late)))
        })
    }

    /// The status first: a 2xx is verified or it is no success; an error is an error, signed or not.
    fn judged(
        &self,
        operation: &Operation,
        status: StatusCode,
        headers: &HeaderMap,
        body: Bytes,
    ) -> Result<Received, Error> {
        let (request_id, now) = (request_id(headers), self.now());
        let skew = skew(headers, now);
        self.inner.skew.keep(skew);
        let failed = |kind, outcome| {
            let error = Error::new(kind, outcome).answered(status, request_id.clone());
            Err(error.after(retry_after(headers, now)).skewed(skew))
        };
        let verified = verify(self.inner.merchant.scheme, &self.inner.platform, headers, body.clone(), now);
        if status == StatusCode::ACCEPTED && operation.success != Some(status.as_u16()) {
            return failed(ErrorKind::Accepted, Outcome::Unknown);
        }
        if status.is_success() {
            return match verified {
                Ok(body) => Ok(Received { status, request_id, body }),
                Err(error) => failed(ErrorKind::Unverified(error), Outcome::Unknown),
            };
        }
        if !status.is_client_error() && !status.is_server_error() {
            return failed(ErrorKind::UnexpectedStatus, Outcome::Unknown);
        }
        let signature = match verified {
            Ok(_) => SignatureState::Valid,
            Err(VerifyError::Unsigned) => SignatureState::Absent,
            Err(error) => SignatureState::Bad(error),
        };
        let outcome = refusal(operation, status, &signature, body.is_empty());
        let api = ApiError::read(status, body, request_id.clone(), signature);
        failed(ErrorKind::Api(Box::new(api)), outcome)
    }
}

/// A verified success, not yet read.
pub(super) struct Received {
    pub(super) status: StatusCode,
    pub(super) request_id: Option<String>,
    body: Verified<Bytes>,
}

impl Received {
    /// It was done, and is not what it should be.
    fn unknown(&self, kind: ErrorKind) -> Error {
        Error::new(kind, Outcome::Unknown).answered(self.status, self.request_id.clone())
    }
}

/// `Retry-After`, in seconds or as a date.
fn retry_after(headers: &HeaderMap, now: i64) -> Option<Duration> {
    let text = headers.get(http::header::RETRY_AFTER)?.to_str().ok()?;
    let seconds = match text.parse::<u64>() {
        Ok(seconds) => seconds,
        Err(_) => {
            let date = OffsetDateTime::parse(text, &Rfc2822).ok()?;
            u64::try_from(date.unix_timestamp().saturating_sub(now)).unwrap_or(0)
        }
    };
    Some(Duration::from_secs(seconds))
}

/// What an error answer says about the money. Only a refusal that WeChat Pay signed is one, or one of those that its
/// gateway is known to send unsigned.
fn refusal(operation: &Operation, status: StatusCode, signature: &SignatureState, empty: bool) -> Outcome {
    if !status.is_client_error() || operation.unknown_on.contains(&status.as_u16()) {
        return Outcome::Unknown;
    }
    match (signature, status) {
        (SignatureState::Valid, _) | (SignatureState::Absent, StatusCode::UNAUTHORIZED) => Outcome::Refused,
        (SignatureState::Absent, StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED) if empty => Outcome::Refused,
        _ => Outcome::Unknown,
    }
}

/// A signed answer is not bound to its request by the protocol: where it repeats the merchant or the business number,
/// they have to be the ones that were asked about.
pub(super) fn same_subject(encoded: &Encoded, value: &dyn Message, received: &Received) -> Result<(), Error> {
    let Node::Object(object) = value.node() else { return Ok(()) };
    for (member, sent) in &encoded.echoes {
        if let Some(found) = text_of(object, member).filter(|found| found != sent) {
            let kind = ErrorKind::Mismatch { member: member.to_string(), sent: sent.clone(), received: found };
            return Err(received.unknown(kind));
        }
    }
    Ok(())
}

pub(super) fn request_id(headers: &HeaderMap) -> Option<String> {
    headers.get("request-id").and_then(|value| value.to_str().ok()).map(str::to_owned)
}
