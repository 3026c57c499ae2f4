//! A field and the `#[wxpay(..)]` on it.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Attribute, ExprPath, Ident, LitStr, Type};

use super::together::Needs;
use super::{name, refuse_serde};
use crate::errors::Errors;
use crate::list::{self, Names};
use crate::rule::{DefaultValue, RULES, Rule, Subject};
use crate::types::{Leaf, without_self};

pub(crate) struct Field {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) leaf: Leaf,
    /// The author's own lines, and `#[deprecated]`.
    pub(crate) docs: Vec<Attribute>,
    /// What its `#[cfg]`s say.
    pub(crate) condition: Option<TokenStream>,
    /// The name on the wire.
    pub(crate) name: String,
    /// Where the name on the wire is said.
    pub(crate) rename: Option<LitStr>,
    pub(crate) place: Option<Place>,
    pub(crate) rules: Vec<(Ident, Box<dyn Rule>)>,
    /// What judges the whole list, and the word that says so.
    pub(crate) check_list: Option<(Ident, ExprPath)>,
    /// The word that says what `len` counts.
    pub(crate) unit: Option<Ident>,
    pub(crate) label: Option<LitStr>,
    pub(crate) opaque: Option<Ident>,
    /// The word that says that an alias is an `Option`.
    pub(crate) optional: Option<Ident>,
    /// The word that keeps an optional member of an answer from being left out for its form.
    pub(crate) compared: Option<Ident>,
    /// The word that makes it the number of the merchant that signs.
    pub(crate) caller: Option<Ident>,
    /// The members without which it makes no sense.
    pub(crate) needs: Vec<LitStr>,
    /// What is taken where it is absent, and the word that says so.
    pub(crate) default: Option<(Ident, DefaultValue)>,
}

/// An override of the usual place, with the word that says so.
pub(crate) enum Place {
    Query(Ident),
    Body(Ident),
    Header(Ident, LitStr),
    Part(Ident),
}

impl Place {
    pub(crate) fn word(&self) -> &Ident {
        match self {
            Self::Query(word) | Self::Body(word) | Self::Header(word, _) | Self::Part(word) => word,
        }
    }
}

