//! Refuses two fields or variants of one name. It removes the second one, because rustc would report it too, and each use of it
//! in generated code.

use std::collections::HashSet;

use syn::ext::IdentExt as _;
use syn::punctuated::Punctuated;
use syn::{Attribute, Data, DeriveInput, Ident, Token};

use crate::errors::Errors;

pub(super) fn refuse(input: &mut DeriveInput, errors: &mut Errors) {
    match &mut input.data {
        Data::Struct(data) => {
            if let syn::Fields::Named(fields) = &mut data.fields {
                keep_first(&mut fields.named, |field| (&field.attrs, field.ident.as_ref()), "fields", errors);
            }
        }
        Data::Enum(data) => {
            keep_first(&mut data.variants, |variant| (&variant.attrs, Some(&variant.ident)), "variants", errors);
        }
        Data::Union(_) => {}
    }
}

fn keep_first<T>(
    list: &mut Punctuated<T, Token![,]>,
    of: impl Fn(&T) -> (&[Attribute], Option<&Ident>),
    what: &str,
    errors: &mut Errors,
) {
    let mut seen = HashSet::new();
    let elements = std::mem::take(list).into_iter();
    *list = elements
        .filter(|element| {
            let (attributes, name) = of(element);
            let Some(name) = name.filter(|_| !is_conditional(attributes)) else { return true };
            let is_first = seen.insert(name.unraw());
            if !is_first {
                errors.at(name, format!("two {what} are called `{name}`"));
            }
            is_first
        })
        .collect();
}

/// Conditions may exclude each other.
fn is_conditional(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| ["cfg", "cfg_attr"].iter().any(|name| attribute.path().is_ident(name)))
}
