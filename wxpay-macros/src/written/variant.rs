//! The values of an enum.

use quote::ToTokens;
use syn::parse::ParseStream;
use syn::{DataEnum, Fields, Ident, LitStr};

use super::list::{self, Names};
use super::{name, refuse_serde};
use crate::errors::Errors;

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    /// The spelling that `rename` gives.
    pub(crate) rename: Option<LitStr>,
}

/// Every variant but the one that the attribute added.
pub(super) fn read(data: &DataEnum, errors: &mut Errors) -> Vec<Variant> {
    data.variants.iter().filter_map(|variant| Variant::read(variant, errors)).collect()
}

impl Variant {
    fn read(variant: &syn::Variant, errors: &mut Errors) -> Option<Self> {
        let (mut rename, mut added) = (None, false);
        let mut names = Names::new("rule", vec!["rename"]);
        for attribute in variant.attrs.iter().filter(|attribute| attribute.path().is_ident("wxpay")) {
            let read = attribute.parse_args_with(|input: ParseStream<'_>| {
                list::read(input, errors, &mut names, |word, input, errors| {
                    match word.to_string().as_str() {
                        "rename" => rename = Some(name(word, input)?),
                        "__other" => added = true,
                        "__serde" => refuse_serde(input, errors)?,
                        _ => return Ok(false),
                    }
                    Ok(true)
                })
            });
            errors.ok(read);
        }
        if added {
            return None;
        }
        if !matches!(variant.fields, Fields::Unit) {
            errors.at(&variant.fields, "a value of a list has no fields; `#[wxpay_enum]` is for lists of strings");
        }
        Some(Self { ident: variant.ident.clone(), rename })
    }

    /// What the spelling comes from.
    pub(crate) fn word(&self) -> &dyn ToTokens {
        match &self.rename {
            Some(name) => name,
            None => &self.ident,
        }
    }

    /// The value as the API spells it.
    pub(crate) fn spelling(&self) -> String {
        match &self.rename {
            Some(name) => name.value(),
            None => screaming(&self.ident.to_string()),
        }
    }
}

/// `UserConfirm` as `USER_CONFIRM`.
fn screaming(name: &str) -> String {
    let mut spelled = String::with_capacity(name.len() + 4);
    for (index, character) in name.trim_start_matches("r#").chars().enumerate() {
        if character.is_uppercase() && index > 0 && !spelled.ends_with('_') {
            spelled.push('_');
        }
        spelled.extend(character.to_uppercase());
    }
    spelled
}
