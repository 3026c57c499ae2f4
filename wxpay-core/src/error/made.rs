//! Errors that an application makes for its tests.

use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;

use super::{ApiError, Error, ErrorKind, Outcome};
use crate::transport::{Stage, TransportError};

/// An error that an application makes, to test code that decides by errors.
///
/// A made error can be recognised by [`Error::is_made`], and by `made: true` in its `Debug` and in that of its [`ApiError`].
/// This library itself never makes one.
///
/// ```
/// use http::StatusCode;
/// use wxpay_core::error::{Error, Made, Outcome};
///
/// let paid: Error = Made::answered(StatusCode::BAD_REQUEST, "ORDERPAID", "order paid").into();
/// assert_eq!((paid.outcome(), paid.code_str()), (Outcome::Refused, "ORDERPAID"));
///
/// let lost: Error = Made::unknown().number("20260101000001").into();
/// assert_eq!((lost.outcome(), lost.number()), (Outcome::Unknown, Some("20260101000001")));
/// ```
#[derive(Debug)]
#[must_use = "`Error::from` makes the error of it"]
pub struct Made {
    kind: ErrorKind,
    outcome: Outcome,
    status: Option<StatusCode>,
    body: Bytes,
    request_id: Option<String>,
    number: Option<String>,
    sends: u32,
    retry_after: Option<Duration>,
}

impl Made {
    /// An error with any kind and outcome.
    pub fn new(kind: ErrorKind, outcome: Outcome) -> Self {
        let sends = u32::from(outcome != Outcome::NotSent);
        Self {
            kind,
            outcome,
            status: None,
            body: Bytes::new(),
            request_id: None,
            number: None,
            sends,
            retry_after: None,
        }
    }

    /// Nothing was sent: the connection was refused.
    pub fn not_sent() -> Self {
        let error = TransportError::new(Stage::Connecting, "a made error");
        Self::new(ErrorKind::Transport(error), Outcome::NotSent).sends(1)
    }

    /// The outcome is unknown: the answer got lost.
    pub fn unknown() -> Self {
        let error = TransportError::new(Stage::Exchanging, "a made error");
        Self::new(ErrorKind::Transport(error), Outcome::Unknown)
    }

    /// WeChat Pay answered with this error, validly signed: `Refused` for a 4xx, otherwise `Unknown`.
    pub fn answered(status: StatusCode, code: &str, message: &str) -> Self {
        let outcome = if status.is_client_error() { Outcome::Refused } else { Outcome::Unknown };
        let api = ApiError::made(status, code, message);
        let body = api.body().clone();
        Self { status: Some(status), body, ..Self::new(ErrorKind::Api(Box::new(api)), outcome) }
    }

    /// Sets another outcome, such as `Unknown` for a refund that was refused with 429.
    pub fn outcome(self, outcome: Outcome) -> Self {
        Self { outcome, ..self }
    }

    /// Sets the request's business number: [`Error::number`].
    pub fn number(self, number: impl Into<String>) -> Self {
        Self { number: Some(number.into()), ..self }
    }

    /// Sets WeChat Pay's ID of the exchange: [`Error::request_id`].
    pub fn request_id(self, request_id: impl Into<String>) -> Self {
        Self { request_id: Some(request_id.into()), ..self }
    }

    /// Sets the number of attempts: [`Error::sends`].
    pub fn sends(self, sends: u32) -> Self {
        Self { sends, ..self }
    }

    /// Sets the pause that the server asks for: [`Error::retry_after`].
    pub fn retry_after(self, pause: Duration) -> Self {
        Self { retry_after: Some(pause), ..self }
    }
}

impl From<Made> for Error {
    fn from(made: Made) -> Self {
        let Made { kind, outcome, status, body, request_id, number, sends, retry_after } = made;
        let mut error = Self::new(kind, outcome).sent(sends).after(retry_after);
        error.0.status = status;
        error.0.body = body;
        error.0.request_id = request_id;
        error.0.made = Some(super::Maker { number });
        error
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::Answer;

    #[test]
    fn what_is_made_says_so() {
        let refused = Error::from(Made::answered(StatusCode::FORBIDDEN, "NO_AUTH", "not opened"));
        let failed = Error::from(Made::answered(StatusCode::BAD_GATEWAY, "SYSTEM_ERROR", "later").number("1"));
        assert_eq!((refused.outcome(), failed.outcome()), (Outcome::Refused, Outcome::Unknown));
        assert_eq!((refused.status(), refused.code_str()), (Some(StatusCode::FORBIDDEN), "NO_AUTH"));
        assert_eq!((failed.number(), failed.sends(), Error::from(Made::not_sent()).sends()), (Some("1"), 1, 1));
        for shown in [format!("{refused:?}"), format!("{:?}", refused.api()), format!("{:?}", Answer::made(1))] {
            assert!(shown.contains("made: true"), "{shown}");
        }
        assert!(refused.is_made() && Answer::made(1).is_made());
    }

    #[test]
    fn what_a_call_has_had_does_not() {
        let error = Error::new(ErrorKind::TooLarge(1), Outcome::Unknown);
        assert!(!error.is_made() && !format!("{error:?}").contains("made"));
    }
}
