//! Reads stored bytes, which are not trusted, into a request that may be sent.

use std::sync::Arc;

use bytes::Bytes;
use flate2::Crc;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use serde_json::{Map, Value};

use super::write::{BYTES, PLAINTEXTS};
use super::{MAGIC, StoredError, VERSION};
use crate::echo::{self, Echo};
use crate::encoded::fingerprint::{Fingerprint, Mark, boundary_of};
use crate::encoded::target::{self, TargetProblem};
use crate::encoded::{Content, Encoded};
use crate::endpoint::Statuses;

/// A rule that a member of a stored request's head breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HeadProblem {
    /// The member is missing, or has another JSON type.
    #[error("is missing, or not of its type")]
    Type,
    /// The target would be sent elsewhere, or not as it is signed.
    #[error("{0}")]
    Target(TargetProblem),
    /// APIv3 does not have the method.
    #[error("is not a method of APIv3")]
    Method,
    /// The target was not made from the template.
    #[error("does not fit the target")]
    Template,
    /// HTTP does not allow the header, or the request must not set it.
    #[error("has a header that no request declares")]
    Header,
    /// The range is not within the body.
    #[error("is not within the body")]
    Range,
    /// The text cannot be such a name or number.
    #[error("is not valid")]
    Name,
    /// Encoding does not make this combination.
    #[error("contradicts the other members")]
    Contradiction,
}

/// Removes the first line, after a check of the length and the checksum of the rest.
pub(super) fn checked(bytes: &[u8]) -> Result<&[u8], StoredError> {
    let end = bytes.iter().take(LONGEST_FIRST_LINE).position(|byte| *byte == b'\n');
    let line = bytes.get(..end.unwrap_or(bytes.len().min(LONGEST_FIRST_LINE)));
    let line = line.and_then(|line| std::str::from_utf8(line).ok());
    let mut words = line.unwrap_or_default().split(' ');
    if words.next() != Some(MAGIC) {
        return Err(StoredError::Foreign);
    }
    let version: u32 = words.next().and_then(|version| version.parse().ok()).ok_or(StoredError::Foreign)?;
    if version > VERSION {
        return Err(StoredError::Newer { version });
    }
    let (expected, crc) = (words.next().and_then(|length| length.parse().ok()), words.next());
    let (Some(expected), Some(crc), Some(end), None, VERSION) = (expected, crc, end, words.next(), version) else {
        return Err(StoredError::Foreign);
    };
    let rest = bytes.get(end + 1..).unwrap_or_default();
    let found = rest.len() as u64;
    if found != expected {
        return Err(StoredError::Length { expected, found });
    }
    let mut sum = Crc::new();
    sum.update(rest);
    if format!("{:08x}", sum.sum()) == crc { Ok(rest) } else { Err(StoredError::Checksum) }
}

/// Reads a request from its head and its body.
pub(super) fn request(rest: &[u8]) -> Result<Encoded, StoredError> {
    let end = rest.iter().take(LONGEST_HEAD).position(|byte| *byte == b'\n').ok_or(StoredError::Head)?;
    let (head, body) = rest.split_at_checked(end).ok_or(StoredError::Head)?;
    let body = body.get(1..).unwrap_or_default();
    let head = Head(serde_json::from_slice(head).map_err(|_| StoredError::Head)?);

    let content =
        Content { headers: head.headers()?, body: Bytes::copy_from_slice(body), signed: head.signed(body.len())? };
    let is_form = content.headers.contains_key(CONTENT_TYPE);
    ensure(is_form || content.signed == (0..body.len()), "signed", HeadProblem::Contradiction)?;
    let (target, declared) = (head.target()?, head.boolean("declared")?);
    let template = head.text("template")?;
    let path = target::path(target);
    let holes = if declared { target::values(template, path) } else { (template == path).then(Vec::new) };
    let Some(holes) = holes else { return wrong("template", HeadProblem::Template) };
    let (sealed, fingerprint) = (head.boolean("sealed")?, head.fingerprint()?);
    let serial = head.serial()?.map(str::to_owned);
    ensure(!sealed || serial.is_some(), "serial", HeadProblem::Contradiction)?;

    let encoded = Encoded::new(head.method()?, template.to_owned(), target.to_owned(), head.caller()?, serial);
    let echoes = head.echoes()?;
    let is_of_these = is_said(&echoes, &holes, content.body.get(content.signed.clone()).unwrap_or_default());
    ensure(is_of_these, "echoes", HeadProblem::Contradiction)?;
    let encoded = encoded.with_content(content).with_rules(echoes, head.statuses()?);
    let encoded = if declared { encoded } else { encoded.undeclared() };
    let mark = match head.text("fingerprint_of")? {
        PLAINTEXTS if sealed => Mark::Plaintexts(fingerprint),
        BYTES => match (fingerprint, encoded.fingerprint_of_bytes()) {
            (Some(stored), Some(made)) if stored != made => return Err(StoredError::Fingerprint),
            (Some(_), Some(_)) => Mark::Bytes,
            (stored, _) => Mark::Stored(stored),
        },
        _ => return wrong("fingerprint_of", HeadProblem::Contradiction),
    };
    Ok(encoded.with_seals(sealed, mark))
}

