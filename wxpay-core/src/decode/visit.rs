//! The visitor: reads a slot according to its type, whatever the JSON has there.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::FaultKind;
use super::key::Key;
use super::reading::Reading;
use crate::payload::{Filled, List, Map, ObjectMut, Slot, Trail};

/// A slot to be read. Faults of content are collected; only faults of syntax stop the parser.
pub(super) struct In<'a, 'r> {
    pub(super) slot: Slot<'a>,
    pub(super) at: &'r Trail<'r>,
    pub(super) reading: &'r mut Reading,
    /// True for a value that may be absent.
    pub(super) optional: bool,
}

impl<'de> DeserializeSeed<'de> for In<'_, '_> {
    type Value = Filled;

    fn deserialize<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<Filled, D::Error> {
        match self.slot {
            Slot::Optional(optional) => {
                let before = self.reading.before();
                let slot = optional.fill();
                let filled =
                    In { slot, at: self.at, reading: self.reading, optional: true }.deserialize(deserializer)?;
                if filled == Filled::Absent || self.reading.drops(self.at, before) {
                    optional.clear();
                    return Ok(Filled::Absent);
                }
                Ok(filled)
            }
            Slot::Json(json) => {
                let value: Value = serde::Deserialize::deserialize(deserializer)?;
                if value.is_null() {
                    return Ok(Filled::Absent);
                }
                if let Err(reason) = json.set(value) {
                    self.reading.fault(self.at, FaultKind::Foreign(reason));
                }
                Ok(Filled::Present)
            }
            Slot::File(file) => In { slot: Slot::Json(file), at: self.at, reading: self.reading, optional: false }
                .deserialize(deserializer),
            _ => {
                self.slot = match self.slot {
                    Slot::List(list) => {
                        list.clear();
                        Slot::List(list)
                    }
                    Slot::Map(map) => {
                        map.clear();
                        Slot::Map(map)
                    }
                    slot => slot,
                };
                deserializer.deserialize_any(self)
            }
        }
    }
}

impl In<'_, '_> {
    fn other(self) -> Filled {
        let expected = match &self.slot {
            Slot::None | Slot::Optional(_) | Slot::Json(_) | Slot::File(_) => "anything",
            Slot::Scalar(scalar) => scalar.expected(),
            Slot::Secret(_) => "a string",
            Slot::JsonText(_) => "JSON text in a string",
            Slot::Object(_) | Slot::Map(_) => "an object",
            Slot::List(_) => "an array",
        };
        self.reading.fault(self.at, FaultKind::Type { expected });
        Filled::Present
    }
}

impl<'de> Visitor<'de> for In<'_, '_> {
    type Value = Filled;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_str<E>(self, text: &str) -> Result<Filled, E> {
        Ok(match self.slot {
            Slot::Scalar(scalar) if text.is_empty() && self.optional && self.reading.is_tolerant() => {
                let result = scalar.empty();
                self.reading.filled(self.at, result)
            }
            Slot::Scalar(scalar) => {
                let result = scalar.text(text);
                self.reading.filled(self.at, result)
            }
            Slot::JsonText(_) if text.is_empty() && self.optional && self.reading.is_tolerant() => Filled::Absent,
            Slot::JsonText(slot) => in_text(*slot, text, self.at, self.reading),
            Slot::Secret(_) if self.reading.is_in_text() => {
                self.reading.fault(self.at, FaultKind::Foreign(NOT_ENCRYPTED.to_owned()));
                Filled::Present
            }
            Slot::Secret(_) if text.is_empty() => Filled::Absent,
            Slot::Secret(secret) => {
                secret.receive(text);
                Filled::Present
            }
            _ => self.other(),
        })
    }

    fn visit_bool<E>(self, value: bool) -> Result<Filled, E> {
        Ok(match self.slot {
            Slot::Scalar(scalar) => {
                let result = scalar.boolean(value);
                self.reading.filled(self.at, result)
            }
            _ => self.other(),
        })
    }

