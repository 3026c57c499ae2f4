//! The contract between generated code and the codec: what a message is made of, and how it is walked.
//!
//! A macro writes, for each struct, its table of [`Field`]s and the few lines of [`Object`]; everything else
//! (validation, sealing, JSON, query strings, the server's reading) is ordinary code over that walk.

mod table;
mod fit;
mod pattern;
mod scalar;
mod holders;
mod trail;

pub use table::{Field, Kind, Place, Rule, Table, Unit, fields};
pub use pattern::Pattern;
pub use scalar::{Choice, OneOf, Other};
pub(crate) use trail::{Step, Trail, escaped};

use std::borrow::Cow;

use serde_json::Value;

use crate::validate::Violation;
use crate::value::{Sensitive, Upload};

/// A type that can be a member of a message.
///
/// Implemented for strings, integers, booleans, [`crate::value`]'s types, `serde_json::Value`, and for `Option`,
/// `Vec`, `Box` and string-keyed maps of such types; `#[wxpay_object]` and `#[wxpay_enum]` implement it for yours.
/// Everything but the shape follows from the shape, and is not to be written by hand.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a member of a WeChat Pay message",
    label = "not a member type",
    note = "put `#[wxpay_object]` on a struct or `#[wxpay_enum]` on an enum of your own",
    note = "a foreign type that serde reads and writes is let in by `#[wxpay(opaque)]` on the field"
)]
pub trait Payload: Sized {
    /// What makes it one: the type itself, or, for all that is declared alike, [`Struct`] or [`OneOf`].
    type Shape: Shape<Self>;

    /// What the value is, for [`Field::kind`].
    const KIND: Kind = Self::Shape::KIND;
    /// Whether a message without this member is incomplete.
    const REQUIRED: bool = Self::Shape::REQUIRED;
    /// Both, for the table: the type of a field is named once there, and is one error where it has no place.
    #[doc(hidden)]
    const MEMBER: Field = Field::of(Self::KIND, Self::REQUIRED);

    /// An empty value to read into.
    fn blank() -> Self {
        Self::Shape::blank()
    }

    /// The value as it stands, for whoever writes or checks it.
    fn node(&self) -> Node<'_> {
        Self::Shape::node(self)
    }

    /// The place to read a value into.
    fn slot(&mut self) -> Slot<'_> {
        Self::Shape::slot(self)
    }
}

/// How a `T` is walked. Each function is that of [`Payload`].
pub trait Shape<T = Self> {
    /// [`Payload::KIND`].
    const KIND: Kind;
    /// [`Payload::REQUIRED`].
    const REQUIRED: bool = true;

    /// [`Payload::blank`].
    fn blank() -> T;
    /// [`Payload::node`].
    fn node(value: &T) -> Node<'_>;
    /// [`Payload::slot`].
    fn slot(value: &mut T) -> Slot<'_>;
}

/// A request or an object in it: its table, and its members by their index in that table. Every [`Structure`] is one.
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

/// An object to read into. Every [`Structure`] is one; a trait of its own, so that a program which only sends a request
/// has nothing in it that reads one.
pub trait ObjectMut: Object {
    /// The place of the member at `index`; [`Slot::None`] beyond the table.
    fn member_mut(&mut self, index: usize) -> Slot<'_>;
}

/// What a struct's declaration says.
///
/// The parameter says nothing. It is there because rustc, in a `cargo check`, evaluates the constants of an impl that has
/// none whether or not anybody asks; and half of what a table costs to check is to evaluate it.
#[doc(hidden)]
pub trait Declared<P> {
    const DECLARED: Table;
}

/// A declared struct: an object, or an endpoint's request.
pub trait Structure: Payload + Declared<()> {
    /// Its name and members.
    const TABLE: &'static Table = &<Self as Declared<()>>::DECLARED;
    /// [`Payload::blank`] of it.
    #[doc(hidden)]
    fn blank_struct() -> Self;
    /// [`Object::member`] of it.
    fn member(&self, index: usize) -> Node<'_>;
    /// [`ObjectMut::member_mut`] of it.
    fn member_mut(&mut self, index: usize) -> Slot<'_>;
    /// [`Object::check`] of it: nothing, unless the declaration has a `check`.
    ///
    /// # Errors
    /// What that check found.
    fn check(&self) -> Result<(), Violation> {
        Ok(())
    }
}

/// The shape of every [`Structure`].
#[derive(Debug, Clone, Copy)]
pub struct Struct;

impl<T: Structure> Shape<T> for Struct {
    const KIND: Kind = Kind::Object(table::<T>);

    fn blank() -> T {
        T::blank_struct()
    }

