//! Checks requests with a file: there is one, and the words about it stand in the same request.

use syn::Ident;

use crate::errors::Errors;
use crate::types::Leaf;
use crate::written::{Field, Place};

/// Returns a word that needs a file, if only the compiler knows of one.
pub(super) fn of_request<'a>(fields: &'a [Field], errors: &mut Errors) -> Option<&'a Ident> {
    for file in fields.iter().filter(|field| is_file(field)).skip(1) {
        errors.at(&file.ty, "a form has one file; this is a second one");
    }
    for rule in ["file_name", "sha256"] {
        for word in fields.iter().flat_map(said).filter(|word| *word == rule).skip(1) {
            errors.at(word, format!("`{word}` stands on two members; a request has one file"));
        }
    }
    if fields.iter().any(is_file) {
        return None;
    }
    // An alias may be a file.
    if fields.iter().any(|field| field.leaf == Leaf::Other && field.opaque.is_none()) {
        return fields.iter().flat_map(about_file).next();
    }
    for word in fields.iter().flat_map(about_file) {
        errors.at(word, format!("`{word}` is about a request with a file; no field is an `Upload`"));
    }
    None
}

pub(super) fn of_object(fields: &[Field], errors: &mut Errors) {
    for file in fields.iter().filter(|field| is_file(field)) {
        errors.at(&file.ty, "a file is a part of a request's form; an object cannot hold it");
    }
    for word in fields.iter().flat_map(said) {
        errors.at(word, format!("`{word}` is about the file of a request; an object has no file"));
    }
}

fn is_file(field: &Field) -> bool {
    field.leaf == Leaf::File
}

/// The words on a field that need a file in the same request.
fn about_file(field: &Field) -> impl Iterator<Item = &Ident> {
    let part = match &field.place {
        Some(Place::Part(word)) => Some(word),
        _ => None,
    };
    part.into_iter().chain(said(field))
}

fn said(field: &Field) -> impl Iterator<Item = &Ident> {
    field.rules.iter().filter(|(_, rule)| rule.needs_file()).map(|(word, _)| word)
}
