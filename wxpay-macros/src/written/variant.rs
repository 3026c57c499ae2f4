//! The values of an enum.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::parse::{ParseStream, Parser as _};
use syn::{DataEnum, Fields, Ident, LitInt, LitStr, Token};

use super::{name, refuse_serde};
use crate::errors::Errors;
use crate::list::{self, Names};

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    /// The spelling that `rename` gives.
    pub(crate) rename: Option<LitStr>,
    /// The number after `=`.
    pub(crate) number: Option<Number>,
    /// True if the value after `=` is not such a number, which was reported.
    pub(crate) is_misnumbered: bool,
}

/// The integer of a variant, as written.
pub(crate) struct Number {
    pub(crate) written: TokenStream,
    pub(crate) value: i64,
}

/// Reads every variant except the one that the attribute added.
pub(super) fn read(data: &DataEnum, errors: &mut Errors) -> Vec<Variant> {
    data.variants.iter().filter_map(|variant| Variant::read(variant, errors)).collect()
}

impl Variant {
    fn read(variant: &syn::Variant, errors: &mut Errors) -> Option<Self> {
        let (mut rename, mut number, mut added, mut is_misnumbered) = (None, None, false, false);
        let mut names = Names::new("rule", vec!["rename"]);
        for attribute in variant.attrs.iter().filter(|attribute| attribute.path().is_ident("wxpay")) {
            let read = attribute.parse_args_with(|input: ParseStream<'_>| {
                list::read(input, errors, &mut names, |word, input, errors| {
                    match word.to_string().as_str() {
                        "rename" => rename = Some(name(word, input)?),
                        "__number" => {
                            number = errors.ok(Number::read(input));
                            is_misnumbered = number.is_none();
                        }
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
            errors.at(&variant.fields, "a variant has no fields here; `#[wxpay_enum]` is a list of values");
        }
        Some(Self { ident: variant.ident.clone(), rename, number, is_misnumbered })
    }

    /// The tokens that determine the spelling.
    pub(crate) fn word(&self) -> &dyn ToTokens {
        match (&self.rename, &self.number) {
            (Some(name), _) => name,
            (None, Some(number)) => &number.written,
            (None, None) => &self.ident,
        }
    }
}

impl Number {
    /// Reads `(-1)`, into which the attribute has turned `= -1`.
    fn read(input: ParseStream<'_>) -> syn::Result<Self> {
        let written = list::parenthesised(input)?;
        match integer(&written) {
            Some(value) => Ok(Self { written, value }),
            None => Err(syn::Error::new_spanned(written, "expected an integer of 64 bits as a literal")),
        }
    }
}

fn integer(written: &TokenStream) -> Option<i64> {
    let parser = |input: ParseStream<'_>| Ok((input.parse::<Option<Token![-]>>()?, input.parse::<LitInt>()?));
    let (minus, literal) = parser.parse2(written.clone()).ok()?;
    // The smallest has no positive counterpart.
    let sign = if minus.is_some() { "-" } else { "" };
    format!("{sign}{}", literal.base10_digits()).parse().ok()
}
