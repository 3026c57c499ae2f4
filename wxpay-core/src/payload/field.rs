//! The table: what is known about a member without looking at a value. Public, so that tools can read it.

use std::sync::OnceLock;

use regex_lite::Regex;

use super::fit;

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
    /// What a value must satisfy.
    pub rules: &'static [Rule],
    /// The Chinese name that the gateway's messages use, where it is known.
    pub label: Option<&'static str>,
}

impl Field {
    #[doc(hidden)]
    #[must_use]
    #[track_caller]
    pub const fn new(
        name: &'static str,
        place: Place,
        (kind, required): (Kind, bool),
        rules: &'static [Rule],
        label: Option<&'static str>,
    ) -> Self {
        fit::check(place, kind, required, rules);
        Self { name, place, kind, required, rules, label }
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
    /// The JSON body.
    Body,
    /// The header of the field's name.
    Header,
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
        }
    }
}

/// A condition on a value.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Rule {
    /// Length of a text. For a sensitive value it counts the ciphertext, as the documentation does.
    Len {
        /// The shortest.
        min: usize,
        /// The longest.
        max: usize,
        /// What the live service counts. The SDK refuses by characters and leaves the rest to the service.
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

/// A regular expression that a whole text must match.
pub struct Pattern {
    source: &'static str,
    compiled: OnceLock<Option<Compiled>>,
}

/// An expression that is one class, repeated, is most of them: for ASCII a look at a table says what it says.
struct Compiled {
    regex: Regex,
    repeated: Option<[bool; 128]>,
}

impl Pattern {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(source: &'static str) -> Self {
        Self { source, compiled: OnceLock::new() }
    }

    /// The expression as it was written, without anchors.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        self.source
    }

    /// Whether the whole of `text` matches. An expression that does not compile matches nothing; the macro compiles
    /// every one, so that such an expression never gets here.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        self.compiled
            .get_or_init(|| Compiled::new(self.source))
            .as_ref()
            .is_some_and(|compiled| compiled.is_match(text))
    }
}

impl Compiled {
    fn new(source: &str) -> Option<Self> {
        let whole = |source: &str| Regex::new(&format!("^(?:{source})$")).ok();
        let table = |class: Regex| {
            let of = |byte: usize| u8::try_from(byte).is_ok_and(|byte| class.is_match(&char::from(byte).to_string()));
            std::array::from_fn(of)
        };
        let regex = whole(source)?;
        Some(Self { regex, repeated: repeated_class(source).and_then(whole).map(table) })
    }

    fn is_match(&self, text: &str) -> bool {
        match &self.repeated {
            Some(table) if text.is_ascii() => {
                !text.is_empty() && text.bytes().all(|byte| table.get(usize::from(byte)).is_some_and(|is| *is))
            }
            _ => self.regex.is_match(text),
        }
    }
}

/// `[..]` of `[..]+`; `None` if the expression is anything else, or looks like it.
fn repeated_class(source: &str) -> Option<&str> {
    let class = source.strip_suffix('+')?;
    let inside = class.strip_prefix('[')?.strip_suffix(']')?;
    let mut characters = inside.chars();
    while let Some(character) = characters.next() {
        match character {
            '[' | ']' | '&' | '~' => return None,
            // Whatever is escaped belongs to it; a class cannot end in a backslash.
            '\\' => drop(characters.next()?),
            _ => {}
        }
    }
    Some(class)
}

impl std::fmt::Debug for Pattern {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pattern({:?})", self.source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repeated_class_is_one_and_nothing_else_is() {
        for (source, class) in [
            ("[0-9]+", Some("[0-9]")),
            (r"[0-9A-Za-z_\-|*]+", Some(r"[0-9A-Za-z_\-|*]")),
            (r"[^\]a]+", Some(r"[^\]a]")),
            ("[0-9]", None),
            ("[0-9]*", None),
            ("[0-9]+[a-z]+", None),
            ("a[0-9]+", None),
            (r"[0-9\]+", None),
            ("[[:alpha:]]+", None),
            ("[a-z&&b]+", None),
            ("[0-9]+|[a-z]+", None),
            ("", None),
        ] {
            assert_eq!(repeated_class(source), class, "{source}");
        }
    }

    #[test]
    fn the_table_says_what_the_expression_says() {
        for source in ["[0-9]+", r"[0-9A-Za-z_\-|*]+", r"[^\]a]+", r"[\s\S]+", r"[.$]+", "[a-]+", "(?i)[a-c]+"] {
            let (pattern, regex) = (Pattern::new(source), Regex::new(&format!("^(?:{source})$")).ok());
            let regex = regex.as_ref();
            let mut texts: Vec<String> = (0..=0x300).filter_map(char::from_u32).map(String::from).collect();
            texts.extend(["", "12", "a1", "ab\n", "\n", "a]", "--", "1\u{e4}", "\u{1f600}"].map(str::to_owned));
            for text in texts {
                assert_eq!(
                    Some(pattern.is_match(&text)),
                    regex.map(|regex| regex.is_match(&text)),
                    "{source} {text:?}"
                );
            }
        }
    }
}
