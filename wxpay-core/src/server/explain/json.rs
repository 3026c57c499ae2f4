//! JSON printed as other libraries print it, numbers and the order of members kept as they came.

use serde::de::IgnoredAny;

/// A parsed text. Scalars and strings are kept as they are written.
enum Json<'a> {
    Scalar(&'a str),
    Text(&'a str),
    Array(Vec<Json<'a>>),
    Object(Vec<(&'a str, Json<'a>)>),
}

/// How it is printed.
#[derive(Clone, Copy)]
struct Style {
    space: Space,
    sorted: bool,
    escapes: Escapes,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Space {
    Compact,
    /// A blank behind each comma and colon, as Python does.
    Blanks,
    Indented(&'static str),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Escapes {
    AsTheyCame,
    /// What need not be escaped is not.
    Fewest,
    /// Everything beyond ASCII, as Python does, with lower-case digits.
    Ascii,
    /// The slash, as PHP does.
    Slash,
    /// The slash and everything beyond ASCII, as PHP does by default.
    SlashAndAscii,
    /// `<`, `>` and `&`, as Go does.
    Html,
}

/// The body printed in every usual way, each with its description; none if it is no JSON.
pub(super) fn printed(body: &[u8]) -> Vec<(Vec<u8>, String)> {
    let Some(json) = parsed(body) else { return Vec::new() };
    let mut ways = Vec::new();
    for space in SPACES {
        for sorted in [false, true] {
            for escapes in ESCAPES {
                let style = Style { space, sorted, escapes };
                let mut text = String::with_capacity(body.len() * 2);
                json.print(style, 0, &mut text);
                if text.as_bytes() != body && ways.iter().all(|(other, _): &(Vec<u8>, _)| other != text.as_bytes()) {
                    ways.push((text.into_bytes(), style.described()));
                }
            }
        }
    }
    ways
}

/// The body, compact, with its members in every order; none if it is no JSON, or if there are too many.
pub(super) fn orders(body: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let json = parsed(body);
    let count = json.as_ref().and_then(Json::orders).filter(|count| *count <= MOST_ORDERS);
    (0..count.unwrap_or(0)).filter_map(move |number| {
        let (mut number, mut text) = (number, String::with_capacity(body.len()));
        json.as_ref()?.print_ordered(&mut number, &mut text);
        Some(text.into_bytes())
    })
}

fn parsed(body: &[u8]) -> Option<Json<'_>> {
    // What follows relies on it: serde_json also limits the depth.
    serde_json::from_slice::<IgnoredAny>(body).ok()?;
    Json::read(&mut Text(std::str::from_utf8(body).ok()?))
}

/// What is left to read.
struct Text<'a>(&'a str);

impl<'a> Text<'a> {
    fn peek(&mut self) -> Option<u8> {
        self.0 = self.0.trim_start_matches([' ', '\t', '\r', '\n']);
        self.0.as_bytes().first().copied()
    }

    fn skip(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        if found {
            self.take(1);
        }
        found
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.0.split_at_checked(length).unwrap_or((self.0, ""));
        self.0 = rest;
        taken
    }

    /// A string, its quotes included.
    fn text(&mut self) -> Option<&'a str> {
        self.peek()?;
        let mut escaped = true; // the quote that opens
        let end = self.0.bytes().position(|byte| {
            let end = byte == b'"' && !escaped;
            escaped = byte == b'\\' && !escaped;
            end
        })?;
        Some(self.take(end + 1))
    }
}

impl<'a> Json<'a> {
    fn read(text: &mut Text<'a>) -> Option<Self> {
        match text.peek()? {
            b'"' => text.text().map(Self::Text),
            b'[' => {
                text.take(1);
                let mut elements = Vec::new();
                while !text.skip(b']') {
                    elements.push(Self::read(text)?);
                    text.skip(b',');
                }
                Some(Self::Array(elements))
            }
            b'{' => {
                text.take(1);
                let mut members = Vec::new();
                while !text.skip(b'}') {
                    let name = text.text()?;
                    text.skip(b':');
                    members.push((name, Self::read(text)?));
                    text.skip(b',');
                }
                Some(Self::Object(members))
            }
            _ => {
                let end = text.0.find([',', ']', '}', ' ', '\t', '\r', '\n']).unwrap_or(text.0.len());
                Some(Self::Scalar(text.take(end)))
            }
        }
    }

    /// In how many orders the members can be; `None` if that is beyond counting.
    fn orders(&self) -> Option<usize> {
        let inner = |count: usize, value: &Self| count.checked_mul(value.orders()?);
        match self {
            Self::Scalar(_) | Self::Text(_) => Some(1),
            Self::Array(elements) => elements.iter().try_fold(1, inner),
            Self::Object(members) => {
                let own = (1..=members.len()).try_fold(1, usize::checked_mul)?;
                members.iter().map(|(_, value)| value).try_fold(own, inner)
            }
        }
    }

    /// Compact, in the order of that number, which is used up digit by digit: the first member of three is a digit of
    /// base 3, the second one of base 2.
    fn print_ordered(&self, number: &mut usize, out: &mut String) {
        match self {
            Self::Scalar(text) | Self::Text(text) => out.push_str(text),
            Self::Array(elements) => {
                out.push('[');
                for (index, element) in elements.iter().enumerate() {
                    out.push_str(if index > 0 { "," } else { "" });
                    element.print_ordered(number, out);
                }
                out.push(']');
            }
            Self::Object(members) => {
                let mut left: Vec<_> = members.iter().collect();
                out.push('{');
                while !left.is_empty() {
                    let base = left.len();
                    let (name, value) = left.remove(*number % base);
                    *number /= base;
                    out.extend([name, ":"]);
                    value.print_ordered(number, out);
                    out.push_str(if left.is_empty() { "" } else { "," });
                }
                out.push('}');
            }
        }
    }

    fn print(&self, style: Style, depth: usize, out: &mut String) {
        match self {
            Self::Scalar(text) => out.push_str(text),
            Self::Text(text) => out.push_str(&style.escapes.of(text)),
            Self::Array(elements) => {
                let print = |element: &Self, out: &mut String| element.print(style, depth + 1, out);
                style.listed(['[', ']'], depth, elements.iter(), print, out);
            }
            Self::Object(members) => {
                let mut members: Vec<_> = members.iter().collect();
                if style.sorted {
                    members.sort_by_key(|(name, _)| *name);
                }
                let print = |(name, value): &(&str, Self), out: &mut String| {
                    out.push_str(&style.escapes.of(name));
                    out.push_str(if style.space == Space::Compact { ":" } else { ": " });
                    value.print(style, depth + 1, out);
                };
                style.listed(['{', '}'], depth, members.into_iter(), print, out);
            }
        }
    }
}

impl Style {
    fn listed<T>(
        self,
        [open, close]: [char; 2],
        depth: usize,
        items: impl ExactSizeIterator<Item = T>,
        print: impl Fn(T, &mut String),
        out: &mut String,
    ) {
        let line = |depth: usize, out: &mut String| {
            if let Space::Indented(indent) = self.space {
                out.push('\n');
                out.push_str(&indent.repeat(depth));
            }
        };
        out.push(open);
        let empty = items.len() == 0;
        for (index, item) in items.enumerate() {
            if index > 0 {
                out.push_str(if self.space == Space::Blanks { ", " } else { "," });
            }
            line(depth + 1, out);
            print(item, out);
        }
        if !empty {
            line(depth, out);
        }
        out.push(close);
    }

    fn described(self) -> String {
        let space = match self.space {
            Space::Compact => "compact",
            Space::Blanks => "with blanks behind commas and colons",
            Space::Indented("\t") => "indented by tabs",
            Space::Indented("  ") => "indented by 2",
            Space::Indented(_) => "indented by 4",
        };
        let order = if self.sorted { ", with sorted members" } else { "" };
        let escapes = match self.escapes {
            Escapes::AsTheyCame => "",
            Escapes::Fewest => ", without needless escapes",
            Escapes::Ascii => ", with everything beyond ASCII escaped",
            Escapes::Slash => ", with slashes escaped",
            Escapes::SlashAndAscii => ", with slashes and everything beyond ASCII escaped",
            Escapes::Html => ", with `<`, `>` and `&` escaped",
        };
        [space, order, escapes].concat()
    }
}

impl Escapes {
    /// A string as it is written in JSON, written another way.
    fn of(self, written: &str) -> String {
        let plain = match serde_json::from_str::<String>(written) {
            Ok(plain) if self != Self::AsTheyCame => plain,
            _ => return written.to_owned(),
        };
        let mut text = String::with_capacity(written.len());
        // A string can always be written.
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

const SPACES: [Space; 5] =
    [Space::Compact, Space::Blanks, Space::Indented("  "), Space::Indented("    "), Space::Indented("\t")];
const ESCAPES: [Escapes; 6] =
    [Escapes::AsTheyCame, Escapes::Fewest, Escapes::Ascii, Escapes::Slash, Escapes::SlashAndAscii, Escapes::Html];
/// A notification has 6 members, and 5 in its resource: 86 400 orders.
const MOST_ORDERS: usize = 100_000;
