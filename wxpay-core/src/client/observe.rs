//! The reports of a client: `tracing` events, and an [`Observer`] for metrics. The log never contains a key, an `Authorization`
//! value, a body or a sensitive member; [`client`](super) lists its levels. An observer gets the errors themselves: they may
//! contain an answer's body, or quote a notification.

use std::sync::Arc;
use std::time::Duration;

use http::{Method, StatusCode};

use crate::decode::DecodeError;
use crate::encoded::Encoded;
use crate::endpoint::Operation;
use crate::error::{Error, Outcome};
use crate::hook::tell;
use crate::notification::NotificationError;

/// Observes every attempt, every call and every notification, for example for metrics. Its methods are called while the work goes
/// on, and should be quick.
///
/// A panic of an observer changes no outcome: it is caught, and logged at ERROR under `wxpay::hook`.
pub trait Observer: Send + Sync {
    /// Called after every attempt, also if nothing could be sent.
    fn attempt(&self, attempt: &Attempt<'_>) {
        let _ = attempt;
    }

    /// Called at the end of a call, after one attempt or several, or before the first if the request is invalid.
    fn call(&self, call: &Call<'_>) {
        let _ = call;
    }

    /// Called for every notification that reached a receiver, genuine or not. One that is [`Unread`](Reading::Unread) needs the
    /// attention of a person.
    fn notification(&self, notification: &Incoming<'_>) {
        let _ = notification;
    }
}

/// One attempt.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Attempt<'a> {
    /// The request.
    pub request: Request<'a>,
    /// The base URL that it was sent to.
    pub host: &'a str,
    /// The number of the attempt within the call, from 1.
    pub number: u32,
    /// The status of the answer, if there was an answer.
    pub status: Option<StatusCode>,
    /// WeChat Pay's ID of the exchange (`Request-ID`).
    pub request_id: Option<&'a str>,
    /// The outcome of its failure; `None` if it did not fail.
    pub outcome: Option<Outcome>,
    /// Duration from before the signature to the end of the answer and its verification.
    pub duration: Duration,
}

/// One call.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Call<'a> {
    /// The request.
    pub request: Request<'a>,
    /// Number of attempts; 0 if nothing was sent.
    pub sends: u32,
    /// The status of the last answer, if there was an answer.
    pub status: Option<StatusCode>,
    /// WeChat Pay's ID of the last exchange (`Request-ID`).
    pub request_id: Option<&'a str>,
    /// The error; `None` if the call did not fail.
    pub error: Option<&'a Error>,
    /// True for a question of [`Client::settle`](super::Client::settle) and similar methods. It is logged at DEBUG, since the
    /// method has a line of its own.
    pub question: bool,
    /// Duration of all attempts and the pauses between them.
    pub duration: Duration,
}

/// A notification that was received.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Incoming<'a> {
    /// The merchant with whose keys it was received.
    pub merchant: &'a str,
    /// The ID of the notification, if it is verified.
    pub id: Option<&'a str>,
    /// The type of the event, such as `TRANSACTION.SUCCESS`, if the notification is verified.
    pub event_type: Option<&'a str>,
    /// True if it has WeChat Pay's signature, with a time within the clock window.
    pub verified: bool,
    /// The result of reading it.
    pub reading: Reading<'a>,
    /// Duration from the arrival of its headers to the end of reading.
    pub duration: Duration,
}

/// The result of reading a notification.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Reading<'a> {
    /// The notification was verified, opened and read. Its type may still be one that has no struct.
    Read,
    /// The notification was verified and opened, but does not fit its type. The handler gets its JSON.
    Unread(&'a DecodeError),
    /// The notification did not reach the handler.
    Refused(&'a NotificationError),
}

/// The public part of a request. Its path is the template, so that metrics have few series.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Request<'a> {
    /// The HTTP method.
    pub method: &'a Method,
    /// The path as declared, with its holes.
    pub template: &'a str,
    /// False for [`Client::send_raw`](super::Client::send_raw), whose path is no template.
    pub declared: bool,
    /// The merchant number of the caller.
    pub merchant: &'a str,
    /// The business number, if the endpoint has one.
    pub business_number: Option<&'a str>,
}

