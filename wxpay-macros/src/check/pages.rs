//! Checks `pages(..)` against the members of the request. The compiler checks the members of the answer.

use proc_macro2::Ident;
use syn::LitStr;

use crate::errors::Errors;
use crate::types::{Leaf, is_list, spelled};
use crate::valid::{End, Pages, Place, Turn};
use crate::written::{Field, PagesArguments};

pub(super) fn check<'a>(
    written: &'a PagesArguments,
    fields: &[Field],
    places: &[Place],
    errors: &mut Errors,
) -> Option<Pages<'a>> {
    let member = |name: &LitStr, wanted: &[Leaf], expected: &str, errors: &mut Errors| {
        member_of_request(name, wanted, expected, fields, places, errors);
    };
    if let Some(limit) = &written.limit {
        member(limit, &[Leaf::Integer, Leaf::Text], "an integer", errors);
    }
    let turn = turn(written, errors);
    match turn {
        Some(Turn::Token(name)) => member(name, &[Leaf::Text], "a `String`", errors),
        Some(Turn::Offset(name) | Turn::Page(name, _)) => {
            member(name, &[Leaf::Integer, Leaf::Text], "an integer", errors);
        }
        None => {}
    }
    let end = end(written, turn, errors);
    if written.items.is_none() && !written.broken {
        errors.at(&written.word, "missing `items`: the list of the answer, such as `items = \"data\"`");
    }
    Some(Pages { turn: turn?, limit: written.limit.as_ref(), items: written.items.as_ref()?, end })
}

fn turn<'a>(written: &'a PagesArguments, errors: &mut Errors) -> Option<Turn<'a>> {
    let Some(((word, name), others)) = written.turns.split_first() else {
        if !written.broken {
            let expected = "expected `offset`, `page` or `token`, such as `offset = \"offset\"`";
            errors.at(&written.word, format!("nothing names the next page; {expected}"));
        }
        return None;
    };
    for (other, _) in others {
        errors.at(other, format!("`{word}` names the next page already; expected one of `offset`, `page` and `token`"));
    }
    let has_page = written.turns.iter().any(|(word, _)| word == "page");
    if let Some((first, _)) = written.first.as_ref().filter(|_| !has_page) {
        errors.at(first, format!("`first` is the number of the first page; with `{word}` pages have no number"));
    }
    Some(match word.to_string().as_str() {
        "offset" => Turn::Offset(name),
        "page" => Turn::Page(name, first(written, word, errors)?),
        _ => Turn::Token(name),
    })
}

fn first(written: &PagesArguments, word: &Ident, errors: &mut Errors) -> Option<i64> {
    match &written.first {
        Some((_, number)) => errors.ok(number.base10_parse()),
        None if written.broken => None,
        None => {
            errors.at(word, "`page` needs the number of the first page: `first = 0` or `first = 1`");
            None
        }
    }
}

fn end<'a>(written: &'a PagesArguments, turn: Option<Turn<'_>>, errors: &mut Errors) -> End<'a> {
    match (&written.total, &written.next, turn) {
        (Some(_), Some((next, _)), _) => {
            errors.at(next, "`total` ends the list already; expected one of `total` and `next`");
            End::Short
        }
        (Some((total, _)), None, Some(Turn::Token(_))) => {
            errors.at(total, "a list with tokens ends with the page that has no `next`");
            End::Short
        }
        (None, None, Some(Turn::Token(_))) if !written.broken => {
            let expected = "expected the answer's member with it, such as `next = \"next_page_token\"`";
            errors.at(&written.word, format!("nothing says the next token; {expected}"));
            End::Short
        }
        (Some((_, name)), ..) => End::Total(name),
        (_, Some((_, name)), _) => End::Next(name),
        _ => End::Short,
    }
}

fn member_of_request(
    name: &LitStr,
    wanted: &[Leaf],
    expected: &str,
    fields: &[Field],
    places: &[Place],
    errors: &mut Errors,
) {
    let text = name.value();
    let Some((field, place)) = fields.iter().zip(places).find(|(field, _)| field.wire_name() == text) else {
        errors.at(name, format!("no member is called `{text}`; expected a member of the request"));
        return;
    };
    if !matches!(place, Place::Query | Place::Body) {
        errors
            .at(name, format!("`{text}` is neither in the query nor in the body, and cannot change from page to page"));
    } else if field.opaque.is_some() || is_list(&field.ty) || field.leaf != Leaf::Other && !wanted.contains(&field.leaf)
    {
        errors.at(name, format!("`{text}` is `{}`; expected {expected}", spelled(&field.ty)));
    }
}
