//! JSON into tables: one visitor for every type, every fault with its pointer.

mod fault;
mod key;
mod reading;
mod visit;

pub use fault::{DecodeError, Fault, FaultKind};

use serde::de::{DeserializeSeed as _, Deserializer, Error as _};

use crate::payload::{Filled, Message, Payload, Slot, Trail};
use reading::{How, Reading};
use visit::In;

/// Reads what WeChat Pay says: an answer's body, or a notification's resource. Members that the table does not know are
/// passed over; optional ones that do not fit are left out, and returned.
pub(crate) fn answer(slot: Slot<'_>, body: &[u8]) -> Result<Vec<Fault>, DecodeError> {
    let dropped = whole(slot, body, How::Tolerant)?;
    for fault in &dropped {
        // A foreign type's own words could repeat the value.
        let expected = match &fault.kind {
            FaultKind::Type { expected } => Some(*expected),
            _ => None,
        };
        tracing::warn!(pointer = fault.pointer, expected, "an optional member does not fit, and is left out");
    }
    Ok(dropped)
}

/// Reads what WeChat Pay says from JSON, as the client reads an answer, and gives every fault its pointer.
///
/// An optional member that does not fit is left out, with a warning in the log. One object where a list is expected is a
/// list of one; `null` in a list is passed over; an empty text in an optional number, time or enum is absent. Sensitive
/// members stay sealed: [`Client::open`](crate::client::Client::open) opens them.
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
/// It is no JSON, or not a message of that type. Nothing is left out for its form.
pub fn read_json(message: &mut dyn Message, json: &[u8]) -> Result<(), DecodeError> {
    stored(message.slot(), json)
}

/// Reads JSON as it was stored.
pub(crate) fn stored(slot: Slot<'_>, json: &[u8]) -> Result<(), DecodeError> {
    whole(slot, json, How::Stored).map(drop)
}

/// Reads a whole message, and gives the faults of what was left out.
fn whole(slot: Slot<'_>, json: &[u8], how: How) -> Result<Vec<Fault>, DecodeError> {
    // Only the unit type reads nothing.
    if matches!(slot, Slot::None) {
        return Ok(Vec::new());
    }
    let Reading { faults, dropped, .. } = reading(slot, json, how)?;
    if faults.is_empty() { Ok(dropped) } else { Err(DecodeError::Faults(faults)) }
}

/// Reads a body into `slot` and lists every fault; `strict` counts unknown and repeated members as such.
#[cfg(feature = "server")]
pub(crate) fn read(slot: Slot<'_>, body: &[u8], strict: bool) -> Result<Vec<Fault>, DecodeError> {
    reading(slot, body, How::Request { strict }).map(|reading| reading.faults)
}

fn reading(slot: Slot<'_>, body: &[u8], how: How) -> Result<Reading, DecodeError> {
    let mut json = serde_json::Deserializer::from_slice(body);
    let reading = message(slot, &mut json, how).and_then(|reading| json.end().map(|()| reading));
    reading.map_err(|error| DecodeError::Syntax(error.to_string()))
}

/// A whole message: `null` is none, unless any JSON is one.
fn message<'de, D: Deserializer<'de>>(slot: Slot<'_>, deserializer: D, how: How) -> Result<Reading, D::Error> {
    let mut reading = Reading::new(how);
    let may_be_null = matches!(slot, Slot::Optional(_) | Slot::Json(_));
    let filled = In { slot, at: &Trail::ROOT, reading: &mut reading, optional: false }.deserialize(deserializer)?;
    if filled == Filled::Absent && !may_be_null {
        reading.fault(&Trail::ROOT, FaultKind::Missing);
    }
    Ok(reading)
}

/// Reads a declared struct with all its members, as `serde::Deserialize` of each does.
///
/// # Errors
/// The deserializer's own, or the first faults in words.
pub fn deserialize<'de, T: Payload, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::blank();
    let reading = message(value.slot(), deserializer, How::Stored)?;
    if reading.faults.is_empty() { Ok(value) } else { Err(D::Error::custom(DecodeError::Faults(reading.faults))) }
}
