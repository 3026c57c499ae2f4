//! Faults on purpose: what the gateway does wrong, to which endpoint, and how often. What goes wrong below HTTP is
//! [`wire`](crate::wire)'s.

mod damage;
mod rules;

pub use self::rules::{Faults, Frequency, Rule};

use serde::{Deserialize, Serialize};

/// Something that the gateway does wrong. Its kind says what becomes of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The request is refused and not processed: WeChat Pay does not refuse what it has done.
    Denial(Denial),
    /// The answer says nothing about the request, which is processed or not.
    Failure(Failure, Moment),
    /// The request is processed, and its answer is spoiled.
    Damage(Damage),
    /// The request is processed, and its answer is good, but does not come through as it should.
    Hitch(Hitch),
}

/// How a request is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Denial {
    /// 400 `PARAM_ERROR`, signed.
    BadRequest,
    /// 401 `SIGN_ERROR`, unsigned.
    Unauthorized,
    /// 404 with an empty body, unsigned.
    NotFound,
    /// 404 `ORDER_NOT_EXIST`, signed. For closing: the page of that has it for an order that never was, which the sandbox
    /// closes, as the live service was seen to do.
    OrderNotExist,
    /// 429, signed.
    TooManyRequests(RateCode),
}

/// The names that WeChat Pay has for too many requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[non_exhaustive]
pub enum RateCode {
    /// `FREQUENCY_LIMITED`, on the pages of most endpoints.
    FrequencyLimited,
    /// `RATELIMIT_EXCEEDED`, on the page of the statuses.
    RatelimitExceeded,
    /// `FREQUENCY_LIMIT_EXCEED`, on those of coupons.
    FrequencyLimitExceed,
    /// `RATE_LIMITED`.
    RateLimited,
}

/// How an answer says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Failure {
    /// 202, signed and empty: accepted, not done yet.
    Accepted,
    /// 500 `SYSTEM_ERROR`, signed.
    SystemError,
    /// 502 with a proxy's HTML.
    BadGateway,
    /// 503, unsigned and empty, with `Retry-After` in seconds where it is set.
    Unavailable {
        /// How long to wait, in seconds.
        retry_after: Option<u32>,
    },
    /// 504 with a proxy's HTML.
    GatewayTimeout,
    /// Silence, for as long as the caller holds the connection.
    NoAnswer,
    /// The connection ends.
    Disconnected,
}

/// When a failure happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Moment {
    /// Before the request is processed: it never is.
    Before,
    /// After the request was processed.
    After,
}

/// What happens to an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Damage {
    /// The signature is that of another answer.
    WrongSignature,
    /// There are no signature headers.
    NoSignature,
    /// The serial names a key that nobody has.
    UnknownSerial,
    /// A signature probe (签名探测): `WECHATPAY/SIGNTEST/` instead of a signature.
    Probe,
    /// It is signed by a clock that is so many seconds ahead.
    Clock(i64),
    /// Its JSON breaks off, and is signed so. An empty body stays as it is.
    TruncatedJson,
    /// It is as long as this, in bytes, filled up with spaces and signed so.
    Oversized(usize),
}

/// What happens to an answer on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Hitch {
    /// The connection ends in the middle of it. A notification is lost so.
    CutOff,
    /// Its body comes byte by byte, with so many milliseconds between two. Notifications come as ever.
    Slow(u32),
}

impl Failure {
    /// This failure, of a request that is never processed.
    #[must_use]
    pub const fn before(self) -> Fault {
        Fault::Failure(self, Moment::Before)
    }

    /// This failure, of a request that was processed.
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
    /// The code, as the answer has it.
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
    /// A name for it, without the moment and the parameters. The answer carries it as `Sandbox-Fault`.
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
