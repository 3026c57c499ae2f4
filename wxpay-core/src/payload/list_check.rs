//! `check_list`: a function of the declaration that judges a whole list.

use super::{Problem, Violation, escaped};

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
