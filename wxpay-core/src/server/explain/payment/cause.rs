//! The usual causes, in words, and what to do about each.

use std::fmt::{self, Write as _};

use super::super::Encoding;
use super::{OtherFourth, OtherLines, Package, Wrapping};
use crate::finding::State;
use crate::text::{escaping, quoted};

/// A reason why a payment does not start, or something that somebody should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// A parameter is missing.
    Missing(&'static str),
    /// A parameter is spelled as another front end has it.
    Spelling {
        /// The name that was found.
        found: String,
        /// The name that this front end reads.
        expected: &'static str,
    },
    /// The timestamp, called so, is a number where a text is needed.
    Number(String),
    /// The timestamp is in milliseconds.
    Milliseconds,
    /// The timestamp is not a number of seconds.
    Timestamp,
    /// Signed so many seconds ago, which is longer than a `prepay_id` lives.
    Old(i64),
    /// `package` is not what it must be.
    Package(Package),
    /// An app's `prepayid` has `prepay_id=` in front.
    PrepayId,
    /// In place of the `prepay_id` there is nothing, or `undefined`.
    NoPrepayId,
    /// A parameter has spaces around it, or is percent-encoded.
    Written {
        /// The parameter's name.
        member: String,
        /// What it is like.
        how: Wrapping,
    },
    /// `signType` is another than `RSA`.
    SignType(String),
    /// The signature is one of APIv2; the text names its algorithm.
    V2Signature(&'static str),
    /// The signature is not standard Base64.
    Encoding(Encoding),
    /// The parameters do not name the appid, and none was given.
    NoAppId,
    /// The parameters name another appid than that of the client in which the payment runs.
    AppId {
        /// The appid in the parameters.
        found: String,
        /// The appid of the client.
        expected: String,
    },
    /// The appid has nothing but digits, as a merchant's number has.
    NoSuchAppId(String),
    /// Another appid was signed.
    SignedAppId(String),
    /// `partnerid` is another merchant number than that of the key.
    Partner {
        /// The number in the parameters.
        found: String,
        /// The number of the key's holder.
        expected: String,
    },
    /// Another key than the merchant's has signed; the text is its name.
    OtherKey(String),
    /// None of the known keys has made this signature, or it is damaged.
    NoKnownKey,
    /// The right key, but over another digest than SHA-256.
    Digest(&'static str),
    /// Another fourth line was signed.
    Fourth(OtherFourth),
    /// The nonce was signed in another letter case.
    NonceCase,
    /// Another timestamp was signed.
    OtherTimestamp(String),
    /// The lines were signed in this order.
    Order(Vec<&'static str>),
    /// The signing string was put together otherwise.
    Lines(OtherLines),
    /// The right key has signed another message, and none of the usual ones.
    OtherMessage,
}

impl Cause {
    /// A name for machines; it does not change.
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

    /// [`State::Wrong`] if the payment does not start; [`State::Warning`] if it may all the same.
    #[must_use]
    pub fn state(&self) -> State {
        match self {
            Self::Old(_) | Self::Partner { .. } => State::Warning,
            _ => State::Wrong,
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Missing(_) => "hand the parameters over as they were made, all of them",
            Self::Spelling { .. } => "a front end overlooks other spellings: write it exactly so, in this letter case",
            Self::Number(_) => "make it a text: in quotes, as in \"1700000000\"",
            Self::Milliseconds => "seconds since 1970: divide by 1000, for the signing string and the parameter alike",
            Self::Timestamp => "seconds since 1970, in decimal digits",
            Self::Old(_) => "send the order again with the same number: a prepay_id lives two hours",
            Self::Package(_) => {
                "`package` is `prepay_id=` and the prepay_id for a page and a mini program, `Sign=WXPay` for an app"
            }
            Self::PrepayId => "an app gets and signs the bare prepay_id",
            Self::NoPrepayId => "look at the order's answer: `prepay_id` stands in it, or an error does",
            Self::Written { .. } => "hand it over, and sign it, without anything around or over its text",
            Self::SignType(_) => {
                "`RSA`: MD5 and HMAC-SHA256 are those of APIv2, and an order of APIv3 is not paid with them"
            }
            Self::V2Signature(_) => "sign with the merchant's private key, SHA256withRSA: an order of APIv3 is paid so",
            Self::Encoding(_) => "standard Base64 with padding, in one line, not encoded again",
            Self::NoAppId => "give the appid of the client in which the payment runs: `--appid`",
            Self::AppId { .. } => "order, sign and pay with the appid of the client in which the payment runs",
            Self::NoSuchAppId(_) => {
                "order, sign and pay with the appid (`wx..`) of the client in which the payment runs; a merchant's number is not one"
            }
            Self::SignedAppId(_) => {
                "sign the appid of the client in which the payment runs, which is the order's; in partner mode \
                 `sp_appid` or `sub_appid`, never the one for the other"
            }
            Self::Partner { .. } => "`partnerid` is the merchant number that ordered, whose key signs",
            Self::OtherKey(_) => {
                "sign with the private key of the merchant that ordered, in partner mode the provider's"
            }
            Self::NoKnownKey => {
                "another private key was used than that of the merchant's certificate, or the signature was damaged"
            }
            Self::Digest(_) => "sign with SHA256withRSA (PKCS#1 v1.5)",
            Self::Fourth(_) => {
                "the fourth line is `prepay_id=` and the prepay_id for a page and a mini program, the bare prepay_id for \
                 an app"
            }
            Self::NonceCase => "use one text for the signing string and the parameter",
            Self::OtherTimestamp(_) => "take the time once, in seconds, for the signing string and the parameter",
            Self::Order(_) => "appid, timestamp, nonce, and the fourth line: in this order, without their names",
            Self::Lines(_) => "four lines of values, each with one line feed (0x0A) at its end, the last one too",
            Self::OtherMessage => {
                "an appid cannot be guessed: give each other one that may have been signed, with `--appid`, and it is tried; if \
                 it is none of these, make timestamp, nonce and prepay_id once, and hand over the ones that were signed: a nonce made twice is \
                 usual; then compare what was signed byte by byte with the string here"
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
                write!(f, "{} stands there, and this front end reads `{expected}`", quoted(found))
            }
            Self::Number(name) => write!(f, "{} is a number, and has to be a text", quoted(name)),
            Self::Milliseconds => f.write_str("the timestamp is in milliseconds"),
            Self::Timestamp => f.write_str("the timestamp is not a number of seconds"),
            Self::Old(age) => write!(f, "signed {age} s ago, and a prepay_id lives 7200 s"),
            Self::Package(how) => write!(f, "`package` {how}"),
            Self::PrepayId => f.write_str("`prepayid` has `prepay_id=` in front of the prepay_id"),
            Self::NoPrepayId => f.write_str("there is no prepay_id"),
            Self::Written { member, how } => write!(f, "{} {how}", quoted(member)),
            Self::SignType(found) => write!(f, "`signType` is {}, and has to be `RSA`", quoted(found)),
            Self::V2Signature(name) => write!(f, "the signature is one of APIv2 ({name})"),
            Self::Encoding(how) => write!(f, "the signature is {how}"),
            Self::NoAppId => f.write_str("the appid is signed, and these parameters do not name it"),
            Self::AppId { found, expected } => {
                write!(
                    f,
                    "the parameters are for the appid {}, and the payment runs in {}",
                    quoted(found),
                    quoted(expected)
                )
            }
            Self::NoSuchAppId(found) => {
                write!(f, "{} is not an appid: it is a number, as a merchant has", quoted(found))
            }
            Self::SignedAppId(signed) if signed.is_empty() => f.write_str("signed was an empty appid"),
            Self::SignedAppId(signed) => write!(f, "signed was the appid {}", quoted(signed)),
            Self::Partner { found, expected } => {
                write!(f, "`partnerid` is {}, and the key is that of {}", quoted(found), quoted(expected))
            }
            Self::OtherKey(signer) => write!(f, "signed with the key {}, not with the merchant's", quoted(signer)),
            Self::NoKnownKey => f.write_str("no key that is known here has made this signature"),
            Self::Digest(name) => write!(f, "signed over {name}, not SHA-256"),
            Self::Fourth(how) => write!(f, "the fourth line that was signed is {how}"),
            Self::NonceCase => f.write_str("the nonce was signed in another letter case"),
            Self::OtherTimestamp(signed) => {
                write!(f, "signed was the timestamp {signed}, another than in the parameters")
            }
            Self::Order(order) => write!(f, "the lines were signed in another order: {}", order.join(", ")),
            Self::Lines(how) => write!(f, "the signing string has {how}"),
            Self::OtherMessage => f.write_str("the right key has signed another message; no usual mistake explains it"),
        }
    }
}
