//! The table of number rules in the guide, which is made from the catalogue.

use std::collections::{BTreeMap, BTreeSet};

use wxpay::catalogue;

use crate::difference;
use crate::numbers::Number;

const PAGE: &str = include_str!("../../../wxpay/src/guide/numbers.md");
const HEAD: &str = "| member | length | characters | products |\n|---|---|---|---|\n";

#[test]
fn the_guide_has_the_rules_of_every_number_that_a_request_makes_up() {
    let right = table();
    let (_, rest) = PAGE.split_once(HEAD).expect("the page has a table with that head");
    let found = rest.split("\n\n").next().unwrap_or_default();
    let difference = difference(found, &right);
    assert!(difference.is_empty(), "wxpay/src/guide/numbers.md, for the catalogue's table:\n{difference}");
    assert_eq!(found.trim_end(), right.trim_end(), "numbers.md is not sorted, or has a line twice");
}

#[test]
fn letters_are_told_in_the_words_of_the_page() {
    let only = |allowed: fn(char) -> bool| characters(allowed);
    assert_eq!(only(|_| true), UNDOCUMENTED);
    assert_eq!(only(|letter| letter.is_ascii_alphanumeric()), "letters, digits");
    assert_eq!(only(|letter| letter.is_ascii_digit() || letter == '|'), r"digits, `\|`");
    assert_eq!(only(|letter| letter.is_ascii_uppercase()), "capital letters");
}

/// The catalogue has no rule, because the official page states none.
const UNDOCUMENTED: &str = "not documented";

/// A row for each member and rule, sorted by member. The products are modules of the crate.
fn table() -> String {
    let mut rows = BTreeMap::<_, BTreeSet<_>>::new();
    for shipped in catalogue() {
        for number in Number::made_up(&shipped) {
            let characters = characters(|letter| number.takes(letter));
            rows.entry((number.field.name, number.len(), characters)).or_default().insert(shipped.module);
        }
    }
    rows.into_iter()
        .map(|((name, len, characters), modules)| {
            let modules: Vec<_> = modules.iter().map(|module| format!("[`{module}`](crate::{module})")).collect();
            format!("| `{name}` | {} | {characters} | {} |\n", length(len), modules.join(", "))
        })
        .collect()
}

fn length((min, max): (usize, usize)) -> String {
    match (min, max) {
        (_, usize::MAX) => UNDOCUMENTED.to_owned(),
        (min, max) if min == max => min.to_string(),
        (min, max) => format!("{min} to {max}"),
    }
}

/// The accepted characters of printable ASCII, in words if they form a class.
fn characters(takes: impl Fn(char) -> bool) -> String {
    let (classes, others): (Vec<char>, Vec<_>) = (' '..='~').partition(char::is_ascii_alphanumeric);
    if (' '..='~').all(&takes) {
        return UNDOCUMENTED.to_owned();
    }
    let all = |class: fn(&char) -> bool| classes.iter().filter(|letter| class(letter)).all(|letter| takes(*letter));
    let letters = match (all(char::is_ascii_uppercase), all(char::is_ascii_lowercase)) {
        (true, true) => Some("letters"),
        (true, false) => Some("capital letters"),
        (false, true) => Some("small letters"),
        (false, false) => None,
    };
    let digits = all(char::is_ascii_digit).then_some("digits");
    let others = others.into_iter().filter(|letter| takes(*letter)).map(|letter| match letter {
        '|' => r"`\|`".to_owned(),
        ' ' => "space".to_owned(),
        '`' => "`` ` ``".to_owned(),
        letter => format!("`{letter}`"),
    });
    let words: Vec<_> = [letters, digits].into_iter().flatten().map(str::to_owned).chain(others).collect();
    words.join(", ")
}
