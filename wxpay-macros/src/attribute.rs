//! The attributes: the item again, with its documentation, the derive that does the work, and what only an
//! attribute can add.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Attribute as Attr, DeriveInput, Fields, Path, parse_quote};

use crate::doc;
use crate::errors::Errors;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Attribute {
    Endpoint,
    Object,
    Enum,
}

impl Attribute {
    fn name(self) -> &'static str {
        match self {
            Self::Endpoint => "wxpay_endpoint",
            Self::Object => "wxpay_object",
            Self::Enum => "wxpay_enum",
        }
    }
}

pub(crate) fn expand(attribute: Attribute, args: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let parsed = syn::parse2::<DeriveInput>(item.clone());
    let fits = |input: &DeriveInput| {
        matches!(
            (&input.data, attribute),
            (syn::Data::Struct(_), Attribute::Endpoint | Attribute::Object) | (syn::Data::Enum(_), Attribute::Enum)
        )
    };
    let Some(mut input) = parsed.ok().filter(fits) else {
        let belongs = if attribute == Attribute::Enum { "an enum" } else { "a struct with named fields" };
        errors.at(first_token(&item), format!("`#[{}]` belongs on {belongs}", attribute.name()));
        return errors.finish(item);
    };
    input.attrs.iter_mut().chain(inner_attributes(&mut input.data)).for_each(rename_serde);

    let door = door(&input.attrs);
    let marker = quote_spanned!(args.span()=> (#args));
    let passed: Attr = match attribute {
        Attribute::Endpoint => parse_quote!(#[wxpay(__endpoint #marker)]),
        Attribute::Object => parse_quote!(#[wxpay(__object #marker)]),
        Attribute::Enum => parse_quote!(#[wxpay(__enum #marker)]),
    };
    if attribute == Attribute::Enum {
        complete_enum(&mut input, &door);
    }
    input.attrs.push(parse_quote!(#[derive(#door::__private::Wxpay)]));
    input.attrs.push(passed);
    doc::append(&mut input);
    errors.finish(quote!(#input))
}

/// What makes a list of strings a type: the derives that the author has not written, and the value that is not in
/// the list.
fn complete_enum(input: &mut DeriveInput, door: &Path) {
    let written: Vec<String> = derives(&input.attrs);
    for name in ["Debug", "Clone", "PartialEq", "Eq", "Hash"] {
        if !written.iter().any(|other| other == name) {
            let name = syn::Ident::new(name, proc_macro2::Span::call_site());
            let path: Path = match name.to_string().as_str() {
                "Debug" => parse_quote!(::core::fmt::Debug),
                "Clone" => parse_quote!(::core::clone::Clone),
                "Hash" => parse_quote!(::core::hash::Hash),
                _ => parse_quote!(::core::cmp::#name),
            };
            input.attrs.push(parse_quote!(#[derive(#path)]));
        }
    }
    if !input.attrs.iter().any(|attribute| attribute.path().is_ident("non_exhaustive")) {
        input.attrs.push(parse_quote!(#[non_exhaustive]));
    }
    if let syn::Data::Enum(data) = &mut input.data {
        data.variants.push(parse_quote!(#[doc(hidden)] #[wxpay(__other)] __Other(#door::__private::Other)));
    }
}

fn derives(attributes: &[Attr]) -> Vec<String> {
    let mut names = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
        // A derive that does not parse is rustc's to report.
        let _ = attribute.parse_nested_meta(|meta| {
            names.extend(meta.path.segments.last().map(|segment| segment.ident.to_string()));
            Ok(())
        });
    }
    names
}

/// What `#[wxpay(crate = ..)]` says. Mistakes in it are the derive's to report.
fn door(attributes: &[Attr]) -> Path {
    let mut door: Path = parse_quote!(::wxpay);
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("wxpay")) {
        let _ = attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("crate") {
                door = meta.value()?.parse()?;
            }
            Ok(())
        });
    }
    door
}

fn inner_attributes(data: &mut syn::Data) -> Vec<&mut Attr> {
    match data {
        syn::Data::Struct(data) => match &mut data.fields {
            Fields::Named(fields) => fields.named.iter_mut().flat_map(|field| &mut field.attrs).collect(),
            _ => Vec::new(),
        },
        syn::Data::Enum(data) => data.variants.iter_mut().flat_map(|variant| &mut variant.attrs).collect(),
        syn::Data::Union(_) => Vec::new(),
    }
}

/// Without serde's derive rustc would call its attributes unknown, beside the derive's own message.
fn rename_serde(attribute: &mut Attr) {
    if attribute.path().is_ident("serde") {
        let meta = &attribute.meta;
        *attribute = parse_quote!(#[wxpay(__serde(#meta))]);
    }
}

fn first_token(item: &TokenStream) -> TokenStream {
    item.clone().into_iter().find(|token| matches!(token, proc_macro2::TokenTree::Ident(_))).into_iter().collect()
}