impl<'a> Request<'a> {
    /// A request that was not encoded, so that its business number is not known.
    pub(super) fn of_operation(operation: &'a Operation, method: &'a Method, merchant: &'a str) -> Self {
        Self { method, template: operation.path, declared: true, merchant, business_number: None }
    }

    pub(super) fn of(encoded: &'a Encoded, merchant: &'a str) -> Self {
        let (method, template, business_number) = (encoded.method(), encoded.template(), encoded.number());
        Self { method, template, declared: encoded.is_declared(), merchant, business_number }
    }

    /// The span in which the call runs.
    pub(super) fn span(&self) -> tracing::Span {
        let Self { method, template, merchant, business_number, .. } = self;
        tracing::debug_span!("wxpay.call", %method, template, merchant, number = business_number)
    }
}

/// The observers of a client.
#[derive(Clone, Default)]
pub(super) struct Observers(Vec<Arc<dyn Observer>>);

impl Observers {
    pub(super) fn push(&mut self, observer: Arc<dyn Observer>) {
        self.0.push(observer);
    }

    /// Logs the attempt, and reports it to all observers.
    pub(super) fn attempt(&self, attempt: &Attempt<'_>) {
        let Attempt { request, host, number, status, request_id, outcome, duration } = attempt;
        let Request { method, template, merchant, business_number, .. } = request;
        tracing::debug!(
            target: ATTEMPT,
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
        self.0.iter().for_each(|observer| tell("Observer::attempt", || observer.attempt(attempt)));
    }

    /// Logs the call, and reports it to all observers.
    pub(super) fn call(&self, call: &Call<'_>) {
        call.log();
        self.0.iter().for_each(|observer| tell("Observer::call", || observer.call(call)));
    }

    /// Reports a notification to all observers. It is in the log already.
    pub(super) fn notification(&self, notification: &Incoming<'_>) {
        self.0.iter().for_each(|observer| tell("Observer::notification", || observer.notification(notification)));
    }
}

/// The log line of a call, with the same fields at every level.
macro_rules! line {
    ($level:ident, $call:expr) => {{
        let Call { request, sends, status, request_id, error, duration, .. } = $call;
        let Request { method, template, merchant, business_number, .. } = request;
        let outcome = error.map_or("done", |error| error.outcome().as_str());
        tracing::event!(
            target: CALL,
            tracing::Level::$level,
            %method,
            template,
            merchant,
            number = business_number,
            outcome,
            status = status.map(|status| status.as_u16()),
            request_id,
            sends,
            ?duration,
            "call"
        );
    }};
}

impl Call<'_> {
    /// Warns of an unknown outcome, which a person should look at. A question is logged at DEBUG.
    fn log(&self) {
        match self.error.map(Error::outcome) {
            _ if self.question => line!(DEBUG, self),
            Some(Outcome::Unknown) => line!(WARN, self),
            _ => line!(INFO, self),
        }
    }
}

/// Logs the result of asking about a request. An `error` gives the result itself.
pub(super) fn log_asked(request: &Request<'_>, result: &str, error: Option<&Error>, duration: Duration) {
    let Request { method, template, merchant, business_number: number, .. } = request;
    let result = error.map_or(result, |error| error.outcome().as_str());
    let request_id = error.and_then(Error::request_id);
    if error.is_some_and(|error| error.outcome() == Outcome::Unknown) {
        tracing::warn!(target: ASKED, %method, template, merchant, number, result, request_id, ?duration, "asked");
    } else {
        tracing::info!(target: ASKED, %method, template, merchant, number, result, request_id, ?duration, "asked");
    }
}

const ATTEMPT: &str = "wxpay::attempt";
const CALL: &str = "wxpay::call";
const ASKED: &str = "wxpay::asked";
