//! `extensions = ["jpg", "png"]`: the allowed endings of a file name.

use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::token::Bracket;
use syn::{Error, Ident, LitStr};

use super::{Rule, Subject};
use crate::errors::Errors;
use crate::list::{self, Listed};
use crate::types::{Leaf, spelled};

struct Extensions(Listed<LitStr>);

pub(super) fn read(word: &Ident, input: ParseStream<'_>) -> syn::Result<Box<dyn Rule>> {
    Ok(Box::new(list::value::<Extensions>(word, input)?))
}

impl Parse for Extensions {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if !input.peek(Bracket) {
            return Err(input.error("expected the endings of file names, such as `[\"jpg\", \"png\"]`"));
        }
        let endings = Listed::parse_with(input, ending)?;
        if endings.elements.is_empty() {
            return Err(Error::new_spanned(endings, "no file would be allowed; expected at least one ending"));
        }
        Ok(Self(endings))
    }
}

fn ending(input: ParseStream<'_>) -> syn::Result<LitStr> {
    if !input.peek(LitStr) {
        return Err(input.error("expected the ending of a file name, such as `\"jpg\"`"));
    }
    let text: LitStr = input.parse()?;
    let value = text.value();
    if value.is_empty() || !value.chars().all(|character| character.is_ascii_alphanumeric()) {
        return Err(Error::new_spanned(text, "expected the letters after the dot, such as `\"jpg\"`"));
    }
    Ok(text)
}

impl Rule for Extensions {
    fn check(&self, word: &Ident, subject: &Subject<'_>, errors: &mut Errors) {
        if !matches!(subject.leaf, Leaf::File | Leaf::Other) {
            errors.at(word, format!("`{word}` is about a file; `{}` is `{}`", subject.ident, spelled(subject.ty)));
        }
    }

    fn emit(&self, _: &Subject<'_>) -> TokenStream {
        let endings = &self.0;
        quote!(__p::Rule::Extensions(&#endings))
    }

    fn doc(&self, _: &Subject<'_>) -> String {
        let endings: Vec<_> = self.0.elements.iter().map(|ending| format!("`{}`", ending.value())).collect();
        endings.join(" or ")
    }
}
