//! The arguments of the attributes.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser as _};
use syn::{ExprPath, Ident, LitInt, LitStr, Token, Type};

use super::pages::PagesArguments;
use super::spelling::{Spelling, Style};
use super::together::{GROUPS, Group};
use crate::errors::Errors;
use crate::list::{self, Listed, Names};

pub(crate) enum Arguments {
    Endpoint(Box<EndpointArguments>),
    Object(ObjectArguments),
    Enum(EnumArguments),
}

/// `#[wxpay_endpoint(..)]`.
#[derive(Default)]
pub(crate) struct EndpointArguments {
    pub(crate) method: Option<LitStr>,
    pub(crate) path: Option<LitStr>,
    pub(crate) response: Option<Type>,
    pub(crate) number: Option<LitStr>,
    pub(crate) success: Option<LitInt>,
    pub(crate) unknown_on: Option<Statuses>,
    pub(crate) doc: Option<LitStr>,
    pub(crate) required: Option<Companion>,
    pub(crate) check: Option<ExprPath>,
    pub(crate) host: Option<LitStr>,
    pub(crate) pages: Option<PagesArguments>,
    pub(crate) groups: Vec<Group>,
}

/// `#[wxpay_object(..)]`.
#[derive(Default)]
pub(crate) struct ObjectArguments {
    pub(crate) required: Option<Companion>,
    pub(crate) check: Option<ExprPath>,
    pub(crate) groups: Vec<Group>,
}

/// `#[wxpay_enum(..)]`.
#[derive(Default)]
pub(crate) struct EnumArguments {
    pub(crate) spelling: Option<Spelling>,
}

/// `required = Name` or `required = ()`.
#[derive(Clone)]
pub(crate) enum Companion {
    Named(Ident),
    Nothing,
}

impl Companion {
    pub(crate) fn is_called(&self, name: &Ident) -> bool {
        matches!(self, Self::Named(own) if own == name)
    }
}

impl EndpointArguments {
    /// Reads `(..)`. The parentheses have the span of the whole attribute.
    pub(super) fn read(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Self> {
        let attribute = input.span();
        let mut read = Self::default();
        let mut names = Names::new("argument", [&ENDPOINT[..], &GROUPS].concat()).several(&GROUPS);
        arguments(list::parenthesised(input)?, errors, &mut names, |name, input, errors| {
            read.argument(name, input, errors)
        });
        missing(&names, attribute, errors);
        Ok(read)
    }

    fn argument(&mut self, name: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<bool> {
        match name.to_string().as_str() {
            "method" => self.method = Some(list::value(name, input)?),
            "path" => self.path = Some(list::value(name, input)?),
            "response" => self.response = Some(list::value(name, input)?),
            "number" => self.number = Some(list::value(name, input)?),
            "success" => self.success = Some(list::value(name, input)?),
            "unknown_on" => self.unknown_on = Some(list::value(name, input)?),
            "doc" => self.doc = Some(list::value(name, input)?),
            "required" => self.required = Some(list::value(name, input)?),
            "check" => self.check = Some(list::value(name, input)?),
            "host" => self.host = Some(list::value(name, input)?),
            "pages" => self.pages = Some(PagesArguments::read(name, input, errors)?),
            _ => return group(&mut self.groups, name, input),
        }
        Ok(true)
    }
}

impl ObjectArguments {
    pub(super) fn read(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Self> {
        let mut read = Self::default();
        let mut names = Names::new("argument", [&["required", "check"][..], &GROUPS].concat()).several(&GROUPS);
        arguments(list::parenthesised(input)?, errors, &mut names, |name, input, _| {
            match name.to_string().as_str() {
                "required" => read.required = Some(list::value(name, input)?),
                "check" => read.check = Some(list::value(name, input)?),
                _ => return group(&mut read.groups, name, input),
            }
            Ok(true)
        });
        Ok(read)
    }
}

impl EnumArguments {
    /// The style of variants without `rename`.
    pub(crate) fn style(&self) -> Style {
        self.spelling.as_ref().map(|spelling| spelling.style).unwrap_or_default()
    }

    pub(super) fn read(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Self> {
        let mut read = Self::default();
        let mut names = Names::new("argument", vec!["spelling"]);
        arguments(list::parenthesised(input)?, errors, &mut names, |name, input, _| {
            match name.to_string().as_str() {
                "spelling" => read.spelling = Some(list::value(name, input)?),
                _ => return Ok(false),
            }
            Ok(true)
        });
        Ok(read)
    }
}

impl syn::parse::Parse for Companion {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Ident) && !input.peek2(Token![::]) {
            return input.parse().map(Self::Named);
        }
        if input.peek(syn::token::Paren) && list::parenthesised(&input.fork()).is_ok_and(|inside| inside.is_empty()) {
            return list::parenthesised(input).map(|_| Self::Nothing);
        }
        Err(input.error("expected a name for the struct of the required members, or `()`"))
    }
}

/// `[429]`.
pub(crate) struct Statuses(pub(crate) Listed<TokenTree>);

impl syn::parse::Parse for Statuses {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(syn::token::Bracket) {
            return Listed::parse_with(input, |input| input.parse()).map(Self);
        }
        Err(input.error("expected a list of statuses, such as `[429]`"))
    }
}

fn group(groups: &mut Vec<Group>, name: &Ident, input: ParseStream<'_>) -> syn::Result<bool> {
    let group = Group::read(name, input)?;
    let known = group.is_some();
    groups.extend(group);
    Ok(known)
}

fn arguments(
    tokens: TokenStream,
    errors: &mut Errors,
    names: &mut Names,
    item: impl FnMut(&Ident, ParseStream<'_>, &mut Errors) -> syn::Result<bool>,
) {
    let parser = |input: ParseStream<'_>| list::read(input, errors, names, item);
    let read = parser.parse2(tokens);
    errors.ok(read);
}

/// Reports missing required arguments. One with a broken value was reported already.
fn missing(names: &Names, attribute: Span, errors: &mut Errors) {
    let error = match (names.is_missing("method"), names.is_missing("path")) {
        (true, true) => syn::Error::new(
            attribute,
            "missing arguments `method` and `path`, such as `method = \"POST\", path = \"/v3/..\"`",
        ),
        (true, false) => syn::Error::new(attribute, "missing argument `method`, such as `method = \"POST\"`"),
        (false, true) => syn::Error::new(attribute, "missing argument `path`, such as `path = \"/v3/..\"`"),
        (false, false) => return,
    };
    errors.push(error);
}

const ENDPOINT: [&str; 11] =
    ["method", "path", "response", "number", "success", "unknown_on", "doc", "required", "check", "host", "pages"];
