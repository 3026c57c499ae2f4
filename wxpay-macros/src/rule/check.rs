//! `check = path::to::function`: a function of the author checks the value.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use syn::parse::ParseStream;
use syn::spanned::Spanned as _;
use syn::{ExprPath, Ident, Type};

use super::{Rule, Subject};
use crate::errors::Errors;
use crate::list;
use crate::types::{Leaf, names, spelled};

struct Check(ExprPath);

pub(super) fn read(word: &Ident, input: ParseStream<'_>) -> syn::Result<Box<dyn Rule>> {
    Ok(Box::new(Check(list::value(word, input)?)))
}

impl Rule for Check {
    fn check(&self, word: &Ident, subject: &Subject<'_>, errors: &mut Errors) {
        if judged(subject.leaf, subject.ty).is_none() {
            let (name, ty) = (subject.ident, spelled(subject.ty));
            errors.at(word, format!("`check` is about a text, an integer or an amount; `{name}` is `{ty}`"));
        }
    }

    fn emit(&self, subject: &Subject<'_>) -> TokenStream {
        let function = &self.0;
        let judged = Ident::new(judged(subject.leaf, subject.ty).unwrap_or(TEXT), function.span());
        quote_spanned!(function.span()=> __p::Rule::Check(__p::Check::#judged(#function)))
    }

    fn doc(&self, _: &Subject<'_>) -> String {
        "checked".to_owned()
    }
}

/// The variant of `__p::Check` for the type of such a member; `Text` for an alias.
fn judged(leaf: Leaf, ty: &Type) -> Option<&'static str> {
    match leaf {
        Leaf::Text | Leaf::Other => Some(TEXT),
        // The last name in a type is that of the innermost type.
        Leaf::Integer | Leaf::Amount => {
            let name = names(ty).pop()?;
            JUDGED.iter().find(|(spelled, _)| name == spelled).map(|(_, judged)| *judged)
        }
        Leaf::Boolean | Leaf::Time | Leaf::Secret | Leaf::File => None,
    }
}

const TEXT: &str = "Text";

const JUDGED: [(&str, &str); 10] = [
    ("i8", "I8"),
    ("i16", "I16"),
    ("i32", "I32"),
    ("i64", "I64"),
    ("u8", "U8"),
    ("u16", "U16"),
    ("u32", "U32"),
    ("u64", "U64"),
    ("Fen", "Fen"),
    ("FenText", "FenText"),
];
