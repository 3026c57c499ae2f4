//! Expected results over real sockets, written by hand from the protocol's rules, before the code.
//!
//! A cell is the number of sends and the outcome. A call may send four times, to two hosts.

/// The fault; `Yes` if the requests that meet it are processed; then a `GET`, a `POST` with a business number, and a `POST`
/// without one: each with the fault on the first attempt, on the first two, and on all.
pub(crate) type Row = (Fault, Processed, [&'static str; 3], [&'static str; 3], [&'static str; 3]);

/// WeChat Pay's treatment of a request that meets the fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Processed {
    /// It does not see the request, or refuses it.
    No,
    /// It processes the request, and only the answer is affected.
    Yes,
}

/// A fault of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Connections are refused.
    Refused,
    /// The connection is reset with the request unread.
    ResetUnread,
    /// The connection is reset after the request is read, before WeChat Pay sees it.
    ResetRead,
    /// The connection is reset after the request is processed.
    ResetProcessed,
    /// The connection is reset inside the answer.
    ResetInAnswer,
    /// Silence: the request is read and not passed on.
    StallBefore,
    /// Silence: the request is processed, and its answer does not come.
    StallAfter,
    /// The answer comes byte by byte, in time.
    Drip,
    /// The answer comes byte by byte, too late.
    DripTooSlow,
    /// The connection is closed inside the answer, in good order except for the `Content-Length`.
    Truncated,
    /// The answer is not HTTP.
    Garbage,
    /// Silence of the gateway itself, before or after processing.
    NoAnswerBefore,
    NoAnswerAfter,

    /// 500 `SYSTEM_ERROR`, signed, before or after processing.
    Status500Before,
    Status500After,
    /// 502 with a proxy's HTML.
    Status502Before,
    Status502After,
    /// 503, unsigned, without or with `Retry-After`.
    Status503Before,
    Status503After,
    Status503RetryAfter,
    /// 504 of a proxy, unsigned.
    Status504Before,
    Status504After,
    /// 202, signed: accepted, and not done, or done nevertheless.
    Status202Before,
    Status202After,
    /// WeChat Pay's signature probe.
    Probe,

    /// A 2xx with an invalid signature.
    WrongSignature,
    /// A 2xx without a signature.
    Unsigned,
    /// A 2xx signed with an unknown key.
    UnknownSerial,
    /// A 2xx signed ten minutes ago.
    ClockBehind,
    /// A 2xx signed ten minutes from now.
    ClockAhead,
    /// A verified 2xx whose JSON breaks off.
    TruncatedJson,
    /// An answer larger than the client accepts.
    Oversized,

    /// 400, signed.
    Status400,
    /// 401 as the gateway sends it, unsigned.
    Status401,
    /// 404 with an empty body, unsigned.
    Status404Empty,
    /// 429, signed, by each of its four names.
    FrequencyLimited,
    RatelimitExceeded,
    FrequencyLimitExceed,
    RateLimited,
}

use Fault::*;
use Processed::*;

const REPEATED: [&str; 3] = ["2 ok", "3 ok", "4 unknown"];
const ONCE: [&str; 3] = ["1 unknown"; 3];

pub(crate) const TABLE: [Row; 39] = [
    // Nothing was sent: everything is repeated.
    (Refused, No, ["2 ok", "3 ok", "4 not sent"], ["2 ok", "3 ok", "4 not sent"], ["2 ok", "3 ok", "4 not sent"]),
    // The request was sent, at least in part, and no trustworthy answer came: only a request that cannot be done twice is
    // repeated.
    (ResetUnread, No, REPEATED, REPEATED, ONCE),
    (ResetRead, No, REPEATED, REPEATED, ONCE),
    (ResetProcessed, Yes, REPEATED, REPEATED, ONCE),
    (ResetInAnswer, Yes, REPEATED, REPEATED, ONCE),
    (StallBefore, No, REPEATED, REPEATED, ONCE),
    (StallAfter, Yes, REPEATED, REPEATED, ONCE),
    (DripTooSlow, Yes, REPEATED, REPEATED, ONCE),
    (Truncated, Yes, REPEATED, REPEATED, ONCE),
    (Garbage, No, REPEATED, REPEATED, ONCE),
    (NoAnswerBefore, No, REPEATED, REPEATED, ONCE),
    (NoAnswerAfter, Yes, REPEATED, REPEATED, ONCE),
    // A slow answer is a good answer.
    (Drip, Yes, ["1 ok"; 3], ["1 ok"; 3], ["1 ok"; 3]),
    // WeChat Pay says that it does not know the outcome, or that it has not finished.
    (Status500Before, No, REPEATED, REPEATED, ONCE),
    (Status500After, Yes, REPEATED, REPEATED, ONCE),
    (Status502Before, No, REPEATED, REPEATED, ONCE),
    (Status502After, Yes, REPEATED, REPEATED, ONCE),
    (Status503Before, No, REPEATED, REPEATED, ONCE),
    (Status503After, Yes, REPEATED, REPEATED, ONCE),
    (Status503RetryAfter, No, REPEATED, REPEATED, ONCE),
    (Status504Before, No, REPEATED, REPEATED, ONCE),
    (Status504After, Yes, REPEATED, REPEATED, ONCE),
    (Status202Before, No, REPEATED, REPEATED, ONCE),
    (Status202After, Yes, REPEATED, REPEATED, ONCE),
    (Probe, Yes, REPEATED, REPEATED, ONCE),
    // An answer is forged, or a clock or a key is wrong: repeating does not help.
    (WrongSignature, Yes, ONCE, ONCE, ONCE),
    (Unsigned, Yes, ONCE, ONCE, ONCE),
    (UnknownSerial, Yes, ONCE, ONCE, ONCE),
    (ClockBehind, Yes, ONCE, ONCE, ONCE),
    (ClockAhead, Yes, ONCE, ONCE, ONCE),
    (TruncatedJson, Yes, ONCE, ONCE, ONCE),
    (Oversized, Yes, ONCE, ONCE, ONCE),
    // Refusals: the request did nothing, and repeating does not help, except after too many requests at once.
    (Status400, No, ["1 refused"; 3], ["1 refused"; 3], ["1 refused"; 3]),
    (Status401, No, ["1 refused"; 3], ["1 refused"; 3], ["1 refused"; 3]),
    (Status404Empty, No, ["1 refused"; 3], ["1 refused"; 3], ["1 refused"; 3]),
    (FrequencyLimited, No, ["2 ok", "3 ok", "4 refused"], ["2 ok", "3 ok", "4 refused"], ["1 refused"; 3]),
    (RatelimitExceeded, No, ["2 ok", "3 ok", "4 refused"], ["2 ok", "3 ok", "4 refused"], ["1 refused"; 3]),
    (FrequencyLimitExceed, No, ["2 ok", "3 ok", "4 refused"], ["2 ok", "3 ok", "4 refused"], ["1 refused"; 3]),
    (RateLimited, No, ["2 ok", "3 ok", "4 refused"], ["2 ok", "3 ok", "4 refused"], ["1 refused"; 3]),
];

/// 429 for a refund, under each of its names: the only refusal after which the state is unknown.
pub(crate) const TOO_MANY_REFUNDS: &str = "1 unknown";

/// A client whose clock is ten minutes off: the gateway refuses its request before any other check.
pub(crate) const CLIENT_CLOCK_OFF: &str = "1 refused";
