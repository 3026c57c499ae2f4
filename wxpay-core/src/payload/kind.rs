//! Kinds: what a member is.

use super::Table;

/// The kind of a member, as far as reading and writing go.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Kind {
    /// No body at all (the unit type).
    Nothing,
    /// A string.
    Text,
    /// A JSON integer.
    Integer,
    /// A JSON boolean.
    Boolean,
    /// An RFC 3339 time with offset.
    Time,
    /// An amount in fen, as a JSON integer.
    Fen,
    /// An amount in fen, as decimal digits in a string.
    FenText,
    /// A string that is encrypted on the wire.
    Secret,
    /// A string out of a list.
    Choice(&'static [&'static str]),
    /// An integer out of a list, which has the digits of each.
    Number(&'static [&'static str]),
    /// A nested object.
    Object(fn() -> &'static Table),
    /// An array.
    List(&'static Kind),
    /// An object with free keys.
    Map(&'static Kind),
    /// Any JSON.
    Json,
    /// A file.
    File,
}

impl Kind {
    /// The kind inside arrays and maps.
    #[must_use]
    pub const fn element(self) -> Self {
        match self {
            Self::List(inner) | Self::Map(inner) => inner.element(),
            other => other,
        }
    }

    /// The word for it in documentation.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Text | Self::FenText | Self::Secret | Self::Choice(_) | Self::Time => "string",
            Self::Integer | Self::Fen | Self::Number(_) => "integer",
            Self::Boolean => "boolean",
            Self::Object(_) | Self::Map(_) => "object",
            Self::List(_) => "array",
            Self::Json => "json",
            Self::File => "file",
        }
    }
}
