//! The causes of the table's faults.

use std::time::Duration;

use wxpay_sandbox::faults::{self, Damage, Denial, Failure, RateCode};
use wxpay_sandbox::wire::Accident;

use super::SHORT;
use super::table::Fault;
use crate::reliability::LIMIT;

/// The cause of a fault.
pub(super) enum Cause {
    Refusal,
    Accident(Accident),
    Sandbox(faults::Fault),
}

pub(super) fn cause(fault: Fault) -> Cause {
    let denied = |code| Cause::Sandbox(Denial::TooManyRequests(code).into());
    match fault {
        Fault::Refused => Cause::Refusal,
        Fault::ResetUnread => Cause::Accident(Accident::ResetUnread),
        Fault::ResetRead => Cause::Accident(Accident::ResetRead),
        Fault::ResetProcessed => Cause::Accident(Accident::ResetProcessed),
        Fault::ResetInAnswer => Cause::Accident(Accident::ResetInAnswer),
        Fault::StallBefore => Cause::Accident(Accident::StallBefore),
        Fault::StallAfter => Cause::Accident(Accident::StallAfter),
        Fault::Drip => Cause::Accident(Accident::Drip(Duration::from_millis(1))),
        Fault::DripTooSlow => Cause::Accident(Accident::Drip(SHORT / 10)),
        Fault::Truncated => Cause::Accident(Accident::Truncated),
        Fault::Garbage => Cause::Accident(Accident::Garbage),
        Fault::NoAnswerBefore => Cause::Sandbox(Failure::NoAnswer.before()),
        Fault::NoAnswerAfter => Cause::Sandbox(Failure::NoAnswer.after()),
        Fault::Status500Before => Cause::Sandbox(Failure::SystemError.before()),
        Fault::Status500After => Cause::Sandbox(Failure::SystemError.after()),
        Fault::Status502Before => Cause::Sandbox(Failure::BadGateway.before()),
        Fault::Status502After => Cause::Sandbox(Failure::BadGateway.after()),
        Fault::Status503Before => Cause::Sandbox(Failure::Unavailable { retry_after: None }.before()),
        Fault::Status503After => Cause::Sandbox(Failure::Unavailable { retry_after: None }.after()),
        Fault::Status503RetryAfter => Cause::Sandbox(Failure::Unavailable { retry_after: Some(0) }.before()),
        Fault::Status504Before => Cause::Sandbox(Failure::GatewayTimeout.before()),
        Fault::Status504After => Cause::Sandbox(Failure::GatewayTimeout.after()),
        Fault::Status202Before => Cause::Sandbox(Failure::Accepted.before()),
        Fault::Status202After => Cause::Sandbox(Failure::Accepted.after()),
        Fault::Probe => Cause::Sandbox(Damage::Probe.into()),
        Fault::WrongSignature => Cause::Sandbox(Damage::WrongSignature.into()),
        Fault::Unsigned => Cause::Sandbox(Damage::NoSignature.into()),
        Fault::UnknownSerial => Cause::Sandbox(Damage::UnknownSerial.into()),
        Fault::ClockBehind => Cause::Sandbox(Damage::Clock(-600).into()),
        Fault::ClockAhead => Cause::Sandbox(Damage::Clock(600).into()),
        Fault::TruncatedJson => Cause::Sandbox(Damage::TruncatedJson.into()),
        Fault::Oversized => Cause::Sandbox(Damage::Oversized(LIMIT + 1).into()),
        Fault::Status400 => Cause::Sandbox(Denial::BadRequest.into()),
        Fault::Status401 => Cause::Sandbox(Denial::Unauthorized.into()),
        Fault::Status404Empty => Cause::Sandbox(Denial::NotFound.into()),
        Fault::FrequencyLimited => denied(RateCode::FrequencyLimited),
        Fault::RatelimitExceeded => denied(RateCode::RatelimitExceeded),
        Fault::FrequencyLimitExceed => denied(RateCode::FrequencyLimitExceed),
        Fault::RateLimited => denied(RateCode::RateLimited),
    }
}

/// Returns true if an attempt with this fault is meant to take too long.
pub(super) fn takes_too_long(fault: Fault) -> bool {
    use Fault::*;
    matches!(fault, StallBefore | StallAfter | DripTooSlow | NoAnswerBefore | NoAnswerAfter)
}
