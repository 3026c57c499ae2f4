//! `range = 1..=31`: the bounds of an integer or an amount.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::Ident;
use syn::parse::ParseStream;

use super::bounds::{self, Bounds};
use super::{DefaultValue, Rule, Subject};
use crate::errors::Errors;
use crate::list;
use crate::types::{Leaf, integer, spelled};

struct Range(Bounds);

impl Range {
    /// Reports bounds that do not fit into the member's integer type.
    fn width(&self, subject: &Subject<'_>, errors: &mut Errors) {
        let Some((ty, lowest, highest)) = integer(subject.ty) else { return };
        let ends = [self.0.min, self.0.max].into_iter().flatten();
        if let Some(end) = ends.into_iter().find(|end| !(lowest..=highest).contains(end)) {
            errors.at(&self.0.expression, format!("`{end}` does not fit into `{ty}`; expected {lowest} to {highest}"));
        }
    }
}

pub(super) fn read(word: &Ident, input: ParseStream<'_>) -> syn::Result<Box<dyn Rule>> {
    Ok(Box::new(Range(list::value::<bounds::Range>(word, input)?.0)))
}

impl Rule for Range {
    fn check(&self, word: &Ident, subject: &Subject<'_>, errors: &mut Errors) {
        self.0.check_order(errors);
        self.width(subject, errors);
        if !matches!(subject.leaf, Leaf::Integer | Leaf::Amount | Leaf::Other) {
            let ty = spelled(subject.ty);
            errors.at(word, format!("`range` is about an integer or an amount; `{}` is `{ty}`", subject.ident));
        }
    }

    fn emit(&self, _: &Subject<'_>) -> TokenStream {
        let min = Literal::i64_suffixed(self.0.min.unwrap_or(i64::MIN));
        let max = Literal::i64_suffixed(self.0.max.unwrap_or(i64::MAX));
        quote!(__p::Rule::Range { min: #min, max: #max })
    }

    fn allows(&self, default: &DefaultValue) -> bool {
        !matches!(default, DefaultValue::Integer(_, value) if !self.0.has(*value))
    }

    fn doc(&self, _: &Subject<'_>) -> String {
        self.0.to_string()
    }
}
