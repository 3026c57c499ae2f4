//! Examines a merchant's request as WeChat Pay would.

use percent_encoding::{AsciiSet, percent_decode_str, utf8_percent_encode};

use super::digest::{Opened, open, sha256};
use super::search::{Change, What, forms, reordered, search};
use super::{Cause, Charset, Diagnosis, OtherBody, OtherTarget, Party, Signatory, body, header};
use crate::crypto::Backend;
use crate::keys::{UnknownKey, is_same};
use crate::server::{Authorization, HOSTS};
use crate::sign::request_message;
use crate::spelling::RESERVED;
use crate::verify::CLOCK_WINDOW;

/// A captured request. It has no `Debug`, because an `Authorization` header must not be logged.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Captured<'a> {
    /// The method in the request line.
    pub method: &'a str,
    /// Path and query in the request line.
    pub target: &'a str,
    /// The host that it was sent to, if known.
    pub host: Option<&'a str>,
    /// The `Authorization` header.
    pub authorization: Option<&'a str>,
    /// The body, all of it.
    pub body: &'a [u8],
    /// The header `Content-Length`, if there is one: WeChat Pay reads that many bytes.
    pub content_length: Option<usize>,
    /// True if it has the header `Wechatpay-Signature`, which WeChat Pay's own messages have.
    pub signed_by_wechat_pay: bool,
    /// The part `meta` of a form, which must be signed; see [`content`](crate::server::content).
    pub meta: Option<&'a [u8]>,
}

impl<'a> Captured<'a> {
    /// A captured request without an `Authorization` header; `target` is path and query.
    #[must_use]
    pub fn new(method: &'a str, target: &'a str, body: &'a [u8]) -> Self {
        Self {
            method,
            target,
            host: None,
            authorization: None,
            body,
            content_length: None,
            signed_by_wechat_pay: false,
            meta: None,
        }
    }

    /// Sets the host.
    #[must_use]
    pub fn with_host(self, host: Option<&'a str>) -> Self {
        Self { host, ..self }
    }

    /// Sets the `Authorization` header.
    #[must_use]
    pub fn with_authorization(self, authorization: Option<&'a str>) -> Self {
        Self { authorization, ..self }
    }

    /// Sets the `Content-Length`.
    #[must_use]
    pub fn with_content_length(self, content_length: Option<usize>) -> Self {
        Self { content_length, ..self }
    }

    /// Sets the part `meta` of a form.
    #[must_use]
    pub fn with_meta(self, meta: Option<&'a [u8]>) -> Self {
        Self { meta, ..self }
    }

    /// Sets whether the request has the header `Wechatpay-Signature`.
    #[must_use]
    pub fn with_signature_of_wechat_pay(self, signed_by_wechat_pay: bool) -> Self {
        Self { signed_by_wechat_pay, ..self }
    }
}

