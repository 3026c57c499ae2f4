//! Tables into bytes: the path with its holes filled, the query, the headers, the JSON body.

use std::borrow::Cow;
use std::sync::Arc;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue};
use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::crypto::CryptoError;
use crate::echo::echoes;
use crate::encoded::fingerprint::{Fingerprint, Mark};
use crate::encoded::{Content, Encoded};
use crate::endpoint::Operation;
use crate::error::{EncodeError, NOT_SEALED};
use crate::form::{Form, file, form};
use crate::payload::{Field, Node, Object, Place};
use crate::seal::{Blinded, Seals};
use crate::target::Target;
use crate::value::Sensitive;

/// Writes the request of `operation`, which was validated. `seals` are its ciphertexts under the key `serial`, `caller` is the
/// merchant that will sign, and `random` makes the boundaries of a form.
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
    let written = Written { node: Node::Object(request), seals: Some(seals), all_places: false };
    let mut body = Vec::with_capacity(USUAL_BODY);
    serde_json::to_writer(&mut body, &written).map_err(EncodeError::Json)?;
    Ok(body.into())
}

/// The words that are parts of a form, by their names.
fn parts(request: &dyn Object, seals: &Seals) -> Result<Vec<(&'static str, String)>, EncodeError> {
    let present = members(request, Place::Part).filter(|(_, node)| !matches!(node, Node::Absent));
    present.map(|(field, node)| Ok((field.name, word(&node, seals)?.into_owned()))).collect()
}

/// A message with all its members, as a server answers it.
#[cfg(feature = "server")]
pub(crate) fn whole(node: Node<'_>, seals: &Seals) -> Result<Vec<u8>, String> {
    let written = Written { node, seals: Some(seals), all_places: true };
    serde_json::to_vec(&written).map_err(|error| error.to_string())
}

/// A value in a path, a query or a header: text as it is, what has structure as JSON.
fn word<'a>(node: &'a Node<'_>, seals: &'a Seals) -> Result<Cow<'a, str>, EncodeError> {
    Ok(match node {
        Node::Text(text) => Cow::Borrowed(&**text),
        Node::Choice { text, .. } => Cow::Borrowed(*text),
        Node::Integer(value) => Cow::Owned(value.to_string()),
        Node::Boolean(value) => Cow::Borrowed(if *value { "true" } else { "false" }),
        Node::Secret(secret) => Cow::Borrowed(seals.ciphertext(secret).ok_or(EncodeError::NotSealed)?),
        node => {
            let written = Written { node: node.clone(), seals: Some(seals), all_places: false };
            Cow::Owned(serde_json::to_string(&written).map_err(EncodeError::Json)?)
        }
    })
}

/// A node on its way into a serializer.
pub(crate) struct Written<'a> {
    node: Node<'a>,
    seals: Option<&'a Seals>,
    /// A stored request keeps all its members in one object; on the wire only those of the body are in the body.
    all_places: bool,
}

impl<'a> Written<'a> {
    /// For storing: every member, and only what is sealed already.
    pub(crate) fn whole(node: Node<'a>) -> Self {
        Self { node, seals: None, all_places: true }
    }

    fn inner(&self, node: Node<'a>) -> Self {
        Self { node, seals: self.seals, all_places: self.all_places }
    }

    fn ciphertext(&self, secret: &'a Sensitive) -> Option<&'a str> {
        match self.seals {
            Some(seals) => seals.ciphertext(secret),
            None => secret.ciphertext(),
        }
    }
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.node {
            Node::Absent => serializer.serialize_none(),
            Node::Text(text) => serializer.serialize_str(text),
            Node::Choice { text, .. } => serializer.serialize_str(text),
            Node::Integer(value) => match i64::try_from(*value) {
                Ok(value) => serializer.serialize_i64(value),
                Err(_) => serializer.serialize_i128(*value),
            },
            Node::Boolean(value) => serializer.serialize_bool(*value),
            Node::Secret(secret) => match self.ciphertext(secret) {
                Some(text) => serializer.serialize_str(text),
                None => Err(S::Error::custom(NOT_SEALED)),
            },
            Node::Object(object) => {
                let mut map = serializer.serialize_map(None)?;
                for (index, field) in object.table().fields.iter().enumerate() {
                    let node = object.member(index);
                    let here = self.all_places || field.place == Place::Body;
                    if here && !matches!(node, Node::Absent) {
                        map.serialize_entry(field.name, &self.inner(node))?;
                    }
                }
                map.end()
            }
            Node::List(list) => {
                let mut elements = serializer.serialize_seq(Some(list.len()))?;
                for index in 0..list.len() {
                    elements.serialize_element(&self.inner(list.node(index)))?;
                }
                elements.end()
            }
            Node::Map(entries) => {
                let mut map = serializer.serialize_map(None)?;
                let mut result = Ok(());
                entries.each(&mut |key, node| {
                    if result.is_ok() && !matches!(node, Node::Absent) {
                        result = map.serialize_entry(key, &self.inner(node));
                    }
                });
                result?;
                map.end()
            }
            Node::Json(value) => value.serialize(serializer),
            Node::File(file) => file.serialize(serializer),
            Node::Unwritable(reason) => Err(S::Error::custom(reason)),
        }
    }
}

/// Most bodies fit into so many bytes without growing.
const USUAL_BODY: usize = 1024;
