//! `items = 1..=50`: the number of elements of a list.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;
use syn::parse::ParseStream;

use super::bounds::{Bounds, Count};
use super::{Rule, Subject};
use crate::errors::Errors;
use crate::list;
use crate::types::{Leaf, is_list, spelled};

struct Items(Bounds);

pub(super) fn read(word: &Ident, input: ParseStream<'_>) -> syn::Result<Box<dyn Rule>> {
    Ok(Box::new(Items(list::value::<Count>(word, input)?.0)))
}

impl Rule for Items {
    fn check(&self, word: &Ident, subject: &Subject<'_>, errors: &mut Errors) {
        self.0.check_count(errors);
        if !is_list(subject.ty) && subject.leaf != Leaf::Other {
            let ty = spelled(subject.ty);
            errors.at(word, format!("`items` counts the elements of a `Vec`; `{}` is `{ty}`", subject.ident));
        }
    }

    fn emit(&self, _: &Subject<'_>) -> TokenStream {
        let (min, max) = self.0.counts();
        quote!(__p::Rule::Items { min: #min, max: #max })
    }

    fn doc(&self, _: &Subject<'_>) -> String {
        self.0.of("element")
    }
}
