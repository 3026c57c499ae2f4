//! An HTTP message as text, as logs and proxies record it.

use http::{HeaderMap, HeaderName, HeaderValue};

use crate::outcome::Failure;

/// A parsed message.
pub(super) struct Message {
    /// The method; empty if it is not a request, as is the target.
    pub(super) method: String,
    pub(super) target: String,
    pub(super) host: Option<String>,
    pub(super) headers: HeaderMap,
    /// The body, cut to `Content-Length` if it is longer.
    pub(super) body: Vec<u8>,
    /// Everything behind the headers.
    pub(super) whole: Vec<u8>,
    /// The header as text, because a header that is not ASCII deserves a diagnosis, too.
    authorization: Option<String>,
}

impl Message {
    pub(super) fn authorization(&self) -> Option<&str> {
        self.authorization.as_deref()
    }

    /// The caller that the header names.
    pub(super) fn caller(&self) -> &str {
        let header = self.authorization().unwrap_or_default();
        let value = header.split_once("mchid=\"").map(|(_, rest)| rest);
        value.and_then(|rest| rest.split('"').next()).unwrap_or_default()
    }
}

/// A request that was given in parts.
pub(super) fn given(method: &str, url: &str, authorization: Option<&str>, body: Vec<u8>) -> Result<Message, Failure> {
    let (host, target) = origin(url);
    if !target.starts_with('/') {
        return Err(Failure::Usage(format!("`{url}` has no path that begins with a slash")));
    }
    let authorization = authorization.map(|text| text.strip_prefix("Authorization:").unwrap_or(text).trim().to_owned());
    let (method, headers, whole) = (method.to_owned(), HeaderMap::new(), body.clone());
    Ok(Message { method, target, host, headers, body, whole, authorization })
}

/// Parses a message.
pub(super) fn message(raw: &[u8]) -> Result<Message, Failure> {
    let (head, body) = match raw.trim_ascii_start().first() {
        Some(b'{') => {
            let needed = "this is JSON without headers, and the signature is in the headers. For the parameters of a front \
                          end use `wxpay explain payment`";
            return Err(Failure::Usage(needed.to_owned()));
        }
        // A notification of APIv2 has its signature in the body.
        Some(b'<') => (&b""[..], raw),
        _ => split(raw),
    };
    let head = std::str::from_utf8(head).map_err(|_| Failure::Usage("the headers are not UTF-8".to_owned()))?;
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
        // curl -v writes `> ` before the lines that it sends, and `< ` before those that it receives.
        let line = line.trim_start_matches(['>', '<']).trim_start();
        // Dumps of a CGI program's variables have `=`.
        let cgi = line.split_once('=').filter(|(name, _)| name.starts_with("HTTP_") && !name.contains(':'));
        let (name, value) = cgi
            .or_else(|| line.split_once(':'))
            .ok_or_else(|| Failure::Usage(format!("the line `{}` is not a header", shortened(line))))?;
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

    /// Cuts the body at its `Content-Length`: what follows is the file's, such as a final line feed.
    fn cut(&mut self) {
        if let Some(length) = self.content_length() {
            self.body.truncate(length);
        }
    }

    pub(super) fn content_length(&self) -> Option<usize> {
        self.headers.get(http::header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok())
    }
}

/// The headers, and the body behind the first empty line.
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

/// Method and target, if the line is a request line.
fn request_line(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches(['>', ' ']).trim_end();
    let (method, rest) = line.split_once(' ')?;
    let target = rest.strip_suffix("HTTP/1.1").or_else(|| rest.strip_suffix("HTTP/1.0"));
    let target = target.or_else(|| rest.strip_suffix("HTTP/2")).unwrap_or(rest).trim();
    let named = !method.is_empty() && method.bytes().all(|byte| byte.is_ascii_alphabetic());
    (named && (target.starts_with('/') || target.starts_with("http"))).then_some((method, target))
}

/// Host, and path with query, of a URL or of a request line's target.
fn origin(url: &str) -> (Option<String>, String) {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let Some(rest) = rest else { return (None, url.to_owned()) };
    let (host, target) = rest.split_at_checked(rest.find('/').unwrap_or(rest.len())).unwrap_or((rest, ""));
    (Some(host.to_owned()), target.to_owned())
}

fn shortened(line: &str) -> String {
    line.chars().take(60).collect()
}
