//! The answer: judged by its status, verified, decoded, opened, and compared with the request.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc2822;

use super::Client;
use super::skew::skew;
use crate::decode::{self, Fault};
use crate::echo;
use crate::encoded::Encoded;
use crate::endpoint::Statuses;
use crate::error::{ApiError, Error, ErrorKind, OpenError, OpenProblem, Outcome, SignatureState};
use crate::open::is_sealed;
use crate::payload::Message;
use crate::verify::{Verified, VerifyError, verify};

/// A verified answer, with its status, Request-ID and bytes.
#[derive(Clone)]
pub struct Answer<T> {
    value: T,
    status: StatusCode,
    request_id: Option<String>,
    /// `None` if an application made the answer, since only verified bytes are `Verified`.
    body: Option<Verified<Bytes>>,
    dropped: Vec<Fault>,
}

impl<T> Answer<T> {
    pub(super) fn new(value: T, received: Received) -> Self {
        let Received { status, request_id, body, dropped } = received;
        Self { value, status, request_id, body: Some(body), dropped }
    }

    /// Makes an answer for a test of an application: with status 200, and neither a Request-ID nor a body.
    /// [`is_made`](Self::is_made) returns true for it, and its `Debug` shows `made: true`.
    pub fn made(value: T) -> Self {
        Self { value, status: StatusCode::OK, request_id: None, body: None, dropped: Vec::new() }
    }

    /// Tells whether an application made the answer, so that nothing in it was verified.
    pub fn is_made(&self) -> bool {
        self.body.is_none()
    }

    /// The decoded answer.
    pub fn get(&self) -> &T {
        &self.value
    }

    /// Takes the decoded answer.
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The HTTP status, a 2xx.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// WeChat Pay's ID of the exchange (`Request-ID`).
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// The bytes that WeChat Pay signed, in which sensitive members are encrypted. A [made](Self::made) answer has an empty body.
    pub fn body(&self) -> &Bytes {
        static NOTHING: Bytes = Bytes::new();
        self.body.as_ref().map_or(&NOTHING, Verified::get)
    }

    /// Faults of optional members whose form is not as documented. They are left out of [`get`](Self::get); [`body`](Self::body)
    /// still has them.
    pub fn dropped(&self) -> &[Fault] {
        &self.dropped
    }
}

impl<T: fmt::Debug> fmt::Debug for Answer<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Answer");
        shown.field("value", &self.value).field("status", &self.status).field("request_id", &self.request_id);
        match &self.body {
            Some(body) => shown.field("body", body).field("dropped", &self.dropped),
            None => shown.field("made", &true),
        };
        shown.finish()
    }
}

impl Client {
    /// Judges an answer, after an attempt to learn an unknown signer's key.
    pub(super) async fn judge(&self, statuses: &Statuses, response: http::Response<Bytes>) -> Result<Received, Error> {
        let (head, body) = response.into_parts();
        self.know_signer(&head.headers).await;
        self.judge_status(statuses, head.status, &head.headers, body)
    }

    /// Decodes the verified bytes into `value`, and opens its sensitive members within `limit`, since a decryptor elsewhere may
    /// take long.
    pub(super) async fn read(
        &self,
        received: &mut Received,
        value: &mut dyn Message,
        limit: Duration,
    ) -> Result<(), Error> {
        received.decode(value)?;
        // Most answers have no sensitive members, and need no timer.
        if !is_sealed(value) {
            return Ok(());
        }
        let opened = self.alarm(limit).or(self.open(value)).await;
        let late = || OpenError { pointer: String::new(), problem: OpenProblem::Late(limit) };
        opened.unwrap_or_else(|| Err(late())).map_err(|error| received.unknown(ErrorKind::Open(error)))
    }

    /// Judges by status first: a 2xx is a success only if it is verified; an error status is an error, signed or not.
    fn judge_status(
        &self,
        statuses: &Statuses,
        status: StatusCode,
        headers: &HeaderMap,
        body: Bytes,
    ) -> Result<Received, Error> {
        let (request_id, now) = (request_id(headers), self.now());
        let skew = skew(headers, now);
        self.inner.skew.keep(skew);
        let failed = |kind, outcome| {
            let error = Error::new(kind, outcome).answered(status, request_id.clone(), body.clone());
            Err(error.after(retry_after(headers, now)).skewed(skew))
        };
        let verified = verify(self.inner.merchant.scheme, &self.inner.platform, headers, body.clone(), now);
        let accepted = status == StatusCode::ACCEPTED && !statuses.is_success(status);
        if status.is_success() && !accepted {
            return match verified {
                Ok(body) => Ok(Received { status, request_id, body, dropped: Vec::new() }),
                Err(error) => failed(ErrorKind::Unverified(error), Outcome::Unknown),
            };
        }
        let signature = match verified {
            Ok(_) => SignatureState::Valid,
            Err(VerifyError::Unsigned) => SignatureState::Absent,
            Err(error) => SignatureState::Bad(error),
        };
        if accepted {
            return failed(ErrorKind::Accepted(signature), Outcome::Unknown);
        }
        if !status.is_client_error() && !status.is_server_error() {
            return failed(ErrorKind::UnexpectedStatus, Outcome::Unknown);
        }
        let outcome = refusal(statuses, status, &signature, body.is_empty());
        let api = ApiError::read(status, body.clone(), request_id.clone(), signature);
        failed(ErrorKind::Api(Box::new(api)), outcome)
    }
}

/// A verified success, not yet read.
pub(super) struct Received {
    pub(super) status: StatusCode,
    pub(super) request_id: Option<String>,
    body: Verified<Bytes>,
    /// Faults of members that were left out.
    dropped: Vec<Fault>,
}

impl Received {
    /// Fails if the answer is about something else than the request `encoded`.
    pub(super) fn compare(&self, encoded: &Encoded) -> Result<(), Error> {
        echo::compare(encoded.echoes(), self.body.get()).map_err(|different| {
            let echo::Different { member, sent, received } = different;
            self.unknown(ErrorKind::Mismatch { member, sent, received })
        })
    }

    fn decode(&mut self, value: &mut dyn Message) -> Result<(), Error> {
        let decoded = decode::answer(value.slot(), self.body.get());
        self.dropped = decoded.map_err(|error| self.unknown(ErrorKind::Decode(error)))?;
        Ok(())
    }

    /// The bytes that WeChat Pay signed.
    pub(super) fn body(&self) -> &Bytes {
        self.body.get()
    }

    /// The error of a request that WeChat Pay carried out, but whose answer is not usable.
    pub(super) fn unknown(&self, kind: ErrorKind) -> Error {
        let body = self.body.get().clone();
        Error::new(kind, Outcome::Unknown).answered(self.status, self.request_id.clone(), body)
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

/// The outcome of an error answer. A refusal is final only if WeChat Pay signed it, or if its gateway is known to send it
/// unsigned.
fn refusal(statuses: &Statuses, status: StatusCode, signature: &SignatureState, empty: bool) -> Outcome {
    if !status.is_client_error() || statuses.leave_unknown(status) {
        return Outcome::Unknown;
    }
    match (signature, status) {
        (SignatureState::Valid, _) | (SignatureState::Absent, StatusCode::UNAUTHORIZED) => Outcome::Refused,
        (SignatureState::Absent, StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED) if empty => Outcome::Refused,
        _ => Outcome::Unknown,
    }
}

pub(super) fn request_id(headers: &HeaderMap) -> Option<String> {
    headers.get("request-id").and_then(|value| value.to_str().ok()).map(str::to_owned)
}
