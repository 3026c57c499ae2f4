//! The signature of answers and notifications (验签): nothing passes that WeChat Pay did not sign.

use base64::Engine as _;
use bytes::Bytes;
use http::{HeaderMap, HeaderName};

use crate::keys::{Platform, UnknownKey};
use crate::sign::{Scheme, lines};
use crate::spelling::BASE64;
use crate::text::{escaped, worded};

/// Data with a valid signature of WeChat Pay. Only [`verify`] constructs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified<T>(T);

impl<T> Verified<T> {
    /// The verified data.
    pub fn get(&self) -> &T {
        &self.0
    }

    /// The verified data.
    pub fn into_inner(self) -> T {
        self.0
    }
}

/// The reason why a message is rejected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum VerifyError {
    /// There are no signature headers: the message is not from WeChat Pay, or something on the way has removed them.
    #[error("not signed: there is no `Wechatpay-Signature` header")]
    Unsigned,
    /// One signature header is missing, repeated, or invalid.
    #[error("header `{header}` {problem}")]
    Header {
        /// The header's name.
        header: &'static str,
        /// The problem with the header.
        problem: HeaderProblem,
    },
    /// The message was signed too long ago or in the future: it is a replay, or one of the two clocks is wrong.
    #[error("signed {age} s ago by its timestamp; less than {CLOCK_WINDOW} s in the past or future is accepted")]
    Clock {
        /// The current time minus the message's, in seconds.
        age: i64,
    },
    /// The message was signed with an unknown key.
    #[error("signed with the unknown key `{}`; the known keys are {known:?}; {}", escaped(.serial), unknown(.serial, .known))]
    UnknownSerial {
        /// The key's name in the message.
        serial: String,
        /// The names of the known keys.
        known: Vec<String>,
    },
    /// The signature does not fit the message: one of them was changed.
    #[error("the signature does not fit the message")]
    Signature,
    /// A probe of WeChat Pay (签名探测): a signature that is wrong on purpose, sent to see whether it is refused.
    #[error("a signature probe of WeChat Pay, refused as intended")]
    Probe,
}

worded! {
    /// The problem with a signature header.
    #[non_exhaustive]
    pub enum HeaderProblem {
        Missing = "is missing",
        Twice = "is there twice",
        Empty = "is empty",
        NotAscii = "is not ASCII",
        TooLong = "is too long",
        OtherScheme = "names another scheme",
        NotBase64 = "is not Base64",
        NotSeconds = "is not a number of seconds",
    }
}

/// Messages that were signed this long ago, or this far in the future, in seconds, are refused.
pub const CLOCK_WINDOW: i64 = 300;

/// Verifies an answer or a notification: its headers, its timestamp, and its signature over the raw `body`. `scheme` is the
/// receiver's, `now` is in seconds since the Unix epoch.
///
/// # Errors
/// See [`VerifyError`]. The body must then not be trusted.
pub fn verify(
    scheme: Scheme,
    platform: &Platform,
    headers: &HeaderMap,
    body: Bytes,
    now: i64,
) -> Result<Verified<Bytes>, VerifyError> {
    if !headers.contains_key(&SIGNATURE) {
        return Err(VerifyError::Unsigned);
    }
    let timestamp = single(headers, &TIMESTAMP)?;
    let nonce = single(headers, &NONCE)?;
    let serial = single(headers, &SERIAL)?;
    let signature = single(headers, &SIGNATURE)?;
    if headers.contains_key(&SIGNATURE_TYPE) && single(headers, &SIGNATURE_TYPE)? != scheme.name {
        return Err(VerifyError::Header { header: SIGNATURE_TYPE.as_str(), problem: HeaderProblem::OtherScheme });
    }
    if signature.starts_with(PROBE) {
        return Err(VerifyError::Probe);
    }
    clock(timestamp, now)?;

    let key = platform
        .find(serial)
        .ok_or_else(|| VerifyError::UnknownSerial { serial: serial.to_owned(), known: platform.serials() })?;
    let signature = BASE64
        .decode(signature)
        .map_err(|_| VerifyError::Header { header: SIGNATURE.as_str(), problem: HeaderProblem::NotBase64 })?;
    let message = lines(&[timestamp.as_bytes(), nonce.as_bytes(), &body]);
    if key.key().verifier.verify(&message, &signature) { Ok(Verified(body)) } else { Err(VerifyError::Signature) }
}

fn unknown(serial: &str, known: &[String]) -> UnknownKey {
    UnknownKey::of_platform(serial, known.iter().map(String::as_str))
}

/// The only value of the header, in printable ASCII and of plausible length.
fn single<'a>(headers: &'a HeaderMap, header: &'static HeaderName) -> Result<&'a str, VerifyError> {
    let wrong = |problem| VerifyError::Header { header: header.as_str(), problem };
    let mut values = headers.get_all(header).iter();
    let value = values.next().ok_or(wrong(HeaderProblem::Missing))?;
    if values.next().is_some() {
        return Err(wrong(HeaderProblem::Twice));
    }
    let text = value.to_str().map_err(|_| wrong(HeaderProblem::NotAscii))?;
    match text.len() {
        0 => Err(wrong(HeaderProblem::Empty)),
        1..=LONGEST_HEADER => Ok(text),
        _ => Err(wrong(HeaderProblem::TooLong)),
    }
}

/// Checks the timestamp. Only digits are accepted, so that the compared text is the signed text: parsing alone would accept `+1`.
fn clock(timestamp: &str, now: i64) -> Result<(), VerifyError> {
    let digits = timestamp.bytes().all(|byte| byte.is_ascii_digit());
    let seconds: i64 = match timestamp.parse() {
        Ok(seconds) if digits => seconds,
        _ => return Err(VerifyError::Header { header: TIMESTAMP.as_str(), problem: HeaderProblem::NotSeconds }),
    };
    let age = now.saturating_sub(seconds);
    if age.saturating_abs() < CLOCK_WINDOW { Ok(()) } else { Err(VerifyError::Clock { age }) }
}

/// The names of the signature headers. They are made once, since they are needed for every answer.
pub(crate) static TIMESTAMP: HeaderName = HeaderName::from_static("wechatpay-timestamp");
pub(crate) static NONCE: HeaderName = HeaderName::from_static("wechatpay-nonce");
pub(crate) static SERIAL: HeaderName = HeaderName::from_static("wechatpay-serial");
pub(crate) static SIGNATURE: HeaderName = HeaderName::from_static("wechatpay-signature");
pub(crate) static SIGNATURE_TYPE: HeaderName = HeaderName::from_static("wechatpay-signature-type");

const PROBE: &str = "WECHATPAY/SIGNTEST/";
/// Four times the Base64 length of an RSA-4096 signature.
const LONGEST_HEADER: usize = 2736;
