//! Refuses types that no member can have, by their spelling: references, unsized types, trait objects, and a struct that
//! contains itself.
//!
//! The expected type replaces the refused one, because rustc would report more errors about that.

use proc_macro2::TokenTree;
use syn::{
    Attribute, Data, DeriveInput, Error, Field, Fields, GenericArgument, GenericParam, Ident, Lifetime, PathArguments,
    Type, parse_quote,
};

use crate::errors::Errors;
use crate::types::{self, optional, spelled};

pub(super) fn refuse(input: &mut DeriveInput, errors: &mut Errors) {
    let Data::Struct(data) = &mut input.data else { return };
    let Fields::Named(fields) = &mut data.fields else { return };
    // Type parameters are reported where they are declared; their uses are not reported again.
    let is_generic = input.generics.params.iter().any(|param| !matches!(param, GenericParam::Lifetime(_)));
    // A field with a condition may be absent.
    for field in fields.named.iter_mut().filter(|field| !has(&field.attrs, "cfg") && !has(&field.attrs, "cfg_attr")) {
        if is_generic && lifetime(&field.ty).is_some() {
            continue;
        }
        let is_opaque = is_opaque(field);
        itself(&mut field.ty, &input.ident, false, errors);
        member(&mut field.ty, is_opaque, errors);
    }
}

/// Reports a struct that contains itself without a pointer or a list between.
fn itself(ty: &mut Type, item: &Ident, is_optional: bool, errors: &mut Errors) {
    match ty {
        Type::Path(path) if path.path.is_ident(item) || path.path.is_ident("Self") => {
            let name = spelled(ty);
            let (expected, boxed) = match is_optional {
                true => (format!("Box<{name}>"), parse_quote!(::std::boxed::Box<#ty>)),
                false => (format!("Option<Box<{name}>>"), parse_quote!(::core::option::Option<::std::boxed::Box<#ty>>)),
            };
            errors.at(&*ty, format!("`{item}` would hold itself without end; expected `{expected}`"));
            *ty = boxed;
        }
        Type::Group(_) | Type::Paren(_) => {
            inside(ty).into_iter().for_each(|inner| itself(inner, item, is_optional, errors));
        }
        ty if optional(ty).is_some() => inside(ty).into_iter().for_each(|inner| itself(inner, item, true, errors)),
        _ => {}
    }
}

/// Reports the type, and replaces it with the expected one. The inside of an opaque type is left to serde.
fn member(ty: &mut Type, is_opaque: bool, errors: &mut Errors) {
    // A required member cannot be a `Box`: with the expected type in it, it would be another mistake.
    let boxed = types::boxed(ty).and_then(refusal);
    if let Some((error, expected)) = boxed.or_else(|| refusal(ty)) {
        errors.push(error);
        // Without the reference, a lifetime of the struct would be unused.
        if lifetime(types::boxed(ty).unwrap_or(ty)).is_none_or(|lifetime| lifetime.ident == "static") {
            *ty = expected;
        }
    } else if !is_opaque {
        inside(ty).into_iter().for_each(|inner| member(inner, false, errors));
    }
}

/// The error about the type, and the expected type.
fn refusal(ty: &Type) -> Option<(Error, Type)> {
    let expected = owned(ty);
    let (wanted, found) = (shown(&expected), shown(ty));
    let error = match ty {
        Type::Reference(_) => {
            Error::new_spanned(ty, format!("a member owns its value; expected `{wanted}`, not `{found}`"))
        }
        Type::TraitObject(_) | Type::ImplTrait(_) | Type::Infer(_) | Type::Never(_) => {
            Error::new_spanned(ty, format!("expected the type of a value, such as `String`, not `{found}`"))
        }
        Type::Slice(_) => {
            Error::new_spanned(ty, format!("a member needs a known size; expected `{wanted}`, not `{found}`"))
        }
        Type::Path(path) if path.path.is_ident("str") => {
            Error::new_spanned(ty, "a member needs a known size; expected `String`, not `str`")
        }
        _ => return None,
    };
    Some((error, expected))
}

fn lifetime(ty: &Type) -> Option<&Lifetime> {
    match ty {
        Type::Reference(reference) => reference.lifetime.as_ref(),
        _ => None,
    }
}

/// The owned type with the same value.
fn owned(ty: &Type) -> Type {
    match ty {
        Type::Path(path) if path.path.is_ident("str") => parse_quote!(::std::string::String),
        // A list of bytes would be refused too.
        Type::Slice(slice) if spelled(&slice.elem) == "u8" => parse_quote!(::std::string::String),
        Type::Slice(slice) => {
            let element = owned(&slice.elem);
            parse_quote!(::std::vec::Vec<#element>)
        }
        Type::Reference(reference) => owned(&reference.elem),
        // A type about which no other error is reported.
        Type::TraitObject(_) | Type::ImplTrait(_) | Type::Infer(_) | Type::Never(_) => parse_quote!(((),)),
        ty => ty.clone(),
    }
}

/// The type arguments of an option, a list, a box or a map.
fn inside(ty: &mut Type) -> Vec<&mut Type> {
    let ty = match ty {
        Type::Group(group) => return vec![&mut group.elem],
        Type::Paren(paren) => return vec![&mut paren.elem],
        Type::Path(path) => path,
        _ => return Vec::new(),
    };
    let Some(last) = ty.path.segments.last_mut() else { return Vec::new() };
    let PathArguments::AngleBracketed(arguments) = &mut last.arguments else { return Vec::new() };
    let is_holder = HOLDERS.iter().any(|holder| last.ident == holder);
    let types = arguments.args.iter_mut().filter_map(|argument| match argument {
        GenericArgument::Type(ty) if is_holder => Some(ty),
        _ => None,
    });
    types.collect()
}

/// The type as an author would write it.
fn shown(ty: &Type) -> String {
    spelled(ty).replace("::std::string::", "").replace("::std::vec::", "")
}

fn is_opaque(field: &Field) -> bool {
    let mut ours = field.attrs.iter().filter(|attribute| attribute.path().is_ident("wxpay"));
    ours.any(|attribute| {
        let Ok(list) = attribute.meta.require_list() else { return false };
        list.tokens.clone().into_iter().any(|token| matches!(token, TokenTree::Ident(word) if word == "opaque"))
    })
}

fn has(attributes: &[Attribute], name: &str) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident(name))
}

const HOLDERS: [&str; 5] = ["Option", "Vec", "Box", "BTreeMap", "HashMap"];
