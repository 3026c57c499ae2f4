//! Prints JSON as other libraries do.

use std::collections::HashSet;
use std::fmt;
use std::hash::{BuildHasher as _, RandomState};

use super::json::{Json, parsed};

/// A way of printing JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Printed {
    /// Its whitespace.
    pub space: Space,
    /// The order of its members.
    pub order: Order,
    /// The escapes in its strings.
    pub escapes: Escapes,
}

/// The whitespace in printed JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Space {
    /// None.
    Compact,
    /// A space after each comma and colon, as Python prints.
    Blanks,
    /// Lines indented by this many spaces.
    Indented(usize),
    /// Lines indented by tabs.
    Tabs,
}

/// The order of members in printed JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Order {
    /// The original order.
    AsTheyCame,
    /// By their names.
    Sorted,
    /// Any other order, such as a hash map's.
    Other,
}

/// The escapes in the strings of printed JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Escapes {
    /// The original escapes.
    AsTheyCame,
    /// Only the escapes that JSON requires.
    Fewest,
    /// Everything beyond ASCII, as Python does, with lower-case hex digits.
    Ascii,
    /// The slash, as PHP does.
    Slash,
    /// The slash and everything beyond ASCII, as PHP does by default.
    SlashAndAscii,
    /// `<`, `>` and `&`, as Go does.
    Html,
}

/// The body printed in every usual way, each with its description; empty if the body is not JSON, or is too deep or too large.
///
/// They are made one after the other, since all of them together have sixty times the size of the body.
pub(super) fn printed(body: &[u8]) -> impl Iterator<Item = (Vec<u8>, Printed)> {
    let json = parsed(body);
    let longest = body.len().saturating_mul(MOST_GROWN).saturating_add(LITTLE);
    let hasher = RandomState::new();
    let mut seen = HashSet::from([hasher.hash_one(body)]);
    styles().filter_map(move |style| {
        let mut out = Printer { style, text: String::with_capacity(body.len()), longest };
        out.value(json.as_ref()?, 0)?;
        let new = seen.insert(hasher.hash_one(out.text.as_bytes()));
        new.then(|| (out.text.into_bytes(), style))
    })
}

fn styles() -> impl Iterator<Item = Printed> {
    let orders = SPACES.into_iter().flat_map(|space| [(space, Order::AsTheyCame), (space, Order::Sorted)]);
    orders.flat_map(|(space, order)| ESCAPES.map(|escapes| Printed { space, order, escapes }))
}

/// A text being printed, which is given up when it gets longer than any library would make it.
struct Printer {
    style: Printed,
    text: String,
    longest: usize,
}

impl Printer {
    fn value(&mut self, json: &Json<'_>, depth: usize) -> Option<()> {
        match json {
            Json::Scalar(text) => self.text.push_str(text),
            Json::Text(text) => self.text.push_str(&self.style.escapes.of(text)),
            Json::Array(elements) => {
                self.listed(['[', ']'], depth, elements.iter(), |out, element| out.value(element, depth + 1))?;
            }
            Json::Object(members) => {
                let mut members: Vec<_> = members.iter().collect();
                if self.style.order == Order::Sorted {
                    members.sort_by_key(|(name, _)| *name);
                }
                self.listed(['{', '}'], depth, members.into_iter(), |out, (name, value)| {
                    out.text.push_str(&out.style.escapes.of(name));
                    out.text.push_str(if out.style.space == Space::Compact { ":" } else { ": " });
                    out.value(value, depth + 1)
                })?;
            }
        }
        (self.text.len() <= self.longest).then_some(())
    }

    fn listed<T>(
        &mut self,
        [open, close]: [char; 2],
        depth: usize,
        items: impl ExactSizeIterator<Item = T>,
        print: impl Fn(&mut Self, T) -> Option<()>,
    ) -> Option<()> {
        self.text.push(open);
        let empty = items.len() == 0;
        for (index, item) in items.enumerate() {
            if index > 0 {
                self.text.push_str(if self.style.space == Space::Blanks { ", " } else { "," });
            }
            self.line(depth + 1);
            print(self, item)?;
        }
        if !empty {
            self.line(depth);
        }
        self.text.push(close);
        Some(())
    }

    fn line(&mut self, depth: usize) {
        let (indent, times) = match self.style.space {
            Space::Compact | Space::Blanks => return,
            Space::Indented(blanks) => (' ', blanks * depth),
            Space::Tabs => ('\t', depth),
        };
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n(indent, times));
    }
}

impl Printed {
    /// Without whitespace, in the order of a hash map.
    pub(super) const REORDERED: Self =
        Self { space: Space::Compact, order: Order::Other, escapes: Escapes::AsTheyCame };
}

impl fmt::Display for Printed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.space {
            Space::Compact => f.write_str("compact")?,
            Space::Blanks => f.write_str("with spaces after commas and colons")?,
            Space::Indented(blanks) => write!(f, "indented by {blanks}")?,
            Space::Tabs => f.write_str("indented by tabs")?,
        }
        f.write_str(match self.order {
            Order::AsTheyCame => "",
            Order::Sorted => ", with sorted members",
            Order::Other => ", with its members in another order",
        })?;
        f.write_str(match self.escapes {
            Escapes::AsTheyCame => "",
            Escapes::Fewest => ", without needless escapes",
            Escapes::Ascii => ", with everything beyond ASCII escaped",
            Escapes::Slash => ", with slashes escaped",
            Escapes::SlashAndAscii => ", with slashes and everything beyond ASCII escaped",
            Escapes::Html => ", with `<`, `>` and `&` escaped",
        })
    }
}

impl Escapes {
    /// A string in its written JSON form, written with these escapes.
    fn of(self, written: &str) -> String {
        let plain = match serde_json::from_str::<String>(written) {
            Ok(plain) if self != Self::AsTheyCame => plain,
            _ => return written.to_owned(),
        };
        let mut text = String::with_capacity(written.len());
        // Serialising a string cannot fail.
        for character in serde_json::to_string(&plain).unwrap_or_default().chars() {
            let escape = match character {
                '/' => matches!(self, Self::Slash | Self::SlashAndAscii),
                '<' | '>' | '&' => self == Self::Html,
                character => !character.is_ascii() && matches!(self, Self::Ascii | Self::SlashAndAscii),
            };
            match character {
                '/' if escape => text.push_str("\\/"),
                character if escape => {
                    let units = character
                        .encode_utf16(&mut [0; 2])
                        .iter()
                        .map(|unit| format!("\\u{unit:04x}"))
                        .collect::<String>();
                    text.push_str(&units);
                }
                character => text.push(character),
            }
        }
        text
    }
}

const SPACES: [Space; 5] = [Space::Compact, Space::Blanks, Space::Indented(2), Space::Indented(4), Space::Tabs];
const ESCAPES: [Escapes; 6] =
    [Escapes::AsTheyCame, Escapes::Fewest, Escapes::Ascii, Escapes::Slash, Escapes::SlashAndAscii, Escapes::Html];
/// A printed text has at most this many times the body's bytes, plus [`LITTLE`]; real messages indented by 4 have twice.
const MOST_GROWN: usize = 8;
/// In bytes.
const LITTLE: usize = 4096;
