//! Faults: what the gateway does wrong, at which endpoint, and how often. Faults below HTTP are in [`wire`](crate::wire).

mod damage;
mod rules;

pub use self::rules::{Faults, Frequency, Rule};

use serde::{Deserialize, Serialize};

/// Something that the gateway does wrong. The variant says whether the request is processed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The request is refused and not processed. (WeChat Pay does not refuse a request that it has processed.)
    Denial(Denial),
    /// The answer does not say whether the request was processed.
    Failure(Failure, Moment),
    /// The request is processed, and its answer is damaged.
    Damage(Damage),
    /// The request is processed and its answer is correct, but does not arrive as it should.
    Hitch(Hitch),
}

/// Ways to refuse a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Denial {
    /// 400 `PARAM_ERROR`, signed.
    BadRequest,
    /// 401 `SIGN_ERROR`, unsigned.
    Unauthorized,
    /// 404 with an empty body, unsigned.
    NotFound,
    /// 404 `ORDER_NOT_EXIST`, signed. The page for closing an order documents it for an order that never existed. The sandbox
    /// closes such an order, because the live service was seen to do so; this fault gives the documented answer.
    OrderNotExist,
    /// 429, signed.
    TooManyRequests(RateCode),
}

/// WeChat Pay's codes for too many requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[non_exhaustive]
pub enum RateCode {
    /// `FREQUENCY_LIMITED`, on the pages of most endpoints.
    FrequencyLimited,
    /// `RATELIMIT_EXCEEDED`, on the page of statuses.
    RatelimitExceeded,
    /// `FREQUENCY_LIMIT_EXCEED`, on the pages of coupons.
    FrequencyLimitExceed,
    /// `RATE_LIMITED`.
    RateLimited,
}

/// Ways to fail without a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Failure {
    /// 202, signed and empty: accepted, not done yet.
    Accepted,
    /// 500 `SYSTEM_ERROR`, signed.
    SystemError,
    /// 502 with a proxy's HTML.
    BadGateway,
    /// 503, unsigned and empty, with `Retry-After` if it is set.
    Unavailable {
        /// Seconds to wait.
        retry_after: Option<u32>,
    },
    /// 504 with a proxy's HTML.
    GatewayTimeout,
    /// No answer, until the caller gives up.
    NoAnswer,
    /// The connection ends.
    Disconnected,
}

/// The moment of a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Moment {
    /// Before the request is processed, so it never is.
    Before,
    /// After the request was processed.
    After,
}

/// Damage to an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Damage {
    /// The signature belongs to another answer.
    WrongSignature,
    /// There are no signature headers.
    NoSignature,
    /// The serial names an unknown key.
    UnknownSerial,
    /// A signature probe (签名探测): `WECHATPAY/SIGNTEST/` instead of a signature.
    Probe,
    /// It is signed by a clock that is this many seconds ahead.
    Clock(i64),
    /// Its JSON breaks off, and is signed like that. An empty body does not change.
    TruncatedJson,
    /// It has this length in bytes, filled with spaces, and is signed like that.
    Oversized(usize),
}

/// Trouble on the answer's way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Hitch {
    /// The connection ends in the middle of the answer. A notification is lost.
    CutOff,
    /// The body arrives byte by byte, with this many milliseconds between two bytes. Notifications are not affected.
    Slow(u32),
}

impl Failure {
    /// This failure, before the request is processed.
    #[must_use]
    pub const fn before(self) -> Fault {
        Fault::Failure(self, Moment::Before)
    }

    /// This failure, after the request was processed.
    #[must_use]
    pub const fn after(self) -> Fault {
        Fault::Failure(self, Moment::After)
    }
}

impl From<Denial> for Fault {
    fn from(denial: Denial) -> Self {
        Self::Denial(denial)
    }
}

impl From<Damage> for Fault {
    fn from(damage: Damage) -> Self {
        Self::Damage(damage)
    }
}

impl From<Hitch> for Fault {
    fn from(hitch: Hitch) -> Self {
        Self::Hitch(hitch)
    }
}

impl RateCode {
    /// The code, as in the answer.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FrequencyLimited => "FREQUENCY_LIMITED",
            Self::RatelimitExceeded => "RATELIMIT_EXCEEDED",
            Self::FrequencyLimitExceed => "FREQUENCY_LIMIT_EXCEED",
            Self::RateLimited => "RATE_LIMITED",
        }
    }
}

impl Fault {
    /// The fault's name, without moment and parameters. The answer has it in the header `Sandbox-Fault`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Denial(Denial::BadRequest) => "bad-request",
            Self::Denial(Denial::Unauthorized) => "unauthorized",
            Self::Denial(Denial::NotFound) => "not-found",
            Self::Denial(Denial::OrderNotExist) => "order-not-exist",
            Self::Denial(Denial::TooManyRequests(_)) => "too-many-requests",
            Self::Failure(Failure::Accepted, _) => "accepted",
            Self::Failure(Failure::SystemError, _) => "system-error",
            Self::Failure(Failure::BadGateway, _) => "bad-gateway",
            Self::Failure(Failure::Unavailable { .. }, _) => "unavailable",
            Self::Failure(Failure::GatewayTimeout, _) => "gateway-timeout",
            Self::Failure(Failure::NoAnswer, _) => "no-answer",
            Self::Failure(Failure::Disconnected, _) => "disconnected",
            Self::Damage(Damage::WrongSignature) => "wrong-signature",
            Self::Damage(Damage::NoSignature) => "no-signature",
            Self::Damage(Damage::UnknownSerial) => "unknown-serial",
            Self::Damage(Damage::Probe) => "probe",
            Self::Damage(Damage::Clock(_)) => "clock",
            Self::Damage(Damage::TruncatedJson) => "truncated-json",
            Self::Damage(Damage::Oversized(_)) => "oversized",
            Self::Hitch(Hitch::CutOff) => "cut-off",
            Self::Hitch(Hitch::Slow(_)) => "slow",
        }
    }
}
