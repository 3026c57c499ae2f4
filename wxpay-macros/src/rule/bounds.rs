//! The value of `len`, `items` and `range`: the two ends of a range.

use std::fmt;

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::{Error, LitInt, Token};

use crate::errors::Errors;
use crate::list;

/// The two ends, both included, and the expression that gives them.
pub(super) struct Bounds {
    pub(super) expression: TokenStream,
    pub(super) min: Option<i64>,
    pub(super) max: Option<i64>,
}

impl Bounds {
    /// Reports a count that no value or every value has.
    pub(super) fn check_count(&self, errors: &mut Errors) {
        if self.min.is_some_and(|min| min < 0) || self.max.is_some_and(|max| max < 1) {
            errors.at(&self.expression, "no value has this count; expected `32`, `6..=32`, `6..` or `..=32`");
        } else if self.max.is_none() && self.min == Some(0) {
            errors.at(&self.expression, "every value has this count; leave it out, or ask for at least 1: `1..`");
        } else {
            self.check_order(errors);
        }
    }

    /// Reports ends that are the wrong way round.
    pub(super) fn check_order(&self, errors: &mut Errors) {
        if let (Some(min), Some(max)) = (self.min, self.max) {
            if min > max {
                errors.at(&self.expression, format!("the range is empty; expected `{max}..={min}`"));
            }
        }
    }

    /// Returns true if the value is within the bounds.
    pub(super) fn has(&self, value: i64) -> bool {
        self.min.is_none_or(|min| min <= value) && self.max.is_none_or(|max| value <= max)
    }

    /// The ends of a count. Its largest value depends on the target.
    pub(super) fn counts(&self) -> (TokenStream, TokenStream) {
        let count = |end: i64| Literal::i64_unsuffixed(end.max(0));
        let (min, max) = (count(self.min.unwrap_or(0)), self.max.map(count));
        (quote!(#min), max.map_or_else(|| quote!(__p::UNBOUNDED), |max| quote!(#max)))
    }

    /// The count with its noun, for rustdoc.
    pub(super) fn of(&self, noun: &str) -> String {
        let plural = if (self.min, self.max) == (Some(1), None) { "" } else { "s" };
        format!("{self} {noun}{plural}")
    }
}

impl fmt::Display for Bounds {
    /// The bounds for rustdoc.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.min, self.max) {
            (Some(min), Some(max)) => write!(f, "{min} to {max}"),
            (Some(min), None) => write!(f, "at least {min}"),
            (None, Some(max)) => write!(f, "at most {max}"),
            (None, None) => f.write_str("any"),
        }
    }
}

/// `6..=32`, `..=32`, `6..`, and `32` for `1..=32`.
pub(super) struct Count(pub(super) Bounds);

/// `1..=31`, `1..`, `..=31`.
pub(super) struct Range(pub(super) Bounds);

impl Parse for Count {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let expression = list::up_to_comma(&input.fork())?;
        match Form::parse(input)? {
            Form::Single(count) => Ok(Self(Bounds { expression, min: Some(1), max: Some(count) })),
            Form::Closed(min, max) => Ok(Self(Bounds { expression, min, max: Some(max) })),
            Form::Open(min) => Ok(Self(Bounds { expression, min: Some(min), max: None })),
            Form::Other => Err(Error::new_spanned(
                expression,
                "not a length or a count; expected `32`, `6..=32`, `6..` or `..=32`",
            )),
        }
    }
}

impl Parse for Range {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let expression = list::up_to_comma(&input.fork())?;
        match Form::parse(input)? {
            Form::Closed(min, max) => Ok(Self(Bounds { expression, min, max: Some(max) })),
            Form::Open(min) => Ok(Self(Bounds { expression, min: Some(min), max: None })),
            Form::Single(_) | Form::Other => {
                Err(Error::new_spanned(expression, "not a range; expected `1..=31`, `1..` or `..=31`"))
            }
        }
    }
}

enum Form {
    Single(i64),
    Closed(Option<i64>, i64),
    Open(i64),
    Other,
}

impl Parse for Form {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let start = start(input)?;
        if input.parse::<Option<Token![..=]>>()?.is_some() {
            return if ends(input) { Ok(Self::Other) } else { integer(input).map(|end| Self::Closed(start, end)) };
        }
        let half_open = input.parse::<Option<Token![..]>>()?.is_some();
        Ok(match start {
            Some(start) if half_open && ends(input) => Self::Open(start),
            Some(count) if !half_open => Self::Single(count),
            _ => Self::Other,
        })
    }
}

/// The start; `None` for `..=32`, and for an expression that is not a range.
fn start(input: ParseStream<'_>) -> syn::Result<Option<i64>> {
    let is_number = is_number(input);
    let is_range = |behind: ParseStream<'_>| behind.parse::<TokenTree>().is_ok() && behind.peek(Token![..]);
    if is_number || is_range(&input.fork()) && !input.peek(Token![..]) {
        return integer(input).map(Some);
    }
    Ok(None)
}

fn integer(input: ParseStream<'_>) -> syn::Result<i64> {
    if !is_number(input) {
        return Err(input.error("expected an integer as a literal"));
    }
    let sign = if input.parse::<Option<Token![-]>>()?.is_some() { "-" } else { "" };
    let literal: LitInt = input.parse()?;
    if !literal.suffix().is_empty() {
        let digits = literal.base10_digits();
        return Err(Error::new_spanned(&literal, format!("a bound takes no type; expected `{digits}`")));
    }
    // The smallest has no positive counterpart.
    format!("{sign}{}", literal.base10_digits())
        .parse()
        .map_err(|_| Error::new_spanned(&literal, format!("`{literal}` does not fit into 64 bits")))
}

fn is_number(input: ParseStream<'_>) -> bool {
    input.peek(LitInt) || input.peek(Token![-]) && input.peek2(LitInt)
}

fn ends(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,])
}
