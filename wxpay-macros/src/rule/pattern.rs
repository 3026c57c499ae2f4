//! `pattern = "[0-9]+"`: a regular expression that the whole text matches.

use proc_macro2::TokenStream;
use quote::quote;
use regex_lite::Regex;
use syn::parse::ParseStream;
use syn::{Ident, LitStr};

use super::{DefaultValue, Rule, Subject, about_text};
use crate::errors::Errors;
use crate::list;

struct Pattern(LitStr);

pub(super) fn read(word: &Ident, input: ParseStream<'_>) -> syn::Result<Box<dyn Rule>> {
    Ok(Box::new(Pattern(list::value(word, input)?)))
}

impl Rule for Pattern {
    fn check(&self, word: &Ident, subject: &Subject<'_>, errors: &mut Errors) {
        regex(&self.0, errors);
        about_text(word, subject, errors);
    }

    fn emit(&self, _: &Subject<'_>) -> TokenStream {
        let pattern = &self.0;
        quote!(__p::Rule::Pattern(__p::Pattern(#pattern)))
    }

    fn allows(&self, default: &DefaultValue) -> bool {
        let (DefaultValue::Text(text), Ok(regex)) = (default, whole(&self.0)) else { return true };
        regex.is_match(&text.value())
    }

    fn doc(&self, _: &Subject<'_>) -> String {
        format!("`{}`", self.0.value().replace('|', "\\|"))
    }
}

/// The expression as the client runs it.
fn whole(pattern: &LitStr) -> Result<Regex, regex_lite::Error> {
    Regex::new(&format!("^(?:{})$", pattern.value()))
}

/// Checks the expression with the engine of the client, which adds anchors.
fn regex(pattern: &LitStr, errors: &mut Errors) {
    let text = pattern.value();
    if text.is_empty() {
        errors.at(pattern, "only an empty text would match; leave `pattern` out");
    } else if text.len() > 1 && text.starts_with('/') && text.ends_with('/') {
        errors.at(pattern, "the slashes are JavaScript's; leave them out");
    } else if let Err(error) = Regex::new(&text) {
        errors.at(pattern, format!("not a regular expression: {error}"));
    } else if has_anchor(&text) {
        errors.at(pattern, "the whole text has to match already; leave `^` and `$` out");
    } else if let Err(error) = whole(pattern) {
        errors.at(pattern, format!("not a regular expression that a whole text can match: {error}"));
    }
}

/// Returns true if the expression has an anchor: `^`, `$`, `\A` or `\z`, not escaped and not in a class.
fn has_anchor(text: &str) -> bool {
    let (mut characters, mut in_class) = (text.chars(), false);
    while let Some(character) = characters.next() {
        match character {
            '\\' => {
                let escaped = characters.next();
                if !in_class && matches!(escaped, Some('A' | 'z')) {
                    return true;
                }
            }
            '[' if !in_class => {
                in_class = true;
                // After `[` or `[^`, a `]` is a character.
                let mut rest = characters.clone();
                if rest.next() == Some('^') {
                    characters = rest;
                }
                let mut rest = characters.clone();
                if rest.next() == Some(']') {
                    characters = rest;
                }
            }
            ']' => in_class = false,
            '^' | '$' if !in_class => return true,
            _ => {}
        }
    }
    false
}
