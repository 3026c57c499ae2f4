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
    /// The author's documentation, and `#[deprecated]`.
    pub(crate) docs: Vec<Attribute>,
    /// The condition in its `#[cfg]`s.
    pub(crate) condition: Option<TokenStream>,
    /// The name on the wire.
    pub(crate) name: String,
    /// The value of `rename`.
    pub(crate) rename: Option<LitStr>,
    pub(crate) place: Option<Place>,
    pub(crate) rules: Vec<(Ident, Box<dyn Rule>)>,
    /// The word `check_list`, and the function that checks the whole list.
    pub(crate) check_list: Option<(Ident, ExprPath)>,
    /// The unit of `len`.
    pub(crate) unit: Option<Ident>,
    pub(crate) label: Option<LitStr>,
    pub(crate) opaque: Option<Ident>,
    /// The word `optional`, which marks an alias of an `Option`.
    pub(crate) optional: Option<Ident>,
    /// The word `compared`, on an optional member whose unexpected form makes the whole answer an error.
    pub(crate) compared: Option<Ident>,
    /// The word `caller`, on the number of the merchant that signs.
    pub(crate) caller: Option<Ident>,
    /// The members in `needs`.
    pub(crate) needs: Vec<LitStr>,
    /// The word `default`, and its value.
    pub(crate) default: Option<(Ident, DefaultValue)>,
}

/// An override of the usual place, with its word.
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
            // Only a type that is not known by its name can contain `Self`.
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
            // Without the unit, the error about the length would be another one.
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

    /// The tokens of the name in its place.
    pub(crate) fn named_by(&self) -> &dyn ToTokens {
        match (&self.place, &self.rename) {
            (Some(Place::Header(_, name)), _) | (_, Some(name)) => name,
            _ => &self.ident,
        }
    }

    /// The parts of the field that its rules use.
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

    /// Reads the value of a word.
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
            Some(other) => errors.at(word, format!("`len` has one unit; `{other}` is there already")),
            None => self.unit = Some(word.clone()),
        }
    }

    fn unit_needs_len(&self, names: &Names, errors: &mut Errors) {
        if let (Some(unit), None) = (&self.unit, names.seen("len")) {
            errors.at(unit, format!("`{unit}` is the unit of `len`; add `len`"));
        }
    }

    fn header_is_the_name(&self, names: &Names, errors: &mut Errors) {
        if let (Some(Place::Header(..)), Some(rename)) = (&self.place, names.seen("rename")) {
            errors.at(rename, "`header` names the member already; leave `rename` out");
        }
    }

    fn place(&mut self, place: Place, errors: &mut Errors) {
        if let Some(other) = &self.place {
            errors.at(place.word(), format!("a member has one place; `{}` is there already", other.word()));
        } else {
            self.place = Some(place);
        }
    }
}

/// The words that are not rules.
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
        errors.at(attribute, "the attribute is empty; expected a rule, such as `len = 32`");
    }
}

fn words() -> Vec<&'static str> {
    RULES.iter().map(|(word, _)| *word).chain(WORDS).collect()
}

/// Returns true for an attribute that the setter, or the field of the companion, has too.
fn is_passed_on(attribute: &Attribute) -> bool {
    attribute.path().is_ident("doc") || attribute.path().is_ident("deprecated")
}

fn condition(attributes: &[Attribute]) -> Option<TokenStream> {
    let conditions = attributes.iter().filter(|attribute| attribute.path().is_ident("cfg"));
    let conditions: Vec<_> = conditions.filter_map(|attribute| attribute.meta.require_list().ok()).collect();
    let conditions: Vec<_> = conditions.iter().map(|list| &list.tokens).collect();
    (!conditions.is_empty()).then(|| quote!(all(#(#conditions),*)))
}
