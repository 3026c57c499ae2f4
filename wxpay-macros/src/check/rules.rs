//! What a member must satisfy, as far as the spelling of its type tells. Behind an alias core looks again, while the
//! author's crate compiles.

use syn::{Ident, LitStr};

use crate::errors::Errors;
use crate::types::{Leaf, is_list, optional, spelled};
use crate::written::{Bounds, Field, Rule};

pub(super) fn check(field: &Field, errors: &mut Errors) {
    caller(field, errors);
    for (word, rule) in &field.rules {
        if field.opaque.is_some() {
            errors.at(word, format!("`{word}` cannot look into an `opaque` member"));
            continue;
        }
        if word == "bare_url" && field.rules.iter().any(|(other, _)| other == "url") {
            errors.at(word, "`url` wants a path, `bare_url` does not; keep one of them");
        }
        match rule {
            Rule::Len(bounds) => len(word, bounds, field, errors),
            Rule::Pattern(expression) => pattern(word, expression, field, errors),
            Rule::Range(bounds) => range(word, bounds, field, errors),
            Rule::Items(bounds) => items(word, bounds, field, errors),
            Rule::Url { .. } | Rule::Check(_) => about_text(word, field, errors),
            Rule::Extensions(_) => about_file(word, field, errors),
            Rule::FileName | Rule::Sha256 => set_by_the_client(word, field, errors),
        }
    }
}

fn len(word: &Ident, bounds: &Bounds, field: &Field, errors: &mut Errors) {
    count(bounds, errors);
    if !matches!(field.leaf, Leaf::Text | Leaf::Secret | Leaf::File | Leaf::Other) {
        let ty = spelled(&field.ty);
        errors.at(word, format!("`len` counts characters of a text, or bytes of a file; `{}` is `{ty}`", field.ident));
    }
}

fn pattern(word: &Ident, expression: &LitStr, field: &Field, errors: &mut Errors) {
    regex(expression, errors);
    about_text(word, field, errors);
}

fn range(word: &Ident, bounds: &Bounds, field: &Field, errors: &mut Errors) {
    ends(bounds, errors);
    if !matches!(field.leaf, Leaf::Integer | Leaf::Amount | Leaf::Other) {
        let ty = spelled(&field.ty);
        errors.at(word, format!("`range` is about an integer or an amount; `{}` is `{ty}`", field.ident));
    }
}

fn items(word: &Ident, bounds: &Bounds, field: &Field, errors: &mut Errors) {
    count(bounds, errors);
    if !is_list(&field.ty) && field.leaf != Leaf::Other {
        errors
            .at(word, format!("`items` counts the elements of a `Vec`; `{}` is `{}`", field.ident, spelled(&field.ty)));
    }
}

fn about_text(word: &Ident, field: &Field, errors: &mut Errors) {
    if !matches!(field.leaf, Leaf::Text | Leaf::Other) {
        errors.at(word, format!("`{word}` is about a text; `{}` is `{}`", field.ident, spelled(&field.ty)));
    }
}

fn caller(field: &Field, errors: &mut Errors) {
    let Some(word) = &field.caller else { return };
    let is_text = matches!(field.leaf, Leaf::Text | Leaf::Other) && !is_list(&field.ty) && field.opaque.is_none();
    if !is_text {
        let ty = spelled(&field.ty);
        errors.at(word, format!("`caller` is the number of the merchant that signs; expected `String`, not `{ty}`"));
    }
}

fn about_file(word: &Ident, field: &Field, errors: &mut Errors) {
    if !matches!(field.leaf, Leaf::File | Leaf::Other) {
        errors.at(word, format!("`{word}` is about a file; `{}` is `{}`", field.ident, spelled(&field.ty)));
    }
}

fn set_by_the_client(word: &Ident, field: &Field, errors: &mut Errors) {
    let text = matches!(field.leaf, Leaf::Text | Leaf::Other) && !is_list(&field.ty);
    if !text || optional(&field.ty).is_none() {
        let ty = spelled(&field.ty);
        errors.at(word, format!("the client sets what `{word}` says; expected `Option<String>`, not `{ty}`"));
    }
}

fn count(bounds: &Bounds, errors: &mut Errors) {
    if bounds.min.is_some_and(|min| min < 0) || bounds.max.is_some_and(|max| max < 1) {
        errors.at(&bounds.expression, "a count that nothing has; expected `32`, `6..=32` or `..=32`");
    } else {
        ends(bounds, errors);
    }
}

fn ends(bounds: &Bounds, errors: &mut Errors) {
    if let (Some(min), Some(max)) = (bounds.min, bounds.max)
        && min > max
    {
        errors.at(&bounds.expression, format!("nothing is in this range; expected `{max}..={min}`"));
    }
}

/// The engine here is the one that runs the expression.
fn regex(pattern: &LitStr, errors: &mut Errors) {
    let text = pattern.value();
    if let Err(error) = regex_lite::Regex::new(&text) {
        errors.at(pattern, format!("not a regular expression: {error}"));
    } else if text.starts_with('^') || ends_with_anchor(&text) {
        errors.at(pattern, "the whole text has to match already; leave `^` and `$` out");
    }
}

/// Whether the last `$` is one, and not `\$`.
fn ends_with_anchor(text: &str) -> bool {
    let Some(before) = text.strip_suffix('$') else { return false };
    before.chars().rev().take_while(|character| *character == '\\').count() % 2 == 0
}
