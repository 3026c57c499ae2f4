//! Kinds of members.

use super::Table;

/// The kind of a member, which decides how it is read and written.
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
    /// A day, as `yyyy-MM-dd`.
    Date,
    /// A day, as `yyyyMMdd`.
    CompactDate,
    /// A time in Beijing, as `yyyyMMddHHmmss`.
    CompactDateTime,
    /// An integer, as decimal digits in a string.
    IntText,
    /// An amount in fen, as a JSON integer.
    Fen,
    /// An amount in fen, as decimal digits in a string.
    FenText,
    /// A string that is encrypted on the wire.
    Secret,
    /// A string from a list.
    Choice(&'static [&'static str]),
    /// An integer from a list, which has the decimal digits of each.
    Number(&'static [&'static str]),
    /// A nested object.
    Object(fn() -> &'static Table),
    /// A request. It cannot be a member: its own members have places in the message.
    Request,
    /// An array.
    List(&'static Kind),
    /// An object with free keys.
    Map(&'static Kind),
    /// Any JSON.
    Json,
    /// A string that holds JSON text, of this kind.
    JsonText(&'static Kind),
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

    /// Tells whether this kind, or a kind inside of it, is `wanted`.
    pub(crate) fn has(self, wanted: fn(Self) -> bool) -> bool {
        match self {
            Self::List(inner) | Self::Map(inner) | Self::JsonText(inner) => wanted(self) || inner.has(wanted),
            other => wanted(other),
        }
    }

    /// The kind inside arrays, maps and JSON texts.
    #[must_use]
    pub const fn innermost(self) -> Self {
        match self {
            Self::List(inner) | Self::Map(inner) | Self::JsonText(inner) => inner.innermost(),
            other => other,
        }
    }

    /// Tells whether a JSON text cannot hold this kind, because it is encrypted or a part of a form.
    pub(crate) const fn is_beyond_text(self) -> bool {
        matches!(self.innermost(), Self::Secret | Self::File)
    }

    /// The word for this kind in documentation.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Text | Self::FenText | Self::IntText | Self::Secret | Self::Choice(_) | Self::JsonText(_) => "string",
            Self::Time | Self::Date | Self::CompactDate | Self::CompactDateTime => "string",
            Self::Integer | Self::Fen | Self::Number(_) => "integer",
            Self::Boolean => "boolean",
            Self::Object(_) | Self::Request | Self::Map(_) => "object",
            Self::List(_) => "array",
            Self::Json => "json",
            Self::File => "file",
        }
    }

    /// The format of a string of this kind, in a word of JSON Schema or of WeChat Pay's documentation. `None` for free text and
    /// for kinds that are not strings.
    #[must_use]
    pub fn format(self) -> Option<&'static str> {
        Some(match self {
            Self::Time => "date-time",
            Self::Date => "date",
            Self::CompactDate => "yyyyMMdd",
            Self::CompactDateTime => "yyyyMMddHHmmss",
            Self::IntText | Self::FenText => "int64",
            Self::JsonText(_) => "json",
            _ => return None,
        })
    }
}