/// Tells whether WeChat Pay would accept the request, and if not, why. `known` has known certificates of merchants, and keys
/// of WeChat Pay, which have no caller. `now` is in seconds since the Unix epoch; leave it out for an old capture.
#[must_use]
pub fn request(captured: &Captured<'_>, known: &[Signatory<'_>], now: Option<i64>, backend: Backend) -> Diagnosis {
    let mut diagnosis = Diagnosis::of(Party::Merchant);
    if captured.authorization.is_none() && captured.signed_by_wechat_pay {
        diagnosis.causes.push(Cause::IsNotification);
        return diagnosis;
    }
    let Some(claim) = header::authorization(captured.authorization, &mut diagnosis.causes) else { return diagnosis };
    timestamp(claim.timestamp, now, &mut diagnosis.causes);
    let read = captured.content_length.and_then(|length| captured.body.get(..length)).unwrap_or(captured.body);
    let body = captured.meta.unwrap_or(read);
    diagnosis.received = request_message(captured.method, captured.target, claim.timestamp, claim.nonce, body);
    let Some(signature) = header::signature(claim.signature, &mut diagnosis.causes) else { return diagnosis };
    let Some(digest) = signer(&claim, &signature, known, &mut diagnosis) else { return diagnosis };
    if captured.meta.is_none() && std::str::from_utf8(read).is_err() {
        diagnosis.causes.push(Cause::Charset(Charset::NotUtf8));
    }
    let length = length(captured, read);
    if digest == sha256(backend, &diagnosis.received) {
        // WeChat Pay does not read beyond that length, and waits for missing bytes.
        diagnosis.causes.extend(length.filter(|_| read == captured.body));
        return diagnosis;
    }
    diagnosis.holds = false;
    let parts: [&[u8]; 5] = [
        captured.method.as_bytes(),
        captured.target.as_bytes(),
        claim.timestamp.as_bytes(),
        claim.nonce.as_bytes(),
        body,
    ];
    let whole = length.clone().map(|cause| Change { what: What::Line(4, captured.body.to_vec()), cause });
    let found = search(backend, &digest, &parts, whole.into_iter().chain(changes(captured, body, &claim)));
    match found.or_else(|| reordered(backend, &digest, &parts, 4)) {
        Some((message, causes)) => {
            if causes.iter().any(|cause| matches!(cause, Cause::Charset(_))) {
                diagnosis.causes.retain(|cause| *cause != Cause::Charset(Charset::NotUtf8));
            }
            diagnosis.causes.extend(causes);
            diagnosis.signed = Some(message);
        }
        None => {
            diagnosis.causes.extend(length);
            diagnosis.causes.push(Cause::OtherMessage);
        }
    }
    diagnosis
}

/// The difference between the body's length and the stated one, if any. A line feed after the end belongs to the captured file.
fn length(captured: &Captured<'_>, read: &[u8]) -> Option<Cause> {
    let (said, found) = (captured.content_length?, captured.body.len());
    let behind = captured.body.get(read.len()..).unwrap_or_default();
    (said > found || !behind.trim_ascii().is_empty()).then_some(Cause::Length { said, found })
}

pub(super) fn timestamp(text: &str, now: Option<i64>, causes: &mut Vec<Cause>) {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    match text.parse::<i64>() {
        Ok(seconds) if digits && seconds >= MILLISECONDS => causes.push(Cause::Milliseconds),
        Ok(seconds) if digits => {
            let age = now.map_or(0, |now| now.saturating_sub(seconds));
            if age.saturating_abs() >= CLOCK_WINDOW {
                causes.push(Cause::Clock(age));
            }
        }
        _ => causes.push(Cause::Timestamp),
    }
}

