//! The escapes of JSON strings, and of Rust's `Debug` of strings and bytes.

use super::number;

/// Undoes every escape in `line`.
pub(super) fn decode(line: &[u8], decoded: &mut Vec<u8>) {
    let mut rest = line;
    let mut high = None;
    while let Some((first, after)) = rest.split_first() {
        let (unit, length) = if *first == b'\\' { escape(after) } else { (Unit::Byte(*first), 0) };
        rest = &after[length..];
        match (unit, high.take()) {
            (Unit::Byte(byte), _) => decoded.push(byte),
            (Unit::Code(code @ 0xD800..0xDC00), _) => high = Some(code),
            (Unit::Code(low @ 0xDC00..0xE000), Some(high)) => {
                push(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00), decoded);
            }
            (Unit::Code(code), _) => push(code, decoded),
        }
    }
    decoded.push(b'\n');
}

/// The meaning of an escape.
enum Unit {
    Byte(u8),
    /// A code point, or half of one in UTF-16.
    Code(u32),
}

/// The meaning of the text after a backslash, and the length of the escape. Any other character stands for itself.
fn escape(text: &[u8]) -> (Unit, usize) {
    match text {
        [b'x', rest @ ..] => match rest.get(..2).and_then(|digits| number(digits, 16)) {
            Some(byte) => (Unit::Byte(byte), 3),
            None => (Unit::Byte(b'x'), 1),
        },
        [b'u', rest @ ..] => match code_point(rest) {
            Some((code, length)) => (Unit::Code(code), 1 + length),
            None => (Unit::Byte(b'u'), 1),
        },
        [b'n', ..] => (Unit::Byte(b'\n'), 1),
        [b'r', ..] => (Unit::Byte(b'\r'), 1),
        [b't', ..] => (Unit::Byte(b'\t'), 1),
        [b'0', ..] => (Unit::Byte(0), 1),
        [letter, ..] => (Unit::Byte(*letter), 1),
        [] => (Unit::Byte(b'\\'), 0),
    }
}

/// Reads `{738b}` or `738b`, and returns its length too.
fn code_point(text: &[u8]) -> Option<(u32, usize)> {
    let (digits, length) = match text.strip_prefix(b"{") {
        Some(rest) => {
            let end = rest.iter().position(|byte| *byte == b'}')?;
            (&rest[..end], end + 2)
        }
        None => (text.get(..4)?, 4),
    };
    Some((u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?, length))
}

fn push(code: u32, decoded: &mut Vec<u8>) {
    let character = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
    decoded.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
}
