//! A comma-separated list of `name`, `name = value` and `name(..)`: read to its end whatever is wrong in it.

use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, Token, parenthesized};

use crate::errors::Errors;

/// Reads a list. `item` takes what stands behind a name, or answers `false` where it does not know the name: `what`
/// the names are called, and which are `allowed`.
pub(super) fn read(
    input: ParseStream<'_>,
    errors: &mut Errors,
    (what, allowed): (&str, &str),
    mut item: impl FnMut(&Ident, ParseStream<'_>, &mut Errors) -> syn::Result<bool>,
) -> syn::Result<()> {
    let mut seen: Vec<Ident> = Vec::new();
    while !input.is_empty() {
        let name = input.call(Ident::parse_any)?;
        if seen.contains(&name) {
            errors.at(&name, format!("`{name}` is there twice"));
            skip(input)?;
        } else {
            match item(&name, input, errors) {
                Ok(true) => {}
                Ok(false) => {
                    errors.at(&name, format!("unknown {what} `{name}`; expected {allowed}"));
                    skip(input)?;
                }
                Err(error) => {
                    errors.push(error);
                    skip(input)?;
                }
            }
            seen.push(name);
        }
        if input.is_empty() {
            break;
        }
        if !input.peek(Token![,]) {
            errors.push(input.error("expected `,`"));
            skip(input)?;
        }
        input.parse::<Option<Token![,]>>()?;
    }
    Ok(())
}

/// `= value`.
pub(super) fn value<T: Parse>(input: ParseStream<'_>) -> syn::Result<T> {
    input.parse::<Token![=]>()?;
    input.parse()
}

/// `(..)`, untouched.
pub(super) fn parenthesised(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let content;
    parenthesized!(content in input);
    content.parse()
}

/// `()`, or arguments where there should be none.
pub(super) fn empty(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
    let tokens = parenthesised(input)?;
    if !tokens.is_empty() {
        errors.at(tokens, "`#[wxpay_enum]` takes no arguments");
    }
    Ok(())
}

/// Up to the next comma, so that one mistake does not hide the next.
fn skip(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}
