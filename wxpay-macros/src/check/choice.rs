//! Checks the values of an enum: the spelling of each on the wire, and names that do not determine it.

use std::collections::HashSet;

use proc_macro2::Ident;
use syn::ext::IdentExt as _;

use crate::errors::Errors;
use crate::valid::Choice;
use crate::written::{EnumArguments, Style, Variant};

pub(super) fn check<'a>(
    item: &Ident,
    arguments: &EnumArguments,
    variants: &'a [Variant],
    errors: &mut Errors,
) -> Choice<'a> {
    if variants.is_empty() {
        errors.at(item, "an enum has values; expected at least one variant");
    }
    let names = variants.iter().map(|variant| &variant.ident).collect();
    let is_integer = variants.iter().any(|variant| variant.number.is_some() || variant.is_misnumbered);
    let spelled: Vec<_> =
        if is_integer { digits(arguments, variants, errors) } else { texts(arguments, variants, errors) };
    let mut seen = HashSet::new();
    for (variant, spelling) in variants.iter().zip(&spelled).filter(|(_, spelling)| !seen.insert(*spelling)) {
        errors.at(variant.word(), format!("two values are spelled `{spelling}`"));
    }
    let numbers = variants.iter().filter_map(|variant| variant.number.as_ref()).map(|number| number.value).collect();
    Choice { names, spelled, numbers: is_integer.then_some(numbers) }
}

fn digits(arguments: &EnumArguments, variants: &[Variant], errors: &mut Errors) -> Vec<String> {
    if let Some(spelling) = &arguments.spelling {
        errors.at(&spelling.written, "integers have no spelling; leave `spelling` out");
    }
    for variant in variants {
        let ident = &variant.ident;
        match (&variant.number, &variant.rename) {
            (None, _) if variant.is_misnumbered => {}
            (None, _) => errors.at(ident, format!("the other values are integers; expected `{ident} = ..`")),
            (Some(_), Some(name)) => errors.at(name, "an integer has no name on the wire; leave `rename` out"),
            (Some(_), None) => {}
        }
    }
    // A variant without a number keeps its place, as a text that is not an integer.
    let text = |variant: &Variant| {
        variant.number.as_ref().map_or_else(|| variant.ident.to_string(), |number| number.value.to_string())
    };
    variants.iter().map(text).collect()
}

fn texts(arguments: &EnumArguments, variants: &[Variant], errors: &mut Errors) -> Vec<String> {
    let text = |variant: &Variant| match &variant.rename {
        Some(name) => name.value(),
        None => {
            let name = variant.ident.unraw().to_string();
            spelled(&name, arguments.style()).unwrap_or_else(|unclear| {
                unclear.report(&variant.ident, &name, arguments.style(), errors);
                name
            })
        }
    };
    variants.iter().map(text).collect()
}

/// The reason why a variant's name does not determine the spelling of its value.
enum Unclear {
    /// Letters outside of ASCII, such as those of the value's Chinese name.
    Foreign,
    /// The name is the spelling on the wire, or may be.
    Already,
    /// Digits, with or without a separator before them.
    Digits,
    /// Several capitals in a row, which may be one word or several.
    Capitals,
}

fn spelled(name: &str, style: Style) -> Result<String, Unclear> {
    let has = |is: fn(char) -> bool| name.chars().any(is);
    if !name.is_ascii() {
        return Err(Unclear::Foreign);
    }
    let begins_low = name.chars().next().is_some_and(char::is_lowercase);
    if begins_low || name.contains('_') {
        return Err(Unclear::Already);
    }
    // Without a separator it does not matter where a word begins.
    if style.separator().is_none() {
        return Ok(style.spell(name));
    }
    let letters: Vec<char> = name.chars().collect();
    let in_a_row = letters.windows(2).any(|two| two.iter().all(|letter| letter.is_uppercase()));
    if in_a_row && !has(char::is_lowercase) {
        Err(Unclear::Already)
    } else if has(char::is_numeric) {
        Err(Unclear::Digits)
    } else if in_a_row {
        Err(Unclear::Capitals)
    } else {
        Ok(style.spell(name))
    }
}

impl Unclear {
    /// Reports it on the variant, with the remedy.
    fn report(&self, variant: &Ident, name: &str, style: Style, errors: &mut Errors) {
        let camel = camel(name);
        match self {
            Self::Foreign => errors
                .at(variant, format!("`{name}` does not say its value on the wire; add `#[wxpay(rename = \"..\")]`")),
            Self::Already if spelled(&camel, style).is_ok_and(|spelling| spelling == name) => errors.at(
                variant,
                format!(
                    "`{name}` is already the spelling on the wire; write `{camel}`, or `#[wxpay(rename = \"{name}\")]`"
                ),
            ),
            Self::Already if camel.starts_with(char::is_alphabetic) => {
                errors.at(
                    variant,
                    format!(
                        "`{name}` is already the spelling on the wire; write `#[wxpay(rename = \"{name}\")] {camel}`"
                    ),
                );
            }
            Self::Already => errors.at(
                variant,
                format!(
                    "`{name}` may be the spelling on the wire; add `#[wxpay(rename = \"{name}\")]`, or the real one"
                ),
            ),
            Self::Digits => {
                let apart = style.spell(&with_digits_apart(name, style));
                let together = style.spell(name);
                errors.at(
                    variant,
                    format!("a separator may stand before digits or not; add `#[wxpay(rename = \"{apart}\")]` or `\"{together}\"`"),
                );
            }
            Self::Capitals if spelled(&camel, style).is_ok() => {
                let spelling = style.spell(&camel);
                errors.at(
                    variant,
                    format!("the words of `{name}` cannot be told apart; write `{camel}`, or `#[wxpay(rename = \"{spelling}\")]`"),
                );
            }
            Self::Capitals => {
                let spelling = style.spell(&camel);
                errors.at(
                    variant,
                    format!("the words of `{name}` cannot be told apart; add `#[wxpay(rename = \"{spelling}\")]`, or the real spelling"),
                );
            }
        }
    }
}

/// `NOT_PAY` and `not_pay` as `NotPay`, `HTTPError` as `HttpError`.
fn camel(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut camel = String::with_capacity(name.len());
    let mut begins = true;
    for (index, letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| letters.get(before));
        let low = |letter: Option<&char>| letter.is_some_and(|letter| letter.is_lowercase());
        begins |= letter.is_uppercase() && (low(before) || low(letters.get(index + 1)));
        match letter {
            '_' => begins = true,
            _ if begins => {
                camel.extend(letter.to_uppercase());
                begins = false;
            }
            _ => camel.extend(letter.to_lowercase()),
        }
    }
    camel
}

/// The name with a separator before each run of digits.
fn with_digits_apart(name: &str, style: Style) -> String {
    let mut apart = String::with_capacity(name.len() + 1);
    for letter in name.chars() {
        if letter.is_numeric() && apart.ends_with(char::is_alphabetic) {
            apart.extend(style.separator());
        }
        apart.push(letter);
    }
    apart
}
