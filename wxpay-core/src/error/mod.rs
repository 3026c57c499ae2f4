//! Errors of calls, and their consequences for the money.

mod api;
mod certificates;
mod display;
mod download;
mod made;
mod notification;
mod pages;
mod sensitive;
mod sign;

pub use api::{ApiError, ErrorCode, SignatureState};
pub use certificates::CertificatesError;
pub use download::DownloadError;
pub use made::Made;
pub use notification::NotificationError;
pub use pages::PagesProblem;
pub use sensitive::{OpenError, OpenProblem, SealError, SealProblem};
pub use sign::SignError;

pub use crate::encoded::{EncodeError, TargetProblem};
pub use crate::shared::SharedError;

use std::error::Error as StdError;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;

use crate::Encoded;
use crate::decode::DecodeError;
use crate::transport::{TransportError, Unusable};
use crate::validate::Violation;
use crate::verify::{CLOCK_WINDOW, VerifyError};

/// A call that did not succeed. [`Error::outcome`] says whether it may have taken effect; [`Error::kind`] says why it failed.
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    outcome: Outcome,
    status: Option<StatusCode>,
    request_id: Option<String>,
    body: Bytes,
    encoded: Option<Encoded>,
    sends: u32,
    retry_after: Option<Duration>,
    clock_skew: Option<i64>,
    /// Further data of an error that an application made.
    made: Option<Maker>,
}

struct Maker {
    number: Option<String>,
}

/// The effect of a call that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_enums)] // complete: matching code has to decide on each
pub enum Outcome {
    /// Nothing reached WeChat Pay, so nothing happened. The call can be repeated as it is.
    NotSent,
    /// WeChat Pay refused this call, which had no effect; the error says what to change. An earlier request with the same number,
    /// perhaps from a process that has ended, may still have taken effect: query it before you give the number up
    /// ([`Client::resume`](crate::client::Client::resume)).
    Refused,
    /// The call may have taken effect. Query it by its business number, or repeat it with the same number and the same parameters
    /// ([`Client::resend`](crate::client::Client::resend)); never use a new number.
    Unknown,
}

impl Outcome {
    /// Its name in logs and metrics: `not_sent`, `refused` or `unknown`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotSent => "not_sent",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
        }
    }
}

