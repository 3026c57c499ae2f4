//! Text from outside, fit to be shown.

use std::fmt::{self, Write as _};

/// Shows what somebody else wrote: nothing in it moves the cursor, begins a line, or turns the order of reading.
///
/// Control characters (C0, C1 and DEL, so line feeds, backspaces and escape sequences too) and the marks of
/// bidirectional text are written as `\u{..}`; so are separators of lines and paragraphs, and the characters of formatting
/// that nobody sees. Everything else stays, Chinese text and the backslash too: this is for eyes, and is not read back.
#[must_use]
pub fn escaped<T: fmt::Display>(shown: T) -> Escaped<T> {
    Escaped(shown)
}

/// What [`escaped`] makes of a value.
#[derive(Debug, Clone, Copy)]
pub struct Escaped<T>(T);

impl<T: fmt::Display> fmt::Display for Escaped<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(escaping(f), "{}", self.0)
    }
}

/// What is written to it, [`escaped`].
pub(crate) fn escaping<'a, 'b>(f: &'a mut fmt::Formatter<'b>) -> impl fmt::Write + use<'a, 'b> {
    Escaping(f)
}

struct Escaping<'a, 'b>(&'a mut fmt::Formatter<'b>);

impl fmt::Write for Escaping<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.chars().try_for_each(|character| match is_unseen(character) {
            true => write!(self.0, "{}", character.escape_unicode()),
            false => self.0.write_char(character),
        })
    }
}

/// Says of a character whether [`escaped`] escapes it: it is no mark on the paper, and changes where or how others are.
#[must_use]
pub fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// Declares an enum whose variants differ in their words only: each is documented and displayed by them.
macro_rules! worded {
    ($(#[$attribute:meta])* $visible:vis enum $name:ident { $($variant:ident = $words:literal,)* }) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        $visible enum $name {
            $(#[doc = $words] $variant,)*
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(match self { $(Self::$variant => $words,)* })
            }
        }
    };
}

pub(crate) use worded;

/// Tells that a setting holds a key where something short belongs, such as a path or a URL: it has several lines, a PEM
/// block, the Base64 of a private key, or the 32 letters and digits that an APIv3 key has, also between quotes and commas or
/// behind a name. Such a value is not to be repeated.
#[must_use]
pub fn looks_like_a_key(value: &str) -> bool {
    let value = value.trim_ascii();
    let word = |word: &str| word.len() == API_V3_KEY && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let base64 = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    let private = |word: &str| word.len() >= SHORTEST_PRIVATE_KEY && word.bytes().all(base64);
    let between = |character: char| character.is_whitespace() || "\"'`,;:=()[]{}<>".contains(character);
    word(value)
        || value.contains(['\r', '\n'])
        || value.contains("-----BEGIN")
        || value.split(between).any(|word| private(word) || word.len() == API_V3_KEY && is_random(word))
        || private(value)
}

/// Letters and digits in one word, as a key has them and a file's name hardly.
fn is_random(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_alphanumeric()) && word.bytes().any(|byte| byte.is_ascii_digit())
}

/// In characters.
const API_V3_KEY: usize = 32;
/// In characters of Base64; that of an RSA key of 1024 bits has more.
const SHORTEST_PRIVATE_KEY: usize = 256;

/// A value that somebody has set, between back-ticks and [`escaped`]; or what it looks like, where it may be a key.
#[must_use]
pub fn quoted(value: &str) -> String {
    if looks_like_a_key(value) { LIKE_A_KEY.to_owned() } else { format!("`{}`", escaped(value)) }
}

/// In place of a value that [looks like a key](looks_like_a_key).
pub const LIKE_A_KEY: &str = "a value that looks like a key itself, and is not repeated here,";

/// A value that somebody has set, as an error keeps it: both `Display` and `Debug` show it [`quoted`], so that a key which
/// stands in the wrong place is nowhere to be read.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Given(String);

impl Given {
    /// The value as it was set.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<T: Into<String>> From<T> for Given {
    fn from(value: T) -> Self {
        Self(value.into())
    }
}

impl fmt::Display for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&quoted(&self.0))
    }
}

impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_moves_the_cursor_or_turns_the_text() {
        let unseen = (0..0x20_u32).chain(0x7f..0xa0).chain(0x202a..=0x202e).chain(0x2066..=0x2069);
        for code in unseen.chain([0x200e, 0x200f, 0x61c, 0x2028, 0x2029, 0x200b, 0xfeff]) {
            let character = char::from_u32(code).unwrap();
            assert_eq!(escaped(format!("a{character}b")).to_string(), format!("a\\u{{{code:x}}}b"));
        }
        assert_eq!(escaped(format_args!("{}{}", 1, "\n")).to_string(), "1\\u{a}");
    }

    #[test]
    fn a_key_is_told_from_a_path() {
        let pem = "-----BEGIN PRIVATE KEY-----MIIE-----END PRIVATE KEY-----";
        let private = "MIIEvQIBADANBgkqhkiG9w0B".repeat(20);
        for key in [
            "0123456789abcdef0123456789ABCDEF",
            "0123456789abcdef0123456789ABCDEF\n",
            "'0123456789abcdef0123456789ABCDEF'",
            "key=0123456789abcdef0123456789ABCDEF",
            "0123456789abcdef0123456789ABCDEF,",
            "a\nb",
            pem,
            &private,
            &format!("key: {private}"),
        ] {
            assert!(looks_like_a_key(key) && !quoted(key).contains(key.trim()), "{key}");
        }
        for other in [
            "",
            "apiclient_key.pem",
            "/etc/wxpay/keys/api v3 key of us",
            "https://api.mch.weixin.qq.com",
            "https://api.mch.weixin.qq.com/v3",
            "/var/lib/wxpay/apiclient_key.pem",
        ] {
            assert_eq!(quoted(other), format!("`{other}`"));
        }
    }

    #[test]
    fn what_people_write_stays_as_it_is() {
        let text = "参数错误: \"a\\b\" `c` é ñ 😀 100%";
        assert_eq!(escaped(text).to_string(), text);
    }
}