impl Field {
    pub(crate) fn read(field: &syn::Field, item: &Ident, errors: &mut Errors) -> Option<Self> {
        let ident = field.ident.clone()?;
        let leaf = Leaf::of(&field.ty);
        let mut read = Self {
            name: ident.unraw().to_string(),
            ident,
            // Only what is not known by its name can have a `Self` in it.
            ty: if leaf == Leaf::Other { without_self(&field.ty, item) } else { field.ty.clone() },
            leaf,
            docs: field.attrs.iter().filter(|attribute| is_passed_on(attribute)).cloned().collect(),
            condition: condition(&field.attrs),
            rename: None,
            place: None,
            rules: Vec::new(),
            check_list: None,
            unit: None,
            label: None,
            opaque: None,
            optional: None,
            compared: None,
            caller: None,
            needs: Vec::new(),
            default: None,
        };
        let mut names = Names::new("rule", words());
        for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("wxpay")) {
            says_something(attribute, errors);
            let parsed = attribute.parse_args_with(|input: ParseStream<'_>| {
                list::read(input, errors, &mut names, |word, input, errors| read.word(word, input, errors))
            });
            errors.ok(parsed);
        }
        read.unit_needs_len(&names, errors);
        read.header_is_the_name(&names, errors);
        if leaf == Leaf::Secret && read.unit.is_none() {
            // Without it another length would be expected.
            read.unit = names.meant_for("plain").cloned();
        }
        Some(read)
    }

    /// The name in its place: a header has its own.
    pub(crate) fn wire_name(&self) -> String {
        match &self.place {
            Some(Place::Header(_, name)) => name.value(),
            _ => self.name.clone(),
        }
    }

    /// What the name in its place comes from.
    pub(crate) fn named_by(&self) -> &dyn ToTokens {
        match (&self.place, &self.rename) {
            (Some(Place::Header(_, name)), _) | (_, Some(name)) => name,
            _ => &self.ident,
        }
    }

    /// What its rules see of it.
    pub(crate) fn subject(&self, index: usize) -> Subject<'_> {
        Subject {
            index,
            ident: &self.ident,
            ty: &self.ty,
            leaf: self.leaf,
            unit: self.unit.as_ref(),
            words: self.rules.iter().map(|(word, _)| word).collect(),
        }
    }

    /// Reads what stands behind a word.
    fn word(&mut self, word: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<bool> {
        if let Some((_, read)) = RULES.iter().find(|(name, _)| word == name) {
            self.rules.push((word.clone(), read(word, input)?));
            return Ok(true);
        }
        match word.to_string().as_str() {
            "query" => self.place(Place::Query(word.clone()), errors),
            "body" => self.place(Place::Body(word.clone()), errors),
            "part" => self.place(Place::Part(word.clone()), errors),
            "header" => self.place(Place::Header(word.clone(), list::value(word, input)?), errors),
            "rename" => {
                let name = name(word, input)?;
                self.name = name.value();
                self.rename = Some(name);
            }
            "check_list" => self.check_list = Some((word.clone(), list::value(word, input)?)),
            "needs" => self.needs = list::value::<Needs>(word, input)?.0,
            "default" => self.default = Some((word.clone(), list::value(word, input)?)),
            "label" => self.label = Some(name(word, input)?),
            "bytes" | "plain" => self.unit(word, errors),
            "opaque" => self.opaque = Some(word.clone()),
            "optional" => self.optional = Some(word.clone()),
            "compared" => self.compared = Some(word.clone()),
            "caller" => self.caller = Some(word.clone()),
            "__serde" => refuse_serde(input, errors)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn unit(&mut self, word: &Ident, errors: &mut Errors) {
        match &self.unit {
            Some(other) => errors.at(word, format!("`len` counts one thing; `{other}` says another")),
            None => self.unit = Some(word.clone()),
        }
    }

    fn unit_needs_len(&self, names: &Names, errors: &mut Errors) {
        if let (Some(unit), None) = (&self.unit, names.seen("len")) {
            errors.at(unit, format!("`{unit}` says what `len` counts; there is no `len`"));
        }
    }

    fn header_is_the_name(&self, names: &Names, errors: &mut Errors) {
        if let (Some(Place::Header(..)), Some(rename)) = (&self.place, names.seen("rename")) {
            errors.at(rename, "`header` is the name already; leave `rename` out");
        }
    }

    fn place(&mut self, place: Place, errors: &mut Errors) {
        if let Some(other) = &self.place {
            errors.at(place.word(), format!("a member has one place; `{}` says another", other.word()));
        } else {
            self.place = Some(place);
        }
    }
}

/// The words beside the rules.
const WORDS: [&str; 15] = [
    "check_list",
    "needs",
    "default",
    "bytes",
    "plain",
    "query",
    "body",
    "header",
    "part",
    "rename",
    "label",
    "caller",
    "compared",
    "opaque",
    "optional",
];

fn says_something(attribute: &Attribute, errors: &mut Errors) {
    if attribute.meta.require_list().is_ok_and(|list| list.tokens.is_empty()) {
        errors.at(attribute, "this says nothing; expected a rule, such as `len = 32`");
    }
}

fn words() -> Vec<&'static str> {
    RULES.iter().map(|(word, _)| *word).chain(WORDS).collect()
}

/// What stands on the setter as well, or in the companion.
fn is_passed_on(attribute: &Attribute) -> bool {
    attribute.path().is_ident("doc") || attribute.path().is_ident("deprecated")
}

fn condition(attributes: &[Attribute]) -> Option<TokenStream> {
    let conditions = attributes.iter().filter(|attribute| attribute.path().is_ident("cfg"));
    let conditions: Vec<_> = conditions.filter_map(|attribute| attribute.meta.require_list().ok()).collect();
    let conditions: Vec<_> = conditions.iter().map(|list| &list.tokens).collect();
    (!conditions.is_empty()).then(|| quote!(all(#(#conditions),*)))
}