/// Tells whether the members that the answer has to repeat have the values of the request: in its path, as they are written
/// there, and the business number in its body.
fn is_said(echoes: &[Echo], holes: &[(&str, &str)], body: &[u8]) -> bool {
    let number = echoes.iter().find(|echo| echo.is_number());
    let mut in_the_path = holes.iter().flat_map(|(name, value)| {
        echoes.iter().filter(move |echo| echo.member() == *name).map(move |echo| (echo.sent(), *value))
    });
    in_the_path.all(|(sent, value)| target::percent(sent).to_string() == value)
        && number.is_none_or(|number| echo::compare(std::slice::from_ref(number), body).is_ok())
}

struct Head(Map<String, Value>);

impl Head {
    fn value<'a, T>(
        &'a self,
        member: &'static str,
        read: impl FnOnce(&'a Value) -> Option<T>,
    ) -> Result<T, StoredError> {
        self.0.get(member).and_then(read).ok_or(StoredError::Member { member, problem: HeadProblem::Type })
    }

    fn text(&self, member: &'static str) -> Result<&str, StoredError> {
        self.value(member, Value::as_str)
    }

    fn boolean(&self, member: &'static str) -> Result<bool, StoredError> {
        self.value(member, Value::as_bool)
    }

    fn array(&self, member: &'static str) -> Result<&[Value], StoredError> {
        self.value(member, |value| value.as_array().map(Vec::as_slice))
    }

    fn optional_text(&self, member: &'static str) -> Result<Option<&str>, StoredError> {
        self.value(member, |value| if value.is_null() { Some(None) } else { value.as_str().map(Some) })
    }

    fn method(&self) -> Result<Method, StoredError> {
        let text = self.text("method")?;
        let known = [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE];
        let method = known.into_iter().find(|method| method.as_str() == text);
        method.ok_or(StoredError::Member { member: "method", problem: HeadProblem::Method })
    }

    fn target(&self) -> Result<&str, StoredError> {
        let target = self.text("target")?;
        match target::check(target) {
            Ok(()) => Ok(target),
            Err(problem) => wrong("target", HeadProblem::Target(problem)),
        }
    }

    fn headers(&self) -> Result<HeaderMap, StoredError> {
        let mut headers = HeaderMap::new();
        for pair in self.array("headers")? {
            let header = Self::header(pair).filter(|(name, value)| match *name {
                CONTENT_TYPE => boundary_of(value.as_bytes()).is_some(),
                _ => is_declared(name.as_str()),
            });
            let Some((name, value)) = header else { return wrong("headers", HeadProblem::Header) };
            headers.insert(name, value);
        }
        Ok(headers)
    }

    fn header(pair: &Value) -> Option<(HeaderName, HeaderValue)> {
        let [Value::String(name), Value::String(value)] = pair.as_array()?.as_slice() else { return None };
        let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
        HeaderValue::from_bytes(value.as_bytes()).ok().map(|value| (name, value))
    }

