//! Slots: places that values are read into.

use serde_json::Value;

use super::{List, Map, Node, Object, Payload, Shape as _};
use crate::value::{Sensitive, Upload};

/// One place to read a value into.
#[non_exhaustive]
pub enum Slot<'a> {
    /// Nothing can be read here.
    None,
    /// Text, a number, a boolean, or a type that is written as one of them.
    Scalar(&'a mut dyn Scalar),
    /// A sensitive value.
    Secret(&'a mut Sensitive),
    /// A value that may be absent.
    Optional(&'a mut dyn Optional),
    /// A nested object.
    Object(&'a mut dyn ObjectMut),
    /// An array.
    List(&'a mut dyn List),
    /// An object with free keys.
    Map(&'a mut dyn Map),
    /// Any JSON.
    Json(&'a mut dyn Json),
    /// A value that is read from JSON text in a string.
    JsonText(Box<Slot<'a>>),
    /// A file.
    File(&'a mut Upload),
}

/// An object to read into. Implemented by every declared struct.
pub trait ObjectMut: Object {
    /// The slot of the member at `index`; [`Slot::None`] beyond the table.
    fn member_mut(&mut self, index: usize) -> Slot<'_>;
}

/// A request or an answer whose type is known only at run time, such as one from a catalogue.
pub trait Message: Send {
    /// [`Payload::node`] of it.
    fn node(&self) -> Node<'_>;
    /// [`Payload::slot`] of it.
    fn slot(&mut self) -> Slot<'_>;
}

#[diagnostic::do_not_recommend]
impl<T: Payload + Send> Message for T {
    fn node(&self) -> Node<'_> {
        T::Shape::node(self)
    }

    fn slot(&mut self) -> Slot<'_> {
        T::Shape::slot(self)
    }
}

/// The outcome of reading a scalar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Filled {
    /// The value was read.
    Present,
    /// The text stands for an absent value (an empty time).
    Absent,
}

/// A refusal: the value does not fit the type.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mismatch {
    /// The form that the type expects, such as "a string".
    pub expected: &'static str,
}

impl Mismatch {
    /// A mismatch with the expected form, such as "a string".
    #[must_use]
    pub const fn new(expected: &'static str) -> Self {
        Self { expected }
    }
}

/// A value read from one JSON token. Each method refuses unless the type overrides it.
pub trait Scalar {
    /// The expected form, in words.
    fn expected(&self) -> &'static str;
    /// Reads a JSON string.
    ///
    /// # Errors
    /// The text is not a value of this type.
    fn text(&mut self, _text: &str) -> Result<Filled, Mismatch> {
        Err(Mismatch::new(self.expected()))
    }
    /// Reads an empty JSON string as an optional member: it counts as absent, unless an empty text is a value of this type.
    ///
    /// # Errors
    /// As [`text`](Self::text).
    fn empty(&mut self) -> Result<Filled, Mismatch> {
        Ok(Filled::Absent)
    }
    /// Reads a JSON integer.
    ///
    /// # Errors
    /// The type accepts no integer, or not this one.
    fn integer(&mut self, _value: i128) -> Result<Filled, Mismatch> {
        Err(Mismatch::new(self.expected()))
    }
    /// Reads a JSON boolean.
    ///
    /// # Errors
    /// The type accepts no boolean.
    fn boolean(&mut self, _value: bool) -> Result<Filled, Mismatch> {
        Err(Mismatch::new(self.expected()))
    }
}

/// A value that may be absent.
pub trait Optional {
    /// The slot of the value, which is inserted if it was absent.
    fn fill(&mut self) -> Slot<'_>;
    /// Makes it absent.
    fn clear(&mut self);
}

/// A place that accepts any JSON.
pub trait Json {
    /// Reads the value.
    ///
    /// # Errors
    /// The foreign type's own refusal, in words.
    fn set(&mut self, value: Value) -> Result<(), String>;
}

impl<T: serde::de::DeserializeOwned> Json for T {
    fn set(&mut self, value: Value) -> Result<(), String> {
        *self = serde_json::from_value(value).map_err(|error| error.to_string())?;
        Ok(())
    }
}
