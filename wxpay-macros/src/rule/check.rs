//! `check = path::to::function`: a function of the author's.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use syn::parse::ParseStream;
use syn::spanned::Spanned as _;
use syn::{ExprPath, Ident};

use super::{Rule, about_text};
use crate::errors::Errors;
use crate::valid::Member;
use crate::written::{Field, list};

struct Check(ExprPath);

pub(super) fn read(word: &Ident, input: ParseStream<'_>) -> syn::Result<Box<dyn Rule>> {
    Ok(Box::new(Check(list::value(word, input)?)))
}

impl Rule for Check {
    fn check(&self, word: &Ident, field: &Field, errors: &mut Errors) {
        about_text(word, field, errors);
    }

    fn emit(&self, _: &Member<'_>) -> TokenStream {
        let function = &self.0;
        quote_spanned!(function.span()=> __p::Rule::Check(#function))
    }

    fn doc(&self, _: &Member<'_>) -> String {
        "checked".to_owned()
    }
}
