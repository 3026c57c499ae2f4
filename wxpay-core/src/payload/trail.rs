//! The way to a member, printed as a JSON pointer (RFC 6901) only when somebody needs it.

use std::fmt;

use super::Field;

#[derive(Debug, Default)]
pub(crate) struct Trail(Vec<Step>);

#[derive(Debug)]
pub(crate) enum Step {
    Member(&'static Field),
    Index(usize),
    Key(String),
}

impl Trail {
    pub(crate) fn push(&mut self, step: Step) {
        self.0.push(step);
    }

    pub(crate) fn pop(&mut self) {
        self.0.pop();
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The member that the way leads to; `None` where it leads into an array or a map.
    pub(crate) fn member(&self) -> Option<&'static Field> {
        match self.0.last()? {
            Step::Member(field) => Some(field),
            _ => None,
        }
    }

    /// The member that the way leads to, or leads through last.
    pub(crate) fn last_member(&self) -> Option<&'static Field> {
        self.0.iter().rev().find_map(|step| match step {
            Step::Member(field) => Some(*field),
            _ => None,
        })
    }

    /// The Chinese name of the member that the way leads to, or leads through last.
    pub(crate) fn label(&self) -> Option<&'static str> {
        self.last_member()?.label
    }
}

impl fmt::Display for Trail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|step| match step {
            Step::Member(field) => write!(f, "/{}", escaped(field.name)),
            Step::Index(index) => write!(f, "/{index}"),
            Step::Key(key) => write!(f, "/{}", escaped(key)),
        })
    }
}

/// A member's name as it stands in a pointer.
pub(crate) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
