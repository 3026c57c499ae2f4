//! `pattern = "[0-9]+"`: a regular expression that the whole text matches.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::parse::ParseStream;
use syn::{Ident, LitStr};

use super::{Rule, about_text};
use crate::errors::Errors;
use crate::valid::Member;
use crate::written::{DefaultValue, Field, list};

struct Pattern(LitStr);

pub(super) fn read(word: &Ident, input: ParseStream<'_>) -> syn::Result<Box<dyn Rule>> {
    Ok(Box::new(Pattern(list::value(word, input)?)))
}

impl Rule for Pattern {
    fn check(&self, word: &Ident, field: &Field, errors: &mut Errors) {
        regex(&self.0, errors);
        about_text(word, field, errors);
    }

    fn emit(&self, member: &Member<'_>) -> TokenStream {
        let name = name(member);
        quote!(__p::Rule::Pattern(&#name))
    }

    /// The expression is compiled once, when it is first asked.
    fn shared(&self, member: &Member<'_>) -> Option<TokenStream> {
        let (name, pattern) = (name(member), &self.0);
        Some(quote!(static #name: __p::Pattern = __p::Pattern::new(#pattern);))
    }

    fn allows(&self, default: &DefaultValue) -> bool {
        let (DefaultValue::Text(text), Ok(regex)) = (default, whole(&self.0)) else { return true };
        regex.is_match(&text.value())
    }

    fn doc(&self, _: &Member<'_>) -> String {
        format!("`{}`", self.0.value().replace('|', "\\|"))
    }
}

fn name(member: &Member<'_>) -> Ident {
    format_ident!("__PATTERN_{}", member.index)
}

/// The expression as it runs.
fn whole(pattern: &LitStr) -> Result<regex_lite::Regex, regex_lite::Error> {
    regex_lite::Regex::new(&format!("^(?:{})$", pattern.value()))
}

/// The engine here is the one that runs the expression.
fn regex(pattern: &LitStr, errors: &mut Errors) {
    let text = pattern.value();
    if let Err(error) = regex_lite::Regex::new(&text) {
        errors.at(pattern, format!("not a regular expression: {error}"));
    } else if text.starts_with('^') || ends_with_anchor(&text) {
        errors.at(pattern, "the whole text has to match already; leave `^` and `$` out");
    }
}

/// Whether the last `$` is one, and not `\$`.
fn ends_with_anchor(text: &str) -> bool {
    let Some(before) = text.strip_suffix('$') else { return false };
    before.chars().rev().take_while(|character| *character == '\\').count() % 2 == 0
}
