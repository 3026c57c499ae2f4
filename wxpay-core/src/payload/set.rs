//! The arguments of setters.

use super::derive::OptionalMember;

/// The argument of a setter for an optional member of type `T`: a `T`, a value that becomes one, or an `Option` of
/// either, whose `None` leaves the member out. A list of texts also accepts `["a", "b"]`.
///
/// `By` says which of these it is. The compiler infers it; code never names it.
#[diagnostic::on_unimplemented(
    message = "this member is not set from `{Self}`",
    label = "expected `{T}`, a value that becomes one, or an `Option` of it"
)]
pub trait IntoMember<T, By> {
    /// The member.
    fn into_member(self) -> Option<T>;
}

/// The value itself, or a value that becomes it.
#[derive(Debug)]
#[non_exhaustive]
pub enum ByValue {}

/// An `Option`.
#[derive(Debug)]
#[non_exhaustive]
pub enum ByOption {}

/// Texts that are not `String`s.
#[derive(Debug)]
#[non_exhaustive]
pub enum ByTexts {}

#[diagnostic::do_not_recommend]
impl<T, U: Into<T>> IntoMember<T, ByValue> for U {
    fn into_member(self) -> Option<T> {
        Some(self.into())
    }
}

#[diagnostic::do_not_recommend]
impl<T, U: Into<T>> IntoMember<T, ByOption> for Option<U> {
    fn into_member(self) -> Option<T> {
        self.map(Into::into)
    }
}

#[diagnostic::do_not_recommend]
impl<const N: usize> IntoMember<Vec<String>, ByTexts> for [&str; N] {
    fn into_member(self) -> Option<Vec<String>> {
        self.as_slice().into_member()
    }
}

#[diagnostic::do_not_recommend]
impl IntoMember<Vec<String>, ByTexts> for &[&str] {
    fn into_member(self) -> Option<Vec<String>> {
        Some(self.iter().map(|text| (*text).to_owned()).collect())
    }
}

/// Sets an optional member, as the setters do.
pub fn set<T, By>(member: &mut Option<T>, value: impl IntoMember<T, By>) {
    *member = value.into_member();
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
