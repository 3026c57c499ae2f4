//! A request of a merchant, looked at as WeChat Pay would.

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

/// A request as it was captured on its way. It has no `Debug`: an `Authorization` header belongs into no log.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Captured<'a> {
    /// The method in the request line.
    pub method: &'a str,
    /// Path and query in the request line.
    pub target: &'a str,
    /// The host that it went to, where that is known.
    pub host: Option<&'a str>,
    /// The `Authorization` header.
    pub authorization: Option<&'a str>,
    /// The body, all of it.
    pub body: &'a [u8],
    /// The header `Content-Length`, where there is one: WeChat Pay reads so many bytes.
    pub content_length: Option<usize>,
    /// Whether it has the header `Wechatpay-Signature`, as what WeChat Pay sends has.
    pub signed_by_wechat_pay: bool,
    /// Of a form its part `meta`, which is what has to be signed; see [`content`](crate::server::content).
    pub meta: Option<&'a [u8]>,
}

impl<'a> Captured<'a> {
    /// A request without an `Authorization` header, as it was captured; `target` is path and query.
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

    /// The same, to this host.
    #[must_use]
    pub fn with_host(self, host: Option<&'a str>) -> Self {
        Self { host, ..self }
    }

    /// The same, with this `Authorization` header.
    #[must_use]
    pub fn with_authorization(self, authorization: Option<&'a str>) -> Self {
        Self { authorization, ..self }
    }

    /// The same, with this `Content-Length`.
    #[must_use]
    pub fn with_content_length(self, content_length: Option<usize>) -> Self {
        Self { content_length, ..self }
    }

    /// The same, of a form that has this part `meta`.
    #[must_use]
    pub fn with_meta(self, meta: Option<&'a [u8]>) -> Self {
        Self { meta, ..self }
    }

    /// The same; it says whether there is a header `Wechatpay-Signature`.
    #[must_use]
    pub fn with_signature_of_wechat_pay(self, signed_by_wechat_pay: bool) -> Self {
        Self { signed_by_wechat_pay, ..self }
    }
}

/// Says whether WeChat Pay would believe the request, and if not, why. `known` are the certificates of merchants that are
/// known here, and keys of WeChat Pay, which have no caller; `now`, in seconds since 1970, is left out for what was captured long ago.
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
        // What is behind the end is not read; for what is missing WeChat Pay waits.
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

/// How the body's length differs from what is said, if it does. A line feed behind the end is the file's, not the message's.
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

/// Who has signed, and the digest. `holds` of the diagnosis says whether it is who the message says.
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

/// What the key that is named finds, or any other that is known.
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
        // Behind those of the body: a body without its last line feed is the same text as lines without theirs.
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

/// What a gateway that is called by another path than it calls puts before the path behind the signature, or takes away.
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

/// The text with its `%xx` in another letter case.
fn escapes(text: &str, change: fn(&str) -> String) -> String {
    let mut parts = text.split('%');
    let mut changed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (digits, rest) = part.split_at_checked(2).unwrap_or((part, ""));
        changed.extend(["%", &change(digits), rest]);
    }
    changed
}

/// Who takes the time twice is a little off; who confuses the units, by a factor.
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
/// WeChat Pay's own, and the usual names of gateways before it.
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
/// The year 5138 in seconds, 1973 in milliseconds.
const MILLISECONDS: i64 = 100_000_000_000;
