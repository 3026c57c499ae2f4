//! `pages(..)` of an endpoint.

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser as _};
use syn::{Ident, LitInt, LitStr};

use crate::errors::Errors;
use crate::list::{self, Names};

/// `pages(offset = "offset", items = "data", ..)`.
pub(crate) struct PagesArguments {
    /// The word `pages`.
    pub(crate) word: Ident,
    /// `offset`, `page` or `token`, in their order, with the members that they name.
    pub(crate) turns: Vec<(Ident, LitStr)>,
    pub(crate) first: Option<(Ident, LitInt)>,
    pub(crate) limit: Option<LitStr>,
    pub(crate) items: Option<LitStr>,
    pub(crate) total: Option<(Ident, LitStr)>,
    pub(crate) next: Option<(Ident, LitStr)>,
    /// True if an error was reported, which may explain a missing word.
    pub(crate) broken: bool,
}

impl PagesArguments {
    /// Reads `(..)`.
    pub(super) fn read(word: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Self> {
        if !input.peek(syn::token::Paren) {
            return Err(syn::Error::new_spanned(
                word,
                "`pages` needs words in parentheses: `pages(offset = \"offset\", items = \"data\", ..)`",
            ));
        }
        let tokens: TokenStream = list::parenthesised(input)?;
        let mut read = Self {
            word: word.clone(),
            turns: Vec::new(),
            first: None,
            limit: None,
            items: None,
            total: None,
            next: None,
            broken: false,
        };
        let mut names = Names::new("word of `pages`", WORDS.to_vec());
        let before = errors.count();
        let parser = |input: ParseStream<'_>| {
            list::read(input, errors, &mut names, |name, input, _| read.word_of_pages(name, input))
        };
        let listed = parser.parse2(tokens);
        errors.ok(listed);
        read.broken = errors.count() > before;
        Ok(read)
    }

    fn word_of_pages(&mut self, name: &Ident, input: ParseStream<'_>) -> syn::Result<bool> {
        match name.to_string().as_str() {
            "offset" | "page" | "token" => self.turns.push((name.clone(), list::value(name, input)?)),
            "first" => self.first = Some((name.clone(), list::value(name, input)?)),
            "limit" => self.limit = Some(list::value(name, input)?),
            "items" => self.items = Some(list::value(name, input)?),
            "total" => self.total = Some((name.clone(), list::value(name, input)?)),
            "next" => self.next = Some((name.clone(), list::value(name, input)?)),
            _ => return Ok(false),
        }
        Ok(true)
    }
}

const WORDS: [&str; 8] = ["offset", "page", "token", "first", "limit", "items", "total", "next"];
