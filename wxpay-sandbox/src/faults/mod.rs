//! Faults on purpose: what the gateway does wrong, to which endpoint, and how often. What goes wrong below HTTP is
//! [`wire`](crate::wire)'s.

mod damage;

use std::sync::{Mutex, MutexGuard, PoisonError};

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

/// A fault, where it happens, and how often.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Rule {
    /// What happens.
    pub fault: Fault,
    /// The path template of the endpoint it happens to, such as `/v3/pay/transactions/app`; every endpoint if absent.
    pub endpoint: Option<String>,
    /// How often.
    pub frequency: Frequency,
}

/// How often a fault happens.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Frequency {
    /// Every time.
    Always,
    /// The next so many times.
    Times(u32),
    /// By chance: 0 is never, 1 is always.
    Chance(f64),
}

impl Rule {
    /// Every time, at every endpoint.
    #[must_use]
    pub fn new(fault: impl Into<Fault>) -> Self {
        Self { fault: fault.into(), endpoint: None, frequency: Frequency::Always }
    }

    /// Only at the endpoint of that path template.
    #[must_use]
    pub fn at(self, endpoint: impl Into<String>) -> Self {
        Self { endpoint: Some(endpoint.into()), ..self }
    }

    /// Only the next so many times.
    #[must_use]
    pub fn times(self, times: u32) -> Self {
        Self { frequency: Frequency::Times(times), ..self }
    }

    /// Only by chance: 0 is never, 1 is always.
    #[must_use]
    pub fn chance(self, chance: f64) -> Self {
        Self { frequency: Frequency::Chance(chance), ..self }
    }

    /// Whether it happens now, to a request that it is for.
    fn happens(&mut self, random: &mut fastrand::Rng) -> bool {
        match &mut self.frequency {
            Frequency::Always => true,
            Frequency::Times(0) => false,
            Frequency::Times(left) => {
                *left -= 1;
                true
            }
            Frequency::Chance(chance) => random.f64() < *chance,
        }
    }
}

/// The faults of a sandbox: at first none. Of several rules, the first that applies counts.
#[derive(Debug)]
pub struct Faults(Mutex<State>);

#[derive(Debug)]
struct State {
    rules: Vec<Rule>,
    random: fastrand::Rng,
}

impl Faults {
    /// Adds a rule behind those that there are.
    pub fn add(&self, rule: Rule) {
        self.state().rules.push(rule);
    }

    /// Removes every rule.
    pub fn clear(&self) {
        self.state().rules.clear();
    }

    /// The rules that can still apply, in their order.
    #[must_use]
    pub fn rules(&self) -> Vec<Rule> {
        self.state().rules.clone()
    }

    /// Begins chance anew: the same seed and the same requests in the same order have the same faults.
    pub fn seed(&self, seed: u64) {
        self.state().random = fastrand::Rng::with_seed(seed);
    }

    /// What goes wrong with the next request to that endpoint.
    pub(crate) fn draw(&self, endpoint: &str) -> Option<Fault> {
        let mut state = self.state();
        let State { rules, random } = &mut *state;
        let mut meant = rules.iter_mut().filter(|rule| rule.endpoint.as_deref().is_none_or(|only| only == endpoint));
        let fault = meant.find_map(|rule| rule.happens(random).then_some(rule.fault));
        rules.retain(|rule| rule.frequency != Frequency::Times(0));
        fault
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Faults {
    fn default() -> Self {
        Self(Mutex::new(State { rules: Vec::new(), random: fastrand::Rng::with_seed(0) }))
    }
}
