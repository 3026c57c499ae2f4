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
pub use super::set::set;
pub use super::write::serialize;
use super::{
    DefaultValue, Field, Kind, Node, Object, ObjectMut, Payload, Place, Problem, Rule, Shape, Slot, Table, Together,
    default, escaped, fit, rule,
};
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

/// Adds names and rules to the fields that the types give. `counts` has each field's number of rules.
#[must_use]
#[track_caller]
pub const fn fields<const N: usize>(
    names: [&'static str; N],
    mut fields: [Field; N],
    counts: [usize; N],
    mut rules: &'static [Rule],
) -> [Field; N] {
    let mut lines: &mut [Field] = &mut fields;
    let (mut names, mut counts) = (names.as_slice(), counts.as_slice());
    while let ([field, other_lines @ ..], [name, other_names @ ..], [count, other_counts @ ..]) = (lines, names, counts)
    {
        fit::name(field.place, name);
        field.name = name;
        (field.rules, rules) = rules.split_at(*count);
        field.fits(field.rules);
        (lines, names, counts) = (other_lines, other_names, other_counts);
    }
    fields
}

#[doc(hidden)]
impl Table {
    #[must_use]
    pub const fn new(name: &'static str, fields: &'static [Field]) -> Self {
        Self { name, fields, together: &[] }
    }

    #[must_use]
    pub const fn together(self, together: &'static [Together]) -> Self {
        Self { together, ..self }
    }
}

#[doc(hidden)]
impl Field {
    /// A member of this kind in the body, without name and rules. A file gets its own place, since it fits in no other.
    pub(super) const fn of(kind: Kind, required: bool) -> Self {
        let place = if matches!(kind, Kind::File) { Place::File } else { Place::Body };
        Self { name: "", place, kind, required, compared: false, rules: &[], label: None, caller: false, default: None }
    }

    /// A member of a foreign type that serde reads and writes.
    #[must_use]
    pub const fn opaque(required: bool) -> Self {
        Self::of(Kind::Json, required)
    }

    #[must_use]
    pub const fn path(self) -> Self {
        Self { place: Place::Path, ..self }
    }

    #[must_use]
    pub const fn query(self) -> Self {
        Self { place: Place::Query, ..self }
    }

    #[must_use]
    pub const fn header(self) -> Self {
        Self { place: Place::Header, ..self }
    }

    #[must_use]
    pub const fn part(self) -> Self {
        Self { place: Place::Part, ..self }
    }

    #[must_use]
    pub const fn compared(self) -> Self {
        Self { compared: true, ..self }
    }

    #[must_use]
    pub const fn label(self, label: &'static str) -> Self {
        Self { label: Some(label), ..self }
    }

    #[must_use]
    pub const fn caller(self) -> Self {
        Self { caller: true, ..self }
    }

    /// The same member in an object. Fails the build, on the field, for a file, which an object cannot hold.
    #[must_use]
    #[track_caller]
    pub const fn inside(self) -> Self {
        fit::inside(self.kind);
        self
    }

    #[must_use]
    pub const fn default(self, default: DefaultValue) -> Self {
        Self { default: Some(default), ..self }
    }

    /// Fails the build, on the member's name in a rule about several members, if the member is required.
    #[track_caller]
    pub const fn may_be_absent(self) {
        assert!(!self.required, "a rule about several members is about optional ones; this member is required");
    }

    /// [`Field::fits`] of a member that the declaration takes for a required member.
    #[track_caller]
    pub const fn fits_required(self, rules: &[Rule]) {
        assert!(self.required, "this type is an `Option` by another name; put `#[wxpay(optional)]` on the field");
        self.fits(rules);
    }

    /// Fails the build, on the field, if its place, its default or these rules do not fit its type.
    #[track_caller]
    pub const fn fits(self, rules: &[Rule]) {
        fit::place(self.kind, self.required, self.place);
        fit::json_text(self.kind);
        rule::fit(self.kind, self.required, rules);
        fit::caller(self.kind, self.caller);
        if let Some(default) = self.default {
            default::fit(self.kind, self.required, default);
        }
    }
}

/// Fails the build if a request has more than one file.
#[track_caller]
pub const fn one_file(members: &[Field]) {
    assert!(files(members) < 2, "a form has one file; two of these fields are files");
}

/// Fails the build if a request without a file has an attribute that is about its file.
#[track_caller]
pub const fn beside_a_file(members: &[Field]) {
    assert!(files(members) > 0, "this word is about a request with a file; no field is an `Upload`");
}

const fn files(members: &[Field]) -> usize {
    let (mut rest, mut count) = (members, 0);
    while let [member, tail @ ..] = rest {
        if matches!(member.kind, Kind::File) {
            count += 1;
        }
        rest = tail;
    }
    count
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

/// A member that is a list of `T`, or an optional list. The element is a parameter and not an associated type, so that a type that
/// is not a list causes one error and not two.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list",
    label = "not a list",
    note = "`check_list` gets the elements of a `Vec`; one value is judged by `check`"
)]
pub trait ListMember<T> {
    /// The list, if it is present.
    fn list(&self) -> Option<&[T]>;
}

impl<T> ListMember<T> for Vec<T> {
    fn list(&self) -> Option<&[T]> {
        Some(self)
    }
}

impl<T, L: ListMember<T>> ListMember<T> for Option<L> {
    fn list(&self) -> Option<&[T]> {
        self.as_ref()?.list()
    }
}

/// Judges the list of the member `name`, if it is present, by a function of the declaration. Its error is the message.
///
/// # Errors
/// The violation that the function found.
pub fn check_list<L: ListMember<T>, T>(
    name: &str,
    member: &L,
    check: fn(&[T]) -> Result<(), String>,
) -> Result<(), Violation> {
    let found = member.list().map_or(Ok(()), check);
    found.map_err(|message| Violation::new(format!("/{}", escaped(name)), Problem::Check(message)))
}

/// Reserves the name of a setter's parameter: while this is in scope, a constant of the author's module is not taken for its
/// pattern.
pub const fn value() {}

/// The same as [`value`].
pub const fn required() {}

/// The argument of the setter of an [`OptionalMember`]: any value that becomes the inner value. A setter that named the inner
/// type would add a second error for a type that is not optional.
pub trait Given<M> {
    /// Sets the member.
    fn set(self, member: &mut M);
}

impl<M: OptionalMember, T: Into<M::Inner>> Given<M> for T {
    fn set(self, member: &mut M) {
        member.put(self.into());
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
