//! The table: what is known about a member without looking at a value. Public, so that tools can read it.

use super::{Pattern, fit};

/// A struct's name and members, in the order of their declaration.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Table {
    /// The Rust name of the struct.
    pub name: &'static str,
    /// Its members.
    pub fields: &'static [Field],
}

impl Table {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(name: &'static str, fields: &'static [Field]) -> Self {
        Self { name, fields }
    }

    /// The index and entry of the member called `name` on the wire.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<(usize, &'static Field)> {
        self.fields.iter().enumerate().find(|(_, field)| field.name == name)
    }
}

/// What the types say of their members, with the names, and with the rules: so many of them for each.
///
/// A struct is one call: rustc spends on each line of such a table more than on all that is evaluated here.
#[doc(hidden)]
#[must_use]
#[track_caller]
pub const fn fields<const N: usize>(
    names: [&'static str; N],
    mut fields: [Field; N],
    counts: [usize; N],
    mut rules: &'static [Rule],
) -> [Field; N] {
    let (mut lines, mut names, mut counts) = (fields.as_mut_slice(), names.as_slice(), counts.as_slice());
    while let ([field, other_lines @ ..], [name, other_names @ ..], [count, other_counts @ ..]) = (lines, names, counts)
    {
        field.name = name;
        (field.rules, rules) = rules.split_at(*count);
        field.fits(field.rules);
        (lines, names, counts) = (other_lines, other_names, other_counts);
    }
    fields
}

/// One member: its name on the wire, where it goes, what it is, what it must satisfy.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Field {
    /// The name on the wire.
    pub name: &'static str,
    /// Where the member goes.
    pub place: Place,
    /// What it is.
    pub kind: Kind,
    /// Whether a message without it is incomplete.
    pub required: bool,
    /// Marks an optional member that the application, or this crate, compares with what was asked for: an answer that has
    /// it in an unexpected form is not believed.
    pub compared: bool,
    /// What a value must satisfy.
    pub rules: &'static [Rule],
    /// The Chinese name that the gateway's messages use, where it is known.
    pub label: Option<&'static str>,
    /// Marks the number of the merchant that signs.
    pub caller: bool,
}

impl Field {
    /// A member of that kind in the body: not yet a name, and no rules. A file goes nowhere else, but has a place of its
    /// own there.
    pub(super) const fn of(kind: Kind, required: bool) -> Self {
        let place = if matches!(kind, Kind::File) { Place::File } else { Place::Body };
        Self { name: "", place, kind, required, compared: false, rules: &[], label: None, caller: false }
    }

    /// A foreign type that serde reads and writes.
    #[doc(hidden)]
    #[must_use]
    pub const fn opaque(required: bool) -> Self {
        Self::of(Kind::Json, required)
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn path(self) -> Self {
        Self { place: Place::Path, ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn query(self) -> Self {
        Self { place: Place::Query, ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn header(self) -> Self {
        Self { place: Place::Header, ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn part(self) -> Self {
        Self { place: Place::Part, ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn compared(self) -> Self {
        Self { compared: true, ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn label(self, label: &'static str) -> Self {
        Self { label: Some(label), ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn caller(self) -> Self {
        Self { caller: true, ..self }
    }

    /// Fails the build, on the field, where its place or these rules do not fit its type.
    #[doc(hidden)]
    #[track_caller]
    pub const fn fits(self, rules: &[Rule]) {
        fit::place(self.kind, self.required, self.place);
        fit::rules(self.kind, self.required, rules);
        fit::caller(self.kind, self.caller);
    }

    /// Whether the value is encrypted on the wire.
    #[must_use]
    pub fn secret(&self) -> bool {
        matches!(self.kind.element(), Kind::Secret)
    }

    /// The members of a nested object, also of one inside an array or a map.
    #[must_use]
    pub fn members(&self) -> &'static [Field] {
        match self.kind.element() {
            Kind::Object(table) => table().fields,
            _ => &[],
        }
    }
}

/// Where a member of a request goes. Members of nested objects and of answers are [`Place::Body`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Place {
    /// A `{hole}` of the path.
    Path,
    /// The query string.
    Query,
    /// The JSON body; of a form, its part `meta`.
    Body,
    /// The header of the field's name.
    Header,
    /// A part of its own in a form, which is not signed.
    Part,
    /// The file of a form.
    File,
}

impl Place {
    /// The word for it in messages.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Body => "body",
            Self::Header => "header",
            Self::Part => "part",
            Self::File => "file",
        }
    }
}

/// What a member is.
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
            Self::Integer | Self::Fen => "integer",
            Self::Boolean => "boolean",
            Self::Object(_) | Self::Map(_) => "object",
            Self::List(_) => "array",
            Self::Json => "json",
            Self::File => "file",
        }
    }
}

/// A condition on a value.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Rule {
    /// Length of a text, or of a file in bytes. For a sensitive value it counts the ciphertext, as the documentation does.
    Len {
        /// The shortest.
        min: usize,
        /// The longest.
        max: usize,
        /// What the live service counts. The client refuses by characters and warns of bytes, unless it is told to refuse
        /// those too.
        unit: Unit,
    },
    /// The whole text matches.
    Pattern(&'static Pattern),
    /// An integer or an amount.
    Range {
        /// The lowest.
        min: i64,
        /// The highest.
        max: i64,
    },
    /// How many elements an array has.
    Items {
        /// The fewest.
        min: usize,
        /// The most.
        max: usize,
    },
    /// A public `https` URL without query and fragment: the rules for a `notify_url`.
    Url {
        /// Whether a path is needed, as it is but for one member.
        path: bool,
    },
    /// A file whose name ends in one of these, in whatever case.
    Extensions(&'static [&'static str]),
    /// The name of the request's file. The client sets it where it is absent.
    FileName,
    /// The SHA-256 of the request's file, in hex. The client sets it where it is absent.
    Sha256,
    /// A function of the declaration; its error is the message.
    Check(fn(&str) -> Result<(), String>),
}

/// What a length counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unit {
    /// Unicode code points, as the documentation says.
    Characters,
    /// UTF-8 bytes, as the live service was seen to count this member.
    Bytes,
}
