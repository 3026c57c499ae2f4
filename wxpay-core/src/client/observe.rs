//! What a client tells of its calls: `tracing` events, and an [`Observer`] for metrics. Neither ever hears of a key, an
//! `Authorization` value, a body or a sensitive member.

use std::time::Duration;

use http::{Method, StatusCode};

use crate::decode::DecodeError;
use crate::encode::Encoded;
use crate::error::{Error, Outcome};
use crate::notification::NotificationError;

/// Is told of every attempt, every call and every notification: for metrics. It is called on the way, and should be quick.
pub trait Observer: Send + Sync {
    /// A request was sent once, or tried to be.
    fn attempt(&self, attempt: &Attempt<'_>) {
        let _ = attempt;
    }

    /// A call came to its end, after one attempt or several.
    fn call(&self, call: &Call<'_>) {
        let _ = call;
    }

    /// A notification came, genuine or not. One that is [`Unread`](Reading::Unread) is for a person to look at.
    fn notification(&self, notification: &Incoming<'_>) {
        let _ = notification;
    }
}

/// One attempt.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Attempt<'a> {
    /// What was sent.
    pub request: Request<'a>,
    /// The base URL it was sent to.
    pub host: &'a str,
    /// Its number within the call, from 1.
    pub number: u32,
    /// The answer's status, where there was an answer.
    pub status: Option<StatusCode>,
    /// WeChat Pay's name for the exchange.
    pub request_id: Option<&'a str>,
    /// What its failure means; `None` if it did not fail.
    pub outcome: Option<Outcome>,
    /// From before the signature to the answer's last byte and its verification.
    pub duration: Duration,
}

/// One call.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Call<'a> {
    /// What was sent.
    pub request: Request<'a>,
    /// How often.
    pub sends: u32,
    /// Why it failed; `None` if it did not.
    pub error: Option<&'a Error>,
    /// All attempts and the pauses between them.
    pub duration: Duration,
}

/// A notification that came.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Incoming<'a> {
    /// The merchant whose keys it was received with.
    pub merchant: &'a str,
    /// The notification's own ID, once it is verified.
    pub id: Option<&'a str>,
    /// Its type, such as `TRANSACTION.SUCCESS`, once it is verified.
    pub event_type: Option<&'a str>,
    /// True if it carries WeChat Pay's signature, of a time within the clock window.
    pub verified: bool,
    /// Its reading.
    pub reading: Reading<'a>,
}

/// The reading of a notification.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Reading<'a> {
    /// It was verified, opened and read. Its type may still be one that has no struct.
    Read,
    /// It was verified and opened, and does not fit its type. The handler has its JSON.
    Unread(&'a DecodeError),
    /// It never reached the handler.
    Refused(&'a NotificationError),
}

/// What may be told of a request. Its path is the template, so that metrics have few series.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Request<'a> {
    /// The HTTP method.
    pub method: &'a Method,
    /// The path as declared, with its holes.
    pub template: &'a str,
    /// Who calls.
    pub merchant: &'a str,
    /// The business number, where the endpoint has one.
    pub business_number: Option<&'a str>,
}

impl<'a> Request<'a> {
    pub(super) fn of(encoded: &'a Encoded, merchant: &'a str) -> Self {
        Self { method: &encoded.method, template: &encoded.template, merchant, business_number: encoded.number() }
    }

    /// The span that everything happens in.
    pub(super) fn span(&self) -> tracing::Span {
        let Self { method, template, merchant, business_number } = self;
        tracing::debug_span!("wxpay.call", %method, template, merchant, number = business_number)
    }
}

/// Writes it into the log, and tells the observer.
pub(super) fn attempt(observer: Option<&dyn Observer>, attempt: &Attempt<'_>) {
    let Attempt { request, host, number, status, request_id, outcome, duration } = attempt;
    let Request { method, template, merchant, business_number } = request;
    tracing::debug!(
        %method,
        template,
        merchant,
        number = business_number,
        host,
        attempt = number,
        status = status.map(|status| status.as_u16()),
        request_id,
        outcome = outcome.map(tracing::field::display),
        ?duration,
        "attempt"
    );
    if let Some(observer) = observer {
        observer.attempt(attempt);
    }
}

/// Writes it into the log, and tells the observer.
pub(super) fn call(observer: Option<&dyn Observer>, call: &Call<'_>) {
    let Call { sends, error, duration, .. } = call;
    tracing::debug!(sends, outcome = error.map(|error| tracing::field::display(error.outcome())), ?duration, "call");
    if let Some(observer) = observer {
        observer.call(call);
    }
}
