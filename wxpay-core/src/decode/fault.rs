//! Faults in a message that was read.

use std::fmt;

use crate::text::escaped;

/// A body that is not a message of the expected type.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// The text is not JSON, or is truncated JSON.
    #[error("not JSON: {}", escaped(.0))]
    Syntax(String),
    /// JSON with members that are missing or have another type; at least one.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Faults(Vec<Fault>),
}

impl DecodeError {
    /// The error for a message without the member at `pointer`.
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
    /// The member's Chinese name, if the declaration gives it.
    pub label: Option<&'static str>,
    /// The fault itself.
    pub kind: FaultKind,
}

/// Kinds of a member's fault.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FaultKind {
    /// The member is missing.
    Missing,
    /// The member has another type.
    Type {
        /// The expected form, in words.
        expected: &'static str,
    },
    /// A foreign type refused the value, with this message.
    Foreign(String),
    /// The table has no such member. Only a strict server reports it.
    Unknown,
    /// The member appears twice. Only a strict server reports it.
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
