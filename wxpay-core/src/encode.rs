//! Tables into bytes: the path with its holes filled, the query, the headers, the JSON body.

use std::borrow::Cow;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use percent_encoding::utf8_percent_encode;

use crate::crypto::CryptoError;
use crate::echo::{self, Echo, echoes};
use crate::endpoint::{Operation, Statuses};
use crate::form::{Form, file, form};
use crate::payload::{Ciphertexts as _, Field, NOT_SEALED, Node, Object, Place, Written};
use crate::seal::Seals;
use crate::spelling::RESERVED;

/// A request that was validated, sealed and encoded, but not signed: what every attempt signs anew.
///
/// It can be kept and sent again ([`Client::resend`](crate::client::Client::resend)): the same number, the same
/// parameters, the same ciphertexts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Encoded {
    pub(crate) method: Method,
    pub(crate) template: Cow<'static, str>,
    pub(crate) target: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) signed: Bytes,
    pub(crate) serial: Option<String>,
    pub(crate) echoes: Vec<Echo>,
    pub(crate) statuses: Statuses,
    /// False for a request that no declaration describes, whose template has numbers in it.
    pub(crate) declared: bool,
}

impl Encoded {
    /// A `GET` without headers of its own; `template` is its name in logs.
    pub(crate) fn get(template: &'static str, target: String, serial: Option<String>) -> Self {
        Self {
            method: Method::GET,
            template: Cow::Borrowed(template),
            target,
            headers: HeaderMap::new(),
            body: Bytes::new(),
            signed: Bytes::new(),
            serial,
            echoes: Vec::new(),
            statuses: Statuses::default(),
            declared: true,
        }
    }

    /// A request of which nothing is known but what is sent. All of its body is signed.
    pub(crate) fn raw(method: Method, target: String, body: Bytes, serial: Option<String>) -> Self {
        let template = Cow::Owned(target.split('?').next().unwrap_or_default().to_owned());
        let signed = body.clone();
        Self { method, template, body, signed, declared: false, ..Self::get("", target, serial) }
    }

    /// The HTTP method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The path as declared, with its holes: what belongs into logs and metrics.
    #[must_use]
    pub fn template(&self) -> &str {
        &self.template
    }

    /// Path and query as they are signed and sent.
    #[must_use]
    pub fn target(&self) -> &str {
        &self.target
    }

    /// The headers that the endpoint itself declares; with a file the form's `Content-Type` too.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body; empty where the endpoint has none.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// What of the body is signed: all of it; of a form the text of its part `meta`.
    #[must_use]
    pub fn signed(&self) -> &Bytes {
        &self.signed
    }

    /// The `Wechatpay-Serial` of the request: the key that sealed it, and that the answer shall be signed with. Only
    /// the first certificate download has none.
    #[must_use]
    pub fn serial(&self) -> Option<&str> {
        self.serial.as_deref()
    }

    /// The business number that makes it safe to send this again, where the endpoint has one.
    #[must_use]
    pub fn number(&self) -> Option<&str> {
        echo::number(&self.echoes)
    }

    /// Tells if sending this again does no more than sending it once: it is a `GET`, or has a business number.
    #[must_use]
    pub fn is_repeatable(&self) -> bool {
        self.method == http::Method::GET || self.number().is_some()
    }
}

/// The request of `operation`, in bytes. It was validated; `seals` are its ciphertexts under the key `serial`, and
/// `random` makes the boundaries of a form.
pub(crate) fn encode(
    operation: &Operation,
    request: &dyn Object,
    seals: &Seals,
    serial: String,
    random: fn() -> Result<String, CryptoError>,
) -> Result<Encoded, String> {
    let mut headers = headers(request, seals)?;
    let text = body(request, seals)?;
    let (body, signed) = match file(request) {
        Some(file) => {
            let Form { content_type, body, meta } = form(&text, &parts(request, seals)?, file, random)?;
            headers.insert(CONTENT_TYPE, content_type);
            (body, meta)
        }
        None => (text.clone(), text),
    };
    Ok(Encoded {
        method: operation.method.into(),
        headers,
        body,
        signed,
        echoes: echoes(operation, request),
        statuses: operation.statuses(),
        ..Encoded::get(operation.path, target(operation.path, request, seals)?, Some(serial))
    })
}

fn members<'a>(request: &'a dyn Object, place: Place) -> impl Iterator<Item = (&'static Field, Node<'a>)> {
    let fields = request.table().fields.iter().enumerate();
    fields.filter(move |(_, field)| field.place == place).map(|(index, field)| (field, request.member(index)))
}

