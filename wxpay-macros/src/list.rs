//! Parses a comma-separated list of `name`, `name = value` and `name(..)`. A mistake does not stop it.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::token::Bracket;
use syn::{Error, Ident, Lit, Token, bracketed, parenthesized};

use crate::errors::{self, Errors};
use crate::meant::{self, Meant};

/// The allowed names of a list, and those that it has. Several attributes on one field are one list.
pub(crate) struct Names {
    /// The noun for a name in messages.
    what: &'static str,
    allowed: Vec<&'static str>,
    /// Names that may be repeated.
    several: &'static [&'static str],
    seen: Vec<Ident>,
    /// The likely meanings of unknown words, with the spans of those.
    meant: Vec<Ident>,
    /// True if an element had no name, or one without a likely meaning.
    nameless: bool,
}

impl Names {
    pub(crate) fn new(what: &'static str, allowed: Vec<&'static str>) -> Self {
        Self { what, allowed, several: &[], seen: Vec::new(), meant: Vec::new(), nameless: false }
    }

    /// Allows these names to be repeated.
    pub(crate) fn several(self, several: &'static [&'static str]) -> Self {
        Self { several, ..self }
    }

    /// The allowed names, for a message.
    fn expected(&self) -> String {
        let quoted: Vec<_> = self.allowed.iter().map(|name| format!("`{name}`")).collect();
        match quoted.as_slice() {
            [most @ .., last] if !most.is_empty() => format!("{} or {last}", most.join(", ")),
            few => few.concat(),
        }
    }

    /// The name in the list, whether its value is valid or not.
    pub(crate) fn seen(&self, name: &str) -> Option<&Ident> {
        self.seen.iter().find(|seen| *seen == name)
    }

    /// Returns true if the list has neither the name nor an element that may have been meant for it.
    pub(crate) fn is_missing(&self, name: &str) -> bool {
        self.seen(name).is_none() && self.meant_for(name).is_none() && !self.nameless
    }

    /// The name, with the span of the unknown word that was meant for it.
    pub(crate) fn meant_for(&self, name: &str) -> Option<&Ident> {
        self.meant.iter().find(|meant| *meant == name)
    }

    /// Notes the likely meaning of an unknown name, and returns the error about it.
    fn unknown(&mut self, name: &Ident) -> Error {
        let what = self.what;
        match meant::by(&name.to_string(), what, &self.allowed) {
            Some(Meant::Word { word, written }) => {
                self.meant.push(Ident::new(word, name.span()));
                Error::new_spanned(name, format!("unknown {what} `{name}`; did you mean `{written}`?"))
            }
            Some(Meant::Otherwise(remedy)) => {
                self.nameless = true;
                Error::new_spanned(name, format!("unknown {what} `{name}`; {remedy}"))
            }
            None => {
                self.nameless = true;
                Error::new_spanned(name, format!("unknown {what} `{name}`; expected {}", self.expected()))
            }
        }
    }

    /// Notes the name, and returns true if it is repeated. Our internal names begin with `__`, and may be repeated.
    fn is_repeated(&mut self, name: &Ident) -> bool {
        let several = name.to_string().starts_with("__") || self.several.iter().any(|word| name == word);
        let repeated = self.seen.contains(name) && !several;
        self.seen.push(name.clone());
        repeated
    }
}

