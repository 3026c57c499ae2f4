//! Reads the spelling of a type. Only the compiler can see through an alias.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, PathArguments, PathSegment, Type};

/// The innermost type of a field, as far as its spelling shows it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Leaf {
    Text,
    Integer,
    Amount,
    Boolean,
    Time,
    Secret,
    File,
    /// An object, an enum or an alias.
    Other,
}

impl Leaf {
    pub(crate) fn of(ty: &Type) -> Self {
        if integer(ty).is_some() {
            return Self::Integer;
        }
        match name(leaf(ty)).as_deref() {
            Some("String") => Self::Text,
            Some("Fen" | "FenText" | "IntText") => Self::Amount,
            Some("bool") => Self::Boolean,
            Some("DateTime" | "Date" | "CompactDate" | "CompactDateTime") => Self::Time,
            Some("Sensitive") => Self::Secret,
            Some("Upload") => Self::File,
            _ => Self::Other,
        }
    }
}

/// The crate with the known type of that name. A single name is always taken for the known type.
pub(crate) fn owner(name: &Ident) -> Option<&'static str> {
    match name.to_string().as_str() {
        "String" | "Option" | "Vec" | "Box" | "BTreeMap" | "HashMap" => Some("std"),
        "Fen" | "FenText" | "IntText" | "DateTime" | "Date" | "CompactDate" | "CompactDateTime" | "Sensitive"
        | "Upload" => Some("wxpay"),
        _ => None,
    }
}

/// `T` of `Option<T>`.
pub(crate) fn optional(ty: &Type) -> Option<&Type> {
    inside(ty, "Option")
}

/// Returns true if the type is a `Vec`, or an optional or boxed one.
pub(crate) fn is_list(ty: &Type) -> bool {
    match ["Option", "Box"].iter().find_map(|outer| inside(ty, outer)) {
        Some(inner) => is_list(inner),
        None => inside(ty, "Vec").is_some(),
    }
}

/// Returns true if the type is `Vec<u8>`.
pub(crate) fn is_bytes(ty: &Type) -> bool {
    inside(ty, "Vec").and_then(name).is_some_and(|element| element == "u8")
}

/// The type without the groups and parentheses that a macro or an author puts around it.
pub(crate) fn bare(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => bare(&group.elem),
        Type::Paren(paren) => bare(&paren.elem),
        ty => ty,
    }
}

/// The optional element of a list or a map, at any depth.
pub(crate) fn optional_element(ty: &Type) -> Option<&Type> {
    let element = inside(ty, "Vec").or_else(|| value_of_map(ty))?;
    if optional(element).is_some() { Some(element) } else { optional_element(element) }
}

/// `T` of `Box<T>`.
pub(crate) fn boxed(ty: &Type) -> Option<&Type> {
    inside(ty, "Box")
}

/// Returns true if the response is a file: `Bytes`, by any path.
pub(crate) fn is_file(response: &Type) -> bool {
    let Type::Path(path) = bare(response) else { return false };
    path.path.segments.last().is_some_and(|last| last.ident == "Bytes")
}

/// The type as an author would write it.
pub(crate) fn spelled(ty: &Type) -> String {
    let text = ty.to_token_stream().to_string();
    let mut spelled = String::with_capacity(text.len());
    for word in text.split(' ') {
        let is_word = |character: char| character.is_alphanumeric() || character == '_';
        if spelled.ends_with(is_word) && word.starts_with(is_word) {
            spelled.push(' ');
        }
        spelled.push_str(word);
    }
    spelled
}

/// The integer type of a member, with its lowest and its highest value, limited to an `i64`.
pub(crate) fn integer(ty: &Type) -> Option<(&'static str, i64, i64)> {
    let name = name(leaf(ty))?;
    INTEGERS.into_iter().find(|(integer, ..)| *integer == name)
}

/// The type with the struct's name for `Self`, which has no meaning in a table or a companion.
pub(crate) fn without_self(ty: &Type, name: &Ident) -> Type {
    syn::parse2(rename_self(ty.to_token_stream(), name)).unwrap_or_else(|_| ty.clone())
}

/// Every name in the type, those of lifetimes included.
pub(crate) fn names(ty: &Type) -> Vec<Ident> {
    fn collect(tokens: TokenStream, names: &mut Vec<Ident>) {
        for token in tokens {
            match token {
                TokenTree::Ident(name) => names.push(name),
                TokenTree::Group(group) => collect(group.stream(), names),
                _ => {}
            }
        }
    }
    let mut names = Vec::new();
    collect(ty.to_token_stream(), &mut names);
    names
}

fn rename_self(tokens: TokenStream, name: &Ident) -> TokenStream {
    let rename = |token: TokenTree| match token {
        TokenTree::Ident(word) if word == "Self" => {
            let mut name = name.clone();
            name.set_span(word.span());
            TokenTree::Ident(name)
        }
        TokenTree::Group(group) => {
            let mut inner = Group::new(group.delimiter(), rename_self(group.stream(), name));
            inner.set_span(group.span());
            TokenTree::Group(inner)
        }
        token => token,
    };
    tokens.into_iter().map(rename).collect()
}

/// The type inside of options, lists and boxes.
fn leaf(ty: &Type) -> &Type {
    let mut ty = bare(ty);
    while let Some(inner) = ["Option", "Vec", "Box"].iter().find_map(|outer| inside(ty, outer)) {
        ty = inner;
    }
    ty
}

const INTEGERS: [(&str, i64, i64); 8] = [
    ("i8", i8::MIN as i64, i8::MAX as i64),
    ("i16", i16::MIN as i64, i16::MAX as i64),
    ("i32", i32::MIN as i64, i32::MAX as i64),
    ("i64", i64::MIN, i64::MAX),
    ("u8", 0, u8::MAX as i64),
    ("u16", 0, u16::MAX as i64),
    ("u32", 0, u32::MAX as i64),
    ("u64", 0, i64::MAX),
];

fn inside<'a>(ty: &'a Type, outer: &str) -> Option<&'a Type> {
    let last = known(bare(ty))?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(inner) if last.ident == outer && arguments.args.len() == 1 => Some(bare(inner)),
        _ => None,
    }
}

/// `T` of `BTreeMap<String, T>`.
fn value_of_map(ty: &Type) -> Option<&Type> {
    let last = known(bare(ty)).filter(|last| last.ident == "BTreeMap" || last.ident == "HashMap")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.get(1)? {
        GenericArgument::Type(value) => Some(bare(value)),
        _ => None,
    }
}

/// The name of a type without arguments.
fn name(ty: &Type) -> Option<String> {
    known(ty).filter(|last| last.arguments.is_none()).map(|last| last.ident.to_string())
}

/// The last segment of a path to a known type: a single name, or a path into the standard library or `wxpay`. A path into
/// another crate is another type, even of the same name.
fn known(ty: &Type) -> Option<&PathSegment> {
    let Type::Path(path) = ty else { return None };
    let segments = &path.path.segments;
    let is_ours =
        segments.len() == 1 || segments.first().is_some_and(|first| ROOTS.iter().any(|root| first.ident == root));
    segments.last().filter(|_| is_ours && path.qself.is_none())
}

/// Crates with known types.
const ROOTS: [&str; 5] = ["std", "core", "alloc", "wxpay", "wxpay_core"];
