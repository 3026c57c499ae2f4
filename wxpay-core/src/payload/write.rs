//! Writes nodes with a serializer: as JSON on the wire, and in any format in which an application stores messages.

use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};

use super::{Node, Object, Place};
use crate::value::Sensitive;

/// Writes a declared struct with all its members; each declared struct's `serde::Serialize` calls it.
///
/// # Errors
/// The serializer's own, or a [`Sensitive`] that is not sealed.
pub fn serialize<S: Serializer>(object: &dyn Object, serializer: S) -> Result<S::Ok, S::Error> {
    Written::whole(Node::Object(object), &Stored).serialize(serializer)
}

/// Writes a single value in its form on the wire.
pub(crate) fn stored<S: Serializer>(node: Node<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    Written::whole(node, &Stored).serialize(serializer)
}

/// The JSON text of a value.
///
/// # Errors
/// A foreign value that serde cannot write, or a [`Sensitive`].
pub(crate) fn json_text(node: &Node<'_>) -> Result<String, serde_json::Error> {
    serde_json::to_string(&Written::whole(node.clone(), &Unsealed))
}

/// The ciphertexts that sensitive values are written as.
pub(crate) trait Ciphertexts {
    fn ciphertext<'a>(&'a self, secret: &'a Sensitive) -> Option<&'a str>;
}

/// For stored messages: writes sealed values only.
struct Stored;

impl Ciphertexts for Stored {
    fn ciphertext<'a>(&'a self, secret: &'a Sensitive) -> Option<&'a str> {
        secret.ciphertext()
    }
}

/// For JSON texts, in which nothing is encrypted.
struct Unsealed;

impl Ciphertexts for Unsealed {
    fn ciphertext<'a>(&'a self, _: &'a Sensitive) -> Option<&'a str> {
        None
    }
}

/// A node to be serialised.
pub(crate) struct Written<'a> {
    node: Node<'a>,
    ciphertexts: &'a dyn Ciphertexts,
    /// A stored request keeps all its members in one object; on the wire the body has only its own members.
    all_places: bool,
}

impl<'a> Written<'a> {
    /// Writes the members of the body only.
    pub(crate) fn body(node: Node<'a>, ciphertexts: &'a dyn Ciphertexts) -> Self {
        Self { node, ciphertexts, all_places: false }
    }

    /// Writes every member.
    pub(crate) fn whole(node: Node<'a>, ciphertexts: &'a dyn Ciphertexts) -> Self {
        Self { node, ciphertexts, all_places: true }
    }

    fn inner(&self, node: Node<'a>) -> Self {
        Self { node, ..*self }
    }
}

// A serializer calls into each value by itself, so this cannot use `walk`.
impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.node {
            Node::Absent => serializer.serialize_none(),
            Node::Text(text) => serializer.serialize_str(text),
            Node::Choice { text, .. } => serializer.serialize_str(text),
            Node::Number { text, .. } => serializer.serialize_i64(text.parse().map_err(S::Error::custom)?),
            Node::Integer(value) => match i64::try_from(*value) {
                Ok(value) => serializer.serialize_i64(value),
                Err(_) => serializer.serialize_i128(*value),
            },
            Node::Boolean(value) => serializer.serialize_bool(*value),
            Node::Secret(secret) => match self.ciphertexts.ciphertext(secret) {
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
            Node::JsonText(text) => serializer.serialize_str(&json_text(&text.held()).map_err(S::Error::custom)?),
            Node::File(file) => file.serialize(serializer),
            Node::Unwritable(reason) => Err(S::Error::custom(reason)),
        }
    }
}

pub(crate) const NOT_SEALED: &str = "a sensitive value is not sealed; it is sealed when it is sent";
