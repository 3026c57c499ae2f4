//! One exchange: sign, send, receive, judge by status, verify, decode, open.

use std::time::{Duration, Instant};

use bytes::{Bytes, BytesMut};
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, HeaderValue, StatusCode};
use http_body_util::BodyExt as _;

use time::OffsetDateTime;
use time::format_description::well_known::Rfc2822;

use super::Client;
use super::retry::{Next, next, repeatable};
use crate::decode;
use crate::encode::{Encoded, text_of};
use crate::endpoint::Operation;
use crate::error::{ApiError, Error, ErrorKind, Outcome, SignatureState};
use crate::payload::{Node, Payload};
use crate::sign::{authorization, nonce, request_message, sign};
use crate::transport::{Body, Stage, TransportError};
use crate::verify::{self, Verified, VerifyError, verify};

/// A verified answer with everything that came with it.
#[derive(Debug, Clone)]
pub struct Answer<T> {
    value: T,
    status: StatusCode,
    request_id: Option<String>,
    body: Verified<Bytes>,
}

impl<T> Answer<T> {
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
    /// Sends until there is an answer, or nothing more may be tried; then reads it.
    pub(super) async fn exchange<R: Payload + Send>(
        &self,
        operation: &Operation,
        encoded: &Encoded,
    ) -> Result<Answer<R>, Error> {
        let read = async {
            let received = self.attempts(operation, encoded).await?;
            let sends = received.sends;
            let answer = self.read(received).await;
            let compared = answer.and_then(|answer| same_subject(encoded, &answer).map(|()| answer));
            compared.map_err(|error| error.settled(sends, false))
        };
        read.await.map_err(|error: Error| error.about(encoded.clone()))
    }

    /// One attempt after the other, each signed anew over the same request.
    async fn attempts(&self, operation: &Operation, encoded: &Encoded) -> Result<Received, Error> {
        let (hosts, policy, began) = (&self.inner.hosts, self.retry, Instant::now());
        let mut pauses = policy.back_off();
        let mut place = hosts.choose(self.now(), repeatable(encoded));
        let (mut sends, mut maybe_done) = (0, false);
        loop {
            sends += 1;
            let result = self.attempt(operation, encoded, hosts.url(place)).await;
            self.report(encoded, hosts.url(place), sends, &result);
            let error = match result {
                Ok(received) => {
                    hosts.answered(place);
                    return Ok(Received { sends, ..received });
                }
                Err(error) => error,
            };
            if error.status().is_some_and(|status| !status.is_server_error()) {
                hosts.answered(place);
            }
            maybe_done |= error.outcome() == Outcome::Unknown;
            let next = next(operation, encoded, &error);
            let all_hosts_tried = (sends as usize).is_multiple_of(hosts.all().len().max(1));
            let pause = match next {
                Next::Stop => None,
                Next::OtherHostNow if !all_hosts_tried => Some(Duration::ZERO),
                Next::OtherHostNow | Next::OtherHost | Next::SameHost(None) => pauses.next(),
                Next::SameHost(Some(wanted)) => pauses.next().map(|pause| pause.max(wanted)),
            };
            let pause = pause.filter(|pause| {
                sends < policy.sends && *pause <= policy.longest_pause && began.elapsed() + *pause <= policy.budget
            });
            let Some(pause) = pause else { return Err(error.settled(sends, maybe_done)) };
            if matches!(next, Next::OtherHostNow | Next::OtherHost) {
                place = hosts.after(place, self.now());
            }
            if !pause.is_zero() {
                let Some(timer) = &self.inner.timer else { return Err(error.settled(sends, maybe_done)) };
                timer.sleep(pause).await;
            }
        }
    }

    async fn attempt(&self, operation: &Operation, encoded: &Encoded, host: &str) -> Result<Received, Error> {
        let (head, body) = self.roundtrip(encoded, host).await?.into_parts();
        self.know_signer(&head.headers).await;
        self.judged(operation, head.status, &head.headers, body)
    }

