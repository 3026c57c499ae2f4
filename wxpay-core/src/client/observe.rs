//! The reports of a client on its calls: `tracing` events, and an [`Observer`] for metrics. Neither ever hears of a key, an
//! `Authorization` value, a body or a sensitive member. The levels are listed at [`client`](super).

use std::sync::Arc;
use std::time::Duration;

use http::{Method, StatusCode};

use crate::decode::DecodeError;
use crate::encoded::Encoded;
use crate::endpoint::Operation;
use crate::error::{Error, Outcome};
use crate::hook::tell;
use crate::notification::NotificationError;

/// Is told of every attempt, every call and every notification: for metrics. It is called on the way, and should be quick.
///
/// One that panics changes no outcome: the panic is caught, and logged at ERROR under `wxpay::hook`.
pub trait Observer: Send + Sync {
    /// A request was sent once, or tried to be.
    fn attempt(&self, attempt: &Attempt<'_>) {
        let _ = attempt;
    }

    /// A call came to its end, after one attempt or several, or before the first: one that is not valid is not sent.
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
    /// The request.
    pub request: Request<'a>,
    /// The base URL it was sent to.
    pub host: &'a str,
    /// Its number within the call, from 1.
    pub number: u32,
    /// The answer's status, where there was an answer.
    pub status: Option<StatusCode>,
    /// WeChat Pay's name for the exchange.
    pub request_id: Option<&'a str>,
    /// The meaning of its failure; `None` if it did not fail.
    pub outcome: Option<Outcome>,
    /// From before the signature to the answer's last byte and its verification.
    pub duration: Duration,
}

/// One call.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Call<'a> {
    /// The request.
    pub request: Request<'a>,
    /// The number of sendings; 0 if nothing was sent.
    pub sends: u32,
    /// The last answer's status, where there was an answer.
    pub status: Option<StatusCode>,
    /// WeChat Pay's name for the last exchange.
    pub request_id: Option<&'a str>,
    /// The error; `None` if it did not fail.
    pub error: Option<&'a Error>,
    /// True for a question of [`Client::settle`](super::Client::settle) and its like, which are logged at DEBUG: the
    /// call that asks has a line of its own.
    pub question: bool,
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
    /// From the arrival of its head to its reading.
    pub duration: Duration,
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

/// A request, as far as it may be told. Its path is the template, so that metrics have few series.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Request<'a> {
    /// The HTTP method.
    pub method: &'a Method,
    /// The path as declared, with its holes.
    pub template: &'a str,
    /// False for [`Client::send_raw`](super::Client::send_raw), whose path is no template.
    pub declared: bool,
    /// The number of the merchant that calls.
    pub merchant: &'a str,
    /// The business number, where the endpoint has one.
    pub business_number: Option<&'a str>,
}

impl<'a> Request<'a> {
    /// A request that was never encoded, and so has no number to tell.
    pub(super) fn of_operation(operation: &'a Operation, method: &'a Method, merchant: &'a str) -> Self {
        Self { method, template: operation.path, declared: true, merchant, business_number: None }
    }

    pub(super) fn of(encoded: &'a Encoded, merchant: &'a str) -> Self {
        let (method, template, business_number) = (encoded.method(), encoded.template(), encoded.number());
        Self { method, template, declared: encoded.is_declared(), merchant, business_number }
    }

    /// The span that everything happens in.
    pub(super) fn span(&self) -> tracing::Span {
        let Self { method, template, merchant, business_number, .. } = self;
        tracing::debug_span!("wxpay.call", %method, template, merchant, number = business_number)
    }
}

/// Those who are told.
#[derive(Clone, Default)]
pub(super) struct Observers(Vec<Arc<dyn Observer>>);

impl Observers {
    pub(super) fn push(&mut self, observer: Arc<dyn Observer>) {
        self.0.push(observer);
    }

    /// Writes it into the log, and tells everybody.
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

    /// Writes it into the log, and tells everybody.
    pub(super) fn call(&self, call: &Call<'_>) {
        call.log();
        self.0.iter().for_each(|observer| tell("Observer::call", || observer.call(call)));
    }

    /// Tells everybody of a notification, which is in the log already.
    pub(super) fn notification(&self, notification: &Incoming<'_>) {
        self.0.iter().for_each(|observer| tell("Observer::notification", || observer.notification(notification)));
    }
}

/// The line of a call: the same members at every level.
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
    /// What is unknown is for a person to look at, unless somebody asks on.
    fn log(&self) {
        match self.error.map(Error::outcome) {
            _ if self.question => line!(DEBUG, self),
            Some(Outcome::Unknown) => line!(WARN, self),
            _ => line!(INFO, self),
        }
    }
}

/// Writes the line of what was asked about until it was known, or until the time was up. An `error` says its own
/// result.
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
