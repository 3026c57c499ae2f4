//! Looks up members' names in their table.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Visitor};

use super::FaultKind;
use super::reading::Reading;
use crate::payload::{Field, Trail};

/// A member's name, looked up without a copy. The search begins at the next member of the table, since messages mostly keep
/// the table's order.
pub(super) struct Key<'r> {
    pub(super) names: &'static [Field],
    pub(super) next: usize,
    pub(super) at: &'r Trail<'r>,
    pub(super) reading: &'r mut Reading,
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
        if known.is_none() && self.reading.is_strict() {
            self.reading.fault(&self.at.key(name), FaultKind::Unknown);
        }
        Ok(known.map(|(index, _)| index))
    }
}