    fn visit_i64<E>(self, value: i64) -> Result<Filled, E> {
        Ok(self.integer(i128::from(value)))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Filled, E> {
        Ok(self.integer(i128::from(value)))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Filled, E> {
        Ok(self.other())
    }

    fn visit_unit<E>(self) -> Result<Filled, E> {
        Ok(Filled::Absent)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Filled, A::Error> {
        let Slot::List(list) = self.slot else {
            while elements.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(self.other());
        };
        let mut index = 0;
        loop {
            let at = self.at.index(index);
            let place = ItemPlace::End(&mut *list);
            let element = elements.next_element_seed(Item { place, at: &at, reading: &mut *self.reading })?;
            if element == Some(Some(Filled::Absent)) {
                self.reading.fault(&at, FaultKind::Missing);
            }
            if element.is_none() {
                return Ok(Filled::Present);
            }
            index += 1;
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Filled, A::Error> {
        match self.slot {
            Slot::Object(object) => read_object(object, self.at, self.reading, members),
            Slot::Map(map) => read_map(map, self.at, self.reading, members),
            // Some lists were once objects, or still are in some products: an object is read as a list of one.
            Slot::List(list) if self.reading.is_tolerant() => {
                In { slot: list.push(), at: self.at, reading: self.reading, optional: false }.visit_map(members)
            }
            _ => {
                let mut members = members;
                while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(self.other())
            }
        }
    }
}

impl In<'_, '_> {
    fn integer(self, value: i128) -> Filled {
        match self.slot {
            Slot::Scalar(scalar) => {
                let result = scalar.integer(value);
                self.reading.filled(self.at, result)
            }
            _ => self.other(),
        }
    }
}

/// Reads the JSON in a string. The pointers of its faults lead through the text.
fn in_text(slot: Slot<'_>, text: &str, at: &Trail<'_>, reading: &mut Reading) -> Filled {
    // The type of reader that whole messages use, so that the code is compiled once.
    let mut json = serde_json::Deserializer::from_slice(text.as_bytes());
    let before = reading.enters_text();
    let filled = In { slot, at, reading: &mut *reading, optional: false }.deserialize(&mut json);
    let filled = filled.and_then(|filled| json.end().map(|()| filled));
    reading.leaves_text(before);
    filled.unwrap_or_else(|error| {
        reading.fault(at, FaultKind::Foreign(format!("its text is not JSON: {error}")));
        Filled::Present
    })
}

fn read_object<'de, A: MapAccess<'de>>(
    object: &mut dyn ObjectMut,
    at: &Trail<'_>,
    reading: &mut Reading,
    mut members: A,
) -> Result<Filled, A::Error> {
    let table = object.table();
    let mut seen = vec![false; table.fields.len()];
    let mut next = 0;
    while let Some(key) = members.next_key_seed(Key { names: table.fields, next, at, reading: &mut *reading })? {
        let Some((index, field)) = key.and_then(|index| Some((index, table.fields.get(index)?))) else {
            members.next_value::<IgnoredAny>()?;
            continue;
        };
        let at = at.member(field);
        let slot = object.member_mut(index);
        let filled = members.next_value_seed(In { slot, at: &at, reading: &mut *reading, optional: false })?;
        let before = seen.get_mut(index).map(|seen| std::mem::replace(seen, filled == Filled::Present));
        if before == Some(true) && reading.is_strict() {
            reading.fault(&at, FaultKind::Duplicate);
        }
        next = index + 1;
    }
    for (field, seen) in table.fields.iter().zip(seen) {
        if field.required && !seen && reading.reads(field.place) {
            reading.fault(&at.member(field), FaultKind::Missing);
        }
    }
    Ok(Filled::Present)
}

fn read_map<'de, A: MapAccess<'de>>(
    map: &mut dyn Map,
    at: &Trail<'_>,
    reading: &mut Reading,
    mut members: A,
) -> Result<Filled, A::Error> {
    while let Some(key) = members.next_key::<String>()? {
        let at = at.key(&key);
        let place = ItemPlace::Key(&mut *map, &key);
        let filled = members.next_value_seed(Item { place, at: &at, reading: &mut *reading })?;
        if filled == Some(Filled::Absent) {
            reading.fault(&at, FaultKind::Missing);
        }
    }
    Ok(Filled::Present)
}

/// The next element of an array, or the next value of a map. Its slot is created only if there is a value; in an answer, `null`
/// is not a value.
struct Item<'a, 'r> {
    place: ItemPlace<'a>,
    at: &'r Trail<'r>,
    reading: &'r mut Reading,
}

enum ItemPlace<'a> {
    End(&'a mut dyn List),
    Key(&'a mut dyn Map, &'a str),
}

impl<'de> DeserializeSeed<'de> for Item<'_, '_> {
    type Value = Option<Filled>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        if self.reading.is_tolerant() { deserializer.deserialize_option(self) } else { self.visit_some(deserializer) }
    }
}

impl<'de> Visitor<'de> for Item<'_, '_> {
    type Value = Option<Filled>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        self.reading.passes_null(self.at);
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let slot = match self.place {
            ItemPlace::End(list) => list.push(),
            ItemPlace::Key(map, key) => map.slot(key),
        };
        In { slot, at: self.at, reading: self.reading, optional: false }.deserialize(deserializer).map(Some)
    }
}

const NOT_ENCRYPTED: &str = "a JSON text is not encrypted, and cannot hold a sensitive value";
