//! Nodes: a value on its way out, and what holds values.

use std::borrow::Cow;

use serde_json::Value;

use super::{Kind, Slot, Table};
use crate::validate::Violation;
use crate::value::{Sensitive, Upload};

/// One value on its way out.
#[derive(Clone)]
#[non_exhaustive]
pub enum Node<'a> {
    /// Nothing to write.
    Absent,
    /// Text, times and textual amounts included.
    Text(Cow<'a, str>),
    /// An enum's value; not `allowed` when it was read from an answer and nobody vouched for it.
    Choice {
        /// The value's spelling on the wire.
        text: &'a str,
        /// Marks a value that a request may carry.
        allowed: bool,
    },
    /// The value of an enum of integers.
    Number {
        /// The integer in decimal digits.
        text: &'a str,
        /// Marks a value that a request may carry.
        allowed: bool,
    },
    /// Any integer of at most 64 bits.
    Integer(i128),
    /// `true` or `false`.
    Boolean(bool),
    /// A sensitive value, plain or sealed.
    Secret(&'a Sensitive),
    /// A nested object.
    Object(&'a dyn Object),
    /// An array.
    List(&'a dyn List),
    /// An object with free keys.
    Map(&'a dyn Map),
    /// Any JSON.
    Json(Cow<'a, Value>),
    /// A value that is written as JSON text in a string.
    JsonText(&'a dyn Held),
    /// A file.
    File(&'a Upload),
    /// A foreign value that serde would not write, and why.
    Unwritable(String),
}

impl Node<'_> {
    /// Tells whether nothing in it is encrypted on the wire, whatever it says.
    pub(super) fn is_open(&self) -> bool {
        !matches!(self, Self::Secret(_) | Self::Object(_) | Self::List(_) | Self::Map(_))
    }

    /// Tells whether a member of that kind may give it, or an element of one that holds others. What a [`Payload`](super::Payload)
    /// says of itself and what it gives are written side by side by hand; rules and encryption go by either.
    #[inline]
    pub(crate) fn is_of(&self, kind: Kind) -> bool {
        // Most are; the rest takes longer to tell.
        let is_usual = matches!(
            (self, kind),
            (Self::Absent, _)
                | (Self::Text(_), Kind::Text)
                | (Self::Integer(_), Kind::Fen)
                | (Self::Object(_), Kind::Object(_))
        );
        is_usual || self.is_of_holding(kind)
    }

    fn is_of_holding(&self, kind: Kind) -> bool {
        match self {
            Self::Absent | Self::Unwritable(_) => true,
            Self::List(_) => kind.has(|kind| matches!(kind, Kind::List(_))),
            Self::Map(_) => kind.has(|kind| matches!(kind, Kind::Map(_))),
            single => match kind.element() {
                Kind::Text
                | Kind::Time
                | Kind::Date
                | Kind::CompactDate
                | Kind::CompactDateTime
                | Kind::FenText
                | Kind::IntText => matches!(single, Self::Text(_)),
                Kind::JsonText(inner) => matches!(single, Self::JsonText(_)) || single.is_of(*inner),
                Kind::Choice(_) => matches!(single, Self::Text(_) | Self::Choice { .. }),
                Kind::Number(_) => matches!(single, Self::Integer(_) | Self::Number { .. }),
                Kind::Integer | Kind::Fen => matches!(single, Self::Integer(_)),
                Kind::Boolean => matches!(single, Self::Boolean(_)),
                Kind::Secret => matches!(single, Self::Secret(_)),
                Kind::Object(_) | Kind::Request => matches!(single, Self::Object(_)),
                Kind::File => matches!(single, Self::File(_)),
                // Any JSON may be written otherwise than as a tree, but not encrypted.
                Kind::Json => !matches!(single, Self::Secret(_) | Self::File(_)),
                Kind::Nothing | Kind::List(_) | Kind::Map(_) => false,
            },
        }
    }
}

/// A request or an object in it: its table, and its members by their index in that table. Every
/// declared struct is one.
pub trait Object {
    /// Name and members.
    fn table(&self) -> &'static Table;
    /// The member at `index`; [`Node::Absent`] beyond the table.
    fn member(&self, index: usize) -> Node<'_>;
    /// Checks the members together, as the declaration says.
    ///
    /// # Errors
    /// The first of them that breaks a rule, with its pointer as seen from this object.
    fn check(&self) -> Result<(), Violation>;
}

/// A value that is written as JSON text in a string.
pub trait Held {
    /// What the text says.
    fn held(&self) -> Node<'_>;
}

/// An array.
pub trait List {
    /// The number of elements.
    fn len(&self) -> usize;
    /// Tells whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The element at `index`; [`Node::Absent`] beyond the end.
    fn node(&self, index: usize) -> Node<'_>;
    /// The place of the element at `index`; [`Slot::None`] beyond the end.
    fn slot(&mut self, index: usize) -> Slot<'_>;
    /// Appends a blank element and gives its place.
    fn push(&mut self) -> Slot<'_>;
    /// Removes all elements.
    fn clear(&mut self);
}

/// An object with free keys.
pub trait Map {
    /// Every key with its value.
    fn each<'a>(&'a self, visit: &mut dyn FnMut(&'a str, Node<'a>));
    /// The place of `key`, made if it was absent.
    fn slot(&mut self, key: &str) -> Slot<'_>;
    /// Removes all entries.
    fn clear(&mut self);
}
