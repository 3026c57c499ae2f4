//! The values of an enum.

use syn::Ident;

use crate::errors::Errors;
use crate::written::Variant;

pub(super) fn check(item: &Ident, variants: &[Variant], errors: &mut Errors) {
    if variants.is_empty() {
        errors.at(item, "a list without values; expected at least one variant");
    }
    for (index, variant) in variants.iter().enumerate() {
        let spelling = variant.spelling();
        if variants.iter().take(index).any(|other| other.spelling() == spelling) {
            errors.at(variant.word(), format!("two values are spelled `{spelling}`"));
        }
    }
}
