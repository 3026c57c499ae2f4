//! What the author wrote: syntax read into a model, nothing judged that needs a second look elsewhere.

mod arguments;
mod field;
mod list;

pub(crate) use arguments::{Arguments, Companion, EndpointArguments, ObjectArguments};
pub(crate) use field::{Bounds, Field, Place, Rule};

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Data, DeriveInput, Fields, Ident, LitStr, Path, Visibility, parse_quote};

use crate::errors::Errors;

/// The item behind the derive.
pub(crate) struct Item {
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) title: String,
    /// `::wxpay`, or what `#[wxpay(crate = ..)]` says.
    pub(crate) door: Path,
    pub(crate) arguments: Arguments,
    pub(crate) body: Body,
}

pub(crate) enum Body {
    Struct(Vec<Field>),
    Enum(Vec<Variant>),
    /// Reported already.
    Broken,
}

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    /// The spelling that `rename` gives.
    pub(crate) rename: Option<LitStr>,
}

impl Item {
    pub(crate) fn read(input: &DeriveInput, errors: &mut Errors) -> Self {
        let (door, arguments) = item_attributes(&input.attrs, errors);
        let body = match (&input.data, &arguments) {
            (Data::Enum(data), Arguments::Enum) => Body::Enum(variants(data, errors)),
            (Data::Struct(data), Arguments::Endpoint(_) | Arguments::Object(_)) => match &data.fields {
                Fields::Named(fields) => {
                    Body::Struct(fields.named.iter().filter_map(|field| Field::read(field, errors)).collect())
                }
                _ => {
                    errors.at(&input.ident, "a struct without named fields; a message has named members: `{ .. }`");
                    Body::Broken
                }
            },
            _ => Body::Broken,
        };
        if !input.generics.params.is_empty() {
            errors.at(&input.generics, "generics are not supported; a message has one form");
        }
        Self { vis: input.vis.clone(), ident: input.ident.clone(), title: title(&input.attrs), door, arguments, body }
    }
}

/// The crate's path and the arguments that the attribute passed on.
fn item_attributes(attributes: &[Attribute], errors: &mut Errors) -> (Path, Arguments) {
    let (mut door, mut arguments) = (parse_quote!(::wxpay), Arguments::Enum);
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("wxpay")) {
        let read = attribute.parse_args_with(|input: syn::parse::ParseStream<'_>| {
            list::read(input, errors, ("argument", "`crate`"), |name, input, errors| {
                match name.to_string().as_str() {
                    "crate" => door = list::value(input)?,
                    "__endpoint" => arguments = Arguments::Endpoint(Box::new(EndpointArguments::read(input, errors)?)),
                    "__object" => arguments = Arguments::Object(ObjectArguments::read(input, errors)?),
                    "__enum" => list::empty(input, errors)?,
                    "__serde" => refuse_serde(input, errors)?,
                    _ => return Ok(false),
                }
                Ok(true)
            })
        });
        errors.ok(read);
    }
    (door, arguments)
}

/// An attribute of serde, which the attribute macro passes on under another name, since rustc would not know it.
fn refuse_serde(input: syn::parse::ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
    let tokens: TokenStream = list::parenthesised(input)?;
    errors.at(tokens, "serde has no say here; names are changed by `#[wxpay(rename = \"..\")]`");
    Ok(())
}

fn variants(data: &syn::DataEnum, errors: &mut Errors) -> Vec<Variant> {
    let mut variants = Vec::new();
    for variant in &data.variants {
        let (mut rename, mut hidden) = (None, false);
        for attribute in variant.attrs.iter().filter(|attribute| attribute.path().is_ident("wxpay")) {
            let read = attribute.parse_args_with(|input: syn::parse::ParseStream<'_>| {
                list::read(input, errors, ("rule", "`rename`"), |name, input, errors| {
                    match name.to_string().as_str() {
                        "rename" => rename = Some(list::value(input)?),
                        "__other" => hidden = true,
                        "__serde" => refuse_serde(input, errors)?,
                        _ => return Ok(false),
                    }
                    Ok(true)
                })
            });
            errors.ok(read);
        }
        if hidden {
            continue;
        }
        if !matches!(variant.fields, Fields::Unit) {
            errors.at(&variant.fields, "a value of a list has no fields; `#[wxpay_enum]` is for lists of strings");
        }
        if let Some((_, discriminant)) = &variant.discriminant {
            errors.at(discriminant, "a value of a list has no number; `#[wxpay_enum]` is for lists of strings");
        }
        variants.push(Variant { ident: variant.ident.clone(), rename });
    }
    variants
}

/// The first line of the documentation, without its full stop.
pub(crate) fn title(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(doc_line);
    let first = lines.map(|line| line.trim().to_owned()).find(|line| !line.is_empty()).unwrap_or_default();
    first.trim_end_matches('.').to_owned()
}

fn doc_line(attribute: &Attribute) -> Option<String> {
    let pair = attribute.meta.require_name_value().ok().filter(|pair| pair.path.is_ident("doc"))?;
    syn::parse2::<LitStr>(pair.value.to_token_stream()).ok().map(|line| line.value())
}
