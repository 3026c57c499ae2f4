//! Makes text from outside safe to show.

use std::fmt::{self, Write as _};

/// Shows a text of unknown origin. It cannot move the cursor, begin a line, or change the direction of reading.
///
/// It writes control characters (C0, C1 and DEL, which includes line feeds, backspaces and escape sequences), marks of
/// bidirectional text, separators of lines and paragraphs, and invisible formatting characters as `\u{..}`. Everything else
/// stays, also Chinese text and the backslash: the result is for people, and cannot be read back.
#[must_use]
pub fn escaped<T: fmt::Display>(shown: T) -> Escaped<T> {
    Escaped(shown)
}

/// A value that is shown [`escaped`].
#[derive(Debug, Clone, Copy)]
pub struct Escaped<T>(T);

impl<T: fmt::Display> fmt::Display for Escaped<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(escaping(f), "{}", self.0)
    }
}

/// A writer that shows everything [`escaped`].
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

/// Tells whether [`escaped`] escapes a character, because it is invisible and changes how others are shown.
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

/// Declares an enum whose variants differ only in their words, which are both their documentation and their `Display`.
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

/// Tells whether the value of a setting looks like a key in place of something short, such as a path or a URL: it has several
/// lines, a PEM block, the Base64 of a private key, or the 32 letters and digits of an APIv3 key, also between quotes or commas
/// or after a name. Do not repeat such a value.
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

/// Tells whether a word has letters and digits like a key, and unlike most file names.
fn is_random(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_alphanumeric()) && word.bytes().any(|byte| byte.is_ascii_digit())
}

/// In characters.
const API_V3_KEY: usize = 32;
/// In characters of Base64; an RSA key of 1024 bits has more.
const SHORTEST_PRIVATE_KEY: usize = 256;

/// The value of a setting in back-ticks and [`escaped`], or [`LIKE_A_KEY`] if it may be a key.
#[must_use]
pub fn quoted(value: &str) -> String {
    if looks_like_a_key(value) { LIKE_A_KEY.to_owned() } else { format!("`{}`", escaped(value)) }
}

/// Replaces a value that [looks like a key](looks_like_a_key).
pub const LIKE_A_KEY: &str = "a value that looks like a key itself, and is not repeated here,";

/// The value of a setting, kept in an error. Both `Display` and `Debug` show it [`quoted`], so that a key in the wrong place is
/// never shown.
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
