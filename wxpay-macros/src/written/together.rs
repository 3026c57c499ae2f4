//! Rules about several members: `one_of("transaction_id", "out_trade_no")` and similar ones in the arguments, and
//! `needs = "sub_appid"` on a field.

use syn::parse::{Parse, ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::token::{Bracket, Paren};
use syn::{Ident, LitStr, Token};

use crate::list::{self, Listed};

/// Names of members on the wire, and the rule about them.
pub(crate) struct Group {
    pub(crate) word: Ident,
    pub(crate) kind: GroupKind,
    pub(crate) names: Vec<LitStr>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum GroupKind {
    OneOf,
    AnyOf,
    AtMostOne,
}

/// The words, each of which may be repeated.
pub(super) const GROUPS: [&str; 3] = ["one_of", "any_of", "at_most_one"];

impl GroupKind {
    fn of(word: &Ident) -> Option<Self> {
        match word.to_string().as_str() {
            "one_of" => Some(Self::OneOf),
            "any_of" => Some(Self::AnyOf),
            "at_most_one" => Some(Self::AtMostOne),
            _ => None,
        }
    }
}

impl Group {
    /// Reads the value of the word, if it is one of these.
    pub(super) fn read(word: &Ident, input: ParseStream<'_>) -> syn::Result<Option<Self>> {
        let Some(kind) = GroupKind::of(word) else { return Ok(None) };
        let mut names = Vec::new();
        if input.peek(Paren) {
            // All tokens are taken: the rest of a broken list would be another mistake.
            let inside = |input: ParseStream<'_>| Punctuated::<_, Token![,]>::parse_terminated_with(input, name);
            names.extend(inside.parse2(list::parenthesised(input)?)?);
        }
        if names.len() < 2 {
            return Err(syn::Error::new_spanned(
                word,
                format!("`{word}` names at least two members: `{word}(\"transaction_id\", \"out_trade_no\")`"),
            ));
        }
        Ok(Some(Self { word: word.clone(), kind, names }))
    }
}

fn name(input: ParseStream<'_>) -> syn::Result<LitStr> {
    if input.peek(LitStr) {
        return input.parse();
    }
    Err(input.error("expected the name of a member on the wire, such as `\"out_trade_no\"`"))
}

/// `"sub_appid"`, or several in brackets.
pub(super) struct Needs(pub(super) Vec<LitStr>);

impl Parse for Needs {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if !input.peek(Bracket) {
            return Ok(Self(vec![name(input)?]));
        }
        let names = Listed::parse_with(input, name)?;
        if names.elements.is_empty() {
            return Err(syn::Error::new_spanned(names, "nothing is needed; expected at least one name"));
        }
        Ok(Self(names.elements.into_iter().collect()))
    }
}
