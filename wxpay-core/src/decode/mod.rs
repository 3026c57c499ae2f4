//! Reads JSON by tables: one visitor for every type, and every fault with its pointer.

mod fault;
mod key;
mod reading;
mod visit;

pub use fault::{DecodeError, Fault, FaultKind};

use serde::de::{DeserializeSeed as _, Deserializer, Error as _};

use crate::payload::{Filled, Message, Payload, Slot, Trail};
use reading::{How, Reading};
use visit::In;

/// Reads a message of WeChat Pay: an answer's body, or a notification's resource. Members that the table does not know are
/// skipped; optional members that do not fit are left out, and their faults returned.
pub(crate) fn answer(slot: Slot<'_>, body: &[u8]) -> Result<Vec<Fault>, DecodeError> {
    let dropped = whole(slot, body, How::Tolerant)?;
    for fault in &dropped {
        // A foreign type's own message could repeat the value.
        let expected = match &fault.kind {
            FaultKind::Type { expected } => Some(*expected),
            _ => None,
        };
        tracing::warn!(pointer = fault.pointer, expected, "an optional member does not fit, and is left out");
    }
    Ok(dropped)
}

/// Reads a message of WeChat Pay from JSON as the client reads an answer; every fault has its pointer.
///
/// An optional member that does not fit is left out, with a warning in the log. A single object in place of a list is read as a
/// list of one; `null` in a list is skipped; an empty text in place of an optional number, time or enum is absent. Sensitive
/// members stay sealed: [`Client::open`](crate::client::Client::open) opens them.
///
/// # Errors
/// The text is not JSON, or not a message of this type.
pub fn from_json<T: Payload>(json: &[u8]) -> Result<T, DecodeError> {
    let mut value = T::blank();
    answer(value.slot(), json)?;
    Ok(value)
}

/// Reads JSON into a message whose type is known only at run time. A request has all its members in one object, whatever
/// their places. Sensitive members stay sealed.
///
/// # Errors
/// The text is not JSON, or not a message of this type. A member that does not fit is always an error here.
pub fn read_json(message: &mut dyn Message, json: &[u8]) -> Result<(), DecodeError> {
    stored(message.slot(), json)
}

/// Reads JSON in the form in which messages are stored.
pub(crate) fn stored(slot: Slot<'_>, json: &[u8]) -> Result<(), DecodeError> {
    whole(slot, json, How::Stored).map(drop)
}

/// Reads a whole message, and returns the faults of the members that were left out.
fn whole(slot: Slot<'_>, json: &[u8], how: How) -> Result<Vec<Fault>, DecodeError> {
    // Only the unit type reads nothing.
    if matches!(slot, Slot::None) {
        return Ok(Vec::new());
    }
    let Reading { faults, dropped, .. } = reading(slot, json, how)?;
    if faults.is_empty() { Ok(dropped) } else { Err(DecodeError::Faults(faults)) }
}

/// Reads a body into `slot` and returns every fault. With `strict`, unknown and repeated members are faults.
#[cfg(feature = "server")]
pub(crate) fn read(slot: Slot<'_>, body: &[u8], strict: bool) -> Result<Vec<Fault>, DecodeError> {
    reading(slot, body, How::Request { strict }).map(|reading| reading.faults)
}

fn reading(slot: Slot<'_>, body: &[u8], how: How) -> Result<Reading, DecodeError> {
    let mut json = serde_json::Deserializer::from_slice(body);
    let reading = message(slot, &mut json, how).and_then(|reading| json.end().map(|()| reading));
    reading.map_err(|error| DecodeError::Syntax(error.to_string()))
}

/// Reads a whole message. `null` counts as missing, unless the message is optional or may be any JSON.
fn message<'de, D: Deserializer<'de>>(slot: Slot<'_>, deserializer: D, how: How) -> Result<Reading, D::Error> {
    let mut reading = Reading::new(how);
    let may_be_null = matches!(slot, Slot::Optional(_) | Slot::Json(_));
    let filled = In { slot, at: &Trail::ROOT, reading: &mut reading, optional: false }.deserialize(deserializer)?;
    if filled == Filled::Absent && !may_be_null {
        reading.fault(&Trail::ROOT, FaultKind::Missing);
    }
    Ok(reading)
}

/// Reads a declared struct with all its members; each declared struct's `serde::Deserialize` calls it.
///
/// # Errors
/// The deserializer's own, or the faults in words.
pub fn deserialize<'de, T: Payload, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::blank();
    let reading = message(value.slot(), deserializer, How::Stored)?;
    if reading.faults.is_empty() { Ok(value) } else { Err(D::Error::custom(DecodeError::Faults(reading.faults))) }
}