/// Finds the signer and the digest. `holds` of the diagnosis tells whether the signer is the claimed one.
fn signer(
    claim: &Authorization<'_>,
    signature: &[u8],
    known: &[Signatory<'_>],
    diagnosis: &mut Diagnosis,
) -> Option<Vec<u8>> {
    let merchants = || known.iter().filter(|key| !key.caller.is_empty());
    let unknown = |kind| Cause::UnknownSerial { serial: claim.serial.to_owned(), kind };
    let exact = merchants().find(|key| key.serial == claim.serial);
    let said = exact.or_else(|| merchants().find(|key| is_same(claim.serial, key.serial)));
    if exact.is_none() {
        let of_wechat_pay = known.iter().any(|key| key.caller.is_empty() && is_same(claim.serial, key.serial));
        diagnosis.causes.push(unknown(match of_wechat_pay && said.is_none() {
            true => UnknownKey::WechatPays,
            false => UnknownKey::of_merchant(claim.serial, merchants().map(|key| key.serial)),
        }));
    }
    diagnosis.holds = said.is_some_and(|said| said.caller == claim.caller);
    if let Some(said) = said.filter(|said| said.caller != claim.caller) {
        let (said, holder) = (claim.caller.to_owned(), said.caller.to_owned());
        diagnosis.causes.push(Cause::OtherCaller { said, holder });
    }
    opened(said, signature, known, claim.serial, diagnosis)
}

/// The digest that the named key finds, or else any other known key.
pub(super) fn opened(
    said: Option<&Signatory<'_>>,
    signature: &[u8],
    known: &[Signatory<'_>],
    serial: &str,
    diagnosis: &mut Diagnosis,
) -> Option<Vec<u8>> {
    let by_name = said.and_then(|key| open(key.spki, signature));
    let opened = by_name.or_else(|| {
        diagnosis.holds = false;
        let (signer, opened) = known.iter().find_map(|key| Some((key, open(key.spki, signature)?)))?;
        diagnosis.causes.push(match (diagnosis.signer, signer.caller.is_empty()) {
            (Party::WechatPay, false) => Cause::MerchantsKey(signer.serial.to_owned()),
            _ => Cause::OtherKey { said: serial.to_owned(), signer: signer.serial.to_owned() },
        });
        Some(opened)
    });
    let cause = match opened {
        Some(Opened::Sha256(digest)) => return Some(digest),
        Some(Opened::Other(name)) => Cause::Digest(name),
        None => Cause::NoKnownKey,
    };
    diagnosis.holds = false;
    diagnosis.causes.push(cause);
    None
}

fn changes<'a>(
    captured: &'a Captured<'_>,
    body: &'a [u8],
    claim: &'a Authorization<'_>,
) -> impl Iterator<Item = Change> + 'a {
    let nonces = [claim.nonce.to_ascii_uppercase(), claim.nonce.to_ascii_lowercase()];
    let nonces = nonces.into_iter().filter(|nonce| nonce != claim.nonce);
    let whole = captured
        .meta
        .map(|_| Change { what: What::Line(4, captured.body.to_vec()), cause: Cause::Body(OtherBody::WholeForm) });
    methods(captured.method)
        .chain(prefixes(captured.target))
        .chain(targets(captured.target, captured.host))
        .chain(timestamps(claim.timestamp))
        .chain(nonces.map(|nonce| Change { what: What::Line(3, nonce.into_bytes()), cause: Cause::NonceCase }))
        .chain(body::changes(4, body))
        .chain(whole)
        // After the body's changes: a body without its last line feed is the same text as lines without theirs.
        .chain(forms())
}

fn methods(sent: &str) -> impl Iterator<Item = Change> + use<'_> {
    let others = ["GET", "POST", "PUT", "PATCH", "DELETE"].map(str::to_owned).into_iter();
    let others = others.chain([sent.to_ascii_lowercase()]).filter(move |method| method != sent);
    others.map(|method| Change { what: What::Line(0, method.clone().into_bytes()), cause: Cause::Method(method) })
}

fn targets(sent: &str, host: Option<&str>) -> Vec<Change> {
    let (path, query) = sent.split_once('?').map_or((sent, None), |(path, query)| (path, Some(query)));
    let with = |path: &str| query.map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"));
    let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let encode = |text: &str, keep| utf8_percent_encode(&decode(text), keep).to_string();
    let mut targets = vec![
        (path.to_owned(), OtherTarget::NoQuery),
        (with(&decode(path)), OtherTarget::PathDecoded),
        (with(&encode(path, PATH)), OtherTarget::PathEncoded),
        (decode(sent), OtherTarget::Decoded),
        (with(path.trim_end_matches('/')), OtherTarget::NoSlash),
        (with(&format!("{path}/")), OtherTarget::Slash),
        (with(&path.replace("//", "/")), OtherTarget::SingleSlashes),
        (with(path.trim_start_matches('/')), OtherTarget::NoFirstSlash),
        (sent.trim_end_matches("%0A").trim_end_matches("%0a").to_owned(), OtherTarget::NoEscapedLineFeed),
        (format!("{sent}\n"), OtherTarget::LineFeed),
        (sent.trim_end_matches('?').to_owned(), OtherTarget::NoQuestionMark),
        (format!("{path}?"), OtherTarget::QuestionMark),
        (sent.replace("%20", "+"), OtherTarget::Plus),
        (sent.replace('+', "%20"), OtherTarget::Percent20),
        (escapes(sent, str::to_ascii_lowercase), OtherTarget::LowerEscapes),
        (escapes(sent, str::to_ascii_uppercase), OtherTarget::UpperEscapes),
        (sent.to_ascii_lowercase(), OtherTarget::LowerCase),
    ];
    if let Some(query) = query {
        let mut pairs: Vec<_> = query.split('&').collect();
        pairs.sort_unstable();
        let each = |change: &dyn Fn(&str) -> String| {
            let pairs = query.split('&').map(|pair| match pair.split_once('=') {
                Some((name, value)) => format!("{name}={}", change(value)),
                None => pair.to_owned(),
            });
            format!("{path}?{}", pairs.collect::<Vec<_>>().join("&"))
        };
        targets.extend([
            (format!("{path}?{}", pairs.join("&")), OtherTarget::QuerySorted),
            (each(&|value| decode(value)), OtherTarget::QueryDecoded),
            (each(&|value| encode(value, RESERVED)), OtherTarget::QueryEncoded),
            (format!("{path}?{}", encode(query, RESERVED)), OtherTarget::WholeQueryEncoded),
        ]);
        pairs.reverse();
        targets.push((format!("{path}?{}", pairs.join("&")), OtherTarget::QueryReversed));
    }
    if let Some((_, rest)) = path.strip_prefix('/').and_then(|path| path.split_once('/')) {
        targets.push((with(&format!("/{rest}")), OtherTarget::NoFirstSegment));
    }
    for host in host.into_iter().chain(HOSTS) {
        targets.push((format!("https://{host}{sent}"), OtherTarget::Url));
        targets.push((format!("http://{host}{sent}"), OtherTarget::Url));
        targets.push((format!("{host}{sent}"), OtherTarget::Host));
    }
    let others = targets.into_iter().filter(|(target, _)| target != sent);
    others.map(|(target, how)| Change { what: What::Line(1, target.into_bytes()), cause: Cause::Target(how) }).collect()
}

