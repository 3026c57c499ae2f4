//! Expected results of a call when something fails, written by hand from the protocol's rules, before the code.
//!
//! A cell is the number of attempts and the outcome. A call may make four attempts, to two hosts.

/// A fault, then the results of three requests: a `GET`, a `POST` with a business number, and a `POST` without one. Each request
/// has three results: with the fault on the first attempt, on the first two attempts, and on every attempt.
pub(crate) type Row = (Fault, [&'static str; 3], [&'static str; 3], [&'static str; 3]);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The connection is refused: nothing was sent.
    Refused,
    /// No answer: the request may have arrived.
    NoAnswer,
    /// The answer breaks off.
    Broken,
    /// A 2xx with an invalid signature.
    WrongSignature,
    /// A 2xx without a signature.
    Unsigned,
    /// A 2xx signed with an unknown key.
    UnknownSerial,
    /// WeChat Pay's signature probe.
    Probe,
    /// A 2xx signed ten minutes ago.
    OldClock,
    /// 401 as the gateway sends it, unsigned.
    Status401,
    /// 404 with an empty body, unsigned.
    Status404Empty,
    /// 400, signed.
    Status400,
    /// 429, signed.
    Status429,
    /// 500, signed.
    Status500,
    /// 502 with HTML.
    Status502Html,
    /// 503, unsigned and empty.
    Status503,
    /// 202, signed: accepted, not done.
    Status202,
    /// A verified 2xx whose JSON breaks off.
    TruncatedJson,
    /// An answer larger than the client accepts.
    Oversized,
}

use Fault::*;

pub(crate) const TABLE: [Row; 18] = [
    // Nothing was sent: everything is repeated.
    (Refused, ["2 ok", "3 ok", "4 not sent"], ["2 ok", "3 ok", "4 not sent"], ["2 ok", "3 ok", "4 not sent"]),
    // It may have been done: only a request that cannot be done twice is repeated.
    (NoAnswer, ["2 ok", "3 ok", "4 unknown"], ["2 ok", "3 ok", "4 unknown"], ["1 unknown"; 3]),
    (Broken, ["2 ok", "3 ok", "4 unknown"], ["2 ok", "3 ok", "4 unknown"], ["1 unknown"; 3]),
    (Probe, ["2 ok", "3 ok", "4 unknown"], ["2 ok", "3 ok", "4 unknown"], ["1 unknown"; 3]),
    (Status500, ["2 ok", "3 ok", "4 unknown"], ["2 ok", "3 ok", "4 unknown"], ["1 unknown"; 3]),
    (Status502Html, ["2 ok", "3 ok", "4 unknown"], ["2 ok", "3 ok", "4 unknown"], ["1 unknown"; 3]),
    (Status503, ["2 ok", "3 ok", "4 unknown"], ["2 ok", "3 ok", "4 unknown"], ["1 unknown"; 3]),
    (Status202, ["2 ok", "3 ok", "4 unknown"], ["2 ok", "3 ok", "4 unknown"], ["1 unknown"; 3]),
    // An answer is forged, or a clock or a key is wrong: repeating does not help.
    (WrongSignature, ["1 unknown"; 3], ["1 unknown"; 3], ["1 unknown"; 3]),
    (Unsigned, ["1 unknown"; 3], ["1 unknown"; 3], ["1 unknown"; 3]),
    (UnknownSerial, ["1 unknown"; 3], ["1 unknown"; 3], ["1 unknown"; 3]),
    (OldClock, ["1 unknown"; 3], ["1 unknown"; 3], ["1 unknown"; 3]),
    (TruncatedJson, ["1 unknown"; 3], ["1 unknown"; 3], ["1 unknown"; 3]),
    (Oversized, ["1 unknown"; 3], ["1 unknown"; 3], ["1 unknown"; 3]),
    // Refusals: the request did nothing, and repeating does not help, except after too many requests at once.
    (Status400, ["1 refused"; 3], ["1 refused"; 3], ["1 refused"; 3]),
    (Status401, ["1 refused"; 3], ["1 refused"; 3], ["1 refused"; 3]),
    (Status404Empty, ["1 refused"; 3], ["1 refused"; 3], ["1 refused"; 3]),
    (Status429, ["2 ok", "3 ok", "4 refused"], ["2 ok", "3 ok", "4 refused"], ["1 refused"; 3]),
];
