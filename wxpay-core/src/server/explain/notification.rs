//! Examines a notification of WeChat Pay for its receiver.

use std::borrow::Cow;

use http::header::{AUTHORIZATION, CONTENT_LENGTH};
use http::{HeaderMap, HeaderName};
use serde_json::Value;

use super::digest::sha256;
use super::json::is_json;
use super::request::{opened, timestamp};
use super::search::{reordered, search};
use super::{Cause, Diagnosis, EnvelopeFault, Party, Signatory, V2Notice, body, header};
use crate::crypto::Backend;
use crate::envelope::{Envelope, EnvelopeError};
use crate::keys::{ApiV3Key, UnknownKey, is_same};
use crate::sign::lines;
use crate::verify::{HeaderProblem, NONCE, SERIAL, SIGNATURE, SIGNATURE_TYPE, TIMESTAMP};

/// A notification as its receiver captured it. An answer is signed in the same way, and may take its place.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Notified<'a> {
    /// All headers.
    pub headers: &'a HeaderMap,
    /// The body, byte for byte.
    pub body: &'a [u8],
}

impl<'a> Notified<'a> {
    /// A notification with all its headers, and its body byte for byte.
    #[must_use]
    pub fn new(headers: &'a HeaderMap, body: &'a [u8]) -> Self {
        Self { headers, body }
    }
}

