//! Tables into bytes: the path with its holes filled, the query, the headers, the JSON body.

use std::borrow::Cow;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue};
use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::crypto::CryptoError;
use crate::echo::echoes;
use crate::encoded::Encoded;
use crate::endpoint::Operation;
use crate::form::{Form, file, form};
use crate::payload::{Field, Node, Object, Place};
use crate::seal::Seals;
use crate::target::percent;
use crate::value::Sensitive;

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
    let written = Written { node: Node::Object(request), seals: Some(seals), all_places: false };
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
    let written = Written { node, seals: Some(seals), all_places: true };
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
            let written = Written { node: node.clone(), seals: Some(seals), all_places: false };
            Cow::Owned(serde_json::to_string(&written).map_err(|error| error.to_string())?)
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
const NOT_SEALED: &str = "a sensitive value is not sealed; it is sealed when it is sent";
