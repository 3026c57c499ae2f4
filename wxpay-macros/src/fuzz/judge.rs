//! Expands a declaration and judges the result.

use std::cell::RefCell;
use std::ops::Range;
use std::panic::{self, AssertUnwindSafe, catch_unwind};

use proc_macro2::extra::invalidate_current_thread_spans;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{Item, LitStr, Meta};

use crate::attribute::{Attribute, expand};
use crate::derive;

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Not an item with an attribute of ours: rustc would not pass it to the macros.
    NotShown,
    /// Expanded without an error.
    Accepted,
    /// Expanded with errors on its tokens.
    Refused,
    /// A fault of the macros.
    Wrong(String),
}

/// Keeps the message of a panic for the verdict.
pub(super) fn silence() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if !JUDGING.with_borrow(|judging| *judging) {
            return usual(info);
        }
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        let said = info.payload_as_str().unwrap_or("without a word");
        PANIC.with_borrow_mut(|panic| *panic = format!("panics at {place}: {said}"));
    }));
}

/// Expands the declaration and judges the result.
pub(super) fn judge(text: &str) -> Verdict {
    invalidate_current_thread_spans();
    let Ok(tokens) = text.parse::<TokenStream>() else { return Verdict::NotShown };
    let Ok(item) = syn::parse2::<Item>(tokens) else { return Verdict::NotShown };
    let Some((attribute, args, item)) = taken(item) else { return Verdict::NotShown };
    if has_a_field_without_a_name(&item) {
        return Verdict::NotShown;
    }
    let Some(expanded) = tried(|| expanded(attribute, args, item.to_token_stream())) else {
        return Verdict::Wrong(PANIC.take());
    };
    let file = match syn::parse2::<syn::File>(expanded.clone()) {
        Ok(file) => file,
        Err(error) => return Verdict::Wrong(format!("gives no Rust: {error}")),
    };
    if has_attribute_left(&file) {
        return Verdict::Wrong("leaves a `#[wxpay(..)]` that nobody takes".to_owned());
    }
    let mut errors = Vec::new();
    messages(expanded, &mut errors);
    let wrong = errors.iter().find_map(|error| match &error.place {
        Some(place) if text.get(place.clone()).is_some() => None,
        Some(_) => Some(format!("puts an error outside of the declaration: {}", error.text)),
        None if OF_THE_ATTRIBUTE.iter().any(|begin| error.text.starts_with(begin)) => None,
        None => Some(format!("puts an error on the whole attribute: {}", error.text)),
    });
    match wrong {
        Some(what) => Verdict::Wrong(what),
        None if errors.is_empty() => Verdict::Accepted,
        None => Verdict::Refused,
    }
}

/// `None` after a panic.
fn tried(expand: impl FnOnce() -> TokenStream) -> Option<TokenStream> {
    JUDGING.set(true);
    let result = catch_unwind(AssertUnwindSafe(expand));
    JUDGING.set(false);
    result.ok()
}

/// The first attribute of ours, its arguments, and the item without it.
fn taken(mut item: Item) -> Option<(Attribute, TokenStream, Item)> {
    let attributes = match &mut item {
        Item::Struct(item) => &mut item.attrs,
        Item::Enum(item) => &mut item.attrs,
        Item::Union(item) => &mut item.attrs,
        Item::Fn(item) => &mut item.attrs,
        Item::Mod(item) => &mut item.attrs,
        Item::Impl(item) => &mut item.attrs,
        Item::Trait(item) => &mut item.attrs,
        _ => return None,
    };
    let ours = |path: &syn::Path| match path.get_ident()?.to_string().as_str() {
        "wxpay_endpoint" => Some(Attribute::Endpoint),
        "wxpay_object" => Some(Attribute::Object),
        "wxpay_enum" => Some(Attribute::Enum),
        _ => None,
    };
    let place = attributes.iter().position(|attribute| ours(attribute.path()).is_some())?;
    let attribute = attributes.remove(place);
    let args = match &attribute.meta {
        Meta::List(list) => list.tokens.clone(),
        Meta::Path(_) => TokenStream::new(),
        // rustc refuses `#[name = value]` here.
        Meta::NameValue(_) => return None,
    };
    Some((ours(attribute.path())?, args, item))
}

/// Returns true for a field called `_`, which syn accepts and rustc does not.
fn has_a_field_without_a_name(item: &Item) -> bool {
    let Item::Struct(item) = item else { return false };
    item.fields.iter().any(|field| field.ident.as_ref().is_some_and(|name| name == "_"))
}

