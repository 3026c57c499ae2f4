//! `range = 1..=31`: how large an integer or an amount is.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::Ident;
use syn::parse::ParseStream;

use super::Rule;
use super::bounds::{self, Bounds};
use crate::errors::Errors;
use crate::types::{Leaf, integer, spelled};
use crate::valid::Member;
use crate::written::{DefaultValue, Field, list};

struct Range(Bounds);

impl Range {
    /// Reports ends that the member's integer cannot have.
    fn width(&self, field: &Field, errors: &mut Errors) {
        let Some((ty, lowest, highest)) = integer(&field.ty) else { return };
        let ends = [self.0.min, self.0.max].into_iter().flatten();
        if let Some(end) = ends.into_iter().find(|end| !(lowest..=highest).contains(end)) {
            errors.at(&self.0.expression, format!("`{end}` is no `{ty}`; expected {lowest} to {highest}"));
        }
    }
}

pub(super) fn read(word: &Ident, input: ParseStream<'_>) -> syn::Result<Box<dyn Rule>> {
    Ok(Box::new(Range(list::value::<bounds::Range>(word, input)?.0)))
}

impl Rule for Range {
    fn check(&self, word: &Ident, field: &Field, errors: &mut Errors) {
        self.0.check_order(errors);
        self.width(field, errors);
        if !matches!(field.leaf, Leaf::Integer | Leaf::Amount | Leaf::Other) {
            let ty = spelled(&field.ty);
            errors.at(word, format!("`range` is about an integer or an amount; `{}` is `{ty}`", field.ident));
        }
    }

    fn emit(&self, _: &Member<'_>) -> TokenStream {
        let min = Literal::i64_suffixed(self.0.min.unwrap_or(i64::MIN));
        let max = Literal::i64_suffixed(self.0.max.unwrap_or(i64::MAX));
        quote!(__p::Rule::Range { min: #min, max: #max })
    }

    fn allows(&self, default: &DefaultValue) -> bool {
        !matches!(default, DefaultValue::Integer(_, value) if !self.0.has(*value))
    }

    fn doc(&self, _: &Member<'_>) -> String {
        self.0.to_string()
    }
}
