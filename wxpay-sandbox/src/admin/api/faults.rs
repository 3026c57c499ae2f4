//! Faults, as JSON: `{"fault": "unavailable", "moment": "after", "retry_after": 1, "endpoint": "/v3/..", "times": 2}`.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::Problem;
use super::members::Members;
use crate::admin::Admin;
use crate::faults::{Damage, Denial, Failure, Fault, Faults, Frequency, Hitch, Moment, RateCode, Rule};

/// A rule as JSON. Each fault takes only its own parameters.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(in crate::admin) struct Written {
    /// [`Fault::name`].
    pub(in crate::admin) fault: String,
    /// For `accepted`, `system-error`, `bad-gateway`, `unavailable`, `gateway-timeout`, `no-answer`, `disconnected`: with
    /// `before` (the default) the request is not processed, with `after` it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::admin) moment: Option<Moment>,
    /// For `too-many-requests`; `FREQUENCY_LIMITED` by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<RateCode>,
    /// For `unavailable`, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_after: Option<u32>,
    /// For `clock`: seconds that the clock is ahead.
    #[serde(skip_serializing_if = "Option::is_none")]
    ahead: Option<i64>,
    /// For `oversized`, in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    length: Option<usize>,
    /// For `slow`: milliseconds between two bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pause: Option<u32>,
    /// Path template of the endpoint; every endpoint by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::admin) endpoint: Option<String>,
    /// Number of times that the fault happens. Without `times` and `chance`, it happens every time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::admin) times: Option<u32>,
    /// Probability, from 0 (never) to 1 (always).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::admin) chance: Option<f64>,
}

type Sandbox = State<Arc<Admin>>;

pub(super) async fn list(State(admin): Sandbox) -> Json<Vec<Written>> {
    written(&admin.gate.faults)
}

pub(super) async fn list_of_notifications(State(admin): Sandbox) -> Json<Vec<Written>> {
    written(admin.office.notifier.faults())
}

pub(super) async fn add(State(admin): Sandbox, Members(written): Members<Written>) -> Result<Json<Written>, Problem> {
    add_rule(&admin, &written).map(Json).map_err(Problem::senseless)
}

/// Adds the rule and returns it with its defaults.
pub(in crate::admin) fn add_rule(admin: &Admin, written: &Written) -> Result<Written, String> {
    let is_served = |path: &String| admin.gate.routes.iter().any(|route| route.operation.path == path);
    if let Some(unknown) = written.endpoint.as_ref().filter(|path| !is_served(path)) {
        return Err(format!("no endpoint has the path template `{unknown}`"));
    }
    added(&admin.gate.faults, written)
}

pub(super) async fn add_to_notifications(
    State(admin): Sandbox,
    Members(written): Members<Written>,
) -> Result<Json<Written>, Problem> {
    added(admin.office.notifier.faults(), &written).map(Json).map_err(Problem::senseless)
}

pub(super) async fn clear(State(admin): Sandbox) -> StatusCode {
    admin.gate.faults.clear();
    StatusCode::NO_CONTENT
}

pub(super) async fn clear_of_notifications(State(admin): Sandbox) -> StatusCode {
    admin.office.notifier.faults().clear();
    StatusCode::NO_CONTENT
}

fn written(faults: &Faults) -> Json<Vec<Written>> {
    Json(faults.rules().iter().map(Written::of).collect())
}

/// Adds the rule without a check of the endpoint.
pub(in crate::admin) fn added(faults: &Faults, written: &Written) -> Result<Written, String> {
    let rule = written.rule()?;
    let added = Written::of(&rule);
    faults.add(rule);
    Ok(added)
}

impl Written {
    pub(in crate::admin) fn of(rule: &Rule) -> Self {
        let mut written =
            Self { fault: rule.fault.name().to_owned(), endpoint: rule.endpoint.clone(), ..Self::default() };
        match rule.frequency {
            Frequency::Always => {}
            Frequency::Times(times) => written.times = Some(times),
            Frequency::Chance(chance) => written.chance = Some(chance),
        }
        match rule.fault {
            Fault::Denial(Denial::TooManyRequests(code)) => written.code = Some(code),
            Fault::Failure(failure, moment) => {
                written.moment = Some(moment);
                if let Failure::Unavailable { retry_after } = failure {
                    written.retry_after = retry_after;
                }
            }
            Fault::Damage(Damage::Clock(ahead)) => written.ahead = Some(ahead),
            Fault::Damage(Damage::Oversized(length)) => written.length = Some(length),
            Fault::Hitch(Hitch::Slow(pause)) => written.pause = Some(pause),
            Fault::Denial(_) | Fault::Damage(_) | Fault::Hitch(_) => {}
        }
        written
    }

