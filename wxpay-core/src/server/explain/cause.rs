//! The usual causes, in words: what happened, and what to do about it.

use std::fmt::{self, Write as _};

use crate::text::escaping;

/// Why a signed message is not accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// The `Authorization` header, or a signature header, is not what it must be; the text says how.
    Header(String),
    /// There are no signature headers at all.
    Unsigned,
    /// The signature is Base64, but written another way; the text says which.
    Encoding(&'static str),
    /// The timestamp is in milliseconds.
    Milliseconds,
    /// The timestamp is no number of seconds.
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
    UnknownSerial(String),
    /// Another key than the named one has signed.
    OtherKey {
        /// The key's name in the message.
        said: String,
        /// The name of the key that signed.
        signer: String,
    },
    /// None of the known keys has made this signature, or it is damaged.
    NoKnownKey,
    /// The right key, but over another digest than SHA-256.
    Digest(&'static str),
    /// The right key has signed another message, and none of the usual ones.
    OtherMessage,
    /// Another method was signed.
    Method(String),
    /// Another path or query was signed; the text says how they differ.
    Target(&'static str),
    /// Another timestamp was signed than is in the header.
    OtherTimestamp(String),
    /// The nonce was signed in another letter case.
    NonceCase,
    /// A body was signed that was not sent, or one was sent that was not signed; the text says which.
    Body(&'static str),
    /// The body was parsed and printed again; the text says how the signed one was written.
    Reserialised(String),
    /// The lines of the signing string are parted otherwise; the text says how.
    Lines(&'static str),
    /// WeChat Pay's own probe: a wrong signature on purpose.
    Probe,
    /// The body is no JSON, or was cut off.
    Syntax,
    /// The envelope's members are not as documented; the text says which.
    Envelope(String),
    /// The APIv3 key does not open the resource.
    ApiV3Key,
    /// The resource opens with other associated data than it names.
    AssociatedData {
        /// What opens it.
        opens: String,
    },
}

impl Cause {
    /// A name for machines; it does not change.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Header(_) => "header",
            Self::Unsigned => "unsigned",
            Self::Encoding(_) => "encoding",
            Self::Milliseconds => "milliseconds",
            Self::Timestamp => "timestamp",
            Self::Clock(_) => "clock",
            Self::OtherCaller { .. } => "other-caller",
            Self::UnknownSerial(_) => "unknown-serial",
            Self::OtherKey { .. } => "other-key",
            Self::NoKnownKey => "no-known-key",
            Self::Digest(_) => "digest",
            Self::OtherMessage => "other-message",
            Self::Method(_) => "method",
            Self::Target(_) => "target",
            Self::OtherTimestamp(_) => "other-timestamp",
            Self::NonceCase => "nonce-case",
            Self::Body(_) => "body",
            Self::Reserialised(_) => "reserialised",
            Self::Lines(_) => "lines",
            Self::Probe => "probe",
            Self::Syntax => "syntax",
            Self::Envelope(_) => "envelope",
            Self::ApiV3Key => "api-v3-key",
            Self::AssociatedData { .. } => "associated-data",
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Header(_) => "write it as documented, each parameter once: `name=\"value\"`, parted by commas",
            Self::Unsigned => "look what stands before you: a proxy may strip `Wechatpay-*` headers",
            Self::Encoding(_) => "standard Base64 with padding, in one line, not encoded again",
            Self::Milliseconds => "seconds since 1970: divide by 1000, for the signing string and the header alike",
            Self::Timestamp => "seconds since 1970, in decimal digits",
            Self::Clock(_) => "set the clock by NTP, and sign every attempt anew: 5 minutes are allowed",
            Self::OtherCaller { .. } => "`mchid` is whom the certificate was issued to; in partner mode the provider",
            Self::UnknownSerial(_) => {
                "compare it with `openssl x509 -serial -noout -in apiclient_cert.pem`, or with the merchant platform; it \
                 may be that of another merchant, or of a certificate that was replaced"
            }
            Self::OtherKey { .. } => {
                "serial and private key are a pair: name the serial that belongs to the key in use"
            }
            Self::NoKnownKey => "another private key was used, or the signature was damaged on its way",
            Self::Digest(_) => "sign with SHA256withRSA (PKCS#1 v1.5)",
            Self::OtherMessage => {
                "print the signing string where you sign, and compare it byte by byte with the one here"
            }
            Self::Method(_) => "sign the method that is sent, in upper case",
            Self::Target(_) => "sign path and query exactly as they stand in the request line, encoded, in their order",
            Self::OtherTimestamp(_) => "take the time once, and use it for the signing string and the header",
            Self::NonceCase => "use one text for the signing string and the header",
            Self::Body(_) => "sign the exact bytes of the body; an empty line without one; of a form its part `meta`",
            Self::Reserialised(_) => "serialise once, and sign, send and verify those bytes",
            Self::Lines(_) => "every line ends with one line feed (0x0A), the last one too",
            Self::Probe => "refuse it, as any wrong signature; the right one follows",
            Self::Syntax => "keep the raw bytes of the body, all of them, before anything parses them",
            Self::Envelope(_) => "see the documentation of notifications (回调通知)",
            Self::ApiV3Key => {
                "compare it with the merchant platform (API安全): a new key counts for new notifications at once"
            }
            Self::AssociatedData { .. } => "pass `associated_data` as it stands in the resource",
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut f = escaping(f);
        match self {
            Self::Header(problem) => f.write_str(problem),
            Self::Unsigned => f.write_str("there is no signature"),
            Self::Encoding(how) => write!(f, "the signature is {how}"),
            Self::Milliseconds => f.write_str("the timestamp is in milliseconds"),
            Self::Timestamp => f.write_str("the timestamp is no number of seconds"),
            Self::Clock(age) if *age < 0 => write!(f, "signed {} s in the future", age.unsigned_abs()),
            Self::Clock(age) => write!(f, "signed {age} s ago"),
            Self::OtherCaller { said, holder } => {
                write!(f, "`{said}` calls, with a certificate of `{holder}`")
            }
            Self::UnknownSerial(serial) => write!(f, "there is no key called `{serial}`"),
            Self::OtherKey { said, signer } => write!(f, "signed with the key `{signer}`, not with `{said}`"),
            Self::NoKnownKey => f.write_str("no key that is known here has made this signature"),
            Self::Digest(name) => write!(f, "signed over {name}, not SHA-256"),
            Self::OtherMessage => {
                f.write_str("the right key has signed another message; it is none of the usual mistakes")
            }
            Self::Method(method) => write!(f, "signed was the method `{method}`"),
            Self::Target(how) => write!(f, "the signed path and query are {how}"),
            Self::OtherTimestamp(signed) => write!(f, "signed was the timestamp {signed}, another than in the header"),
            Self::NonceCase => f.write_str("the nonce was signed in another letter case"),
            Self::Body(how) => write!(f, "the signed body is {how}"),
            Self::Reserialised(how) => write!(f, "the body was parsed and printed again; the signed one is {how}"),
            Self::Lines(how) => write!(f, "the signing string has {how}"),
            Self::Probe => f.write_str("a signature probe of WeChat Pay (`WECHATPAY/SIGNTEST/`)"),
            Self::Syntax => f.write_str("the body is no JSON, or was cut off"),
            Self::Envelope(problem) => write!(f, "the envelope is not as documented: {problem}"),
            Self::ApiV3Key => f.write_str("the APIv3 key does not open the resource"),
            Self::AssociatedData { opens } => {
                write!(f, "the resource opens with the associated data `{opens}`, not with that which it names")
            }
        }
    }
}
