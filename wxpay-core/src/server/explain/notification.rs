//! A notification of WeChat Pay, looked at by whoever received it.

use http::{HeaderMap, HeaderName};
use serde_json::Value;

use super::digest::sha256;
use super::json::is_json;
use super::request::{opened, timestamp};
use super::search::{reordered, search};
use super::{Cause, Diagnosis, Signatory, body, header};
use crate::crypto::Backend;
use crate::envelope::Envelope;
use crate::keys::ApiV3Key;
use crate::sign::lines;
use crate::verify::{NONCE, SERIAL, SIGNATURE, SIGNATURE_TYPE, TIMESTAMP};

/// A notification as it was captured where it arrived. An answer is signed the same way, and may be given in its place.
#[derive(Clone, Copy)]
pub struct Notified<'a> {
    /// All headers.
    pub headers: &'a HeaderMap,
    /// The body, byte for byte.
    pub body: &'a [u8],
}

/// Says whether the notification is to be believed, and if not, why; and whether `key`, if there is one, opens it.
/// `platform` are WeChat Pay's keys that are known here, `own` the merchant's, which never sign one.
#[must_use]
pub fn notification(
    notified: &Notified<'_>,
    platform: &[Signatory<'_>],
    own: &[Signatory<'_>],
    key: Option<&ApiV3Key>,
    now: Option<i64>,
    backend: Backend,
) -> Diagnosis {
    let mut diagnosis = verified(notified, platform, own, now, backend);
    if let Some(key) = key {
        sealed(notified.body, key, backend, &mut diagnosis.causes);
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
    let mut diagnosis = Diagnosis { holds: false, causes: Vec::new(), received: Vec::new(), signed: None };
    let Notified { headers, body } = *notified;
    if !headers.contains_key(&SIGNATURE) {
        diagnosis.causes.push(Cause::Unsigned);
        return diagnosis;
    }
    let mut header = |name| single(headers, name).map_err(|problem| diagnosis.causes.push(Cause::Header(problem))).ok();
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
        let problem = format!("the header `{SIGNATURE_TYPE}` is {kind:?}; only {SHA256_WITH_RSA} is known here");
        diagnosis.causes.push(Cause::Header(problem));
    }
    timestamp(signed_at, now, &mut diagnosis.causes);
    diagnosis.received = lines(&[signed_at.as_bytes(), nonce.as_bytes(), body]);
    let Some(signature) = header::signature(text, &mut diagnosis.causes) else { return diagnosis };
    let said = platform.iter().find(|key| key.serial == serial);
    match said {
        Some(_) => diagnosis.holds = true,
        None => diagnosis.causes.push(Cause::UnknownSerial(serial.to_owned())),
    }
    let known = [platform, own].concat();
    let Some(digest) = opened(said, &signature, &known, serial, &mut diagnosis) else { return diagnosis };
    if digest == sha256(backend, &diagnosis.received) {
        return diagnosis;
    }
    diagnosis.holds = false;
    // WeChat Pay has signed what it sent. What differs is what was captured, or kept.
    let parts: [&[u8]; 3] = [signed_at.as_bytes(), nonce.as_bytes(), body];
    let found = search(backend, &digest, &parts, body::changes(2, body));
    match found.or_else(|| reordered(backend, &digest, &parts, 2)) {
        Some((message, causes)) => {
            diagnosis.causes.extend(causes);
            diagnosis.signed = Some(message);
        }
        None if !is_json(body) => diagnosis.causes.push(Cause::Syntax),
        None => diagnosis.causes.push(Cause::OtherMessage),
    }
    diagnosis
}

fn single<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Result<&'a str, String> {
    let mut values = headers.get_all(name).iter();
    match (values.next().map(|value| value.to_str()), values.next()) {
        (None, _) => Err(format!("the header `{name}` is missing")),
        (Some(_), Some(_)) => Err(format!("the header `{name}` is there twice")),
        (Some(Ok(text)), None) if !text.is_empty() => Ok(text),
        (Some(_), None) => Err(format!("the header `{name}` is empty, or not ASCII")),
    }
}

fn sealed(body: &[u8], key: &ApiV3Key, backend: Backend, causes: &mut Vec<Cause>) {
    let Ok(json) = serde_json::from_slice::<Value>(body) else {
        if is_json(body) {
            causes.push(Cause::Envelope("nested deeper than any notification is".to_owned()));
        } else if !causes.contains(&Cause::Syntax) {
            causes.push(Cause::Syntax);
        }
        return;
    };
    // Not a notification but another signed message.
    let Some(resource) = json.get("resource") else { return };
    let envelope = match Envelope::read(resource) {
        Ok(envelope) => envelope,
        Err(problem) => return causes.push(Cause::Envelope(problem)),
    };
    match envelope.open(backend, key) {
        Ok(_) => {}
        Err(crate::envelope::EnvelopeError::Key) => {
            let original = resource.get("original_type").and_then(Value::as_str).unwrap_or_default();
            let others = ["", original, "transaction", "refund", "certificate"];
            let opens = |data: &&str| Envelope { associated_data: Some(data), ..envelope }.open(backend, key).is_ok();
            causes.push(match others.into_iter().find(opens) {
                Some(data) => Cause::AssociatedData { opens: data.to_owned() },
                None => Cause::ApiV3Key,
            });
        }
        Err(error) => causes.push(Cause::Envelope(error.to_string())),
    }
}

const PROBE: &str = "WECHATPAY/SIGNTEST/";
const SHA256_WITH_RSA: &str = "WECHATPAY2-SHA256-RSA2048";
