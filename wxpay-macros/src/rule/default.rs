//! `default = 20`: the value that WeChat Pay uses for an absent member.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{LitBool, LitInt, LitStr, Token};

use crate::list;

/// The value of `default`.
pub(crate) enum DefaultValue {
    Text(LitStr),
    /// The author's tokens, with the sign.
    Integer(TokenStream, i64),
    Boolean(LitBool),
}

impl Parse for DefaultValue {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return input.parse().map(Self::Text);
        }
        if input.peek(LitBool) {
            return input.parse().map(Self::Boolean);
        }
        let written = list::up_to_comma(&input.fork())?;
        match integer.parse2(list::up_to_comma(input)?).ok().flatten() {
            Some(value) => Ok(Self::Integer(written, value)),
            None => Err(syn::Error::new_spanned(written, "expected an integer, a text or a boolean, as a literal")),
        }
    }
}

impl ToTokens for DefaultValue {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Text(text) => text.to_tokens(tokens),
            Self::Integer(written, _) => written.to_tokens(tokens),
            Self::Boolean(value) => value.to_tokens(tokens),
        }
    }
}

/// The integer; `None` if it does not fit into 64 bits.
fn integer(input: ParseStream<'_>) -> syn::Result<Option<i64>> {
    let sign = if input.parse::<Option<Token![-]>>()?.is_some() { "-" } else { "" };
    let literal: LitInt = input.parse()?;
    Ok(format!("{sign}{}", literal.base10_digits()).parse().ok())
}