/// Tells whether the notification is genuine, and if not, why; and, if `keys` are given, whether one of them opens it.
/// `platform` has WeChat Pay's known keys, which have no caller. `own` has the merchant's keys, which have one and never sign
/// a notification.
#[must_use]
pub fn notification(
    notified: &Notified<'_>,
    platform: &[Signatory<'_>],
    own: &[Signatory<'_>],
    keys: &[&ApiV3Key],
    now: Option<i64>,
    backend: Backend,
) -> Diagnosis {
    let (headers, cgi) = of_http(notified.headers);
    let notified = &Notified { headers: &headers, body: notified.body };
    let mut diagnosis = verified(notified, platform, own, now, backend);
    diagnosis.causes.splice(0..0, cgi.map(Cause::CgiNames));
    if !keys.is_empty() {
        sealed(notified.body, keys, backend, &mut diagnosis.causes);
    }
    diagnosis
}

fn verified(
    notified: &Notified<'_>,
    platform: &[Signatory<'_>],
    own: &[Signatory<'_>],
    now: Option<i64>,
    backend: Backend,
) -> Diagnosis {
    let mut diagnosis = Diagnosis::of(Party::WechatPay);
    let Notified { headers, body } = *notified;
    if !headers.contains_key(&SIGNATURE) {
        diagnosis.causes.extend(unsigned(headers, body));
        return diagnosis;
    }
    let mut header = |name| single(headers, name).map_err(|cause| diagnosis.causes.push(cause)).ok();
    let (Some(signed_at), Some(nonce), Some(serial), Some(text)) =
        (header(&TIMESTAMP), header(&NONCE), header(&SERIAL), header(&SIGNATURE))
    else {
        return diagnosis;
    };
    if text.starts_with(PROBE) {
        diagnosis.causes.push(Cause::Probe);
        return diagnosis;
    }
    if let Some(kind) = headers.get(&SIGNATURE_TYPE).filter(|kind| *kind != SHA256_WITH_RSA) {
        let found = String::from_utf8_lossy(kind.as_bytes()).into_owned();
        diagnosis.causes.push(Cause::SignatureType { found, known: SHA256_WITH_RSA });
    }
    timestamp(signed_at, now, &mut diagnosis.causes);
    diagnosis.received = lines(&[signed_at.as_bytes(), nonce.as_bytes(), body]);
    let Some(signature) = header::signature(text, &mut diagnosis.causes) else { return diagnosis };
    let exact = platform.iter().find(|key| key.serial == serial);
    let said = exact.or_else(|| platform.iter().find(|key| is_same(serial, key.serial)));
    if exact.is_none() {
        let kind = match own.iter().any(|key| is_same(serial, key.serial)) {
            true => UnknownKey::Merchants,
            false => UnknownKey::of_platform(serial, platform.iter().map(|key| key.serial)),
        };
        diagnosis.causes.push(Cause::UnknownSerial { serial: serial.to_owned(), kind });
    }
    diagnosis.holds = said.is_some();
    let of_merchant = own.iter().map(|key| match key.caller {
        "" => Signatory { caller: SOMEBODY, ..*key },
        _ => *key,
    });
    let known: Vec<_> = platform.iter().map(|key| Signatory { caller: "", ..*key }).chain(of_merchant).collect();
    let Some(digest) = opened(said, &signature, &known, serial, &mut diagnosis) else { return diagnosis };
    if digest == sha256(backend, &diagnosis.received) {
        return diagnosis;
    }
    diagnosis.holds = false;
    // WeChat Pay signed the message that it sent. The difference is in the captured or kept one.
    let parts: [&[u8]; 3] = [signed_at.as_bytes(), nonce.as_bytes(), body];
    let found = search(backend, &digest, &parts, body::changes(2, body));
    let found = found.or_else(|| reordered(backend, &digest, &parts, 2));
    if found.is_none() {
        diagnosis.causes.extend(length(headers, body));
    }
    match found {
        Some((message, causes)) => {
            diagnosis.causes.extend(causes);
            diagnosis.signed = Some(message);
        }
        None if body.is_empty() => diagnosis.causes.push(Cause::EmptyBody),
        None if !is_json(body) => diagnosis.causes.push(Cause::Syntax),
        None if is_resource(body) => diagnosis.causes.push(Cause::BareResource),
        None => diagnosis.causes.push(Cause::OtherMessage),
    }
    diagnosis
}

/// The headers, with CGI names replaced by the real ones, and the first CGI name.
fn of_http(headers: &HeaderMap) -> (Cow<'_, HeaderMap>, Option<String>) {
    let own = |name: &HeaderName| {
        let name = name.as_str().strip_prefix("http_").unwrap_or(name.as_str());
        name.starts_with("wechatpay_").then(|| HeaderName::try_from(name.replace('_', "-")).ok())?
    };
    let Some(first) = headers.keys().find(|name| own(name).is_some()) else { return (Cow::Borrowed(headers), None) };
    let mut named = HeaderMap::new();
    for (name, value) in headers {
        named.append(own(name).unwrap_or_else(|| name.clone()), value.clone());
    }
    (Cow::Owned(named), Some(first.as_str().to_ascii_uppercase()))
}

fn length(headers: &HeaderMap, body: &[u8]) -> Option<Cause> {
    let said = headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()?;
    (said != body.len()).then_some(Cause::Length { said, found: body.len() })
}

/// Recognises a `resource` without the notification around it.
fn is_resource(body: &[u8]) -> bool {
    let json = serde_json::from_slice::<Value>(body).ok();
    json.is_some_and(|json| json.get("resource").is_none() && Envelope::read(&json, "").is_ok())
}

/// Recognises other messages that have no APIv3 signature.
fn unsigned(headers: &HeaderMap, body: &[u8]) -> Vec<Cause> {
    let text = String::from_utf8_lossy(body);
    let is_xml = text.trim_start_matches(['\u{feff}', ' ', '\r', '\n', '\t']).starts_with('<');
    if headers.get(AUTHORIZATION).is_some_and(|header| header.as_bytes().starts_with(b"WECHATPAY")) {
        vec![Cause::IsRequest]
    } else if is_xml && text.contains("<req_info>") {
        vec![Cause::V2Notice(V2Notice::Refund)]
    } else if is_xml && ["<return_code>", "<result_code>", "<mch_id>"].iter().any(|name| text.contains(name)) {
        vec![Cause::V2Notice(V2Notice::Payment)]
    } else {
        vec![Cause::Unsigned]
    }
}

fn single<'a>(headers: &'a HeaderMap, name: &'static HeaderName) -> Result<&'a str, Cause> {
    let wrong = |problem| Err(Cause::Header { header: name.as_str(), problem });
    let mut values = headers.get_all(name).iter();
    match (values.next().map(|value| value.to_str()), values.next()) {
        (None, _) => wrong(HeaderProblem::Missing),
        (Some(_), Some(_)) => wrong(HeaderProblem::Twice),
        (Some(Ok("")), None) => wrong(HeaderProblem::Empty),
        (Some(Ok(text)), None) => Ok(text),
        (Some(Err(_)), None) => wrong(HeaderProblem::NotAscii),
    }
}

fn sealed(body: &[u8], keys: &[&ApiV3Key], backend: Backend, causes: &mut Vec<Cause>) {
    let Ok(json) = serde_json::from_slice::<Value>(body) else {
        // An answer may have no body, and an earlier cause may name the other message.
        let is_something_else = |cause: &Cause| matches!(cause, Cause::IsRequest | Cause::V2Notice(_));
        if body.is_empty() || causes.iter().any(is_something_else) {
            return;
        }
        if is_json(body) {
            causes.push(Cause::Envelope(EnvelopeFault::TooDeep));
        } else if !causes.contains(&Cause::Syntax) {
            causes.push(Cause::Syntax);
        }
        return;
    };
    // Without a `resource` this is not a notification but another signed message, unless it is the resource itself.
    let bare = causes.contains(&Cause::BareResource).then_some(&json);
    let Some(resource) = json.get("resource").or(bare) else { return };
    let envelope = match Envelope::read(resource, if bare.is_some() { "" } else { "/resource" }) {
        Ok(envelope) => envelope,
        Err(fault) => return causes.push(Cause::Envelope(EnvelopeFault::Member(fault))),
    };
    let open = |envelope: Envelope<'_>| {
        let mut opened = Err(EnvelopeError::Key);
        for key in keys {
            opened = envelope.open(backend, key).map(drop);
            if opened != Err(EnvelopeError::Key) {
                break;
            }
        }
        opened
    };
    match open(envelope) {
        Ok(()) => {}
        Err(EnvelopeError::Key) => {
            let original = resource.get("original_type").and_then(Value::as_str).unwrap_or_default();
            let others = ["", original, "transaction", "refund", "certificate"];
            let opens = |data: &&str| open(Envelope { associated_data: Some(data), ..envelope }).is_ok();
            causes.push(match others.into_iter().find(opens) {
                Some(data) => Cause::AssociatedData { opens: data.to_owned() },
                None => Cause::ApiV3Key,
            });
        }
        Err(error) => causes.push(Cause::Envelope(EnvelopeFault::Sealed(error))),
    }
}

/// A merchant whose number is not known.
const SOMEBODY: &str = "merchant";
const PROBE: &str = "WECHATPAY/SIGNTEST/";
const SHA256_WITH_RSA: &str = "WECHATPAY2-SHA256-RSA2048";
