//! Output: text from outside is escaped, and a value that may be a key is not repeated.

use std::ffi::OsStr;
use std::fmt::{self, Write as _};
use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;
use wxpay::text::{LIKE_A_KEY, escaped, is_unseen, looks_like_a_key};

/// A path, unless it, or a missing part of it, looks like the key that should be in the file.
pub(crate) fn path(path: &Path) -> impl fmt::Display {
    let like_a_key = |part: &OsStr| looks_like_a_key(&part.to_string_lossy());
    let is_key = |part: &Path| like_a_key(part.as_os_str()) || part.file_name().is_some_and(like_a_key);
    match path.ancestors().any(|part| is_key(part) && !part.exists()) {
        true => LIKE_A_KEY.to_owned(),
        false => escaped(path.display()).to_string(),
    }
}

/// A text whose lines are each escaped.
pub(crate) fn lines(text: &str) -> String {
    text.split('\n').map(|line| escaped(line).to_string()).collect::<Vec<_>>().join("\n")
}

/// JSON over several lines. Invisible characters in its strings are escaped in JSON's way, so the values are the same.
pub(crate) fn pretty(value: &impl Serialize) -> io::Result<String> {
    Ok(visible(&serde_json::to_string_pretty(value)?))
}

/// JSON in one line.
pub(crate) fn compact(value: &impl Serialize) -> io::Result<String> {
    Ok(visible(&serde_json::to_string(value)?))
}

/// Escapes invisible characters. Outside of strings JSON has none except line feeds, and strings have no line feeds.
fn visible(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for character in json.chars() {
        if character == '\n' || !is_unseen(character) {
            text.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            // Writing to a `String` cannot fail.
            let _ = write!(text, "\\u{unit:04x}");
        }
    }
    text
}

/// Prints bytes that are not JSON: unchanged, or escaped line by line on a terminal.
pub(crate) fn bytes(bytes: &[u8], terminal: bool, out: &mut dyn Write) -> io::Result<()> {
    match terminal {
        true => out.write_all(lines(&String::from_utf8_lossy(bytes)).as_bytes()),
        false => out.write_all(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_the_same_and_nothing_in_it_is_unseen() {
        let value =
            serde_json::json!({ "a\u{9b}\u{202e}": ["\u{1b}[2K\r\n\u{7f}\u{2066}\u{e0001}", "茶壶 \"é\" \\u0041"] });
        for shown in [pretty(&value).unwrap(), compact(&value).unwrap()] {
            assert_eq!(serde_json::from_str::<serde_json::Value>(&shown).unwrap(), value);
            assert_eq!(shown, lines(&shown));
        }
        assert!(compact(&value).unwrap().contains(r"\u009b\u202e"));
    }

    #[test]
    fn a_file_that_is_there_has_its_name() {
        let folder = std::env::temp_dir().join(wxpay::sign::nonce().unwrap());
        std::fs::create_dir(&folder).unwrap();
        assert_eq!(path(&folder.join("none")).to_string(), folder.join("none").display().to_string());
        std::fs::remove_dir(&folder).unwrap();
        let key = "0123456789abcdef0123456789ABCDEF";
        for given in [key.to_owned(), format!("/etc/{key}"), format!("{key}/sandbox.json"), format!("{key}\n")] {
            assert_eq!(path(Path::new(&given)).to_string(), LIKE_A_KEY);
        }
    }
}
