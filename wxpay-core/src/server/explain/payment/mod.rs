//! Why a payment does not start (支付验证签名失败): the parameters that a front end was given (调起支付参数), and what is
//! wrong with them or with their signature.
//!
//! The four lines that are signed are short, so that the usual mistakes can all be tried, alone and two at once: an appid of
//! another client, a line feed too few, a page's signature for an app. Nothing is guessed: a cause is named where the digest
//! in the signature proves it, or where the parameters show it.

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

/// A front end, which has a spelling of its own for the parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FrontEnd {
    /// A page inside WeChat: `WeixinJSBridge.invoke('getBrandWCPayRequest', ..)`.
    Page,
    /// A page inside WeChat: `wx.chooseWXPay(..)` of the JS-SDK, which says `timestamp`.
    ChooseWxPay,
    /// A mini program: `wx.requestPayment(..)`, which does not name the appid.
    MiniProgram,
    /// A payment by medical insurance too (医保支付), on a page, which names the appid, or in a mini program, which does not:
    /// `requestMedicalInsurancePay`.
    MedicalInsurance,
    /// An app, in lower case as the order's page has it.
    App,
    /// An app, as the members of the OpenSDK's `PayReq`.
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

    /// Whether it is an app, which signs the bare `prepay_id`.
    #[must_use]
    pub fn is_app(self) -> bool {
        matches!(self, Self::App | Self::PayReq)
    }

    /// Whether its parameters need not name the appid, which is signed all the same.
    fn may_omit_appid(self) -> bool {
        matches!(self, Self::ChooseWxPay | Self::MiniProgram | Self::MedicalInsurance)
    }
}

/// Parameters as a front end was given them.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Handed<'a> {
    /// The text: JSON, a JavaScript object, assignments, or a query.
    pub text: &'a str,
    /// The front end, where it is known; without it the parameters tell.
    pub front_end: Option<FrontEnd>,
    /// The appid of the client in which the payment runs, and behind it others that may have been signed.
    pub appids: &'a [&'a str],
    /// When the payment was started, in seconds since 1970; without it nothing is too old.
    pub now: Option<i64>,
}

impl<'a> Handed<'a> {
    /// The parameters in `text`, of a front end that they tell, at no time in particular.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { text, front_end: None, appids: &[], now: None }
    }

    /// The same, for this front end.
    #[must_use]
    pub fn with_front_end(self, front_end: Option<FrontEnd>) -> Self {
        Self { front_end, ..self }
    }

    /// The same, with the appid of the client in which the payment runs, and others that may have been signed.
    #[must_use]
    pub fn with_appids(self, appids: &'a [&'a str]) -> Self {
        Self { appids, ..self }
    }

    /// The same, started at this time.
    #[must_use]
    pub fn with_now(self, now: Option<i64>) -> Self {
        Self { now, ..self }
    }
}

/// What is the matter with the parameters.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnosis {
    /// The front end that these parameters are for.
    pub front_end: FrontEnd,
    /// Whether the signature fits the right signing string, under the merchant's key.
    pub holds: bool,
    /// All that is wrong, and what somebody should look at: see [`Cause::state`].
    pub causes: Vec<Cause>,
    /// The signing string (待签名串) that should be signed; empty where a line of it is not known.
    pub expected: Vec<u8>,
    /// The one that was signed, where it was found and is another.
    pub signed: Option<Vec<u8>>,
}

impl Diagnosis {
    /// Whether the payment would start: the signature holds, and nothing is wrong.
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

/// The text has no parameters of a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "expected the parameters of a payment with their signature (`paySign`, or `sign` of an app), found none of them \
     in this text"
)]
#[non_exhaustive]
pub struct NoParameters;

/// Says whether a payment would start with these parameters, and if not, why. `own` are the merchant's key as WeChat Pay
/// knows it; `others` are keys that may have signed in its place.
///
/// # Errors
/// There are no such parameters in the text.
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

/// What was signed, as its digest.
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

/// The signature's bytes; none of one that APIv2 has made, which is not an RSA signature.
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

/// Compares what was signed with what should be, and finds out what it was.
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
        // A line that is not known may be all that differs.
        None if diagnosis.expected.is_empty() => {}
        None => diagnosis.add(Cause::OtherMessage),
    }
}

/// The four lines together, in bytes; what is longer is not tried otherwise.
const LONGEST: usize = 4096;
/// The digits of an RSA signature of 1024 bits.
const SHORTEST_HEX: usize = 256;
