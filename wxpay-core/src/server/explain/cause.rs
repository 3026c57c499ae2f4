//! The usual causes; [`remedy`](super::remedy) says what to do about each.

use std::fmt::{self, Write as _};

use super::print::Printed;
use super::{Charset, Encoding, OtherBody, OtherLines, OtherTarget, V2Notice};
use crate::decode::Fault;
use crate::envelope::EnvelopeError;
use crate::keys::UnknownKey;
use crate::text::escaping;
use crate::verify::{HeaderProblem, SIGNATURE_TYPE};

/// Why a signed message is not accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// The `Authorization` header is not what it must be.
    Authorization(AuthorizationFault),
    /// A signature header is not what it must be.
    Header {
        /// The header's name.
        header: &'static str,
        /// What is wrong with it.
        problem: HeaderProblem,
    },
    /// The message is signed in another way than is known here.
    SignatureType {
        /// What `Wechatpay-Signature-Type` says.
        found: String,
        /// What is known.
        known: &'static str,
    },
    /// There are no signature headers at all.
    Unsigned,
    /// This is a request of a merchant, where a notification belongs.
    IsRequest,
    /// This is a notification or an answer of WeChat Pay, where a request belongs.
    IsNotification,
    /// This is a notice of APIv2 (XML), which APIv3 does not sign.
    V2Notice(V2Notice),
    /// There is no body: something has read it before.
    EmptyBody,
    /// The signature is Base64, but written another way.
    Encoding(Encoding),
    /// The timestamp is in milliseconds.
    Milliseconds,
    /// The timestamp is not a number of seconds.
    Timestamp,
    /// Signed so many seconds ago; below zero, in the future.
    Clock(i64),
    /// The number that calls is not the one that the certificate belongs to.
    OtherCaller {
        /// The number in the message.
        said: String,
        /// The number of the certificate's holder.
        holder: String,
    },
    /// None of the known keys is called so.
    UnknownSerial {
        /// The key's name in the message.
        serial: String,
        /// How it differs from the known ones.
        kind: UnknownKey,
    },
    /// Another key than the named one has signed.
    OtherKey {
        /// The key's name in the message.
        said: String,
        /// The name of the key that signed.
        signer: String,
    },
    /// The merchant's own key has signed what WeChat Pay should have; the text is the key's name.
    MerchantsKey(String),
    /// None of the known keys has made this signature, or it is damaged.
    NoKnownKey,
    /// The right key, but over another digest than SHA-256.
    Digest(&'static str),
    /// The right key has signed another message, and none of the usual ones.
    OtherMessage,
    /// Another method was signed.
    Method(String),
    /// Another path or query was signed.
    Target(OtherTarget),
    /// The request line has this prefix before the path that was signed.
    Prefixed(String),
    /// The signed path has this prefix before that of the request line.
    Unprefixed(String),
    /// Another timestamp was signed than is in the header.
    OtherTimestamp(String),
    /// The nonce was signed in another letter case.
    NonceCase,
    /// A body was signed that was not sent, or one was sent that was not signed.
    Body(OtherBody),
    /// The body was parsed and printed again: the signed one was written in this way.
    Reserialised(Printed),
    /// The body is not UTF-8, or the signed one was encoded otherwise.
    Charset(Charset),
    /// The body has another length than the header `Content-Length` says.
    Length {
        /// The bytes that the header says.
        said: usize,
        /// The bytes that there are.
        found: usize,
    },
    /// The lines of the signing string are parted otherwise.
    Lines(OtherLines),
    /// The headers have the names that CGI gives them, of which this is one.
    CgiNames(String),
    /// The body is the notification's `resource` alone.
    BareResource,
    /// WeChat Pay's own probe: a wrong signature on purpose.
    Probe,
    /// The body is not JSON, or was cut off.
    Syntax,
    /// The envelope is not as documented.
    Envelope(EnvelopeFault),
    /// The APIv3 key does not open the resource.
    ApiV3Key,
    /// The resource opens with other associated data than it names.
    AssociatedData {
        /// What opens it.
        opens: String,
    },
}

