//! The one visitor: a place is read by what it is, whatever the JSON turns out to be.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::{Fault, FaultKind};
use crate::payload::{Field, Filled, List, Map, Mismatch, ObjectMut, Place, Slot, Step, Trail};

/// What is being read, how far it got, and what was wrong with it.
pub(super) struct Reading {
    trail: Trail,
    pub(super) faults: Vec<Fault>,
    strict: bool,
    /// A stored request has all its members in one object; on the wire only those of the body are.
    all_places: bool,
}

impl Reading {
    pub(super) fn of_the_wire(strict: bool) -> Self {
        Self { trail: Trail::default(), faults: Vec::new(), strict, all_places: false }
    }

    pub(super) fn of_a_store() -> Self {
        Self { all_places: true, ..Self::of_the_wire(false) }
    }

    fn fault(&mut self, kind: FaultKind) {
        self.faults.push(Fault { pointer: self.trail.to_string(), label: self.trail.label(), kind });
    }

    fn reads(&self, place: Place) -> bool {
        self.all_places || place == Place::Body
    }

    fn filled(&mut self, result: Result<Filled, Mismatch>) -> Filled {
        result.unwrap_or_else(|Mismatch { expected }| {
            self.fault(FaultKind::Type { expected });
            // The fault is reported; "missing" would be a second one for the same mistake.
            Filled::Present
        })
    }
}

/// A slot about to be read. Faults of content are collected; only faults of syntax stop the parser.
pub(super) struct In<'a, 'r> {
    pub(super) slot: Slot<'a>,
    pub(super) reading: &'r mut Reading,
}

impl<'de> DeserializeSeed<'de> for In<'_, '_> {
    type Value = Filled;

    fn deserialize<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<Filled, D::Error> {
        match self.slot {
            Slot::Optional(optional) => {
                let slot = optional.fill();
                let filled = In { slot, reading: self.reading }.deserialize(deserializer)?;
                if filled == Filled::Absent {
                    optional.clear();
                }
                Ok(filled)
            }
            Slot::Json(json) => {
                let value: Value = serde::Deserialize::deserialize(deserializer)?;
                if value.is_null() {
                    return Ok(Filled::Absent);
                }
                if let Err(reason) = json.set(value) {
                    self.reading.fault(FaultKind::Foreign(reason));
                }
                Ok(Filled::Present)
            }
            Slot::File(file) => In { slot: Slot::Json(file), reading: self.reading }.deserialize(deserializer),
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
            Slot::Object(_) | Slot::Map(_) => "an object",
            Slot::List(_) => "an array",
        };
        self.reading.fault(FaultKind::Type { expected });
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
            Slot::Scalar(scalar) => {
                let result = scalar.text(text);
                self.reading.filled(result)
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
                self.reading.filled(result)
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
            self.reading.trail.push(Step::Index(index));
            let element = elements.next_element_seed(Element { list: &mut *list, reading: self.reading })?;
            if element == Some(Filled::Absent) {
                self.reading.fault(FaultKind::Missing);
            }
            self.reading.trail.pop();
            if element.is_none() {
                return Ok(Filled::Present);
            }
            index += 1;
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Filled, A::Error> {
        match self.slot {
            Slot::Object(object) => read_object(object, self.reading, members),
            Slot::Map(map) => read_map(map, self.reading, members),
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
                self.reading.filled(result)
            }
            _ => self.other(),
        }
    }
}

fn read_object<'de, A: MapAccess<'de>>(
    object: &mut dyn ObjectMut,
    reading: &mut Reading,
    mut members: A,
) -> Result<Filled, A::Error> {
    let table = object.table();
    let mut seen = vec![false; table.fields.len()];
    let mut next = 0;
    while let Some(key) = members.next_key_seed(Key { names: table.fields, next, reading: &mut *reading })? {
        let Some((index, field)) = key.and_then(|index| Some((index, table.fields.get(index)?))) else {
            members.next_value::<IgnoredAny>()?;
            continue;
        };
        reading.trail.push(Step::Member(field));
        let filled = members.next_value_seed(In { slot: object.member_mut(index), reading: &mut *reading })?;
        let before = seen.get_mut(index).map(|seen| std::mem::replace(seen, filled == Filled::Present));
        if before == Some(true) && reading.strict {
            reading.fault(FaultKind::Duplicate);
        }
        reading.trail.pop();
        next = index + 1;
    }
    for (field, seen) in table.fields.iter().zip(seen) {
        if field.required && !seen && reading.reads(field.place) {
            reading.trail.push(Step::Member(field));
            reading.fault(FaultKind::Missing);
            reading.trail.pop();
        }
    }
    Ok(Filled::Present)
}

fn read_map<'de, A: MapAccess<'de>>(
    map: &mut dyn Map,
    reading: &mut Reading,
    mut members: A,
) -> Result<Filled, A::Error> {
    while let Some(key) = members.next_key::<String>()? {
        let slot = map.slot(&key);
        reading.trail.push(Step::Key(key));
        let filled = members.next_value_seed(In { slot, reading: &mut *reading })?;
        if filled == Filled::Absent {
            reading.fault(FaultKind::Missing);
        }
        reading.trail.pop();
    }
    Ok(Filled::Present)
}

/// An array's next element: made only when there is one.
struct Element<'a, 'r> {
    list: &'a mut dyn List,
    reading: &'r mut Reading,
}

impl<'de> DeserializeSeed<'de> for Element<'_, '_> {
    type Value = Filled;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Filled, D::Error> {
        In { slot: self.list.push(), reading: self.reading }.deserialize(deserializer)
    }
}

/// A member's name, looked up without a copy: the next one of the table first, since messages keep its order.
struct Key<'r> {
    names: &'static [Field],
    next: usize,
    reading: &'r mut Reading,
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        let places = (self.next..self.names.len()).chain(0..self.next.min(self.names.len()));
        let mut fields = places.filter_map(|index| Some((index, self.names.get(index)?)));
        let known = fields.find(|(_, field)| field.name == name && self.reading.reads(field.place));
        if known.is_none() && self.reading.strict {
            self.reading.trail.push(Step::Key(name.to_owned()));
            self.reading.fault(FaultKind::Unknown);
            self.reading.trail.pop();
        }
        Ok(known.map(|(index, _)| index))
    }
}
