//! An HTTP message as text, as logs and proxies keep it.

use http::{HeaderMap, HeaderName, HeaderValue};

use crate::outcome::Failure;

/// A message, taken apart.
pub(super) struct Message {
    /// Empty where it is no request, as is the target.
    pub(super) method: String,
    pub(super) target: String,
    pub(super) host: Option<String>,
    pub(super) headers: HeaderMap,
    /// As long as `Content-Length` says, if there is so much.
    pub(super) body: Vec<u8>,
    /// All that stands behind the headers.
    pub(super) whole: Vec<u8>,
    /// As text: a header that is not ASCII is worth a diagnosis too.
    authorization: Option<String>,
}

impl Message {
    pub(super) fn authorization(&self) -> Option<&str> {
        self.authorization.as_deref()
    }

    /// The merchant that says to be calling.
    pub(super) fn caller(&self) -> &str {
        let header = self.authorization().unwrap_or_default();
        let value = header.split_once("mchid=\"").map(|(_, rest)| rest);
        value.and_then(|rest| rest.split('"').next()).unwrap_or_default()
    }
}

/// The parts of a request, given one by one.
pub(super) fn given(method: &str, url: &str, authorization: Option<&str>, body: Vec<u8>) -> Result<Message, Failure> {
    let (host, target) = origin(url);
    if !target.starts_with('/') {
        return Err(Failure::Usage(format!("`{url}` has no path that begins with a slash")));
    }
    let authorization = authorization.map(|text| text.strip_prefix("Authorization:").unwrap_or(text).trim().to_owned());
    let (method, headers, whole) = (method.to_owned(), HeaderMap::new(), body.clone());
    Ok(Message { method, target, host, headers, body, whole, authorization })
}

/// Takes a message apart.
pub(super) fn message(raw: &[u8]) -> Result<Message, Failure> {
    let (head, body) = match raw.trim_ascii_start().first() {
        Some(b'{') => {
            let needed = "this is JSON without headers; the signature is in the headers. Parameters that a front end was \
                          given are for `wxpay explain payment`";
            return Err(Failure::Usage(needed.to_owned()));
        }
        // A notice of APIv2 is signed in its body.
        Some(b'<') => (&b""[..], raw),
        _ => split(raw),
    };
    let head = std::str::from_utf8(head).map_err(|_| Failure::Usage("the headers are no text in UTF-8".to_owned()))?;
    let mut lines = head.lines().filter(|line| !line.trim().is_empty()).peekable();
    let (mut method, mut target, mut host) = (String::new(), String::new(), None);
    if let Some((name, url)) = lines.peek().and_then(|first| request_line(first)) {
        (host, target) = origin(url);
        method = name.to_owned();
        lines.next();
    } else if lines.peek().is_some_and(|first| first.starts_with("HTTP/")) {
        lines.next();
    }
    let (headers, whole) = (HeaderMap::new(), body.to_vec());
    let mut message = Message { method, target, host, headers, body: whole.clone(), whole, authorization: None };
    for line in lines {
        message.header(line)?;
    }
    message.cut();
    Ok(message)
}

impl Message {
    fn header(&mut self, line: &str) -> Result<(), Failure> {
        // curl -v writes `> ` and `< ` before what it sends and receives.
        let line = line.trim_start_matches(['>', '<']).trim_start();
        // A dump of a CGI program's variables has `=`.
        let cgi = line.split_once('=').filter(|(name, _)| name.starts_with("HTTP_") && !name.contains(':'));
        let (name, value) = cgi
            .or_else(|| line.split_once(':'))
            .ok_or_else(|| Failure::Usage(format!("the line `{}` is no header", shortened(line))))?;
        let (name, value) = (name.trim(), value.trim());
        if name.eq_ignore_ascii_case("authorization") {
            self.authorization = Some(value.to_owned());
        }
        if name.eq_ignore_ascii_case("host") && self.host.is_none() {
            self.host = Some(value.to_owned());
        }
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            self.headers.append(name, value);
        }
        Ok(())
    }

    /// What is behind the body's end is the file's, not the message's.
    fn cut(&mut self) {
        if let Some(length) = self.content_length() {
            self.body.truncate(length);
        }
    }

    pub(super) fn content_length(&self) -> Option<usize> {
        self.headers.get(http::header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok())
    }
}

/// Headers, and the body behind the first empty line.
fn split(raw: &[u8]) -> (&[u8], &[u8]) {
    let mut end = 0;
    for line in raw.split_inclusive(|byte| *byte == b'\n') {
        end += line.len();
        if line == b"\n" || line == b"\r\n" {
            break;
        }
    }
    raw.split_at_checked(end).unwrap_or((raw, b""))
}

/// Method and target, if the line is the first of a request.
fn request_line(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches(['>', ' ']).trim_end();
    let (method, rest) = line.split_once(' ')?;
    let target = rest.strip_suffix("HTTP/1.1").or_else(|| rest.strip_suffix("HTTP/1.0"));
    let target = target.or_else(|| rest.strip_suffix("HTTP/2")).unwrap_or(rest).trim();
    let named = !method.is_empty() && method.bytes().all(|byte| byte.is_ascii_alphabetic());
    (named && (target.starts_with('/') || target.starts_with("http"))).then_some((method, target))
}

/// Host, and path with query, of a whole URL or of what stands in a request line.
fn origin(url: &str) -> (Option<String>, String) {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let Some(rest) = rest else { return (None, url.to_owned()) };
    let (host, target) = rest.split_at_checked(rest.find('/').unwrap_or(rest.len())).unwrap_or((rest, ""));
    (Some(host.to_owned()), target.to_owned())
}

fn shortened(line: &str) -> String {
    line.chars().take(60).collect()
}