    fn rule(&self) -> Result<Rule, String> {
        let fault = self.fault()?;
        let frequency = match (self.times, self.chance) {
            (None, None) => Frequency::Always,
            (Some(times), None) => Frequency::Times(times),
            (None, Some(chance)) if (0.0..=1.0).contains(&chance) => Frequency::Chance(chance),
            (None, Some(_)) => return Err("a `chance` is from 0 to 1".to_owned()),
            (Some(_), Some(_)) => return Err("a fault has `times` or a `chance`".to_owned()),
        };
        let rule = Rule { fault, endpoint: self.endpoint.clone(), frequency };
        let taken = Self::of(&rule);
        let ignored = [
            ("moment", self.moment.is_some() && taken.moment.is_none()),
            ("code", self.code.is_some() && taken.code.is_none()),
            ("retry_after", self.retry_after.is_some() && taken.retry_after.is_none()),
            ("ahead", self.ahead.is_some() && taken.ahead.is_none()),
            ("length", self.length.is_some() && taken.length.is_none()),
            ("pause", self.pause.is_some() && taken.pause.is_none()),
        ];
        match ignored.into_iter().find(|(_, ignored)| *ignored) {
            Some((parameter, _)) => Err(format!("`{}` has no `{parameter}`", self.fault)),
            None => Ok(rule),
        }
    }

    fn fault(&self) -> Result<Fault, String> {
        let code = self.code.unwrap_or(RateCode::FrequencyLimited);
        let needed = |name: &str| format!("`{}` needs its `{name}`", self.fault);
        let failure = |failure| Fault::Failure(failure, self.moment.unwrap_or(Moment::Before));
        Ok(match &*self.fault {
            "bad-request" => Denial::BadRequest.into(),
            "unauthorized" => Denial::Unauthorized.into(),
            "not-found" => Denial::NotFound.into(),
            "order-not-exist" => Denial::OrderNotExist.into(),
            "too-many-requests" => Denial::TooManyRequests(code).into(),
            "accepted" => failure(Failure::Accepted),
            "system-error" => failure(Failure::SystemError),
            "bad-gateway" => failure(Failure::BadGateway),
            "unavailable" => failure(Failure::Unavailable { retry_after: self.retry_after }),
            "gateway-timeout" => failure(Failure::GatewayTimeout),
            "no-answer" => failure(Failure::NoAnswer),
            "disconnected" => failure(Failure::Disconnected),
            "wrong-signature" => Damage::WrongSignature.into(),
            "no-signature" => Damage::NoSignature.into(),
            "unknown-serial" => Damage::UnknownSerial.into(),
            "probe" => Damage::Probe.into(),
            "clock" => Damage::Clock(self.ahead.ok_or_else(|| needed("ahead"))?).into(),
            "truncated-json" => Damage::TruncatedJson.into(),
            "oversized" => Damage::Oversized(self.length.ok_or_else(|| needed("length"))?).into(),
            "cut-off" => Hitch::CutOff.into(),
            "slow" => Hitch::Slow(self.pause.ok_or_else(|| needed("pause"))?).into(),
            unknown => return Err(format!("unknown fault `{unknown}`; expected one of `{}`", NAMES.join("`, `"))),
        })
    }
}

/// The names of all faults ([`Fault::name`]).
pub(in crate::admin) const NAMES: [&str; 21] = [
    "bad-request",
    "unauthorized",
    "not-found",
    "order-not-exist",
    "too-many-requests",
    "accepted",
    "system-error",
    "bad-gateway",
    "unavailable",
    "gateway-timeout",
    "no-answer",
    "disconnected",
    "wrong-signature",
    "no-signature",
    "unknown-serial",
    "probe",
    "clock",
    "truncated-json",
    "oversized",
    "cut-off",
    "slow",
];
