//! What can go wrong with a call, and what that means for the money.

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

/// A call that did not succeed. [`Error::outcome`] says what that means; [`Error::kind`] says why.
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
    /// Where an application has made it, what it says beyond the rest.
    made: Option<Maker>,
}

struct Maker {
    number: Option<String>,
}

/// The answer to the question whether it happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_enums)] // there is no fourth, and whoever matches has to decide on each
pub enum Outcome {
    /// Not a byte reached WeChat Pay. Nothing happened; it can be tried again as it is.
    NotSent,
    /// WeChat Pay refused this call, which did nothing; the error says what to change. An earlier request of the same number,
    /// perhaps of a process that is no more, may have been done all the same: ask before the number is given up
    /// ([`Client::resume`](crate::client::Client::resume)).
    Refused,
    /// It may have happened. Ask by the business number, or repeat the same number with the same parameters
    /// ([`Client::resend`](crate::client::Client::resend)); never take a new number.
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

/// Why a call did not succeed.
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request breaks rules of its declaration: the caller's mistake, found before anything was sent.
    Invalid(Vec<Violation>),
    /// A sensitive member cannot be encrypted: the caller's mistake, or there is no key to encrypt to.
    Seal(SealError),
    /// The platform certificates could not be downloaded. Nothing but the download was sent, whose error is shared by all
    /// calls that waited for it.
    Certificates(Arc<CertificatesError>),
    /// The client cannot be used where it was called, such as in a forked child or outside of a tokio runtime.
    Unusable(Unusable),
    /// The request cannot be written.
    Encode(EncodeError),
    /// The private key, or whoever holds it, did not sign.
    Sign(SignError),
    /// No answer, or not all of it.
    Transport(TransportError),
    /// The answer is larger than the client accepts; the number is the limit in bytes.
    TooLarge(usize),
    /// WeChat Pay answered with an error.
    Api(Box<ApiError>),
    /// 202: accepted, not done, where the endpoint does not call that success. Repeat the same request.
    /// [`Error::body`] is what came with it.
    Accepted(SignatureState),
    /// A redirect, or another status that APIv3 does not use.
    UnexpectedStatus,
    /// A 2xx that WeChat Pay did not verifiably sign.
    Unverified(VerifyError),
    /// A verified 2xx that is not the documented message.
    Decode(DecodeError),
    /// A verified 2xx whose sensitive members do not open.
    Open(OpenError),
    /// A verified 2xx that is about something else than what was asked.
    Mismatch {
        /// The member.
        member: String,
        /// Its value in the request.
        sent: String,
        /// Its value in the answer.
        received: String,
    },
    /// A request was found under the number that may be this one or an earlier one.
    Undecided {
        /// The member that does not say it.
        member: String,
        /// Its value in the answer.
        received: String,
    },
    /// A list that comes page by page is not as declared; or no page can be asked for where it was to begin.
    Pages(PagesProblem),
    /// A file was not downloaded, or is not the one that was promised.
    Download(DownloadError),
    /// WeChat Pay was asked for so long, and it is still not known.
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

    /// How long the server wants to be left alone.
    pub(crate) fn after(mut self, pause: Option<Duration>) -> Self {
        self.0.retry_after = pause;
        self
    }

    /// Our clock less the server's, as its answer shows.
    pub(crate) fn skewed(mut self, seconds: Option<i64>) -> Self {
        self.0.clock_skew = seconds;
        self
    }

    /// The last of so many attempts.
    pub(crate) fn sent(mut self, sends: u32) -> Self {
        self.0.sends = sends;
        self
    }

    /// The refusal of a download, as what its documentation says it is.
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

    /// It may have happened all the same.
    pub(crate) fn unknown(mut self) -> Self {
        self.0.outcome = Outcome::Unknown;
        self
    }

    /// Why.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// What it means: not sent, refused, or unknown.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.0.outcome
    }

    /// How many times the request was sent, or tried to be; 0 if it did not get that far.
    #[must_use]
    pub fn sends(&self) -> u32 {
        self.0.sends
    }

    /// How long the server wants to be left alone (`Retry-After`), where it said so.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// How far this machine's clock is from WeChat Pay's, in seconds, as the answer shows: positive if it is ahead. From
    /// 300 on that is why the call failed.
    #[must_use]
    pub fn clock_skew(&self) -> Option<i64> {
        self.0.clock_skew
    }

    /// The skew, where the call failed for it.
    fn clock_at_fault(&self) -> Option<i64> {
        let timed = match &self.0.kind {
            ErrorKind::Api(api) => api.status() == StatusCode::UNAUTHORIZED,
            ErrorKind::Unverified(VerifyError::Clock { .. }) => true,
            _ => false,
        };
        self.clock_skew().filter(|seconds| timed && seconds.saturating_abs() >= CLOCK_WINDOW - LATENCY)
    }

    /// The answer's status, where there was an answer.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// WeChat Pay's name for the exchange; its support asks for it. Some gateway answers have none.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// The answer's body as it came; empty where there was no answer. Only [`ErrorKind::Decode`], [`ErrorKind::Open`],
    /// [`ErrorKind::Mismatch`] and [`ErrorKind::Pages`] say that WeChat Pay signed it, and the kinds that have a [`SignatureState`].
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.0.body
    }

    /// The request's business number, where it has one: what to ask by when the outcome is unknown.
    #[must_use]
    pub fn number(&self) -> Option<&str> {
        let made = self.0.made.as_ref().and_then(|made| made.number.as_deref());
        made.or_else(|| self.encoded().and_then(Encoded::number))
    }

    /// Tells whether an application has made it, for a test: it comes from [`Made`], and no call has had it.
    #[must_use]
    pub fn is_made(&self) -> bool {
        self.0.made.is_some()
    }

    /// The request as it was encoded, where it got that far: what to repeat when the outcome is unknown.
    #[must_use]
    pub fn encoded(&self) -> Option<&Encoded> {
        self.0.encoded.as_ref()
    }

    /// WeChat Pay's own error, where it answered with one.
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

    /// The same as text, empty where there is none: for a `match` on the constants of a product, such as
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

/// What is wrong with a download before anything of it was sent.
impl From<DownloadError> for Error {
    fn from(error: DownloadError) -> Self {
        Self::new(ErrorKind::Download(error), Outcome::NotSent)
    }
}

/// The whole chain is there: what failed, what that came from, and at its end the error of a KMS or of a library, each to
/// be downcast. Since this error's own text says all of that, a reader of the chain shows the first or the rest.
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

/// How long an answer may have been on the way, in seconds, when the clocks are compared.
const LATENCY: i64 = 10;

impl EncodeError {
    pub(crate) fn not_sent(self) -> Error {
        Error::new(ErrorKind::Encode(self), Outcome::NotSent)
    }
}