/// Reads a list. `item` reads the value of a name, or returns `false` for an unknown name.
pub(crate) fn read(
    input: ParseStream<'_>,
    errors: &mut Errors,
    names: &mut Names,
    mut item: impl FnMut(&Ident, ParseStream<'_>, &mut Errors) -> syn::Result<bool>,
) -> syn::Result<()> {
    while !input.is_empty() {
        match element(input, errors, names, &mut item) {
            Ok(()) if input.is_empty() || input.peek(Token![,]) => {}
            Ok(()) => {
                errors.push(input.error("expected `,`"));
                // A name is read as if it followed a comma.
                let _ = input.parse::<Option<Token![;]>>()?;
                if input.peek(Ident::peek_any) {
                    continue;
                }
            }
            Err(error) => errors.push(error),
        }
        skip(input)?;
        input.parse::<Option<Token![,]>>()?;
    }
    Ok(())
}

fn element(
    input: ParseStream<'_>,
    errors: &mut Errors,
    names: &mut Names,
    item: &mut impl FnMut(&Ident, ParseStream<'_>, &mut Errors) -> syn::Result<bool>,
) -> syn::Result<()> {
    let Ok(name) = input.call(Ident::parse_any) else {
        if std::mem::replace(&mut names.nameless, true) {
            // The rest is part of the same mistake.
            return skip(input);
        }
        let (what, article) = (names.what, article(names.what));
        return Err(input.error(format!("expected the name of {article} {what}: {}", names.expected())));
    };
    if names.is_repeated(&name) {
        errors.at(&name, format!("`{name}` is there twice"));
        return skip(input);
    }
    if !item(&name, input, errors)? {
        errors.push(names.unknown(&name));
        // A value without a name is part of the same mistake.
        names.nameless |= !input.is_empty() && !input.peek(Token![=]) && !input.peek(Token![,]);
        return skip(input);
    }
    if input.peek(Token![=]) || input.peek(syn::token::Paren) {
        return Err(input.error(format!("`{name}` takes no value")));
    }
    Ok(())
}

fn article(noun: &str) -> &'static str {
    if noun.starts_with('a') { "an" } else { "a" }
}

/// Reads `= value`.
pub(crate) fn value<T: Parse>(name: &Ident, input: ParseStream<'_>) -> syn::Result<T> {
    value_with(name, input, T::parse)
}

/// Reads `= value` with a function.
pub(crate) fn value_with<T>(
    name: &Ident,
    input: ParseStream<'_>,
    parse: fn(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<T> {
    let equals = input.parse::<Option<Token![=]>>()?;
    if equals.is_none() || input.is_empty() || input.peek(Token![,]) {
        return Err(Error::new_spanned(name, format!("`{name}` needs a value: `{name} = ..`")));
    }
    let written = up_to_comma(&input.fork())?;
    let result = input.call(parse);
    result.map_err(|error| match is_at_end(&error, input) {
        true => Error::new_spanned(written, format!("the value of `{name}` is not complete")),
        false if is_refused(&written) => errors::reported_by_rustc(written),
        false => error,
    })
}

/// Returns true for an error about the end of the list, which syn puts on the whole attribute.
fn is_at_end(error: &Error, input: ParseStream<'_>) -> bool {
    let text = error.to_string();
    text.starts_with("unexpected end") || input.is_empty() && text.starts_with("expected `")
}

/// Returns true for a literal that rustc has refused already, such as `'POST'` or `"\d"`.
fn is_refused(written: &TokenStream) -> bool {
    let first = written.clone().into_iter().next();
    let text = first.as_ref().map(ToString::to_string).unwrap_or_default();
    matches!(first, Some(TokenTree::Literal(_)))
        && text.starts_with(['"', '\''])
        && !matches!(syn::parse2(written.clone()), Ok(Lit::Str(_) | Lit::Char(_)))
}

/// Reads `(..)` and returns its tokens.
pub(crate) fn parenthesised(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let content;
    parenthesized!(content in input);
    content.parse()
}

/// Skips an element, so that one mistake does not hide the next.
fn skip(input: ParseStream<'_>) -> syn::Result<()> {
    up_to_comma(input).map(drop)
}

/// Reads the tokens before the next comma.
pub(crate) fn up_to_comma(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        tokens.extend([input.parse::<TokenTree>()?]);
    }
    Ok(tokens)
}

/// `[a, b]`.
pub(crate) struct Listed<T> {
    bracket: Bracket,
    pub(crate) elements: Punctuated<T, Token![,]>,
}

impl<T> Listed<T> {
    pub(crate) fn parse_with(
        input: ParseStream<'_>,
        element: fn(ParseStream<'_>) -> syn::Result<T>,
    ) -> syn::Result<Self> {
        let content;
        let bracket = bracketed!(content in input);
        // All tokens are taken: the rest of a broken list would be another mistake.
        let tokens: TokenStream = content.parse()?;
        let elements = |content: ParseStream<'_>| Punctuated::parse_terminated_with(content, element);
        Ok(Self { bracket, elements: elements.parse2(tokens)? })
    }
}

impl<T: ToTokens> ToTokens for Listed<T> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.bracket.surround(tokens, |inside| self.elements.to_tokens(inside));
    }
}
