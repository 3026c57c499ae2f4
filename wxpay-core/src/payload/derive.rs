//! Items that the macros' code uses. They are not for handwritten code, and may change in every version.
//!
//! There are hundreds of declared structs and enums, so the cost of compiling them decides the form of this module:
//!
//! - rustc evaluates a constant of an impl without parameters in every `cargo check`, used or not, and evaluation is half of
//!   a table's cost. That is why [`Declared`] has a parameter without a meaning.
//! - A line of a table costs more than all that is evaluated for it. That is why [`fields`] takes the columns of a table in
//!   one call, and why [`Member::MEMBER`] has kind and requiredness together: the type of a field is named once, and a
//!   wrong type is one error.
//! - A function of a generic type is compiled for each type. That is why a declared type has a shape, [`Struct`],
//!   [`Request`] or [`OneOf`], instead of five functions of its own; why the impls for arrays and options use a [`Shape`] and
//!   not the [`Payload`] that only passes on; and why code that does not need the type is a function outside of the impl.
//! - A vtable brings all functions of its trait into the program. That is why [`ObjectMut`] is not part of [`Object`]: a
//!   program that only sends a request does not contain the code that reads one.

use std::borrow::Cow;

use serde_json::Value;

pub use super::choice::{
    OneOf, Other, choice_from_str, debug_choice, deserialize_choice, number_choice, number_from_str, number_of,
};
pub use super::fields::{beside_a_file, fields, one_file};
pub use super::list_check::{ListMember, check_list};
pub use super::set::{Given, required, set, value};
pub use super::write::serialize;
use super::{Field, Kind, Node, Object, ObjectMut, Payload, Shape, Slot, Table};
pub use crate::decode::deserialize;
use crate::validate::Violation;

/// The upper end of a count without an upper limit.
pub const UNBOUNDED: usize = usize::MAX;

/// The table of a struct, as its declaration gives it.
pub trait Declared<P> {
    const DECLARED: Table;
}

/// A declared struct, an object, or an endpoint's request.
pub trait Structure: Payload + Declared<()> {
    /// The name and the members.
    const TABLE: &'static Table = &<Self as Declared<()>>::DECLARED;
    /// [`Payload::blank`] of it.
    fn blank_struct() -> Self;
    /// [`Object::member`] of it.
    fn member(&self, index: usize) -> Node<'_>;
    /// [`ObjectMut::member_mut`] of it.
    fn member_mut(&mut self, index: usize) -> Slot<'_>;
    /// [`Object::check`] of it: accepts everything, unless the declaration has a `check`.
    ///
    /// # Errors
    /// The first violation that the check found.
    fn check(&self) -> Result<(), Violation> {
        Ok(())
    }
}

/// The shape of an object.
#[derive(Debug, Clone, Copy)]
pub struct Struct;

/// The shape of an endpoint's request.
#[derive(Debug, Clone, Copy)]
pub struct Request;

impl<T: Structure> Shape<T> for Struct {
    const KIND: Kind = Kind::Object(table::<T>);
    const BEYOND_TEXT: bool = some_beyond_text(T::TABLE.fields);

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

impl<T: Structure> Shape<T> for Request {
    const KIND: Kind = Kind::Request;

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

const fn some_beyond_text(fields: &[Field]) -> bool {
    let mut rest = fields;
    while let [field, tail @ ..] = rest {
        if field.kind.is_beyond_text() {
            return true;
        }
        rest = tail;
    }
    false
}

/// A [`Payload`] as a member: its entry in the table, and the ways to read and write it.
///
/// It is a trait of its own for the sake of the compiler's message about other types: the compiler lists the implementors of
/// the missing trait, and [`Payload`] has hundreds of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a member of a WeChat Pay message",
    label = "not a member type",
    note = "put `#[wxpay_object]` on a struct or `#[wxpay_enum]` on an enum of your own",
    note = "times, amounts and what is encrypted have types of their own: `DateTime`, `Fen` and `Sensitive` of `wxpay::prelude`",
    note = "a foreign type that serde reads and writes is let in by `#[wxpay(opaque)]` on the field"
)]
pub trait Member: Sized {
    /// The entry in the table, without name and rules.
    const MEMBER: Field;
    /// [`Payload::blank`] of it.
    fn blank() -> Self;
    /// [`Payload::node`] of it.
    fn node(&self) -> Node<'_>;
    /// [`Payload::slot`] of it.
    fn slot(&mut self) -> Slot<'_>;
}

#[diagnostic::do_not_recommend]
impl<T: Payload> Member for T {
    const MEMBER: Field = T::MEMBER;

    fn blank() -> T {
        T::Shape::blank()
    }

    fn node(&self) -> Node<'_> {
        T::Shape::node(self)
    }

    fn slot(&mut self) -> Slot<'_> {
        T::Shape::slot(self)
    }
}

/// An optional member whose type is an alias of an `Option`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an `Option`",
    label = "a required member",
    note = "`#[wxpay(optional)]` is about an alias of an `Option`; leave it out"
)]
pub trait OptionalMember {
    /// The type inside of the `Option`.
    type Inner;
    /// Exists so that code can name the trait.
    const IS: () = ();
    /// Sets the member.
    fn put(&mut self, value: Self::Inner);
}

impl<T> OptionalMember for Option<T> {
    type Inner = T;

    fn put(&mut self, value: T) {
        *self = Some(value);
    }
}

/// A foreign type behind `#[wxpay(opaque)]`, read and written by serde.
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
