//! Faults of a message that was read.

use std::fmt;

use crate::text::escaped;

/// A body that is no message of the type it should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// No JSON at all, or JSON that breaks off.
    #[error("not JSON: {}", escaped(.0))]
    Syntax(String),
    /// JSON whose members are missing or of another type; at least one.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Faults(Vec<Fault>),
}

impl DecodeError {
    /// The error of a message that lacks the member at `pointer`.
    #[must_use]
    pub fn missing(pointer: impl Into<String>) -> Self {
        Self::Faults(vec![Fault { pointer: pointer.into(), label: None, kind: FaultKind::Missing }])
    }
}

/// One member that does not fit its table.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// The JSON pointer of the member.
    pub pointer: String,
    /// The member's Chinese name, where the declaration gives it.
    pub label: Option<&'static str>,
    /// The fault itself.
    pub kind: FaultKind,
}

/// The kinds of faults of a member.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FaultKind {
    /// It is not there.
    Missing,
    /// It is something else; `expected` says what would fit.
    Type {
        /// The form that would fit, in words.
        expected: &'static str,
    },
    /// A foreign type refused it, in its words.
    Foreign(String),
    /// The table has no such member. Only a strict server minds.
    Unknown,
    /// It is there twice. Only a strict server minds.
    Duplicate,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pointer = escaped(if self.pointer.is_empty() { "the body" } else { &self.pointer });
        match &self.kind {
            FaultKind::Missing => write!(f, "{pointer} is missing"),
            FaultKind::Type { expected } => write!(f, "{pointer} is not {expected}"),
            FaultKind::Foreign(reason) => write!(f, "{pointer} does not fit: {}", escaped(reason)),
            FaultKind::Unknown => write!(f, "{pointer} is not known"),
            FaultKind::Duplicate => write!(f, "{pointer} is there twice"),
        }
    }
}