/// The attribute's output, followed by that of the derive if there is one.
fn expanded(attribute: Attribute, args: TokenStream, item: TokenStream) -> TokenStream {
    let output = expand(attribute, args, item);
    let Some(derived) = left_to_the_derive(&output) else { return output };
    let impls = derive::expand(derived.to_token_stream());
    [output, impls].into_iter().collect()
}

/// The item of the derive, without the derive.
fn left_to_the_derive(output: &TokenStream) -> Option<Item> {
    let file = syn::parse2::<syn::File>(output.clone()).ok()?;
    file.items.into_iter().find_map(|mut item| {
        let attributes = match &mut item {
            Item::Struct(item) => &mut item.attrs,
            Item::Enum(item) => &mut item.attrs,
            Item::Union(item) => &mut item.attrs,
            _ => return None,
        };
        let place = attributes.iter().position(is_derive)?;
        attributes.remove(place);
        Some(item)
    })
}

fn is_derive(attribute: &syn::Attribute) -> bool {
    let Meta::List(list) = &attribute.meta else { return false };
    list.path.is_ident("derive") && list.tokens.to_string().ends_with("__private :: Wxpay")
}

/// Returns true for a helper attribute without its derive, which rustc would refuse.
fn has_attribute_left(file: &syn::File) -> bool {
    let is_left = |attributes: &[syn::Attribute]| {
        attributes.iter().any(|attribute| attribute.path().is_ident("wxpay")) && !attributes.iter().any(is_derive)
    };
    file.items.iter().any(|item| match item {
        Item::Struct(item) => is_left(&item.attrs),
        Item::Enum(item) => is_left(&item.attrs),
        Item::Union(item) => is_left(&item.attrs),
        _ => false,
    })
}

struct Message {
    text: String,
    /// `None` for the whole attribute.
    place: Option<Range<usize>>,
}

/// Collects every `compile_error!` in the output.
fn messages(tokens: TokenStream, found: &mut Vec<Message>) {
    let mut before: Vec<TokenTree> = Vec::new();
    for token in tokens {
        if let TokenTree::Group(group) = &token {
            match &*before {
                [.., TokenTree::Ident(name), TokenTree::Punct(bang)]
                    if name == "compile_error" && bang.as_char() == '!' =>
                {
                    let text =
                        syn::parse2::<LitStr>(group.stream()).map_or_else(|_| group.to_string(), |text| text.value());
                    let span = name.span();
                    found.push(Message { text, place: span.source_text().map(|_| span.byte_range()) });
                }
                _ => messages(group.stream(), found),
            }
        }
        before.push(token);
    }
}

/// Errors that are on the whole attribute, because something is missing in it.
const OF_THE_ATTRIBUTE: [&str; 1] = ["missing argument"];

thread_local! {
    static JUDGING: RefCell<bool> = const { RefCell::new(false) };
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

#[test]
fn the_judge_tells_what_is_shown_accepted_and_refused() {
    let of = |text: &str| judge(text);
    assert_eq!(of("#[wxpay_object] struct A { a: String }"), Verdict::Accepted);
    assert_eq!(of("#[wxpay_object] struct A { #[wxpay(lenght = 1)] a: String }"), Verdict::Refused);
    assert_eq!(of("#[wxpay_endpoint(path = \"/v3/a\")] struct A {}"), Verdict::Refused);
    assert_eq!(of("#[wxpay_object] struct A { #[cfg(a)] #[wxpay(len)] a: String }"), Verdict::Refused);
    assert_eq!(of("#[wxpay_object] struct A { a: }"), Verdict::NotShown);
    assert_eq!(of("#[other] struct A;"), Verdict::NotShown);
}

#[test]
fn a_panic_and_an_error_nowhere_are_told() {
    let error = |tokens: &str| {
        let mut found = Vec::new();
        messages(tokens.parse().expect("tokens"), &mut found);
        found.into_iter().map(|message| (message.text, message.place.is_some())).collect::<Vec<_>>()
    };
    assert_eq!(error("a ! {} ::core::compile_error!{ \"say \\\"a\\\"\" }"), [("say \"a\"".to_owned(), true)]);
    let nowhere = syn::Error::new(proc_macro2::Span::call_site(), "lost").to_compile_error();
    let mut found = Vec::new();
    messages(nowhere, &mut found);
    assert!(found.iter().all(|message| message.place.is_none()) && found.len() == 1);
    silence();
    assert!(tried(|| panic!("on purpose")).is_none());
    assert!(PANIC.take().ends_with("on purpose"));
}
