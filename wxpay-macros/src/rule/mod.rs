//! The rules of a member, one file each. A file has everything that the macro knows of its rule: the syntax of its value, the
//! members that it fits, its entry in the table, its documentation. A new rule is a file and a line of [`RULES`]; "A rule of the
//! attribute" in CONTRIBUTING.md lists the other places that it needs.

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

/// The member of a rule.
pub(crate) struct Subject<'a> {
    pub(crate) index: usize,
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
    pub(crate) leaf: Leaf,
    /// The unit of its length.
    pub(crate) unit: Option<&'a Ident>,
    /// The words of all its rules.
    pub(crate) words: Vec<&'a Ident>,
}

/// A rule as written.
pub(crate) trait Rule {
    /// Reports a rule that does not fit its member, as far as the spelling of the type shows it. Core checks an alias while the
    /// author's crate compiles.
    fn check(&self, word: &Ident, subject: &Subject<'_>, errors: &mut Errors);

    /// The rule in the member's table, an expression of type `__p::Rule`.
    fn emit(&self, subject: &Subject<'_>) -> TokenStream;

    /// Returns true if the rule is about the file of a request.
    fn needs_file(&self) -> bool {
        false
    }

    /// Returns true if the member can have that value, as far as the macro can evaluate the rule.
    fn allows(&self, _default: &DefaultValue) -> bool {
        true
    }

    /// The documentation of a member with this rule.
    fn doc(&self, subject: &Subject<'_>) -> String;
}

/// Reads the value of a rule.
pub(crate) type Read = fn(&Ident, ParseStream<'_>) -> syn::Result<Box<dyn Rule>>;

/// The rules, in the order of the messages.
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

/// Reports a rule for text on another type.
fn about_text(word: &Ident, subject: &Subject<'_>, errors: &mut Errors) {
    if !matches!(subject.leaf, Leaf::Text | Leaf::Other) {
        errors.at(word, format!("`{word}` is about a text; `{}` is `{}`", subject.ident, spelled(subject.ty)));
    }
}
