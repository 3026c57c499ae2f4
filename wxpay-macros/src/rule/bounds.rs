//! What stands behind `len`, `items` and `range`: the two ends of a range.

use std::fmt;

use proc_macro2::{Literal, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream};
use syn::{Error, LitInt, Token};

use crate::errors::Errors;
use crate::written::list;

/// The two ends, both included, and what says so.
pub(super) struct Bounds {
    pub(super) expression: TokenStream,
    pub(super) min: Option<i64>,
    pub(super) max: Option<i64>,
}

impl Bounds {
    /// Reports a count that nothing has.
    pub(super) fn check_count(&self, errors: &mut Errors) {
        if self.min.is_some_and(|min| min < 0) || self.max.is_some_and(|max| max < 1) {
            errors.at(&self.expression, "a count that nothing has; expected `32`, `6..=32` or `..=32`");
        } else {
            self.check_order(errors);
        }
    }

    /// Reports ends that are the wrong way round.
    pub(super) fn check_order(&self, errors: &mut Errors) {
        if let (Some(min), Some(max)) = (self.min, self.max)
            && min > max
        {
            errors.at(&self.expression, format!("nothing is in this range; expected `{max}..={min}`"));
        }
    }

    /// The ends of a count.
    pub(super) fn counts(&self) -> (Literal, Literal) {
        let count = |end: Option<i64>, missing| end.and_then(|end| usize::try_from(end).ok()).unwrap_or(missing);
        (Literal::usize_unsuffixed(count(self.min, 0)), Literal::usize_unsuffixed(count(self.max, usize::MAX)))
    }
}

impl fmt::Display for Bounds {
    /// As rustdoc shows them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.min, self.max) {
            (Some(min), Some(max)) => write!(f, "{min} to {max}"),
            (Some(min), None) => write!(f, "at least {min}"),
            (None, Some(max)) => write!(f, "at most {max}"),
            (None, None) => f.write_str("any"),
        }
    }
}

/// `6..=32`, `..=32`, and `32` for `1..=32`.
pub(super) struct Count(pub(super) Bounds);

/// `1..=31`, `1..`, `..=31`.
pub(super) struct Range(pub(super) Bounds);

impl Parse for Count {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let expression = list::up_to_comma(&input.fork())?;
        match Form::parse(input)? {
            Form::Single(count) => Ok(Self(Bounds { expression, min: Some(1), max: Some(count) })),
            Form::Closed(min, max) => Ok(Self(Bounds { expression, min, max: Some(max) })),
            Form::Open(_) | Form::Other => {
                Err(Error::new_spanned(expression, "no length or count; expected `32`, `6..=32` or `..=32`"))
            }
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
                Err(Error::new_spanned(expression, "no closed range; expected `1..=31`, `1..` or `..=31`"))
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

/// `None` for `..=32`, and for what is no range at all.
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
        return Err(input.error("no number; expected an integer as a literal"));
    }
    let sign = if input.parse::<Option<Token![-]>>()?.is_some() { "-" } else { "" };
    let literal: LitInt = input.parse()?;
    if !literal.suffix().is_empty() {
        let digits = literal.base10_digits();
        return Err(Error::new_spanned(&literal, format!("a bound has no type of its own; expected `{digits}`")));
    }
    // The smallest has no positive counterpart.
    format!("{sign}{}", literal.base10_digits())
        .parse()
        .map_err(|_| Error::new_spanned(&literal, format!("`{literal}` is more than an integer of 64 bits holds")))
}

fn is_number(input: ParseStream<'_>) -> bool {
    input.peek(LitInt) || input.peek(Token![-]) && input.peek2(LitInt)
}

fn ends(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,])
}
