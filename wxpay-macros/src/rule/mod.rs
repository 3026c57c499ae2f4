//! The rules of a member, a file each, in which is all that the macro knows of the rule: what is written behind its word,
//! which members it fits, what it is in the table, what rustdoc says of it. A new rule is a file and a line of [`RULES`].

mod bounds;
mod check;
mod default;
mod extensions;
mod filled;
mod items;
mod len;
mod pattern;
mod range;
mod url;

pub(crate) use default::DefaultValue;

use proc_macro2::TokenStream;
use syn::parse::ParseStream;
use syn::{Ident, Type};

use crate::errors::Errors;
use crate::types::{Leaf, spelled};

/// The member that a rule stands on.
pub(crate) struct Subject<'a> {
    pub(crate) index: usize,
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
    pub(crate) leaf: Leaf,
    /// The word that says what is counted of its length.
    pub(crate) unit: Option<&'a Ident>,
    /// The words of all its rules.
    pub(crate) words: Vec<&'a Ident>,
}

/// A rule as it was written.
pub(crate) trait Rule {
    /// Reports what makes no sense, as far as the spelling of the member's type tells. Behind an alias core looks again,
    /// while the author's crate compiles.
    fn check(&self, word: &Ident, subject: &Subject<'_>, errors: &mut Errors);

    /// The rule in the member's table, an expression of type `__p::Rule`.
    fn emit(&self, subject: &Subject<'_>) -> TokenStream;

    /// Tells whether it is about the file of a request.
    fn needs_file(&self) -> bool {
        false
    }

    /// Tells whether the member could have that value, as far as can be told while something compiles.
    fn allows(&self, _default: &DefaultValue) -> bool {
        true
    }

    /// What rustdoc says of a member with this rule.
    fn doc(&self, subject: &Subject<'_>) -> String;
}

/// Reads what stands behind a rule's word.
pub(crate) type Read = fn(&Ident, ParseStream<'_>) -> syn::Result<Box<dyn Rule>>;

/// The words, in the order in which messages name them.
pub(crate) const RULES: [(&str, Read); 10] = [
    ("len", len::read),
    ("pattern", pattern::read),
    ("range", range::read),
    ("items", items::read),
    ("url", url::read),
    ("bare_url", url::read_bare),
    ("check", check::read),
    ("extensions", extensions::read),
    ("file_name", filled::read_file_name),
    ("sha256", filled::read_sha256),
];

/// Reports a rule for text on anything else.
fn about_text(word: &Ident, subject: &Subject<'_>, errors: &mut Errors) {
    if !matches!(subject.leaf, Leaf::Text | Leaf::Other) {
        errors.at(word, format!("`{word}` is about a text; `{}` is `{}`", subject.ident, spelled(subject.ty)));
    }
}