/// What is wrong with an `Authorization` header.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum AuthorizationFault {
    /// There is no space after the scheme.
    NoBlank,
    /// A parameter has no `=`.
    NoEquals {
        /// The scheme.
        scheme: String,
    },
    /// A parameter is not known.
    Unknown {
        /// Its name.
        name: String,
        /// The names that are known.
        expected: [&'static str; 5],
    },
    /// A parameter is there twice.
    Twice {
        /// Its name.
        name: String,
    },
    /// A parameter's value is not in double quotes.
    NoQuotes {
        /// Its name.
        name: String,
    },
    /// A parameter is missing.
    Missing {
        /// Its name.
        name: &'static str,
    },
    /// The scheme is another.
    Scheme {
        /// The scheme in the header.
        found: String,
        /// The right one.
        expected: &'static str,
    },
    /// It is written in yet another way than it must be.
    Malformed,
}

/// What is wrong with a notification's envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum EnvelopeFault {
    /// It is nested deeper than any notification is.
    TooDeep,
    /// A member of it is not as documented.
    Member(Fault),
    /// It cannot be opened with any key.
    Sealed(EnvelopeError),
}

impl Cause {
    /// A name for machines; it does not change.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Authorization(_) | Self::Header { .. } | Self::SignatureType { .. } => "header",
            Self::Unsigned => "unsigned",
            Self::IsRequest => "is-request",
            Self::IsNotification => "is-notification",
            Self::V2Notice(_) => "v2-notice",
            Self::EmptyBody => "empty-body",
            Self::Encoding(_) => "encoding",
            Self::Milliseconds => "milliseconds",
            Self::Timestamp => "timestamp",
            Self::Clock(_) => "clock",
            Self::OtherCaller { .. } => "other-caller",
            Self::UnknownSerial { .. } => "unknown-serial",
            Self::OtherKey { .. } => "other-key",
            Self::MerchantsKey(_) => "merchants-key",
            Self::NoKnownKey => "no-known-key",
            Self::Digest(_) => "digest",
            Self::OtherMessage => "other-message",
            Self::Method(_) => "method",
            Self::Target(_) => "target",
            Self::Prefixed(_) => "prefixed",
            Self::Unprefixed(_) => "unprefixed",
            Self::OtherTimestamp(_) => "other-timestamp",
            Self::NonceCase => "nonce-case",
            Self::Body(_) => "body",
            Self::Reserialised(_) => "reserialised",
            Self::Charset(_) => "charset",
            Self::Length { .. } => "length",
            Self::Lines(_) => "lines",
            Self::CgiNames(_) => "cgi-names",
            Self::BareResource => "bare-resource",
            Self::Probe => "probe",
            Self::Syntax => "syntax",
            Self::Envelope(_) => "envelope",
            Self::ApiV3Key => "api-v3-key",
            Self::AssociatedData { .. } => "associated-data",
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut f = escaping(f);
        match self {
            Self::Authorization(fault) => write!(f, "the Authorization header {fault}"),
            Self::Header { header, problem } => write!(f, "the header `{header}` {problem}"),
            Self::SignatureType { found, known } => {
                write!(f, "the header `{SIGNATURE_TYPE}` is \"{found}\"; only {known} is known here")
            }
            Self::Unsigned => f.write_str("there is no signature"),
            Self::IsRequest => f.write_str("this is a request of a merchant, not a notification"),
            Self::IsNotification => f.write_str("this is a notification or an answer of WeChat Pay, not a request"),
            Self::V2Notice(of) => write!(f, "this is a notice of APIv2 (XML), of {of}"),
            Self::EmptyBody => f.write_str("the body is empty, and another one was signed"),
            Self::Encoding(how) => write!(f, "the signature is {how}"),
            Self::Milliseconds => f.write_str("the timestamp is in milliseconds"),
            Self::Timestamp => f.write_str("the timestamp is not a number of seconds"),
            Self::Clock(age) if *age < 0 => write!(f, "signed {} s in the future", age.unsigned_abs()),
            Self::Clock(age) => write!(f, "signed {age} s ago"),
            Self::OtherCaller { said, holder } => {
                write!(f, "`{said}` calls, with a certificate of `{holder}`")
            }
            Self::UnknownSerial { serial, kind: UnknownKey::Spelling } => {
                write!(f, "the key is known, and `{serial}` is another spelling of its name")
            }
            Self::UnknownSerial { serial, kind: UnknownKey::Merchants } => {
                write!(f, "`{serial}` is the merchant's own certificate, where a key of WeChat Pay belongs")
            }
            Self::UnknownSerial { serial, kind: UnknownKey::WechatPays } => {
                write!(f, "`{serial}` is a key of WeChat Pay, where the merchant's certificate belongs")
            }
            Self::UnknownSerial { serial, .. } => write!(f, "there is no key called `{serial}`"),
            Self::OtherKey { said, signer } => write!(f, "signed with the key `{signer}`, not with `{said}`"),
            Self::MerchantsKey(serial) => write!(f, "signed with the merchant's own key `{serial}`, not by WeChat Pay"),
            Self::NoKnownKey => f.write_str("no key that is known here has made this signature"),
            Self::Digest(name) => write!(f, "signed over {name}, not SHA-256"),
            Self::OtherMessage => f.write_str("the right key has signed another message; no usual mistake explains it"),
            Self::Method(method) => write!(f, "signed was the method `{method}`"),
            Self::Target(how) => write!(f, "the signed path and query are {how}"),
            Self::Prefixed(prefix) => {
                write!(f, "signed was the path without the prefix `{prefix}`, which the request line has")
            }
            Self::Unprefixed(prefix) => {
                write!(f, "signed was the path with the prefix `{prefix}`, which the request line does not have")
            }
            Self::OtherTimestamp(signed) => write!(f, "signed was the timestamp {signed}, another than in the header"),
            Self::NonceCase => f.write_str("the nonce was signed in another letter case"),
            Self::Body(how) => write!(f, "the signed body is {how}"),
            Self::Reserialised(how) => write!(f, "the body was parsed and printed again; the signed one is {how}"),
            Self::Charset(how) => write!(f, "{how}"),
            Self::Length { said, found } => {
                write!(f, "`Content-Length` says {said} bytes, and the body has {found}")
            }
            Self::CgiNames(name) => write!(f, "the headers have the names that CGI gives them, such as `{name}`"),
            Self::BareResource => {
                f.write_str("the body is the `resource` alone, and signed is the whole notification around it")
            }
            Self::Lines(how) => write!(f, "the signing string has {how}"),
            Self::Probe => f.write_str("a signature probe of WeChat Pay (`WECHATPAY/SIGNTEST/`)"),
            Self::Syntax => f.write_str("the body is not JSON, or was cut off"),
            Self::Envelope(fault) => write!(f, "the envelope is not as documented: {fault}"),
            Self::ApiV3Key => f.write_str("the APIv3 key does not open the resource"),
            Self::AssociatedData { opens } => {
                write!(f, "the resource opens with the associated data `{opens}`, not with that which it names")
            }
        }
    }
}

impl fmt::Display for AuthorizationFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoBlank => f.write_str("has no space after its scheme"),
            Self::NoEquals { scheme } => write!(f, "has a parameter without `=` after the scheme `{scheme}`"),
            Self::Unknown { name, expected } => {
                write!(f, "has the unknown parameter `{name}`; expected {}", expected.join(", "))
            }
            Self::Twice { name } => write!(f, "has `{name}` twice"),
            Self::NoQuotes { name } => write!(f, "has no value in double quotes behind `{name}=`"),
            Self::Missing { name } => write!(f, "has no `{name}`"),
            Self::Scheme { found, expected } => write!(f, "has the scheme `{found}`, not `{expected}`"),
            Self::Malformed => f.write_str("is malformed"),
        }
    }
}

impl fmt::Display for EnvelopeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooDeep => f.write_str("nested deeper than any notification is"),
            Self::Member(fault) => write!(f, "{fault}"),
            Self::Sealed(error) => write!(f, "{error}"),
        }
    }
}
