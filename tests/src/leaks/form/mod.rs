//! The forms that a secret may take in a text, each with its decoder.

mod escaped;

use std::collections::HashSet;

/// A way to write a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Base64, in the standard or the URL alphabet, at any alignment.
    Base64,
    /// Hex digits of either case.
    Hex,
    /// `%E7%8E%8B`.
    Percent,
    /// As JSON and Rust escape strings: `\/`, `\"`, `\u738b`, `\u{738b}`, `\xe7`.
    Escaped,
    /// Numbers, as the `Debug` of bytes prints them: `[231, 142]`; or `[e7, 8e]`, `e7:8e`, `0xe7 0x8e`.
    Numbers,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 5] = [Self::Base64, Self::Hex, Self::Percent, Self::Escaped, Self::Numbers];

    /// Decodes everything in `text` that may have this form, and puts a line break after each piece.
    pub(super) fn decode(self, text: &[u8]) -> Vec<u8> {
        let mut decoded = Vec::new();
        match self {
            Self::Base64 => {
                for run in runs(text, SHORTEST_BASE64, |byte| sextet(byte).is_some()) {
                    base64(run, &mut decoded);
                }
            }
            Self::Hex => {
                for run in runs(text, SHORTEST_HEX, |byte| byte.is_ascii_hexdigit()) {
                    hex(run, &mut decoded);
                }
            }
            Self::Percent => lines_with(text, b'%').for_each(|line| percent(line, &mut decoded)),
            Self::Escaped => lines_with(text, b'\\').for_each(|line| escaped::decode(line, &mut decoded)),
            Self::Numbers => {
                let listed = |byte: u8| byte.is_ascii_hexdigit() || byte == b'x' || SEPARATORS.contains(&byte);
                for run in runs(text, 2 * SHORTEST_LIST, listed) {
                    numbers(run, 10, &mut decoded);
                    numbers(run, 16, &mut decoded);
                }
            }
        }
        decoded
    }
}

/// Decodes from each of four places, because a run may begin with letters that do not belong to the Base64.
fn base64(run: &[u8], decoded: &mut Vec<u8>) {
    for start in 0..4 {
        let (mut bits, mut count) = (0_u32, 0);
        for value in run[start..].iter().filter_map(|byte| sextet(*byte)) {
            (bits, count) = (bits << 6 | value, count + 6);
            if count >= 8 {
                count -= 8;
                decoded.push((bits >> count) as u8);
            }
        }
        decoded.push(b'\n');
    }
}

fn sextet(byte: u8) -> Option<u32> {
    let value = match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    };
    Some(value.into())
}

/// Decodes from each of two places, as `base64` does from four.
fn hex(run: &[u8], decoded: &mut Vec<u8>) {
    for start in 0..2 {
        let pairs = run[start..].chunks_exact(2);
        decoded.extend(pairs.filter_map(|pair| number(pair, 16)));
        decoded.push(b'\n');
    }
}

fn percent(line: &[u8], decoded: &mut Vec<u8>) {
    let mut rest = line;
    while let Some((first, after)) = rest.split_first() {
        let escaped = after.get(..2).filter(|_| *first == b'%').and_then(|pair| number(pair, 16));
        decoded.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() { &after[2..] } else { after };
    }
    decoded.push(b'\n');
}

/// Decodes lists of numbers. The run may also contain words that are not numbers.
fn numbers(run: &[u8], radix: u32, decoded: &mut Vec<u8>) {
    let words = run.split(|byte| SEPARATORS.contains(byte)).filter(|word| !word.is_empty());
    let values: Vec<_> = words.map(|word| number(word.strip_prefix(b"0x").unwrap_or(word), radix)).collect();
    for list in values.split(Option::is_none).filter(|list| list.len() >= SHORTEST_LIST) {
        decoded.extend(list.iter().flatten());
        decoded.push(b'\n');
    }
}

fn number(digits: &[u8], radix: u32) -> Option<u8> {
    u8::from_str_radix(std::str::from_utf8(digits).ok()?, radix).ok()
}

/// The longest pieces of `text` that consist of such bytes only.
fn runs(text: &[u8], shortest: usize, of: impl Fn(u8) -> bool) -> impl Iterator<Item = &[u8]> {
    once(text.split(move |byte| !of(*byte)).filter(move |run| run.len() >= shortest))
}

fn lines_with(text: &[u8], byte: u8) -> impl Iterator<Item = &[u8]> {
    once(text.split(|other| *other == b'\n').filter(move |line| line.contains(&byte)))
}

/// Drops repeated pieces, since a log repeats itself.
fn once<'a>(pieces: impl Iterator<Item = &'a [u8]>) -> impl Iterator<Item = &'a [u8]> {
    let mut seen = HashSet::new();
    pieces.filter(move |piece| seen.insert(*piece))
}

const SEPARATORS: &[u8] = b", :\n\t";
/// Nine bytes: a name of three characters.
const SHORTEST_BASE64: usize = 12;
const SHORTEST_HEX: usize = 12;
const SHORTEST_LIST: usize = 6;