fn target(template: &str, request: &dyn Object, seals: &Seals) -> Result<String, String> {
    let mut target = String::with_capacity(template.len() + 64);
    let mut rest = template;
    while let Some((literal, hole)) = rest.split_once('{') {
        let (name, tail) = hole.split_once('}').ok_or("the path has an open brace")?;
        let member = members(request, Place::Path).find(|(field, _)| field.name == name);
        let (_, node) = member.ok_or_else(|| format!("the path's `{name}` has no field"))?;
        target.push_str(literal);
        target.extend(percent(&word(&node, seals)?));
        rest = tail;
    }
    target.push_str(rest);

    let mut separator = '?';
    for (field, node) in members(request, Place::Query) {
        let mut pair = |value: &Node<'_>| -> Result<(), String> {
            target.push(separator);
            separator = '&';
            target.extend(percent(field.name));
            target.push('=');
            target.extend(percent(&word(value, seals)?));
            Ok(())
        };
        match node {
            Node::Absent => {}
            Node::List(list) => (0..list.len()).try_for_each(|index| pair(&list.node(index)))?,
            value => pair(&value)?,
        }
    }
    Ok(target)
}

fn headers(request: &dyn Object, seals: &Seals) -> Result<HeaderMap, String> {
    let mut headers = HeaderMap::new();
    for (field, node) in members(request, Place::Header) {
        if matches!(node, Node::Absent) {
            continue;
        }
        let value = word(&node, seals)?;
        let name = HeaderName::try_from(field.name).map_err(|_| format!("`{}` is no header name", field.name))?;
        let value = HeaderValue::from_bytes(value.as_bytes()).map_err(|_| format!("`{}` is no header", field.name))?;
        headers.insert(name, value);
    }
    Ok(headers)
}

fn body(request: &dyn Object, seals: &Seals) -> Result<Bytes, String> {
    if !request.table().fields.iter().any(|field| field.place == Place::Body) {
        return Ok(Bytes::new());
    }
    let written = Written::body(Node::Object(request), seals);
    let mut body = Vec::with_capacity(USUAL_BODY);
    serde_json::to_writer(&mut body, &written).map_err(|error| error.to_string())?;
    Ok(body.into())
}

/// The words that are parts of a form, by their names.
fn parts(request: &dyn Object, seals: &Seals) -> Result<Vec<(&'static str, String)>, String> {
    let present = members(request, Place::Part).filter(|(_, node)| !matches!(node, Node::Absent));
    present.map(|(field, node)| Ok((field.name, word(&node, seals)?.into_owned()))).collect()
}

/// A message with all its members, as a server answers it.
#[cfg(feature = "server")]
pub(crate) fn whole(node: Node<'_>, seals: &Seals) -> Result<Vec<u8>, String> {
    let written = Written::whole(node, seals);
    serde_json::to_vec(&written).map_err(|error| error.to_string())
}

/// A value in a path, a query or a header: text as it is, what has structure as JSON.
fn word<'a>(node: &'a Node<'_>, seals: &'a Seals) -> Result<Cow<'a, str>, String> {
    Ok(match node {
        Node::Text(text) => Cow::Borrowed(&**text),
        Node::Choice { text, .. } => Cow::Borrowed(*text),
        Node::Integer(value) => Cow::Owned(value.to_string()),
        Node::Boolean(value) => Cow::Borrowed(if *value { "true" } else { "false" }),
        Node::Secret(secret) => Cow::Borrowed(seals.ciphertext(secret).ok_or(NOT_SEALED)?),
        node => {
            let written = Written::body(node.clone(), seals);
            Cow::Owned(serde_json::to_string(&written).map_err(|error| error.to_string())?)
        }
    })
}

/// Nothing but unreserved characters and `%XX`.
pub(crate) fn percent(text: &str) -> percent_encoding::PercentEncode<'_> {
    utf8_percent_encode(text, RESERVED)
}

/// Whether no URL library rewrites this byte in path and query.
pub(crate) fn survives(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~!$&()*+,;=:@/?%".contains(&byte)
}

/// Whether a URL library would rewrite this path and query, so that another target is sent than was signed.
pub(crate) fn rewritable(target: &str) -> bool {
    let path = target.split('?').next().unwrap_or_default().to_ascii_lowercase().replace("%2e", ".");
    !target.bytes().all(survives) || path.split('/').any(|segment| matches!(segment, "." | ".."))
}

/// Most bodies fit into so many bytes without growing.
const USUAL_BODY: usize = 1024;