/// The reason why a call did not succeed.
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request breaks rules of its declaration: a mistake of the caller, found before anything was sent.
    Invalid(Vec<Violation>),
    /// A sensitive member cannot be encrypted: a mistake of the caller, or there is no key to encrypt to.
    Seal(SealError),
    /// The platform certificates could not be downloaded. Nothing else was sent. All calls that waited for the download share
    /// its error.
    Certificates(Arc<CertificatesError>),
    /// The client cannot be used in this place, such as in a forked child or outside of a tokio runtime.
    Unusable(Unusable),
    /// The request cannot be written.
    Encode(EncodeError),
    /// The private key, or the service that holds it, did not sign.
    Sign(SignError),
    /// There was no answer, or only a part of it.
    Transport(TransportError),
    /// The answer is larger than the client accepts; the number is the limit in bytes.
    TooLarge(usize),
    /// WeChat Pay answered with an error.
    Api(Box<ApiError>),
    /// 202, which the endpoint does not call success: accepted but not yet done. Repeat the same request. [`Error::body`] has the
    /// answer's body.
    Accepted(SignatureState),
    /// A redirect, or another status that APIv3 does not use.
    UnexpectedStatus,
    /// A 2xx without a valid signature of WeChat Pay.
    Unverified(VerifyError),
    /// A verified 2xx that is not the documented message.
    Decode(DecodeError),
    /// A verified 2xx whose sensitive members cannot be opened.
    Open(OpenError),
    /// A verified 2xx that is about something else than the request.
    Mismatch {
        /// The member.
        member: String,
        /// Its value in the request.
        sent: String,
        /// Its value in the answer.
        received: String,
    },
    /// The number belongs to a request that may be this one or an earlier one.
    Undecided {
        /// The member that leaves it undecided.
        member: String,
        /// Its value in the answer.
        received: String,
    },
    /// A list that comes page by page is not as declared, or its first position is not valid.
    Pages(PagesProblem),
    /// A file was not downloaded, or is not the expected one.
    Download(DownloadError),
    /// WeChat Pay was asked for this long, without a result.
    Unsettled(Duration),
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, outcome: Outcome) -> Self {
        Self(Box::new(Inner {
            kind,
            outcome,
            status: None,
            request_id: None,
            body: Bytes::new(),
            encoded: None,
            sends: 0,
            retry_after: None,
            clock_skew: None,
            made: None,
        }))
    }

    pub(crate) fn answered(mut self, status: StatusCode, request_id: Option<String>, body: Bytes) -> Self {
        self.0.status = Some(status);
        self.0.request_id = request_id;
        self.0.body = body;
        self
    }

    pub(crate) fn about(mut self, encoded: Encoded) -> Self {
        self.0.encoded = Some(encoded);
        self
    }

    /// Sets the pause that the server asks for.
    pub(crate) fn after(mut self, pause: Option<Duration>) -> Self {
        self.0.retry_after = pause;
        self
    }

    /// Sets the difference of this machine's clock and the server's, as its answer shows.
    pub(crate) fn skewed(mut self, seconds: Option<i64>) -> Self {
        self.0.clock_skew = seconds;
        self
    }

    /// Sets the number of attempts.
    pub(crate) fn sent(mut self, sends: u32) -> Self {
        self.0.sends = sends;
        self
    }

    /// Turns a refusal into the error of a download, as the documentation of downloads defines it.
    pub(crate) fn of_download(mut self) -> Self {
        self.0.kind = match self.0.kind {
            ErrorKind::Api(api)
                if self.0.outcome == Outcome::Refused
                    && api.status() == StatusCode::BAD_REQUEST
                    && *api.code() == ErrorCode::InvalidRequest =>
            {
                ErrorKind::Download(DownloadError::Expired(api))
            }
            kind => kind,
        };
        self
    }

    /// The same error with an unknown outcome.
    pub(crate) fn unknown(mut self) -> Self {
        self.0.outcome = Outcome::Unknown;
        self
    }

    /// The reason.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// The outcome: not sent, refused, or unknown.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.0.outcome
    }

    /// Number of attempts to send the request; 0 if it did not get that far.
    #[must_use]
    pub fn sends(&self) -> u32 {
        self.0.sends
    }

    /// The pause that the server asks for (`Retry-After`), if it does.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// Difference of this machine's clock and WeChat Pay's, in seconds, as the answer shows: positive if this machine is
    /// ahead. At 300 and more it is the reason why the call failed.
    #[must_use]
    pub fn clock_skew(&self) -> Option<i64> {
        self.0.clock_skew
    }

    /// The difference of the clocks, if it made the call fail.
    fn clock_at_fault(&self) -> Option<i64> {
        let timed = match &self.0.kind {
            ErrorKind::Api(api) => api.status() == StatusCode::UNAUTHORIZED,
            ErrorKind::Unverified(VerifyError::Clock { .. }) => true,
            _ => false,
        };
        self.clock_skew().filter(|seconds| timed && seconds.saturating_abs() >= CLOCK_WINDOW - LATENCY)
    }

    /// The answer's status, if there was an answer.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// WeChat Pay's ID of the exchange, which its support asks for. Some answers of gateways have none.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// The answer's raw body; empty if there was no answer. Only for [`ErrorKind::Decode`], [`ErrorKind::Open`],
    /// [`ErrorKind::Mismatch`] and [`ErrorKind::Pages`], and for kinds whose [`SignatureState`] says so, it is known to be signed
    /// by WeChat Pay.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.0.body
    }

    /// The request's business number, if it has one, by which to query an unknown outcome.
    #[must_use]
    pub fn number(&self) -> Option<&str> {
        let made = self.0.made.as_ref().and_then(|made| made.number.as_deref());
        made.or_else(|| self.encoded().and_then(Encoded::number))
    }

    /// Tells whether an application made the error for a test, with [`Made`].
    #[must_use]
    pub fn is_made(&self) -> bool {
        self.0.made.is_some()
    }

    /// The encoded request, if it got that far. It can be repeated when the outcome is unknown.
    #[must_use]
    pub fn encoded(&self) -> Option<&Encoded> {
        self.0.encoded.as_ref()
    }

    /// WeChat Pay's own error, if it answered with one.
    #[must_use]
    pub fn api(&self) -> Option<&ApiError> {
        match &self.0.kind {
            ErrorKind::Api(api) | ErrorKind::Download(DownloadError::Expired(api)) => Some(api),
            _ => None,
        }
    }

    /// The code of WeChat Pay's own error.
    #[must_use]
    pub fn code(&self) -> Option<&ErrorCode> {
        self.api().map(ApiError::code)
    }

    /// The code as text, empty without a code: for a `match` on the constants of a product, such as
    /// `wxpay::pay::codes`.
    #[must_use]
    pub fn code_str(&self) -> &str {
        self.code().map_or("", ErrorCode::as_str)
    }

    /// The rules that the request breaks; empty for every other kind of error.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        match &self.0.kind {
            ErrorKind::Invalid(violations) => violations,
            _ => &[],
        }
    }
}

/// A problem of a download that was found before anything was sent.
impl From<DownloadError> for Error {
    fn from(error: DownloadError) -> Self {
        Self::new(ErrorKind::Download(error), Outcome::NotSent)
    }
}

/// The source is the error of the step that failed; the chain ends with the error of a KMS or of a library. Each can be
/// downcast. This error's own text includes the texts of the chain, so show either this text or the others.
impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.0.kind {
            ErrorKind::Encode(error) => Some(error),
            ErrorKind::Seal(error) => Some(error),
            ErrorKind::Certificates(error) => Some(&**error),
            ErrorKind::Unusable(unusable) => Some(unusable),
            ErrorKind::Sign(error) => Some(error),
            ErrorKind::Transport(error) => Some(error),
            ErrorKind::Api(error) => Some(&**error),
            ErrorKind::Accepted(SignatureState::Bad(error)) => Some(error),
            ErrorKind::Unverified(error) => Some(error),
            ErrorKind::Decode(error) => Some(error),
            ErrorKind::Open(error) => Some(error),
            ErrorKind::Download(DownloadError::Expired(api)) => Some(&**api),
            ErrorKind::Download(error) => Some(error),
            ErrorKind::Invalid(_)
            | ErrorKind::TooLarge(_)
            | ErrorKind::Accepted(_)
            | ErrorKind::UnexpectedStatus
            | ErrorKind::Mismatch { .. }
            | ErrorKind::Undecided { .. }
            | ErrorKind::Pages(_)
            | ErrorKind::Unsettled(_) => None,
        }
    }
}

/// Longest time, in seconds, that an answer may have taken when the clocks are compared.
const LATENCY: i64 = 10;

impl EncodeError {
    pub(crate) fn not_sent(self) -> Error {
        Error::new(ErrorKind::Encode(self), Outcome::NotSent)
    }
}
