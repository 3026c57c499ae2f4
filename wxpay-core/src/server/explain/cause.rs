//! The usual causes; [`remedy`](super::remedy) has the remedy for each.

use std::fmt::{self, Write as _};

use super::print::Printed;
use super::{Charset, Encoding, OtherBody, OtherLines, OtherTarget, V2Notice};
use crate::decode::Fault;
use crate::envelope::EnvelopeError;
use crate::keys::UnknownKey;
use crate::text::escaping;
use crate::verify::{HeaderProblem, SIGNATURE_TYPE};

/// A reason why a signed message is not accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// The `Authorization` header is wrong.
    Authorization(AuthorizationFault),
    /// A signature header is wrong.
    Header {
        /// The header's name.
        header: &'static str,
        /// The problem with the header.
        problem: HeaderProblem,
    },
    /// The signature type is not supported.
    SignatureType {
        /// The value of `Wechatpay-Signature-Type`.
        found: String,
        /// The supported type.
        known: &'static str,
    },
    /// There are no signature headers.
    Unsigned,
    /// This is a merchant's request; expected a notification.
    IsRequest,
    /// This is a notification or an answer of WeChat Pay; expected a request.
    IsNotification,
    /// This is a notification of APIv2 (XML), which APIv3 does not sign.
    V2Notice(V2Notice),
    /// The body is empty: something else has read it before.
    EmptyBody,
    /// The signature is Base64, but in another form.
    Encoding(Encoding),
    /// The timestamp is in milliseconds.
    Milliseconds,
    /// The timestamp is not a number of seconds.
    Timestamp,
    /// The age of the signature in seconds; negative if it lies in the future.
    Clock(i64),
    /// The calling merchant number is not the one that the certificate belongs to.
    OtherCaller {
        /// The number in the message.
        said: String,
        /// The number of the certificate's holder.
        holder: String,
    },
    /// No known key has this name.
    UnknownSerial {
        /// The key's name in the message.
        serial: String,
        /// The difference from the known names.
        kind: UnknownKey,
    },
    /// Another key made the signature than the one that the message names.
    OtherKey {
        /// The key's name in the message.
        said: String,
        /// The name of the key that signed.
        signer: String,
    },
    /// The merchant's own key made the signature in place of WeChat Pay's; the text is its serial.
    MerchantsKey(String),
    /// No known key made this signature, or it is damaged.
    NoKnownKey,
    /// The right key signed, but with another digest than SHA-256.
    Digest(&'static str),
    /// The right key signed another message, and no usual mistake explains it.
    OtherMessage,
    /// Another method was signed.
    Method(String),
    /// Another path or query was signed.
    Target(OtherTarget),
    /// The request line has this prefix before the signed path.
    Prefixed(String),
    /// The signed path has this prefix before the path of the request line.
    Unprefixed(String),
    /// The signed timestamp is not the one in the header.
    OtherTimestamp(String),
    /// The nonce was signed in another letter case.
    NonceCase,
    /// The signed body is not the one that was sent.
    Body(OtherBody),
    /// The body was parsed and printed again: the signed one was printed in this way.
    Reserialised(Printed),
    /// The body is not UTF-8, or the signed one had another encoding.
    Charset(Charset),
    /// The body's length differs from the header `Content-Length`.
    Length {
        /// The number of bytes in the header.
        said: usize,
        /// The number of bytes found.
        found: usize,
    },
    /// The lines of the signing string are separated in another way.
    Lines(OtherLines),
    /// The headers have CGI names, such as this one.
    CgiNames(String),
    /// The body is only the notification's `resource`.
    BareResource,
    /// This is a probe of WeChat Pay: a signature that is wrong on purpose.
    Probe,
    /// The body is not JSON, or is truncated.
    Syntax,
    /// The notification's envelope is wrong.
    Envelope(EnvelopeFault),
    /// The APIv3 key does not open the resource.
    ApiV3Key,
    /// The resource opens with other associated data than its own.
    AssociatedData {
        /// The associated data that opens it.
        opens: String,
    },
}

/// The fault of an `Authorization` header.
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
    /// A parameter is unknown.
    Unknown {
        /// Its name.
        name: String,
        /// The known names.
        expected: [&'static str; 5],
    },
    /// A parameter appears twice.
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
    /// The scheme is wrong.
    Scheme {
        /// The scheme in the header.
        found: String,
        /// The expected scheme.
        expected: &'static str,
    },
    /// The header is malformed in another way.
    Malformed,
}

/// The fault of a notification's envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum EnvelopeFault {
    /// It is nested deeper than any real notification.
    TooDeep,
    /// One of its members is wrong.
    Member(Fault),
    /// No key can open it, because of its form.
    Sealed(EnvelopeError),
}

