//! The path from a message to a value in it. It becomes a JSON pointer (RFC 6901) only when it is printed.

use std::fmt;

use super::{Field, Place};

/// The path from a message to a value in it. `Display` prints it as a JSON pointer, such as `/amount/total`.
///
/// Each step lies on the stack of the function that takes it and refers to the step before, so that a walk does not
/// allocate.
#[derive(Debug, Clone, Copy)]
pub struct Trail<'a>(Option<(&'a Trail<'a>, Step<'a>)>);

#[derive(Debug, Clone, Copy)]
enum Step<'a> {
    Member(&'static Field),
    Index(usize),
    Key(&'a str),
}

impl Trail<'static> {
    /// The message itself.
    pub(crate) const ROOT: Self = Self(None);
}

impl<'a> Trail<'a> {
    pub(crate) fn member<'s>(&'s self, field: &'static Field) -> Trail<'s> {
        Trail(Some((self, Step::Member(field))))
    }

    pub(crate) fn index(&self, index: usize) -> Trail<'_> {
        Trail(Some((self, Step::Index(index))))
    }

    pub(crate) fn key<'s>(&'s self, key: &'s str) -> Trail<'s> {
        Trail(Some((self, Step::Key(key))))
    }

    /// The member that holds the value, directly or in an array or a map. `None` for the message itself, and inside of a message
    /// that is not an object.
    #[must_use]
    pub fn field(&self) -> Option<&'static Field> {
        // The last step is a member nearly always.
        self.as_member().or_else(|| self.steps().find_map(Step::field))
    }

    /// The place of the outermost member that holds the value.
    #[must_use]
    pub fn place(&self) -> Place {
        self.steps().filter_map(Step::field).last().map_or(Place::Body, |field| field.place)
    }

    /// Tells whether the value is the message itself.
    #[must_use]
    pub fn is_root(&self) -> bool {
        self.0.is_none()
    }

    /// The member whose value this is; `None` for an element of an array or a map.
    #[inline]
    pub(crate) fn as_member(&self) -> Option<&'static Field> {
        self.0.and_then(|(_, step)| step.field())
    }

    /// The value's key in a map; `None` for a member or an element of an array.
    #[inline]
    pub(crate) fn as_key(&self) -> Option<&'a str> {
        match self.0 {
            Some((_, Step::Key(key))) => Some(key),
            _ => None,
        }
    }

    /// The Chinese name of the member that holds the value.
    pub(crate) fn label(&self) -> Option<&'static str> {
        self.field()?.label
    }

    /// The steps, from the last to the first.
    fn steps(&self) -> impl Iterator<Item = Step<'a>> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let (before, step) = rest?;
            rest = before.0;
            Some(step)
        })
    }
}

impl Step<'_> {
    fn field(self) -> Option<&'static Field> {
        match self {
            Step::Member(field) => Some(field),
            _ => None,
        }
    }
}

impl fmt::Display for Trail<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((before, step)) = self.0 else { return Ok(()) };
        before.fmt(f)?;
        match step {
            Step::Member(field) => write!(f, "/{}", escaped(field.name)),
            Step::Index(index) => write!(f, "/{index}"),
            Step::Key(key) => write!(f, "/{}", escaped(key)),
        }
    }
}

/// A member's name, escaped for a JSON pointer.
pub(crate) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
