//! Encoding of tables: the path with its holes filled, the query, the headers, the JSON body.

use std::borrow::Cow;
use std::sync::Arc;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;

use crate::crypto::CryptoError;
use crate::echo::echoes;
use crate::encoded::fingerprint::{Fingerprint, Mark};
use crate::encoded::target::Target;
use crate::encoded::{Content, Encoded};
use crate::endpoint::Operation;
use crate::error::EncodeError;
use crate::form::{Form, file, form};
use crate::payload::{Ciphertexts as _, Field, Node, Object, Place, Written, json_text};
use crate::seal::{Blinded, Seals};

/// Encodes the request of `operation`, which was validated. `seals` are its ciphertexts under the key `serial`, `caller` is the
/// merchant that will sign, and `random` makes the boundary of a form.
pub(crate) fn encode(
    operation: &Operation,
    request: &dyn Object,
    seals: &Seals,
    (caller, serial): (Arc<str>, String),
    random: fn() -> Result<String, CryptoError>,
) -> Result<Encoded, EncodeError> {
    let Sendable { target, content } = write(operation, request, seals, random)?;
    let mark = match seals.blind() {
        Blinded::Nothing => Mark::Bytes,
        Blinded::NoKey => Mark::Plaintexts(None),
        Blinded::Seals(blinded) => {
            let written = write(operation, request, &blinded, random)?;
            Mark::Plaintexts(Fingerprint::of(operation.path, &written.target, &written.content))
        }
    };
    Ok(Encoded::new(operation.method.into(), operation.path, target, caller, Some(serial))
        .with_content(content)
        .with_rules(echoes(operation, request), operation.statuses())
        .with_seals(seals.is_sealed(), mark))
}

/// A request in bytes.
struct Sendable {
    target: String,
    content: Content,
}

fn write(
    operation: &Operation,
    request: &dyn Object,
    seals: &Seals,
    random: fn() -> Result<String, CryptoError>,
) -> Result<Sendable, EncodeError> {
    let mut headers = headers(request, seals)?;
    let text = body(request, seals)?;
    let content = match file(request) {
        Some(file) => {
            let text = if text.is_empty() { Bytes::from_static(b"{}") } else { text };
            let Form { content_type, body, meta } = form(&text, &parts(request, seals)?, file, random)?;
            headers.insert(CONTENT_TYPE, content_type);
            Content { headers, body, signed: meta }
        }
        None => Content { headers, signed: 0..text.len(), body: text },
    };
    Ok(Sendable { target: target(operation.path, request, seals)?, content })
}

fn members<'a>(request: &'a dyn Object, place: Place) -> impl Iterator<Item = (&'static Field, Node<'a>)> {
    let fields = request.table().fields.iter().enumerate();
    fields.filter(move |(_, field)| field.place == place).map(|(index, field)| (field, request.member(index)))
}

fn target(template: &'static str, request: &dyn Object, seals: &Seals) -> Result<String, EncodeError> {
    let mut target = Target::of(template, |name, target| {
        let member = members(request, Place::Path).find(|(field, _)| field.name == name);
        let (_, node) = member.ok_or_else(|| EncodeError::NoField { hole: name.to_owned() })?;
        target.value(&word(&node, seals)?);
        Ok(())
    })?;
    for (field, node) in members(request, Place::Query) {
        let mut pair = |value: &Node<'_>| -> Result<(), EncodeError> {
            target.pair(field.name, &word(value, seals)?);
            Ok(())
        };
        match node {
            Node::Absent => {}
            Node::List(list) => (0..list.len()).try_for_each(|index| pair(&list.node(index)))?,
            value => pair(&value)?,
        }
    }
    Ok(target.finish())
}

fn headers(request: &dyn Object, seals: &Seals) -> Result<HeaderMap, EncodeError> {
    let mut headers = HeaderMap::new();
    for (field, node) in members(request, Place::Header) {
        if matches!(node, Node::Absent) {
            continue;
        }
        let value = word(&node, seals)?;
        let name = field.name;
        let value = HeaderValue::from_bytes(value.as_bytes()).map_err(|_| EncodeError::HeaderValue { name })?;
        headers.insert(HeaderName::try_from(name).map_err(|_| EncodeError::HeaderName { name })?, value);
    }
    Ok(headers)
}

fn body(request: &dyn Object, seals: &Seals) -> Result<Bytes, EncodeError> {
    if !request.table().fields.iter().any(|field| field.place == Place::Body) {
        return Ok(Bytes::new());
    }
    let written = Written::body(Node::Object(request), seals);
    let mut body = Vec::with_capacity(USUAL_BODY);
    serde_json::to_writer(&mut body, &written).map_err(EncodeError::Json)?;
    Ok(body.into())
}

/// The values that are parts of a form, by their names.
fn parts(request: &dyn Object, seals: &Seals) -> Result<Vec<(&'static str, String)>, EncodeError> {
    let present = members(request, Place::Part).filter(|(_, node)| !matches!(node, Node::Absent));
    present.map(|(field, node)| Ok((field.name, word(&node, seals)?.into_owned()))).collect()
}

/// An object with all its members, as a server sends it.
#[cfg(feature = "server")]
pub(crate) fn whole(node: Node<'_>, seals: &Seals) -> Result<Vec<u8>, EncodeError> {
    let written = Written::whole(node, seals);
    serde_json::to_vec(&written).map_err(EncodeError::Json)
}

/// A value in a path, a query or a header: a text as it is, a structure as JSON.
fn word<'a>(node: &'a Node<'_>, seals: &'a Seals) -> Result<Cow<'a, str>, EncodeError> {
    Ok(match node {
        Node::Text(text) => Cow::Borrowed(&**text),
        Node::Choice { text, .. } | Node::Number { text, .. } => Cow::Borrowed(*text),
        Node::Integer(value) => Cow::Owned(value.to_string()),
        Node::Boolean(value) => Cow::Borrowed(if *value { "true" } else { "false" }),
        Node::Secret(secret) => Cow::Borrowed(seals.ciphertext(secret).ok_or(EncodeError::NotSealed)?),
        Node::Json(value) => match &**value {
            Value::String(text) => Cow::Borrowed(text),
            value => Cow::Owned(value.to_string()),
        },
        Node::JsonText(text) => Cow::Owned(json_text(&text.held()).map_err(EncodeError::Json)?),
        node => {
            let written = Written::body(node.clone(), seals);
            Cow::Owned(serde_json::to_string(&written).map_err(EncodeError::Json)?)
        }
    })
}

/// Most bodies fit into this number of bytes without growing.
const USUAL_BODY: usize = 1024;