impl Cause {
    /// A stable name for programs.
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
                write!(f, "the header `{SIGNATURE_TYPE}` is \"{found}\"; only {known} is supported")
            }
            Self::Unsigned => f.write_str("there is no signature"),
            Self::IsRequest => f.write_str("this is a request of a merchant, not a notification"),
            Self::IsNotification => f.write_str("this is a notification or an answer of WeChat Pay, not a request"),
            Self::V2Notice(of) => write!(f, "this is an APIv2 notification (XML) of {of}"),
            Self::EmptyBody => f.write_str("the body is empty, but the signed one was not"),
            Self::Encoding(how) => write!(f, "the signature is {how}"),
            Self::Milliseconds => f.write_str("the timestamp is in milliseconds"),
            Self::Timestamp => f.write_str("the timestamp is not a number of seconds"),
            Self::Clock(age) if *age < 0 => write!(f, "signed {} s in the future", age.unsigned_abs()),
            Self::Clock(age) => write!(f, "signed {age} s ago"),
            Self::OtherCaller { said, holder } => {
                write!(f, "the caller is `{said}`, but the certificate belongs to `{holder}`")
            }
            Self::UnknownSerial { serial, kind: UnknownKey::Spelling } => {
                write!(f, "`{serial}` is another spelling of a known key's name")
            }
            Self::UnknownSerial { serial, kind: UnknownKey::Merchants } => {
                write!(f, "`{serial}` is the merchant's own certificate; expected a key of WeChat Pay")
            }
            Self::UnknownSerial { serial, kind: UnknownKey::WechatPays } => {
                write!(f, "`{serial}` is a key of WeChat Pay; expected the merchant's certificate")
            }
            Self::UnknownSerial { serial, .. } => write!(f, "there is no key called `{serial}`"),
            Self::OtherKey { said, signer } => write!(f, "signed with the key `{signer}`, not with `{said}`"),
            Self::MerchantsKey(serial) => write!(f, "signed with the merchant's own key `{serial}`, not by WeChat Pay"),
            Self::NoKnownKey => f.write_str("none of the known keys made this signature"),
            Self::Digest(name) => write!(f, "signed with {name}, not SHA-256"),
            Self::OtherMessage => f.write_str("the right key signed another message; no usual mistake explains it"),
            Self::Method(method) => write!(f, "the signed method is `{method}`"),
            Self::Target(how) => write!(f, "the signed path and query are {how}"),
            Self::Prefixed(prefix) => {
                write!(f, "the signed path lacks the prefix `{prefix}` of the request line")
            }
            Self::Unprefixed(prefix) => {
                write!(f, "the signed path has the prefix `{prefix}`, which the request line lacks")
            }
            Self::OtherTimestamp(signed) => write!(f, "the signed timestamp is {signed}, not the one in the header"),
            Self::NonceCase => f.write_str("the nonce was signed in another letter case"),
            Self::Body(how) => write!(f, "the signed body is {how}"),
            Self::Reserialised(how) => write!(f, "the body was parsed and printed again; the signed one is {how}"),
            Self::Charset(how) => write!(f, "{how}"),
            Self::Length { said, found } => {
                write!(f, "`Content-Length` says {said} bytes, but the body has {found}")
            }
            Self::CgiNames(name) => write!(f, "the headers have CGI names, such as `{name}`"),
            Self::BareResource => {
                f.write_str("the body is only the `resource`; the signature covers the whole notification")
            }
            Self::Lines(how) => write!(f, "the signing string has {how}"),
            Self::Probe => f.write_str("a signature probe of WeChat Pay (`WECHATPAY/SIGNTEST/`)"),
            Self::Syntax => f.write_str("the body is not JSON, or is truncated"),
            Self::Envelope(fault) => write!(f, "the envelope is not as documented: {fault}"),
            Self::ApiV3Key => f.write_str("the APIv3 key does not open the resource"),
            Self::AssociatedData { opens } => {
                write!(f, "the resource opens with the associated data `{opens}`, not with its own `associated_data`")
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
            Self::NoQuotes { name } => write!(f, "has no value in double quotes after `{name}=`"),
            Self::Missing { name } => write!(f, "has no `{name}`"),
            Self::Scheme { found, expected } => write!(f, "has the scheme `{found}`, not `{expected}`"),
            Self::Malformed => f.write_str("is malformed"),
        }
    }
}

impl fmt::Display for EnvelopeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooDeep => f.write_str("nested deeper than any real notification"),
            Self::Member(fault) => write!(f, "{fault}"),
            Self::Sealed(error) => write!(f, "{error}"),
        }
    }
}
