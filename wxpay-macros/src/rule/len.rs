//! `len = 6..=32`: how long a text is, or a file. `bytes` beside it says what the live service counts.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;
use syn::parse::ParseStream;

use super::Rule;
use super::bounds::{Bounds, Count};
use crate::errors::Errors;
use crate::types::{Leaf, spelled};
use crate::valid::Member;
use crate::written::{DefaultValue, Field, list};

struct Len(Bounds);

pub(super) fn read(word: &Ident, input: ParseStream<'_>) -> syn::Result<Box<dyn Rule>> {
    Ok(Box::new(Len(list::value::<Count>(word, input)?.0)))
}

impl Rule for Len {
    fn check(&self, word: &Ident, field: &Field, errors: &mut Errors) {
        self.0.check_count(errors);
        if !matches!(field.leaf, Leaf::Text | Leaf::Secret | Leaf::File | Leaf::Other) {
            let (name, ty) = (&field.ident, spelled(&field.ty));
            errors.at(word, format!("`len` counts characters of a text, or bytes of a file; `{name}` is `{ty}`"));
        }
    }

    fn emit(&self, member: &Member<'_>) -> TokenStream {
        let (min, max) = self.0.counts();
        let unit = if counts_bytes(member) { quote!(Bytes) } else { quote!(Characters) };
        quote!(__p::Rule::Len { min: #min, max: #max, unit: __p::Unit::#unit })
    }

    fn allows(&self, default: &DefaultValue) -> bool {
        let DefaultValue::Text(text) = default else { return true };
        i64::try_from(text.value().chars().count()).is_ok_and(|length| self.0.has(length))
    }

    fn doc(&self, member: &Member<'_>) -> String {
        self.0.of(if counts_bytes(member) { "byte" } else { "character" })
    }
}

fn counts_bytes(member: &Member<'_>) -> bool {
    member.in_bytes || member.leaf == Leaf::File
}
