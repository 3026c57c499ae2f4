//! JSON into tables: one visitor for every type, every fault with its pointer.

mod fault;
mod visit;

pub use fault::{DecodeError, Fault, FaultKind};

use serde::de::{DeserializeSeed as _, Deserializer, Error as _};
use serde::ser::{Serialize as _, Serializer};

use crate::encode::Written;
use crate::payload::{Message, Node, Object, Payload, Slot};
use visit::{In, Reading};

/// Reads an answer's body: members that the table does not know are passed over.
pub(crate) fn answer(slot: Slot<'_>, body: &[u8]) -> Result<(), DecodeError> {
    whole(slot, body, Reading::of_the_wire(false))
}

/// Reads a message from JSON, and gives every fault its pointer. Sensitive members stay sealed:
/// [`Client::open`](crate::client::Client::open) opens them.
///
/// # Errors
/// It is no JSON, or not a message of that type.
pub fn from_json<T: Payload>(json: &[u8]) -> Result<T, DecodeError> {
    let mut value = T::blank();
    answer(value.slot(), json)?;
    Ok(value)
}

/// Reads JSON into a message whose type is known at run time only. A request has all its members in one object, wherever
/// they go. Sensitive members stay sealed.
///
/// # Errors
/// As [`from_json`].
pub fn read_json(message: &mut dyn Message, json: &[u8]) -> Result<(), DecodeError> {
    whole(message.slot(), json, Reading::of_a_store())
}

fn whole(slot: Slot<'_>, json: &[u8], how: Reading) -> Result<(), DecodeError> {
    // Only the unit type reads nothing.
    if matches!(slot, Slot::None) {
        return Ok(());
    }
    let faults = reading(slot, json, how)?;
    if faults.is_empty() { Ok(()) } else { Err(DecodeError::Faults(faults)) }
}

/// Reads a body into `slot` and lists every fault; `strict` counts unknown and repeated members as such.
#[cfg(feature = "server")]
pub(crate) fn read(slot: Slot<'_>, body: &[u8], strict: bool) -> Result<Vec<Fault>, DecodeError> {
    reading(slot, body, Reading::of_the_wire(strict))
}

fn reading(slot: Slot<'_>, body: &[u8], mut reading: Reading) -> Result<Vec<Fault>, DecodeError> {
    let mut json = serde_json::Deserializer::from_slice(body);
    In { slot, reading: &mut reading }
        .deserialize(&mut json)
        .and_then(|_| json.end())
        .map_err(|error| DecodeError::Syntax(error.to_string()))?;
    Ok(reading.faults)
}

/// `serde::Deserialize` of every declared struct.
///
/// # Errors
/// The deserializer's own, or the first faults in words.
pub fn deserialize<'de, T: Payload, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::blank();
    let mut reading = Reading::of_a_store();
    In { slot: value.slot(), reading: &mut reading }.deserialize(deserializer)?;
    if reading.faults.is_empty() { Ok(value) } else { Err(D::Error::custom(DecodeError::Faults(reading.faults))) }
}

/// `serde::Serialize` of every declared struct.
///
/// # Errors
/// The serializer's own, or a [`Sensitive`](crate::value::Sensitive) that is not sealed.
pub fn serialize<S: Serializer>(object: &dyn Object, serializer: S) -> Result<S::Ok, S::Error> {
    Written::whole(Node::Object(object)).serialize(serializer)
}
