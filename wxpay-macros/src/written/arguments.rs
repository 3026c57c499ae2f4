//! The arguments of the attributes.

use proc_macro2::Span;
use syn::parse::{ParseStream, Parser as _};
use syn::{ExprArray, Ident, LitInt, LitStr, Type};

use super::list;
use crate::errors::Errors;

pub(crate) enum Arguments {
    Endpoint(Box<EndpointArguments>),
    Object(ObjectArguments),
    Enum,
}

/// `#[wxpay_endpoint(..)]`.
pub(crate) struct EndpointArguments {
    /// Where a missing argument is reported.
    pub(crate) span: Span,
    pub(crate) method: Option<LitStr>,
    pub(crate) path: Option<LitStr>,
    pub(crate) response: Option<Type>,
    pub(crate) number: Option<LitStr>,
    pub(crate) success: Option<LitInt>,
    pub(crate) unknown_on: Option<ExprArray>,
    pub(crate) doc: Option<LitStr>,
    pub(crate) required: Option<Companion>,
}

/// `#[wxpay_object(..)]`.
#[derive(Default)]
pub(crate) struct ObjectArguments {
    pub(crate) required: Option<Companion>,
}

/// `required = Name` or `required = ()`.
#[derive(Clone)]
pub(crate) enum Companion {
    Named(Ident),
    Nothing,
}

impl EndpointArguments {
    pub(super) fn read(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Self> {
        let span = input.span();
        let tokens = list::parenthesised(input)?;
        let mut read = Self {
            span,
            method: None,
            path: None,
            response: None,
            number: None,
            success: None,
            unknown_on: None,
            doc: None,
            required: None,
        };
        let parser = |input: ParseStream<'_>| {
            list::read(input, errors, ("argument", ENDPOINT), |name, input, _| {
                match name.to_string().as_str() {
                    "method" => read.method = Some(list::value(input)?),
                    "path" => read.path = Some(list::value(input)?),
                    "response" => read.response = Some(list::value(input)?),
                    "number" => read.number = Some(list::value(input)?),
                    "success" => read.success = Some(list::value(input)?),
                    "unknown_on" => read.unknown_on = Some(list::value(input)?),
                    "doc" => read.doc = Some(list::value(input)?),
                    "required" => read.required = Some(list::value(input)?),
                    _ => return Ok(false),
                }
                Ok(true)
            })
        };
        parser.parse2(tokens)?;
        Ok(read)
    }
}

impl ObjectArguments {
    pub(super) fn read(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Self> {
        let tokens = list::parenthesised(input)?;
        let mut read = Self::default();
        let parser = |input: ParseStream<'_>| {
            list::read(input, errors, ("argument", "`required`"), |name, input, _| {
                let known = name == "required";
                if known {
                    read.required = Some(list::value(input)?);
                }
                Ok(known)
            })
        };
        parser.parse2(tokens)?;
        Ok(read)
    }
}

impl syn::parse::Parse for Companion {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(syn::token::Paren) {
            let nothing;
            syn::parenthesized!(nothing in input);
            return if nothing.is_empty() { Ok(Self::Nothing) } else { Err(nothing.error("expected `()`")) };
        }
        input.parse().map(Self::Named)
    }
}

const ENDPOINT: &str = "`method`, `path`, `response`, `number`, `success`, `unknown_on`, `doc` or `required`";
