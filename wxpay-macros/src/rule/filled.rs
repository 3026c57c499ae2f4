//! `file_name` and `sha256`: members that the client fills in from the request's file.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;
use syn::parse::ParseStream;

use super::{Rule, Subject};
use crate::errors::Errors;
use crate::types::{Leaf, is_list, optional, spelled};

enum Filled {
    FileName,
    Sha256,
}

pub(super) fn read_file_name(_: &Ident, _: ParseStream<'_>) -> syn::Result<Box<dyn Rule>> {
    Ok(Box::new(Filled::FileName))
}

pub(super) fn read_sha256(_: &Ident, _: ParseStream<'_>) -> syn::Result<Box<dyn Rule>> {
    Ok(Box::new(Filled::Sha256))
}

impl Rule for Filled {
    fn check(&self, word: &Ident, subject: &Subject<'_>, errors: &mut Errors) {
        let mut others = subject.words.iter().copied().filter(|other| *other != word);
        if let Some(other) = others.find(|other| *word == "sha256" && *other == "file_name") {
            errors.at(word, format!("`{other}` fills this member already; keep one of the two"));
        }
        let text = matches!(subject.leaf, Leaf::Text | Leaf::Other) && !is_list(subject.ty);
        if !text || optional(subject.ty).is_none() {
            let ty = spelled(subject.ty);
            errors.at(word, format!("the client fills the `{word}` in; expected `Option<String>`, not `{ty}`"));
        }
    }

    fn emit(&self, _: &Subject<'_>) -> TokenStream {
        match self {
            Self::FileName => quote!(__p::Rule::FileName),
            Self::Sha256 => quote!(__p::Rule::Sha256),
        }
    }

    fn needs_file(&self) -> bool {
        true
    }

    fn doc(&self, _: &Subject<'_>) -> String {
        match self {
            Self::FileName => "the file's name, set by the client".to_owned(),
            Self::Sha256 => "the file's SHA-256 in hex, set by the client".to_owned(),
        }
    }
}