/// Prefixes of a gateway that differ between its callers' path and WeChat Pay's, added or removed after signing.
fn prefixes(sent: &str) -> impl Iterator<Item = Change> + use<'_> {
    let change = |target: String, cause| Change { what: What::Line(1, target.into_bytes()), cause };
    let path = sent.split('?').next().unwrap_or_default();
    let added = path.match_indices('/').filter(|(at, _)| *at > 0).filter_map(move |(at, _)| {
        let (prefix, rest) = sent.split_at_checked(at)?;
        rest.starts_with(ROOT).then(|| change(rest.to_owned(), Cause::Prefixed(prefix.to_owned())))
    });
    let taken =
        PREFIXES.into_iter().map(move |prefix| change(format!("{prefix}{sent}"), Cause::Unprefixed(prefix.to_owned())));
    added.chain(taken)
}

/// The text with the letter case of its `%xx` changed.
fn escapes(text: &str, change: fn(&str) -> String) -> String {
    let mut parts = text.split('%');
    let mut changed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (digits, rest) = part.split_at_checked(2).unwrap_or((part, ""));
        changed.extend(["%", &change(digits), rest]);
    }
    changed
}

/// Timestamps that are a few seconds off, taken at another moment, or off by a factor, in another unit.
fn timestamps(sent: &str) -> Vec<Change> {
    let Ok(seconds) = sent.parse::<i64>() else { return Vec::new() };
    let near = (1..=5).flat_map(|off| [seconds.saturating_sub(off), seconds.saturating_add(off)]);
    let units = [seconds / 1000, seconds.saturating_mul(1000)];
    let others = near.chain(units).map(|other| other.to_string());
    others
        .map(|other| Change { what: What::Line(2, other.clone().into_bytes()), cause: Cause::OtherTimestamp(other) })
        .collect()
}

const PATH: &AsciiSet = &RESERVED.remove(b'/');
/// The beginning of WeChat Pay's own paths.
const ROOT: &str = "/v3/";
/// WeChat Pay's own prefixes, and usual ones of gateways.
const PREFIXES: [&str; 12] = [
    "/v3",
    "/mch",
    "/wechat",
    "/wechatpay",
    "/weixin",
    "/wxpay",
    "/wx",
    "/pay",
    "/payment",
    "/api",
    "/proxy",
    "/gateway",
];
/// Larger numbers are milliseconds: as seconds this is the year 5138, as milliseconds 1973.
const MILLISECONDS: i64 = 100_000_000_000;
