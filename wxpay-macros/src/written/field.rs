//! A field and the `#[wxpay(..)]` on it.

use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::token::Bracket;
use syn::{Attribute, Error, ExprPath, Ident, LitStr, Type};

use super::bounds::{Bounds, Count, Range};
use super::list::{self, Listed, Names};
use super::{name, refuse_serde};
use crate::errors::Errors;
use crate::types::{Leaf, without_self};

pub(crate) struct Field {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) leaf: Leaf,
    pub(crate) docs: Vec<Attribute>,
    /// The name on the wire.
    pub(crate) name: String,
    /// Where the name on the wire is said.
    pub(crate) rename: Option<LitStr>,
    pub(crate) place: Option<Place>,
    pub(crate) rules: Vec<(Ident, Rule)>,
    pub(crate) bytes: Option<Ident>,
    pub(crate) label: Option<LitStr>,
    pub(crate) opaque: Option<Ident>,
    pub(crate) compared: Option<Ident>,
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

pub(crate) enum Rule {
    Len(Bounds),
    Pattern(LitStr),
    Range(Bounds),
    Items(Bounds),
    Url { path: bool },
    Check(ExprPath),
    Extensions(Listed<LitStr>),
    FileName,
    Sha256,
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
            docs: field.attrs.iter().filter(|attribute| attribute.path().is_ident("doc")).cloned().collect(),
            rename: None,
            place: None,
            rules: Vec::new(),
            bytes: None,
            label: None,
            opaque: None,
            compared: None,
        };
        let mut names = Names::new("rule", FIELD);
        for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("wxpay")) {
            let parsed = attribute.parse_args_with(|input: ParseStream<'_>| {
                list::read(input, errors, &mut names, |word, input, errors| read.word(word, input, errors))
            });
            errors.ok(parsed);
        }
        read.bytes_need_len(&names, errors);
        read.header_is_the_name(&names, errors);
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

    fn word(&mut self, word: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<bool> {
        let rule = match word.to_string().as_str() {
            "query" => return self.place(Place::Query(word.clone()), errors),
            "body" => return self.place(Place::Body(word.clone()), errors),
            "part" => return self.place(Place::Part(word.clone()), errors),
            "header" => return self.place(Place::Header(word.clone(), list::value(word, input)?), errors),
            "rename" => {
                let name = name(word, input)?;
                self.name = name.value();
                self.rename = Some(name);
                return Ok(true);
            }
            "label" => {
                self.label = Some(list::value(word, input)?);
                return Ok(true);
            }
            "bytes" => {
                self.bytes = Some(word.clone());
                return Ok(true);
            }
            "opaque" => {
                self.opaque = Some(word.clone());
                return Ok(true);
            }
            "compared" => {
                self.compared = Some(word.clone());
                return Ok(true);
            }
            "__serde" => {
                refuse_serde(input, errors)?;
                return Ok(true);
            }
            "len" => Rule::Len(list::value::<Count>(word, input)?.0),
            "pattern" => Rule::Pattern(list::value(word, input)?),
            "range" => Rule::Range(list::value::<Range>(word, input)?.0),
            "items" => Rule::Items(list::value::<Count>(word, input)?.0),
            "url" => Rule::Url { path: true },
            "bare_url" => Rule::Url { path: false },
            "check" => Rule::Check(list::value(word, input)?),
            "extensions" => Rule::Extensions(list::value::<Extensions>(word, input)?.0),
            "file_name" => Rule::FileName,
            "sha256" => Rule::Sha256,
            _ => return Ok(false),
        };
        self.rules.push((word.clone(), rule));
        Ok(true)
    }

    fn bytes_need_len(&self, names: &Names, errors: &mut Errors) {
        if let (Some(bytes), None) = (&self.bytes, names.seen("len")) {
            errors.at(bytes, "`bytes` says what `len` counts; there is no `len`");
        }
    }

    fn header_is_the_name(&self, names: &Names, errors: &mut Errors) {
        if let (Some(Place::Header(..)), Some(rename)) = (&self.place, names.seen("rename")) {
            errors.at(rename, "`header` is the name already; leave `rename` out");
        }
    }

    fn place(&mut self, place: Place, errors: &mut Errors) -> syn::Result<bool> {
        if let Some(other) = &self.place {
            errors.at(place.word(), format!("a member has one place; `{}` says another", other.word()));
        } else {
            self.place = Some(place);
        }
        Ok(true)
    }
}

/// `["jpg", "png"]`.
struct Extensions(Listed<LitStr>);

impl Parse for Extensions {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if !input.peek(Bracket) {
            return Err(input.error("expected the endings of file names, such as `[\"jpg\", \"png\"]`"));
        }
        let endings = Listed::parse_with(input, ending)?;
        if endings.elements.is_empty() {
            return Err(Error::new_spanned(endings, "no file would be taken; expected at least one ending"));
        }
        Ok(Self(endings))
    }
}

fn ending(input: ParseStream<'_>) -> syn::Result<LitStr> {
    if !input.peek(LitStr) {
        return Err(input.error("no ending of a file name; expected a text such as `\"jpg\"`"));
    }
    let text: LitStr = input.parse()?;
    if text.value().is_empty() || text.value().contains('.') {
        return Err(Error::new_spanned(text, "an ending stands behind the dot; expected one such as `\"jpg\"`"));
    }
    Ok(text)
}

const FIELD: &str = "`len`, `bytes`, `pattern`, `range`, `items`, `url`, `bare_url`, `check`, `extensions`, \
                     `file_name`, `sha256`, `query`, `body`, `header`, `part`, `rename`, `label`, `compared` or `opaque`";