    fn signed(&self, length: usize) -> Result<std::ops::Range<usize>, StoredError> {
        let place = |value: &Value| value.as_u64().and_then(|place| usize::try_from(place).ok());
        match self.array("signed")?.iter().map(place).collect::<Option<Vec<_>>>().as_deref() {
            Some(&[start, end]) if start <= end && end <= length => Ok(start..end),
            _ => wrong("signed", HeadProblem::Range),
        }
    }

    fn caller(&self) -> Result<Arc<str>, StoredError> {
        let caller = self.text("caller")?;
        let is_number = (1..=32).contains(&caller.len()) && caller.bytes().all(|byte| byte.is_ascii_digit());
        ensure(is_number, "caller", HeadProblem::Name)?;
        Ok(caller.into())
    }

    fn serial(&self) -> Result<Option<&str>, StoredError> {
        let serial = self.optional_text("serial")?;
        let is_name = |serial: &str| !serial.is_empty() && serial.bytes().all(|byte| byte.is_ascii_graphic());
        ensure(serial.is_none_or(is_name), "serial", HeadProblem::Name)?;
        Ok(serial)
    }

    fn statuses(&self) -> Result<Statuses, StoredError> {
        let status = |value: &Value| value.as_u64().and_then(|status| u16::try_from(status).ok());
        let success = self.value("success", |value| match value {
            Value::Null => Some(None),
            value => status(value).map(Some),
        })?;
        let unknown_on = self.array("unknown_on")?.iter().map(status).collect::<Option<Vec<_>>>();
        let unknown_on = unknown_on.ok_or(StoredError::Member { member: "unknown_on", problem: HeadProblem::Type })?;
        Ok(Statuses { success, unknown_on: unknown_on.into() })
    }

    fn echoes(&self) -> Result<Vec<Echo>, StoredError> {
        let text = |echo: &Value, name: &str| echo.get(name).and_then(Value::as_str).map(str::to_owned);
        let boolean = |echo: &Value, name: &str| echo.get(name).and_then(Value::as_bool);
        let echo = |echo: &Value| {
            let (member, sent) = (text(echo, "member")?, text(echo, "sent")?);
            Some(Echo::stored(member, sent, boolean(echo, "integer")?, boolean(echo, "number")?))
        };
        let echoes = self.array("echoes")?.iter().map(echo).collect::<Option<Vec<_>>>();
        let echoes = echoes.ok_or(StoredError::Member { member: "echoes", problem: HeadProblem::Type })?;
        let numbers = echoes.iter().filter(|echo| echo.is_number()).count();
        ensure(numbers <= 1, "echoes", HeadProblem::Contradiction)?;
        Ok(echoes)
    }

    fn fingerprint(&self) -> Result<Option<Fingerprint>, StoredError> {
        let Some(text) = self.optional_text("fingerprint")? else { return Ok(None) };
        Fingerprint::read(text)
            .map(Some)
            .ok_or(StoredError::Member { member: "fingerprint", problem: HeadProblem::Name })
    }
}

fn ensure(holds: bool, member: &'static str, problem: HeadProblem) -> Result<(), StoredError> {
    if holds { Ok(()) } else { wrong(member, problem) }
}

fn wrong<T>(member: &'static str, problem: HeadProblem) -> Result<T, StoredError> {
    Err(StoredError::Member { member, problem })
}

/// Tells whether an endpoint may declare the header. A header that signing adds, that the connection needs or that describes how
/// the body is written could change the receiver, the answer, or the beginning of the next request.
fn is_declared(name: &str) -> bool {
    !NOT_DECLARED.contains(&name) && !FAMILIES.iter().any(|family| name.starts_with(family))
}

const NOT_DECLARED: [&str; 21] = [
    "accept",
    "authorization",
    "connection",
    "content-encoding",
    "content-length",
    "content-range",
    "cookie",
    "expect",
    "forwarded",
    "host",
    "http2-settings",
    "keep-alive",
    "max-forwards",
    "range",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "via",
    "x-http-method-override",
];
/// The prefixes of other names.
const FAMILIES: [&str; 4] = ["accept-", "proxy-", "wechatpay-", "x-forwarded-"];
const LONGEST_FIRST_LINE: usize = 64;
/// A target has at most 64 KiB, since no HTTP library accepts more; the rest is small.
const LONGEST_HEAD: usize = 1 << 20;
