//! Nodes: values to be written, and the lists, maps and objects that hold them.

use std::borrow::Cow;

use serde_json::Value;

use super::{Kind, Slot, Table};
use crate::validate::Violation;
use crate::value::{Sensitive, Upload};

/// One value to be written.
#[derive(Clone)]
#[non_exhaustive]
pub enum Node<'a> {
    /// Nothing to write.
    Absent,
    /// Text, also a time or an amount that is written as text.
    Text(Cow<'a, str>),
    /// An enum's value. It is not `allowed` if it is not in the list and was not vouched for, such as one read from an answer.
    Choice {
        /// The value's spelling on the wire.
        text: &'a str,
        /// True if a request may carry the value.
        allowed: bool,
    },
    /// The value of an enum of integers.
    Number {
        /// The integer in decimal digits.
        text: &'a str,
        /// True if a request may carry the value.
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
    /// A foreign value that serde could not write, with the reason.
    Unwritable(String),
}

impl Node<'_> {
    /// Tells whether it surely holds no encrypted value, whatever its members are.
    pub(super) fn is_open(&self) -> bool {
        !matches!(self, Self::Secret(_) | Self::Object(_) | Self::List(_) | Self::Map(_))
    }

    /// Tells whether a member of this kind may give this node, as its value or as one of its elements. A handwritten
    /// [`Payload`](super::Payload) states its kind and gives its node separately, and rules and encryption rely on either.
    #[inline]
    pub(crate) fn is_of(&self, kind: Kind) -> bool {
        // The usual cases; the others take longer.
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
                // Any JSON may be written in another form than a tree, but never encrypted.
                Kind::Json => !matches!(single, Self::Secret(_) | Self::File(_)),
                Kind::Nothing | Kind::List(_) | Kind::Map(_) => false,
            },
        }
    }
}

/// A request or an object in it: its table, and its members by their index in that table. Implemented by every declared
/// struct.
pub trait Object {
    /// Name and members.
    fn table(&self) -> &'static Table;
    /// The member at `index`; [`Node::Absent`] beyond the table.
    fn member(&self, index: usize) -> Node<'_>;
    /// Checks the members together, as the declaration says.
    ///
    /// # Errors
    /// The first violation found, with its pointer relative to this object.
    fn check(&self) -> Result<(), Violation>;
}

/// A value that is written as JSON text in a string.
pub trait Held {
    /// The value in the text.
    fn held(&self) -> Node<'_>;
}

/// An array.
pub trait List {
    /// The number of elements.
    fn len(&self) -> usize;
    /// Tells whether the array is empty.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The element at `index`; [`Node::Absent`] beyond the end.
    fn node(&self, index: usize) -> Node<'_>;
    /// The slot of the element at `index`; [`Slot::None`] beyond the end.
    fn slot(&mut self, index: usize) -> Slot<'_>;
    /// Appends a blank element and returns its slot.
    fn push(&mut self) -> Slot<'_>;
    /// Removes all elements.
    fn clear(&mut self);
}

/// An object with free keys.
pub trait Map {
    /// Every key with its value.
    fn each<'a>(&'a self, visit: &mut dyn FnMut(&'a str, Node<'a>));
    /// The slot of `key`, which is inserted if it was absent.
    fn slot(&mut self, key: &str) -> Slot<'_>;
    /// Removes all entries.
    fn clear(&mut self);
}
