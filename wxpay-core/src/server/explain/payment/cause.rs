//! The usual causes, in words, and their remedies.

use std::fmt::{self, Write as _};

use super::super::Encoding;
use super::{OtherFourth, OtherLines, Package, Wrapping};
use crate::finding::State;
use crate::text::{escaping, quoted};

/// A reason why a payment does not start, or something that should be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// A parameter is missing.
    Missing(&'static str),
    /// A parameter has the spelling of another front end.
    Spelling {
        /// The name that was found.
        found: String,
        /// The name that this front end reads.
        expected: &'static str,
    },
    /// The timestamp, under this name, is a number; expected a text.
    Number(String),
    /// The timestamp is in milliseconds.
    Milliseconds,
    /// The timestamp is not a number of seconds.
    Timestamp,
    /// The age of the signature in seconds, which is more than a `prepay_id`'s lifetime.
    Old(i64),
    /// `package` is wrong.
    Package(Package),
    /// An app's `prepayid` begins with `prepay_id=`.
    PrepayId,
    /// The `prepay_id` is empty or `undefined`.
    NoPrepayId,
    /// A parameter is surrounded by spaces, or percent-encoded.
    Written {
        /// The parameter's name.
        member: String,
        /// The fault of its text.
        how: Wrapping,
    },
    /// `signType` is not `RSA`.
    SignType(String),
    /// The signature is of APIv2; the text names its algorithm.
    V2Signature(&'static str),
    /// The signature is not standard Base64.
    Encoding(Encoding),
    /// The parameters do not name the appid, and none was given.
    NoAppId,
    /// The parameters name another appid than the client's in which the payment runs.
    AppId {
        /// The appid in the parameters.
        found: String,
        /// The appid of the client.
        expected: String,
    },
    /// The appid has only digits, as a merchant number has.
    NoSuchAppId(String),
    /// Another appid was signed.
    SignedAppId(String),
    /// `partnerid` is not the merchant number of the key.
    Partner {
        /// The number in the parameters.
        found: String,
        /// The number of the key's holder.
        expected: String,
    },
    /// Another key than the merchant's made the signature; the text is its serial.
    OtherKey(String),
    /// No known key made this signature, or it is damaged.
    NoKnownKey,
    /// The right key signed, but with another digest than SHA-256.
    Digest(&'static str),
    /// Another fourth line was signed.
    Fourth(OtherFourth),
    /// The nonce was signed in another letter case.
    NonceCase,
    /// Another timestamp was signed.
    OtherTimestamp(String),
    /// The lines were signed in this order.
    Order(Vec<&'static str>),
    /// The lines of the signing string are joined in another way.
    Lines(OtherLines),
    /// The right key signed another message, and no usual mistake explains it.
    OtherMessage,
}

impl Cause {
    /// A stable name for programs.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Missing(_) => "missing",
            Self::Spelling { .. } => "spelling",
            Self::Number(_) => "number",
            Self::Milliseconds => "milliseconds",
            Self::Timestamp => "timestamp",
            Self::Old(_) => "old",
            Self::Package(_) => "package",
            Self::PrepayId => "prepay-id",
            Self::NoPrepayId => "no-prepay-id",
            Self::Written { .. } => "written",
            Self::SignType(_) => "sign-type",
            Self::V2Signature(_) => "v2-signature",
            Self::Encoding(_) => "encoding",
            Self::NoAppId => "no-appid",
            Self::AppId { .. } => "appid",
            Self::NoSuchAppId(_) => "no-such-appid",
            Self::SignedAppId(_) => "signed-appid",
            Self::Partner { .. } => "partner",
            Self::OtherKey(_) => "other-key",
            Self::NoKnownKey => "no-known-key",
            Self::Digest(_) => "digest",
            Self::Fourth(_) => "fourth-line",
            Self::NonceCase => "nonce-case",
            Self::OtherTimestamp(_) => "other-timestamp",
            Self::Order(_) => "order",
            Self::Lines(_) => "lines",
            Self::OtherMessage => "other-message",
        }
    }

    /// [`State::Wrong`] if the payment does not start; [`State::Warning`] if it may start nevertheless.
    #[must_use]
    pub fn state(&self) -> State {
        match self {
            Self::Old(_) | Self::Partner { .. } => State::Warning,
            _ => State::Wrong,
        }
    }

    /// The remedy.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Missing(_) => "pass all parameters on as they were made",
            Self::Spelling { .. } => "a front end ignores other spellings: use exactly this one, in this letter case",
            Self::Number(_) => "make it a text: in quotes, as in \"1700000000\"",
            Self::Milliseconds => {
                "use seconds since 1970: divide by 1000, for the signing string and the parameter alike"
            }
            Self::Timestamp => "use seconds since 1970, in decimal digits",
            Self::Old(_) => "send the order again with the same number: a prepay_id is valid for two hours",
            Self::Package(_) => {
                "`package` is `prepay_id=` and the prepay_id for a page and a mini program, `Sign=WXPay` for an app"
            }
            Self::PrepayId => "an app gets and signs the bare prepay_id",
            Self::NoPrepayId => "look at the answer to the order: it has either the `prepay_id` or an error",
            Self::Written { .. } => "pass it on and sign it unencoded, without anything around it",
            Self::SignType(_) => "use `RSA`: MD5 and HMAC-SHA256 belong to APIv2, and cannot pay an APIv3 order",
            Self::V2Signature(_) => "sign with the merchant's private key, SHA256withRSA, as an APIv3 order requires",
            Self::Encoding(_) => "use standard Base64 with padding, in one line, not encoded again",
            Self::NoAppId => "give the appid of the client in which the payment runs: `--appid`",
            Self::AppId { .. } => "order, sign and pay with the appid of the client in which the payment runs",
            Self::NoSuchAppId(_) => {
                "order, sign and pay with the appid (`wx..`) of the client in which the payment runs, not with a merchant number"
            }
            Self::SignedAppId(_) => {
                "sign the appid of the order, which is that of the client in which the payment runs; in partner mode it is \
                 either `sp_appid` or `sub_appid`, and the other one does not work"
            }
            Self::Partner { .. } => "`partnerid` is the merchant number of the order, whose key signs",
            Self::OtherKey(_) => {
                "sign with the private key of the merchant that ordered; in partner mode, of the service provider"
            }
            Self::NoKnownKey => {
                "another private key than that of the merchant's certificate was used, or the signature was damaged"
            }
            Self::Digest(_) => "sign with SHA256withRSA (PKCS#1 v1.5)",
            Self::Fourth(_) => {
                "the fourth line is `prepay_id=` and the prepay_id for a page and a mini program, the bare prepay_id for \
                 an app"
            }
            Self::NonceCase => "use one text for the signing string and the parameter",
            Self::OtherTimestamp(_) => "take the time once, in seconds, for both the signing string and the parameter",
            Self::Order(_) => "appid, timestamp, nonce, and the fourth line: in this order, without names",
            Self::Lines(_) => "use four lines of values, each with one line feed (0x0A) at its end, also the last one",
            Self::OtherMessage => {
                "the appid cannot be guessed: give every other one that may have been signed, with `--appid`. If none of them \
                 fits, make timestamp, nonce and prepay_id once, and pass on those that were signed; often the nonce is made \
                 twice. Then compare the signed string byte by byte with the one here"
            }
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut f = escaping(f);
        match self {
            Self::Missing(name) => write!(f, "`{name}` is missing"),
            Self::Spelling { found, expected } => {
                write!(f, "found {}, but this front end reads `{expected}`", quoted(found))
            }
            Self::Number(name) => write!(f, "{} is a number; expected a text", quoted(name)),
            Self::Milliseconds => f.write_str("the timestamp is in milliseconds"),
            Self::Timestamp => f.write_str("the timestamp is not a number of seconds"),
            Self::Old(age) => write!(f, "signed {age} s ago, but a prepay_id is valid for 7200 s"),
            Self::Package(how) => write!(f, "`package` {how}"),
            Self::PrepayId => f.write_str("`prepayid` has `prepay_id=` in front of the prepay_id"),
            Self::NoPrepayId => f.write_str("there is no prepay_id"),
            Self::Written { member, how } => write!(f, "{} {how}", quoted(member)),
            Self::SignType(found) => write!(f, "`signType` is {}; expected `RSA`", quoted(found)),
            Self::V2Signature(name) => write!(f, "the signature is of APIv2 ({name})"),
            Self::Encoding(how) => write!(f, "the signature is {how}"),
            Self::NoAppId => f.write_str("the appid is signed, but these parameters do not name it"),
            Self::AppId { found, expected } => {
                write!(
                    f,
                    "the parameters are for the appid {}, but the payment runs in {}",
                    quoted(found),
                    quoted(expected)
                )
            }
            Self::NoSuchAppId(found) => {
                write!(f, "{} is not an appid but a number, such as a merchant's", quoted(found))
            }
            Self::SignedAppId(signed) if signed.is_empty() => f.write_str("the signed appid is empty"),
            Self::SignedAppId(signed) => write!(f, "the signed appid is {}", quoted(signed)),
            Self::Partner { found, expected } => {
                write!(f, "`partnerid` is {}, but the key belongs to {}", quoted(found), quoted(expected))
            }
            Self::OtherKey(signer) => write!(f, "signed with the key {}, not with the merchant's", quoted(signer)),
            Self::NoKnownKey => f.write_str("none of the known keys made this signature"),
            Self::Digest(name) => write!(f, "signed with {name}, not SHA-256"),
            Self::Fourth(how) => write!(f, "the fourth line that was signed is {how}"),
            Self::NonceCase => f.write_str("the nonce was signed in another letter case"),
            Self::OtherTimestamp(signed) => {
                write!(f, "the signed timestamp is {signed}, not the one in the parameters")
            }
            Self::Order(order) => write!(f, "the lines were signed in another order: {}", order.join(", ")),
            Self::Lines(how) => write!(f, "the signing string has {how}"),
            Self::OtherMessage => f.write_str("the right key signed another message; no usual mistake explains it"),
        }
    }
}
