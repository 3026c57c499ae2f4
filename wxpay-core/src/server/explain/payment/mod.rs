//! Explains why a payment does not start (支付验证签名失败): examines the parameters that a front end was given (调起支付参数)
//! and their signature.
//!
//! The four signed lines are short, so that all usual mistakes can be tried, alone and in pairs: the appid of another client,
//! a missing line feed, a page's signature for an app. Nothing is guessed: a cause is reported only if the digest in the
//! signature proves it, or the parameters show it.

mod cause;
mod check;
mod how;
mod read;
mod signed;

pub use cause::Cause;
pub use how::{OtherFourth, OtherLines, Package, Wrapping};

use self::check::Parameters;
use self::read::Written;
use super::digest::{Opened, open, sha256};
use super::search::search;
use super::{Encoding, Signatory, header};
use crate::crypto::Backend;
use crate::download::from_hex;
use crate::finding::State;
use crate::payment::payment_message;

/// A front end, each with its own spelling of the parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FrontEnd {
    /// A page inside WeChat: `WeixinJSBridge.invoke('getBrandWCPayRequest', ..)`.
    Page,
    /// A page inside WeChat: `wx.chooseWXPay(..)` of the JS-SDK, which spells `timestamp`.
    ChooseWxPay,
    /// A mini program: `wx.requestPayment(..)`, which does not name the appid.
    MiniProgram,
    /// A payment partly by medical insurance (医保支付), on a page, which names the appid, or in a mini program, which does not:
    /// `requestMedicalInsurancePay`.
    MedicalInsurance,
    /// An app, in the lower-case spelling of the order's page.
    App,
    /// An app, in the spelling of the OpenSDK's `PayReq`.
    PayReq,
}

impl FrontEnd {
    /// The call of the front end that takes the parameters.
    #[must_use]
    pub fn call(self) -> &'static str {
        match self {
            Self::Page => "WeixinJSBridge.invoke('getBrandWCPayRequest', ..)",
            Self::ChooseWxPay => "wx.chooseWXPay(..)",
            Self::MiniProgram => "wx.requestPayment(..)",
            Self::MedicalInsurance => "requestMedicalInsurancePay",
            Self::App | Self::PayReq => "the OpenSDK's PayReq",
        }
    }

    /// Tells whether it is an app, which signs the bare `prepay_id`.
    #[must_use]
    pub fn is_app(self) -> bool {
        matches!(self, Self::App | Self::PayReq)
    }

    /// Tells whether its parameters may omit the appid, which is signed in any case.
    fn may_omit_appid(self) -> bool {
        matches!(self, Self::ChooseWxPay | Self::MiniProgram | Self::MedicalInsurance)
    }
}

/// Parameters that were passed to a front end.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Handed<'a> {
    /// The text: JSON, a JavaScript object, assignments, or a query.
    pub text: &'a str,
    /// The front end; without it, it is recognised by the parameters.
    pub front_end: Option<FrontEnd>,
    /// The appid of the client in which the payment runs, followed by others that may have been signed.
    pub appids: &'a [&'a str],
    /// Time at which the payment was started, in seconds since the Unix epoch. Without it, ages are not checked.
    pub now: Option<i64>,
}

impl<'a> Handed<'a> {
    /// The parameters in `text`, for a front end that is recognised by them, without a time.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { text, front_end: None, appids: &[], now: None }
    }

    /// Sets the front end.
    #[must_use]
    pub fn with_front_end(self, front_end: Option<FrontEnd>) -> Self {
        Self { front_end, ..self }
    }

    /// Sets the appid of the client in which the payment runs, followed by others that may have been signed.
    #[must_use]
    pub fn with_appids(self, appids: &'a [&'a str]) -> Self {
        Self { appids, ..self }
    }

    /// Sets the time at which the payment was started.
    #[must_use]
    pub fn with_now(self, now: Option<i64>) -> Self {
        Self { now, ..self }
    }
}

/// The result for a payment's parameters.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnosis {
    /// The front end that these parameters are for.
    pub front_end: FrontEnd,
    /// True if the signature fits the right signing string, under the merchant's key.
    pub holds: bool,
    /// All faults, and points that should be checked: see [`Cause::state`].
    pub causes: Vec<Cause>,
    /// The signing string (待签名串) that should be signed; empty if one of its lines is not known.
    pub expected: Vec<u8>,
    /// The signing string that was signed, if it was found and differs.
    pub signed: Option<Vec<u8>>,
}

impl Diagnosis {
    /// Tells whether the payment would start: the signature holds, and nothing is wrong.
    #[must_use]
    pub fn is_right(&self) -> bool {
        self.holds && self.causes.iter().all(|cause| cause.state() != State::Wrong)
    }

