//! JSON in its original form: numbers, strings and the order of members stay as they are written.

use serde::de::IgnoredAny;

use crate::notification::LARGEST;

/// A parsed text, at most [`DEEPEST`] levels deep. Scalars and strings keep their written form.
pub(super) enum Json<'a> {
    Scalar(&'a str),
    Text(&'a str),
    Array(Vec<Json<'a>>),
    Object(Vec<(&'a str, Json<'a>)>),
}

/// The compact body with its members in every order. Empty if the body is not JSON, or if there are too many orders.
pub(super) fn orders(body: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let json = parsed(body);
    let most = MOST_ORDERS.min(MOST_WRITTEN / body.len().max(1));
    let count = json.as_ref().and_then(Json::orders).filter(|count| *count <= most);
    (0..count.unwrap_or(0)).filter_map(move |number| {
        let (mut number, mut text) = (number, String::with_capacity(body.len()));
        json.as_ref()?.print_ordered(&mut number, &mut text);
        Some(text.into_bytes())
    })
}

/// Parses a body; `None` if it is not JSON, is nested deeper than any real message, or is too large.
pub(super) fn parsed(body: &[u8]) -> Option<Json<'_>> {
    if body.len() > LARGEST || !is_json(body) {
        return None;
    }
    Json::read(&mut Text(std::str::from_utf8(body).ok()?), DEEPEST)
}

/// Accepts any depth: this builds nothing and does not recurse.
pub(super) fn is_json(body: &[u8]) -> bool {
    serde_json::from_slice::<IgnoredAny>(body).is_ok()
}

/// The rest of the text.
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

    /// Reads a string, including its quotes.
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
    /// Reads a value of a text that is JSON. Arrays and objects may be nested `levels` deep.
    fn read(text: &mut Text<'a>, levels: usize) -> Option<Self> {
        match text.peek()? {
            b'"' => text.text().map(Self::Text),
            b'[' => {
                let levels = levels.checked_sub(1)?;
                text.take(1);
                let mut elements = Vec::new();
                while !text.skip(b']') {
                    elements.push(Self::read(text, levels)?);
                    text.skip(b',');
                }
                Some(Self::Array(elements))
            }
            b'{' => {
                let levels = levels.checked_sub(1)?;
                text.take(1);
                let mut members = Vec::new();
                while !text.skip(b'}') {
                    let name = text.text()?;
                    text.skip(b':');
                    members.push((name, Self::read(text, levels)?));
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

    /// The number of orders of the members; `None` if it overflows.
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

    /// Prints compactly, in the order with this number. The order consumes the number digit by digit: the first of three members
    /// is a digit of base 3, the second one of base 2.
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
}

/// In levels. Real messages have fewer than ten, and many readers stop at 128.
const DEEPEST: usize = 128;
/// A notification has 6 members, and 5 in its resource: 86 400 orders.
const MOST_ORDERS: usize = 100_000;
/// In bytes, for all orders together: each order is printed and hashed.
const MOST_WRITTEN: usize = 1 << 28;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::explain::print::printed;

    fn nested(levels: usize) -> [Vec<u8>; 2] {
        let wrapped = |open: &str, close: &str| [open.repeat(levels), "1".to_owned(), close.repeat(levels)].concat();
        [wrapped("[ ", "]"), wrapped("{\"a\" :", "}")].map(String::into_bytes)
    }

    #[test]
    fn nesting_is_read_down_to_its_limit_and_refused_beyond_it() {
        for (levels, read) in [(1, true), (127, true), (128, true), (129, false), (20_000, false), (1_000_000, false)] {
            for body in nested(levels) {
                assert!(is_json(&body));
                assert_eq!(parsed(&body).is_some(), read, "{levels}");
                assert_eq!((printed(&body).next().is_some(), orders(&body).next().is_some()), (read, read), "{levels}");
            }
        }
    }

    #[test]
    fn a_printed_text_is_never_much_longer_than_the_body() {
        let wide = ["[ ".repeat(127), vec!["1"; 8_000].join(","), "]".repeat(127)].concat();
        for body in [nested(128).to_vec(), vec![wide.into_bytes()]].concat() {
            let ways: Vec<_> = printed(&body).collect();
            assert!(!ways.is_empty());
            assert!(ways.iter().all(|(text, _)| text.len() <= 8 * body.len() + 4_096));
        }
    }

    #[test]
    fn ten_megabytes_are_not_taken_apart() {
        let body = ["[", &vec!["1"; 5_000_000].join(","), "]"].concat().into_bytes();
        assert!(is_json(&body) && parsed(&body).is_none());
        assert!(printed(&body).next().is_none() && orders(&body).next().is_none());
    }
}
