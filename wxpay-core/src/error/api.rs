//! Error answers of WeChat Pay, read leniently: everything that came is kept.

use std::fmt;

use bytes::Bytes;
use http::StatusCode;
use serde_json::Value;

use crate::text::escaped;
use crate::verify::VerifyError;

/// An answer other than 2xx.
///
/// Decide by the status and the [code](ApiError::code) only: the message is free text, and one code has many messages.
#[derive(Clone, PartialEq)]
pub struct ApiError {
    status: StatusCode,
    code: ErrorCode,
    message: String,
    detail: Option<Value>,
    request_id: Option<String>,
    signature: SignatureState,
    body: Bytes,
    made: bool,
}

/// The signature of an error answer. Gateways refuse some requests without a signature.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums)] // valid, invalid or absent: there is no other state
pub enum SignatureState {
    /// Signed by WeChat Pay.
    Valid,
    /// Without a signature.
    Absent,
    /// Signed, but not verified.
    Bad(VerifyError),
}

impl ApiError {
    pub(crate) fn read(status: StatusCode, body: Bytes, request_id: Option<String>, signature: SignatureState) -> Self {
        let mut json: Value = serde_json::from_slice(&body).unwrap_or(Value::Null);
        let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
        let (code, message) = (text(json.get("code")), text(json.get("message")));
        let detail = json.get_mut("detail").map(Value::take).filter(|detail| !detail.is_null());
        Self { status, code: code.into(), message, detail, request_id, signature, body, made: false }
    }

    /// An error that no call received: see [`Made`](super::Made).
    pub(super) fn made(status: StatusCode, code: &str, message: &str) -> Self {
        let body = serde_json::json!({ "code": code, "message": message }).to_string();
        Self { made: true, ..Self::read(status, body.into(), None, SignatureState::Valid) }
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The error code; [`ErrorCode::Other`] with an empty text if the body has none.
    #[must_use]
    pub fn code(&self) -> &ErrorCode {
        &self.code
    }

    /// WeChat Pay's explanation, by default in Chinese; empty if the body has none.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Details, in whatever form they came.
    #[must_use]
    pub fn detail(&self) -> Option<&Value> {
        self.detail.as_ref()
    }

    /// WeChat Pay's ID of the exchange.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// The signature of the answer.
    #[must_use]
    pub fn signature(&self) -> &SignatureState {
        &self.signature
    }

    /// The raw body: empty, HTML, or JSON.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }
}

impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("ApiError");
        shown
            .field("status", &self.status)
            .field("code", &self.code)
            .field("message", &self.message)
            .field("detail", &self.detail)
            .field("request_id", &self.request_id)
            .field("signature", &self.signature)
            .field("body", &self.body);
        if self.made {
            shown.field("made", &true);
        }
        shown.finish()
    }
}

impl std::error::Error for ApiError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.signature {
            SignatureState::Bad(error) => Some(error),
            SignatureState::Valid | SignatureState::Absent => None,
        }
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.code.as_str(), self.message.as_str()) {
            ("", _) => write!(f, "an error without code, {} bytes of body", self.body.len())?,
            (code, "") => escaped(shortened(code)).fmt(f)?,
            (code, message) => write!(f, "{}: {}", escaped(shortened(code)), escaped(shortened(message)))?,
        }
        match &self.signature {
            SignatureState::Valid => Ok(()),
            SignatureState::Absent => f.write_str(" (not signed)"),
            SignatureState::Bad(error) => write!(f, " (not verified: {error})"),
        }
    }
}

/// Shortens a text of unknown origin for a log line; the error has the whole text.
fn shortened(text: &str) -> &str {
    text.char_indices().nth(LONGEST_SHOWN).map_or(text, |(end, _)| text.get(..end).unwrap_or(text))
}

/// In characters. Real messages have fewer.
const LONGEST_SHOWN: usize = 500;

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $text:literal,)*) => {
        /// An error code (错误码) of WeChat Pay. One code may come with different statuses.
        ///
        /// These are the codes of many products. Further codes of a product are constants in its module `codes`. Compare them
        /// with [`as_str`](Self::as_str), since a code that is [`Other`](Self::Other) today may get a variant here.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum ErrorCode {
            $($(#[$doc])* $code,)*
            /// A code that has no variant here, as it came.
            Other(String),
        }

        impl ErrorCode {
            /// The code as it came.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$code => $text,)*
                    Self::Other(code) => code,
                }
            }
        }

        impl From<String> for ErrorCode {
            fn from(code: String) -> Self {
                match code.as_str() {
                    $($text => Self::$code,)*
                    _ => Self::Other(code),
                }
            }
        }
    };
}

codes! {
    /// A parameter is wrong; the message names it.
    ParamError = "PARAM_ERROR",
    /// The request breaks a rule of the interface.
    InvalidRequest = "INVALID_REQUEST",
    /// The request's signature, clock, serial or `Authorization` header is wrong.
    SignError = "SIGN_ERROR",
    /// An internal error of WeChat Pay: repeat with the same parameters.
    SystemError = "SYSTEM_ERROR",
    /// The appid is not bound to the merchant.
    AppidMchidNotMatch = "APPID_MCHID_NOT_MATCH",
    /// The merchant does not exist.
    MchNotExists = "MCH_NOT_EXISTS",
    /// The product is not opened for this merchant.
    NoAuth = "NO_AUTH",
    /// The order number was used with other parameters.
    OutTradeNoUsed = "OUT_TRADE_NO_USED",
    /// The order is paid.
    OrderPaid = "ORDER_PAID",
    /// The order is closed: a new one needs a new number.
    OrderClosed = "ORDER_CLOSED",
    /// The order does not exist.
    OrderNotExist = "ORDER_NOT_EXIST",
    /// The requested resource does not exist.
    ResourceNotExists = "RESOURCE_NOT_EXISTS",
    /// The requested resource does not exist, in some older products.
    NotFound = "NOT_FOUND",
    /// The resource exists already.
    AlreadyExists = "ALREADY_EXISTS",
    /// Too many requests. For refunds the outcome is unknown.
    FrequencyLimited = "FREQUENCY_LIMITED",
    /// Too many requests, as the status page spells it.
    RatelimitExceeded = "RATELIMIT_EXCEEDED",
    /// Too many requests, as coupons spell it.
    FrequencyLimitExceed = "FREQUENCY_LIMIT_EXCEED",
    /// Too many requests, in another spelling.
    RateLimited = "RATE_LIMITED",
    /// A limit of the business is reached.
    RuleLimit = "RULE_LIMIT",
    /// The balance is insufficient: top up, then repeat the same request.
    NotEnough = "NOT_ENOUGH",
    /// The transaction failed for a reason of the business.
    TradeError = "TRADE_ERROR",
    /// The user's account is in an abnormal state.
    UserAccountAbnormal = "USER_ACCOUNT_ABNORMAL",
    /// The request was blocked by risk control.
    RequestBlocked = "REQUEST_BLOCKED",
    /// There is no bill for that day.
    NoStatementExist = "NO_STATEMENT_EXIST",
    /// The bill is being made: ask again in half an hour.
    StatementCreating = "STATEMENT_CREATING",
    /// The service is down or overloaded.
    ServiceUnavailable = "SERVICE_UNAVAILABLE",
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        escaped(self.as_str()).fmt(f)
    }
}
