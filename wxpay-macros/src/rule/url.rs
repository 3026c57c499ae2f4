//! `url` and `bare_url`: a public address.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;
use syn::parse::ParseStream;

use super::{Rule, Subject, about_text};
use crate::errors::Errors;

struct Url {
    /// True if the URL needs a path.
    path: bool,
}

pub(super) fn read(_: &Ident, _: ParseStream<'_>) -> syn::Result<Box<dyn Rule>> {
    Ok(Box::new(Url { path: true }))
}

pub(super) fn read_bare(_: &Ident, _: ParseStream<'_>) -> syn::Result<Box<dyn Rule>> {
    Ok(Box::new(Url { path: false }))
}

impl Rule for Url {
    fn check(&self, word: &Ident, subject: &Subject<'_>, errors: &mut Errors) {
        if !self.path && subject.words.iter().any(|other| *other == "url") {
            errors.at(word, "`url` demands a path and `bare_url` does not; keep one of the two");
        }
        about_text(word, subject, errors);
    }

    fn emit(&self, _: &Subject<'_>) -> TokenStream {
        let path = self.path;
        quote!(__p::Rule::Url { path: #path })
    }

    fn doc(&self, _: &Subject<'_>) -> String {
        let path = if self.path { " with a path," } else { "" };
        format!("a public `https` URL{path} without query")
    }
}