    pub(super) async fn signed(&self, encoded: &Encoded, host: &str) -> Result<http::Request<Bytes>, Error> {
        let merchant = &self.inner.merchant;
        let not_signed = |reason: String| Error::new(ErrorKind::Sign(reason), Outcome::NotSent);
        let timestamp = self.now().to_string();
        let nonce = nonce().map_err(|error| not_signed(error.0))?;
        let message = request_message(encoded.method.as_str(), &encoded.target, &timestamp, &nonce, &encoded.body);
        let signature = sign(&*merchant.signer, &message).await.map_err(|error| not_signed(error.0))?;
        let credentials =
            authorization(merchant.scheme, &merchant.id, &merchant.serial, &timestamp, &nonce, &signature);

        let not_written = |error: http::Error| Error::new(ErrorKind::Encode(error.to_string()), Outcome::NotSent);
        let mut request = http::Request::builder()
            .method(&encoded.method)
            .uri(format!("{host}{}", encoded.target))
            .body(encoded.body.clone())
            .map_err(not_written)?;
        let headers = request.headers_mut();
        headers.extend(encoded.headers.clone());
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(USER_AGENT, self.inner.user_agent.clone());
        if !encoded.body.is_empty() {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        let mut credentials = HeaderValue::try_from(credentials).map_err(|error| not_written(error.into()))?;
        credentials.set_sensitive(true);
        headers.insert(AUTHORIZATION, credentials);
        if let Some(serial) = &encoded.serial {
            let serial = HeaderValue::try_from(serial).map_err(|error| not_written(error.into()))?;
            headers.insert(verify::SERIAL, serial);
        }
        Ok(request)
    }

    pub(super) async fn roundtrip(&self, encoded: &Encoded, host: &str) -> Result<http::Response<Bytes>, Error> {
        let request = self.signed(encoded, host).await?;
        let (head, body) = self.inner.transport.send(request).await.map_err(unanswered)?.into_parts();
        let body = self.collected(body).await?;
        Ok(http::Response::from_parts(head, body))
    }

    async fn collected(&self, mut body: Body) -> Result<Bytes, Error> {
        let mut collected = BytesMut::new();
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|source| unanswered(TransportError { stage: Stage::Exchanging, source }))?;
            if let Ok(data) = frame.into_data() {
                if collected.len() + data.len() > self.inner.answer_limit {
                    return Err(Error::new(ErrorKind::TooLarge(self.inner.answer_limit), Outcome::Unknown));
                }
                collected.extend_from_slice(&data);
            }
        }
        Ok(collected.freeze())
    }

    pub(super) async fn accepted<R: Payload + Send>(
        &self,
        operation: &Operation,
        response: http::Response<Bytes>,
    ) -> Result<Answer<R>, Error> {
        let (head, body) = response.into_parts();
        self.know_signer(&head.headers).await;
        let received = self.judged(operation, head.status, &head.headers, body)?;
        self.read(received).await
    }

    /// Decodes and opens what was verified.
    async fn read<R: Payload + Send>(&self, received: Received) -> Result<Answer<R>, Error> {
        let Received { status, request_id, body, .. } = received;
        let unknown = |kind| Error::new(kind, Outcome::Unknown).answered(status, request_id.clone());
        let mut value = R::blank();
        decode::answer(value.slot(), body.get()).map_err(|error| unknown(ErrorKind::Decode(error)))?;
        self.open(&mut value).await.map_err(|error| unknown(ErrorKind::Open(error)))?;
        Ok(Answer { value, status, request_id, body })
    }

    /// The status first: a 2xx is verified or it is no success; an error is an error, signed or not.
    fn judged(
        &self,
        operation: &Operation,
        status: StatusCode,
        headers: &HeaderMap,
        body: Bytes,
    ) -> Result<Received, Error> {
        let request_id = request_id(headers);
        let failed = |kind, outcome| {
            Err(Error::new(kind, outcome).answered(status, request_id.clone()).after(retry_after(headers, self.now())))
        };
        let verified = verify(&self.inner.platform, headers, body.clone(), self.now());
        if status == StatusCode::ACCEPTED && operation.success != Some(status.as_u16()) {
            return failed(ErrorKind::Accepted, Outcome::Unknown);
        }
        if status.is_success() {
            return match verified {
                Ok(body) => Ok(Received { status, request_id, body, sends: 1 }),
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

    /// One event for each attempt: what an operator needs, and nothing that a log must not hold.
    fn report(&self, encoded: &Encoded, host: &str, attempt: u32, result: &Result<Received, Error>) {
        let (status, request_id) = match result {
            Ok(received) => (Some(received.status), received.request_id.as_deref()),
            Err(error) => (error.status(), error.request_id()),
        };
        tracing::debug!(
            method = %encoded.method,
            template = %encoded.template,
            merchant = %self.inner.merchant.id,
            number = encoded.number(),
            host,
            attempt,
            status = status.map(|status| status.as_u16()),
            request_id,
            outcome = result.as_ref().err().map(|error| tracing::field::display(error.outcome())),
            "attempt"
        );
    }
}

/// A verified success, not yet read.
struct Received {
    status: StatusCode,
    request_id: Option<String>,
    body: Verified<Bytes>,
    sends: u32,
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

fn unanswered(error: TransportError) -> Error {
    let outcome = match error.stage {
        Stage::Connecting => Outcome::NotSent,
        Stage::Exchanging => Outcome::Unknown,
    };
    Error::new(ErrorKind::Transport(error), outcome)
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
fn same_subject<R: Payload>(encoded: &Encoded, answer: &Answer<R>) -> Result<(), Error> {
    let Node::Object(object) = answer.value.node() else { return Ok(()) };
    for (member, sent) in &encoded.echoes {
        if let Some(received) = text_of(object, member).filter(|received| received != sent) {
            let kind = ErrorKind::Mismatch { member: member.to_string(), sent: sent.clone(), received };
            let error = Error::new(kind, Outcome::Unknown);
            return Err(error.answered(answer.status, answer.request_id.clone()));
        }
    }
    Ok(())
}

pub(super) fn request_id(headers: &HeaderMap) -> Option<String> {
    headers.get("request-id").and_then(|value| value.to_str().ok()).map(str::to_owned)
}