    fn add(&mut self, cause: Cause) {
        if !self.causes.contains(&cause) {
            self.causes.push(cause);
        }
    }
}

/// The text has no payment parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "expected the parameters of a payment with their signature (`paySign`, or `sign` for an app), found none in this text"
)]
#[non_exhaustive]
pub struct NoParameters;

/// Tells whether a payment would start with these parameters, and if not, why. `own` has the merchant's key, as WeChat Pay
/// knows it; `others` are keys that may have signed in its place.
///
/// # Errors
/// The text has no such parameters.
pub fn diagnose(
    handed: &Handed<'_>,
    own: &[Signatory<'_>],
    others: &[Signatory<'_>],
    backend: Backend,
) -> Result<Diagnosis, NoParameters> {
    let written = Written::read(handed.text).ok_or(NoParameters)?;
    let mut causes = Vec::new();
    let parameters = Parameters::check(&written, handed, own, &mut causes);
    let mut diagnosis =
        Diagnosis { front_end: parameters.front_end, holds: false, causes, expected: Vec::new(), signed: None };
    if let Some([appid, timestamp, nonce, fourth]) = parameters.lines() {
        diagnosis.expected = payment_message(appid, timestamp, nonce, fourth);
    }
    if let Some(digest) = digest(&parameters, own, others, &mut diagnosis) {
        compare(&parameters, &digest, backend, &mut diagnosis);
    }
    Ok(diagnosis)
}

/// The digest of the signed message.
fn digest(
    parameters: &Parameters<'_>,
    own: &[Signatory<'_>],
    others: &[Signatory<'_>],
    diagnosis: &mut Diagnosis,
) -> Option<Vec<u8>> {
    let signature = signature(parameters.signature?, diagnosis)?;
    let find =
        |keys: &[Signatory<'_>]| keys.iter().find_map(|key| Some((key.serial.to_owned(), open(key.spki, &signature)?)));
    let opened = find(own);
    diagnosis.holds = opened.is_some();
    let opened = opened.map(|(_, opened)| opened).or_else(|| {
        let (signer, opened) = find(others)?;
        diagnosis.add(Cause::OtherKey(signer));
        Some(opened)
    });
    match opened {
        Some(Opened::Sha256(digest)) => return Some(digest),
        Some(Opened::Other(name)) => diagnosis.add(Cause::Digest(name)),
        None => diagnosis.add(Cause::NoKnownKey),
    }
    diagnosis.holds = false;
    None
}

/// The signature's bytes; `None` for a signature of APIv2, which is not an RSA signature.
fn signature(text: &str, diagnosis: &mut Diagnosis) -> Option<Vec<u8>> {
    let text = match text.strip_suffix('%') {
        Some(text) => {
            diagnosis.add(Cause::Encoding(Encoding::PercentBehind));
            text
        }
        None => text,
    };
    if text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        let hex = match text.len() {
            32 => Cause::V2Signature("MD5"),
            64 => Cause::V2Signature("HMAC-SHA256"),
            length if length >= SHORTEST_HEX => {
                diagnosis.add(Cause::Encoding(Encoding::Hex));
                return from_hex(text);
            }
            _ => Cause::Encoding(Encoding::NotRsa),
        };
        diagnosis.add(hex);
        return None;
    }
    let mut found = Vec::new();
    let bytes = header::signature(text, &mut found);
    for cause in found {
        if let super::Cause::Encoding(how) = cause {
            diagnosis.add(Cause::Encoding(how));
        }
    }
    bytes
}

/// Compares the signed message with the right one, and finds the difference.
fn compare(parameters: &Parameters<'_>, digest: &[u8], backend: Backend, diagnosis: &mut Diagnosis) {
    if !diagnosis.expected.is_empty() && sha256(backend, &diagnosis.expected) == digest {
        return;
    }
    diagnosis.holds = false;
    let parts = parameters.right.each_ref().map(|line| line.as_bytes());
    let is_short = parts.iter().map(|part| part.len()).sum::<usize>() <= LONGEST;
    let found = is_short.then(|| search(backend, digest, &parts, signed::changes(parameters))).flatten();
    match found {
        Some((message, causes)) => {
            causes.into_iter().for_each(|cause| diagnosis.add(cause));
            diagnosis.signed = Some(message);
        }
        // An unknown line may be the only difference.
        None if diagnosis.expected.is_empty() => {}
        None => diagnosis.add(Cause::OtherMessage),
    }
}

/// Most bytes of the four lines together for which changes are tried.
const LONGEST: usize = 4096;
/// Number of hex digits of a 1024-bit RSA signature.
const SHORTEST_HEX: usize = 256;
