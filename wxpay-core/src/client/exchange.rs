//! One exchange: sign, send, receive, judge by status, verify, decode, open.

use bytes::{Bytes, BytesMut};
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, HeaderValue, StatusCode};
use http_body_util::BodyExt as _;

use super::Client;
use crate::decode;
use crate::encode::{Encoded, text_of};
use crate::endpoint::Operation;
use crate::error::{ApiError, Error, ErrorKind, Outcome, SignatureState};
use crate::open::open;
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
    pub(super) async fn exchange<R: Payload + Send>(
        &self,
        operation: &Operation,
        encoded: &Encoded,
    ) -> Result<Answer<R>, Error> {
        let result = async {
            let answer = self.roundtrip(encoded).await?;
            self.know_signer(answer.headers()).await;
            let answer: Answer<R> = self.accepted(operation, answer).await?;
            same_subject(encoded, &answer)?;
            Ok(answer)
        }
        .await;
        self.report(encoded, &result);
        result.map_err(|error: Error| error.about(encoded.clone()))
    }

    pub(super) async fn signed(&self, encoded: &Encoded) -> Result<http::Request<Bytes>, Error> {
        let merchant = &self.0.merchant;
        let not_signed = |reason: String| Error::new(ErrorKind::Sign(reason), Outcome::NotSent);
        let timestamp = self.now().to_string();
        let nonce = nonce().map_err(|error| not_signed(error.0))?;
        let message = request_message(encoded.method.as_str(), &encoded.target, &timestamp, &nonce, &encoded.body);
        let signature = sign(&*merchant.signer, &message).await.map_err(|error| not_signed(error.0))?;
        let credentials =
            authorization(merchant.scheme, &merchant.id, &merchant.serial, &timestamp, &nonce, &signature);

        let not_written = |error: http::Error| Error::new(ErrorKind::Encode(error.to_string()), Outcome::NotSent);
        let host = self.0.hosts.first().map(String::as_str).unwrap_or_default();
        let mut request = http::Request::builder()
            .method(&encoded.method)
            .uri(format!("{host}{}", encoded.target))
            .body(encoded.body.clone())
            .map_err(not_written)?;
        let headers = request.headers_mut();
        headers.extend(encoded.headers.clone());
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(USER_AGENT, self.0.user_agent.clone());
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

    pub(super) async fn roundtrip(&self, encoded: &Encoded) -> Result<http::Response<Bytes>, Error> {
        let request = self.signed(encoded).await?;
        let (head, body) = self.0.transport.send(request).await.map_err(unanswered)?.into_parts();
        let body = self.collected(body).await?;
        Ok(http::Response::from_parts(head, body))
    }

    async fn collected(&self, mut body: Body) -> Result<Bytes, Error> {
        let mut collected = BytesMut::new();
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|source| unanswered(TransportError { stage: Stage::Exchanging, source }))?;
            if let Ok(data) = frame.into_data() {
                if collected.len() + data.len() > self.0.answer_limit {
                    return Err(Error::new(ErrorKind::TooLarge(self.0.answer_limit), Outcome::Unknown));
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
        let request_id = request_id(&head.headers);
        let in_context = |error: Error| error.answered(head.status, request_id.clone());

        let body = self.judged(operation, head.status, &head.headers, body).map_err(in_context)?;
        let unknown = |kind| in_context(Error::new(kind, Outcome::Unknown));
        let mut value = R::blank();
        decode::answer(value.slot(), body.get()).map_err(|error| unknown(ErrorKind::Decode(error)))?;
        let key = self.0.merchant.decryptor.as_deref();
        open(&mut value, key).await.map_err(|error| unknown(ErrorKind::Open(error)))?;
        Ok(Answer { value, status: head.status, request_id, body })
    }

    /// The status first: a 2xx is verified or it is no success; an error is an error, signed or not.
    fn judged(
        &self,
        operation: &Operation,
        status: StatusCode,
        headers: &HeaderMap,
        body: Bytes,
    ) -> Result<Verified<Bytes>, Error> {
        let verified = verify(&self.0.platform, headers, body.clone(), self.now());
        if status == StatusCode::ACCEPTED && operation.success != Some(status.as_u16()) {
            return Err(Error::new(ErrorKind::Accepted, Outcome::Unknown));
        }
        if status.is_success() {
            return verified.map_err(|error| Error::new(ErrorKind::Unverified(error), Outcome::Unknown));
        }
        if !status.is_client_error() && !status.is_server_error() {
            return Err(Error::new(ErrorKind::UnexpectedStatus, Outcome::Unknown));
        }
        let signature = match verified {
            Ok(_) => SignatureState::Valid,
            Err(VerifyError::Unsigned) => SignatureState::Absent,
            Err(error) => SignatureState::Bad(error),
        };
        let outcome = refusal(operation, status, &signature, body.is_empty());
        let api = ApiError::read(status, body, request_id(headers), signature);
        Err(Error::new(ErrorKind::Api(Box::new(api)), outcome))
    }

    /// One event for each exchange: what an operator needs, and nothing that a log must not hold.
    fn report<R>(&self, encoded: &Encoded, result: &Result<Answer<R>, Error>) {
        let (status, request_id) = match result {
            Ok(answer) => (Some(answer.status), answer.request_id()),
            Err(error) => (error.status(), error.request_id()),
        };
        tracing::debug!(
            method = %encoded.method,
            template = %encoded.template,
            merchant = %self.0.merchant.id,
            number = encoded.number(),
            status = status.map(|status| status.as_u16()),
            request_id,
            outcome = result.as_ref().err().map(|error| tracing::field::display(error.outcome())),
            "exchange"
        );
    }
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
