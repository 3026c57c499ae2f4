//! `url` and `bare_url`: a public address.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;
use syn::parse::ParseStream;

use super::{Rule, about_text};
use crate::errors::Errors;
use crate::valid::Member;
use crate::written::Field;

struct Url {
    /// Whether it has a path.
    path: bool,
}

pub(super) fn read(_: &Ident, _: ParseStream<'_>) -> syn::Result<Box<dyn Rule>> {
    Ok(Box::new(Url { path: true }))
}

pub(super) fn read_bare(_: &Ident, _: ParseStream<'_>) -> syn::Result<Box<dyn Rule>> {
    Ok(Box::new(Url { path: false }))
}

impl Rule for Url {
    fn check(&self, word: &Ident, field: &Field, errors: &mut Errors) {
        if !self.path && field.rules.iter().any(|(other, _)| other == "url") {
            errors.at(word, "`url` wants a path, `bare_url` does not; keep one of them");
        }
        about_text(word, field, errors);
    }

    fn emit(&self, _: &Member<'_>) -> TokenStream {
        let path = self.path;
        quote!(__p::Rule::Url { path: #path })
    }

    fn doc(&self, _: &Member<'_>) -> String {
        let path = if self.path { " with a path," } else { "" };
        format!("a public `https` URL{path} without query")
    }
}
