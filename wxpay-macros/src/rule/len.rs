//! `len = 6..=32`: the length of a text or a file. With `bytes` the live service counts bytes, with `plain` it counts a
//! sensitive text before it is encrypted.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;
use syn::parse::ParseStream;

use super::bounds::{Bounds, Count};
use super::{DefaultValue, Rule, Subject};
use crate::errors::Errors;
use crate::list;
use crate::types::{Leaf, spelled};

struct Len(Bounds);

pub(super) fn read(word: &Ident, input: ParseStream<'_>) -> syn::Result<Box<dyn Rule>> {
    Ok(Box::new(Len(list::value::<Count>(word, input)?.0)))
}

impl Rule for Len {
    fn check(&self, word: &Ident, subject: &Subject<'_>, errors: &mut Errors) {
        self.0.check_count(errors);
        unit(word, &self.0, subject, errors);
        if !matches!(subject.leaf, Leaf::Text | Leaf::Secret | Leaf::File | Leaf::Other) {
            let (name, ty) = (subject.ident, spelled(subject.ty));
            errors.at(word, format!("`len` counts characters of a text, or bytes of a file; `{name}` is `{ty}`"));
        }
    }

    fn emit(&self, subject: &Subject<'_>) -> TokenStream {
        let (min, max) = self.0.counts();
        let unit = match unit_of(subject).as_str() {
            "bytes" => quote!(Bytes),
            "plain" => quote!(Plaintext),
            _ => quote!(Characters),
        };
        quote!(__p::Rule::Len { min: #min, max: #max, unit: __p::Unit::#unit })
    }

    fn allows(&self, default: &DefaultValue) -> bool {
        let DefaultValue::Text(text) = default else { return true };
        i64::try_from(text.value().chars().count()).is_ok_and(|length| self.0.has(length))
    }

    fn doc(&self, subject: &Subject<'_>) -> String {
        match unit_of(subject).as_str() {
            "bytes" => self.0.of("byte"),
            "plain" => format!("{} before it is encrypted", self.0.of("character")),
            _ => self.0.of("character"),
        }
    }
}

/// The word for the unit.
fn unit_of(subject: &Subject<'_>) -> String {
    match subject.unit {
        Some(word) => word.to_string(),
        None if subject.leaf == Leaf::File => "bytes".to_owned(),
        None => "characters".to_owned(),
    }
}

/// Reports a unit that the type does not have.
fn unit(len: &Ident, bounds: &Bounds, subject: &Subject<'_>, errors: &mut Errors) {
    match (subject.leaf, subject.unit) {
        (Leaf::Secret, None) if bounds.max.is_some_and(|max| max < CIPHERTEXT) => {
            errors.at(
                len,
                "`len` counts the ciphertext, which has 344 characters at least; `plain` beside it counts what is encrypted",
            );
        }
        (Leaf::Secret, Some(word)) if word == "bytes" => {
            errors.at(word, "a ciphertext is Base64, a byte a character; `plain` counts what is encrypted");
        }
        (Leaf::File, Some(word)) => {
            errors.at(word, format!("a file has its length in bytes anyway; leave `{word}` out"));
        }
        (Leaf::Text, Some(word)) if word == "plain" => {
            errors.at(
                word,
                format!("`plain` is about what is encrypted; `{}` is `{}`", subject.ident, spelled(subject.ty)),
            );
        }
        _ => {}
    }
}

/// Length of the Base64 of a ciphertext of an RSA key of 2048 bits, the shortest in use.
const CIPHERTEXT: i64 = 344;