    fn node(value: &T) -> Node<'_> {
        Node::Object(value)
    }

    fn slot(value: &mut T) -> Slot<'_> {
        Slot::Object(value)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Structure> Object for T {
    fn table(&self) -> &'static Table {
        T::TABLE
    }

    fn member(&self, index: usize) -> Node<'_> {
        Structure::member(self, index)
    }

    fn check(&self) -> Result<(), Violation> {
        Structure::check(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Structure> ObjectMut for T {
    fn member_mut(&mut self, index: usize) -> Slot<'_> {
        Structure::member_mut(self, index)
    }
}

fn table<T: Structure>() -> &'static Table {
    T::TABLE
}

/// What a setter does.
#[doc(hidden)]
pub fn set<T>(member: &mut Option<T>, value: impl Into<T>) {
    *member = Some(value.into());
}

/// A request or an answer whose type is known at run time only, such as one out of a catalogue.
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

/// One value on its way out.
#[derive(Clone)]
pub enum Node<'a> {
    /// Nothing to write.
    Absent,
    /// Text, times and textual amounts included.
    Text(Cow<'a, str>),
    /// An enum's value; not `allowed` when it was read from an answer and nobody vouched for it.
    Choice {
        /// The value's spelling on the wire.
        text: &'a str,
        /// Whether a request may carry it.
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
    /// A file.
    File(&'a Upload),
    /// A foreign value that serde would not write, and why.
    Unwritable(String),
}

impl Node<'_> {
    /// Tells whether nothing in it is encrypted on the wire, whatever it says.
    pub(crate) fn is_open(&self) -> bool {
        !matches!(self, Self::Secret(_) | Self::Object(_) | Self::List(_) | Self::Map(_))
    }
}

/// One place on the way in.
pub enum Slot<'a> {
    /// Nothing can be read here.
    None,
    /// Text, number, boolean and what is spelled as one of them.
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
    /// A file.
    File(&'a mut Upload),
}

/// What reading a scalar came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filled {
    /// The value is there.
    Present,
    /// The text says that there is no value (an empty time).
    Absent,
}

/// Why a scalar did not fit; `expected` describes what would.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// What the member takes, such as "a string".
    pub expected: &'static str,
}

/// A value read from one JSON token. Each method refuses unless the type overrides it.
pub trait Scalar {
    /// What fits, in words.
    fn expected(&self) -> &'static str;
    /// Reads a JSON string.
    ///
    /// # Errors
    /// The text is no value of this type.
    fn text(&mut self, _text: &str) -> Result<Filled, Mismatch> {
        Err(Mismatch { expected: self.expected() })
    }
    /// Reads an empty JSON string where WeChat Pay may leave the value out: it is absent, unless an empty text is a value
    /// of this type.
    ///
    /// # Errors
    /// As [`text`](Self::text).
    fn empty(&mut self) -> Result<Filled, Mismatch> {
        Ok(Filled::Absent)
    }
    /// Reads a JSON integer.
    ///
    /// # Errors
    /// The type takes no integer, or not this one.
    fn integer(&mut self, _value: i128) -> Result<Filled, Mismatch> {
        Err(Mismatch { expected: self.expected() })
    }
    /// Reads a JSON boolean.
    ///
    /// # Errors
    /// The type takes no boolean.
    fn boolean(&mut self, _value: bool) -> Result<Filled, Mismatch> {
        Err(Mismatch { expected: self.expected() })
    }
}

/// A value that may be absent.
pub trait Optional {
    /// The place of the value, made if it was absent.
    fn fill(&mut self) -> Slot<'_>;
    /// Makes it absent.
    fn clear(&mut self);
}

/// An array.
pub trait List {
    /// How many elements.
    fn len(&self) -> usize;
    /// Whether there are none.
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

/// A place that takes any JSON.
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

/// A foreign type behind `#[wxpay(opaque)]`: whatever serde makes of it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an `opaque` member of a WeChat Pay message",
    label = "serde does not read and write it, or it has no default",
    note = "an `opaque` type implements serde's `Serialize` and `Deserialize`, and `Default`"
)]
pub trait Opaque: Sized {
    /// [`Payload::blank`] of it.
    fn blank() -> Self;
    /// [`Payload::node`] of it.
    fn node(&self) -> Node<'_>;
    /// [`Payload::slot`] of it.
    fn slot(&mut self) -> Slot<'_>;
}

#[diagnostic::do_not_recommend]
impl<T: serde::Serialize + serde::de::DeserializeOwned + Default> Opaque for T {
    fn blank() -> Self {
        Self::default()
    }

    fn node(&self) -> Node<'_> {
        match serde_json::to_value(self) {
            Ok(Value::Null) => Node::Absent,
            Ok(value) => Node::Json(Cow::Owned(value)),
            Err(error) => Node::Unwritable(error.to_string()),
        }
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Json(self)
    }
}
