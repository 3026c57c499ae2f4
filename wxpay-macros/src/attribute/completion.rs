//! Completes an enum: adds the derives that the author has not written, and the variant for unknown values.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{
    Attribute, DataEnum, Field, GenericParam, Generics, Ident, LifetimeParam, Path, Token, Type, TypeParam, Variant,
    parse_quote,
};

use crate::errors::Errors;
use crate::valid::Choice;

pub(super) fn complete(
    attributes: &mut Vec<Attribute>,
    generics: &Generics,
    data: &mut DataEnum,
    door: &Path,
    errors: &mut Errors,
) {
    let written = derives(attributes);
    if let Some(copy) = written.iter().find(|path| is_called(path, "Copy")) {
        errors.at(copy, "an unknown value is kept as text, which is not `Copy`; leave it out");
        leave_out(attributes, "Copy");
    }
    // A derived `Debug` would show the internals of an unknown value.
    if written.iter().any(|path| is_called(path, "Debug")) {
        leave_out(attributes, "Debug");
    }
    for name in ["Clone", "PartialEq", "Eq", "Hash"] {
        if !written.iter().any(|path| is_called(path, name)) {
            let path = core_path(name);
            attributes.push(parse_quote!(#[derive(#path)]));
        }
    }
    if !attributes.iter().any(|attribute| attribute.path().is_ident("non_exhaustive")) {
        attributes.push(parse_quote!(#[non_exhaustive]));
    }
    refuse_other(data, errors);
    pass_numbers_on(data);
    let used = generics.params.iter().filter_map(used);
    data.variants.push(parse_quote!(#[doc(hidden)] #[wxpay(__other)] __Other(#door::__private::Other #(, #used)*)));
}

/// A field that uses a generic parameter. The parameter is an error already; rustc would report it again if it were unused.
fn used(param: &GenericParam) -> Option<TokenStream> {
    match param {
        GenericParam::Type(TypeParam { ident, .. }) => Some(quote!(::core::marker::PhantomData<#ident>)),
        GenericParam::Lifetime(LifetimeParam { lifetime, .. }) => {
            Some(quote!(::core::marker::PhantomData<&#lifetime ()>))
        }
        GenericParam::Const(_) => None,
    }
}

/// Adds the spelling on the wire to the documentation of each variant.
pub(super) fn document(data: &mut DataEnum, choice: &Choice<'_>) {
    for (variant, spelling) in data.variants.iter_mut().zip(&choice.spelled) {
        let line = format!("\n\nOn the wire: `{spelling}`.");
        variant.attrs.push(parse_quote!(#[doc = #line]));
    }
}

/// Moves each discriminant into an attribute: rustc refuses it in an enum with the added variant, which has a field.
fn pass_numbers_on(data: &mut DataEnum) {
    for variant in &mut data.variants {
        if let Some((_, number)) = variant.discriminant.take() {
            variant.attrs.push(parse_quote!(#[wxpay(__number(#number))]));
        }
    }
}

/// Returns true for the variant that [`complete`] adds.
pub(super) fn is_added(variant: &Variant) -> bool {
    let is_private = |path: &Path| path.segments.iter().any(|segment| segment.ident == "__private");
    let is_other = |field: &Field| matches!(&field.ty, Type::Path(ty) if is_private(&ty.path));
    variant.ident == "__Other" && variant.fields.iter().any(is_other)
}

fn is_called(path: &Path, name: &str) -> bool {
    path.segments.last().is_some_and(|segment| segment.ident == name)
}

/// Reports a variant with the name of the added one.
fn refuse_other(data: &mut DataEnum, errors: &mut Errors) {
    let variants = std::mem::take(&mut data.variants);
    data.variants = variants
        .into_iter()
        .filter(|variant| {
            let is_taken = variant.ident == "__Other";
            if is_taken {
                errors.at(&variant.ident, "the attribute adds `__Other` for unknown values; leave it out");
            }
            !is_taken
        })
        .collect();
}

fn core_path(name: &str) -> Path {
    let ident = Ident::new(name, Span::call_site());
    match name {
        "Clone" => parse_quote!(::core::clone::Clone),
        "Hash" => parse_quote!(::core::hash::Hash),
        _ => parse_quote!(::core::cmp::#ident),
    }
}

/// The derives as written. rustc reports a list that does not parse.
pub(super) fn derives(attributes: &[Attribute]) -> Vec<Path> {
    let lists = attributes.iter().filter(|attribute| attribute.path().is_ident("derive"));
    lists.filter_map(|list| list.parse_args_with(Paths::parse_terminated).ok()).flatten().collect()
}

/// Removes a derive that was reported, so that rustc does not report it too.
pub(super) fn leave_out(attributes: &mut [Attribute], name: &str) {
    for attribute in attributes.iter_mut().filter(|attribute| attribute.path().is_ident("derive")) {
        let Ok(paths) = attribute.parse_args_with(Paths::parse_terminated) else { continue };
        let kept = paths.iter().filter(|path| path.segments.last().is_none_or(|segment| segment.ident != name));
        *attribute = parse_quote!(#[derive(#(#kept),*)]);
    }
}

type Paths = Punctuated<Path, Token![,]>;
