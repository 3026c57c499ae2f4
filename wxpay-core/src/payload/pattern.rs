//! `pattern`: a regular expression, with a lookup table for the most frequent form.

use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

use regex_lite::Regex;

/// A regular expression that a whole text must match.
#[derive(Clone, Copy)]
pub struct Pattern(#[doc(hidden)] pub &'static str);

/// Each expression is compiled once, when it is first asked. Not in the pattern itself: to the compiler of
/// Debian stable, a constant such as a table must not refer to what changes.
static COMPILED: RwLock<BTreeMap<&str, Option<Compiled>>> = RwLock::new(BTreeMap::new());

/// Most expressions are one repeated class; for ASCII text a lookup table gives the same result as the expression.
struct Compiled {
    regex: Regex,
    repeated: Option<[bool; 128]>,
}

impl Pattern {
    /// The expression as it was written, without anchors.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        self.0
    }

    /// Tells whether the whole of `text` matches. An expression that does not compile matches nothing; the macro refuses such
    /// expressions.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        let is_match = |compiled: &Option<Compiled>| compiled.as_ref().is_some_and(|compiled| compiled.is_match(text));
        let known = COMPILED.read().unwrap_or_else(PoisonError::into_inner).get(self.0).map(is_match);
        known.unwrap_or_else(|| {
            let compiled = Compiled::new(self.0);
            let is_match = is_match(&compiled);
            COMPILED.write().unwrap_or_else(PoisonError::into_inner).insert(self.0, compiled);
            is_match
        })
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

/// `[..]` of `[..]+`; `None` for every other expression, and for a class with special syntax.
fn repeated_class(source: &str) -> Option<&str> {
    let class = source.strip_suffix('+')?;
    let inside = class.strip_prefix('[')?.strip_suffix(']')?;
    let mut characters = inside.chars();
    while let Some(character) = characters.next() {
        match character {
            '[' | ']' | '&' | '~' => return None,
            // An escaped character is part of the class; a class cannot end in a backslash.
            '\\' => drop(characters.next()?),
            _ => {}
        }
    }
    Some(class)
}

impl std::fmt::Debug for Pattern {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pattern({:?})", self.0)
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
            let (pattern, regex) = (Pattern(source), Regex::new(&format!("^(?:{source})$")).ok());
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
