//! The table of number rules in the guide, in both languages, which is made from the catalogue.

use std::collections::{BTreeMap, BTreeSet};

use wxpay::catalogue;

use crate::difference;
use crate::numbers::Number;

/// The words of the table in one language.
struct Words {
    page: &'static str,
    text: &'static str,
    head: &'static str,
    to: &'static str,
    comma: &'static str,
    letters: &'static str,
    capital_letters: &'static str,
    small_letters: &'static str,
    digits: &'static str,
    space: &'static str,
    /// The catalogue has no rule, because the official page states none.
    undocumented: &'static str,
}

const ENGLISH: Words = Words {
    page: "wxpay/src/guide/numbers.md",
    text: include_str!("../../../wxpay/src/guide/numbers.md"),
    head: "| member | length | characters | products |\n|---|---|---|---|\n",
    to: "to",
    comma: ", ",
    letters: "letters",
    capital_letters: "capital letters",
    small_letters: "small letters",
    digits: "digits",
    space: "space",
    undocumented: "not documented",
};

const CHINESE: Words = Words {
    page: "wxpay/src/guide/zh/numbers.md",
    text: include_str!("../../../wxpay/src/guide/zh/numbers.md"),
    head: "| 字段 | 长度 | 字符 | 产品 |\n|---|---|---|---|\n",
    to: "到",
    comma: "、",
    letters: "字母",
    capital_letters: "大写字母",
    small_letters: "小写字母",
    digits: "数字",
    space: "空格",
    undocumented: "文档未写",
};

#[test]
fn the_guide_has_the_rules_of_every_number_that_a_request_makes_up() {
    for words in [ENGLISH, CHINESE] {
        let (page, right) = (words.page, table(&words));
        let (_, rest) = words.text.split_once(words.head).expect("the page has a table with that head");
        let found = rest.split("\n\n").next().unwrap_or_default();
        let difference = difference(found, &right);
        assert!(difference.is_empty(), "{page}, for the catalogue's table:\n{difference}");
        assert_eq!(found.trim_end(), right.trim_end(), "{page} is not sorted, or has a line twice");
    }
}

#[test]
fn letters_are_told_in_the_words_of_the_page() {
    let only = |allowed: fn(char) -> bool| characters(&ENGLISH, allowed);
    assert_eq!(only(|_| true), ENGLISH.undocumented);
    assert_eq!(only(|letter| letter.is_ascii_alphanumeric()), "letters, digits");
    assert_eq!(only(|letter| letter.is_ascii_digit() || letter == '|'), r"digits, `\|`");
    assert_eq!(only(|letter| letter.is_ascii_uppercase()), "capital letters");
    assert_eq!(characters(&CHINESE, |letter| letter.is_ascii_digit() || letter == '|'), r"数字、`\|`");
}

/// A row for each member and rule, sorted by member, in each language in the order of the English one. The products are modules
/// of the crate.
fn table(words: &Words) -> String {
    let mut rows = BTreeMap::<_, (String, BTreeSet<_>)>::new();
    for shipped in catalogue() {
        for number in Number::made_up(&shipped) {
            let takes = |letter| number.takes(letter);
            let key = (number.field.name, number.len(), characters(&ENGLISH, takes));
            let (said, modules) = rows.entry(key).or_default();
            *said = characters(words, takes);
            modules.insert(shipped.module);
        }
    }
    rows.into_iter()
        .map(|((name, len, _), (characters, modules))| {
            let modules: Vec<_> = modules.iter().map(|module| format!("[`{module}`](crate::{module})")).collect();
            format!("| `{name}` | {} | {characters} | {} |\n", length(words, len), modules.join(words.comma))
        })
        .collect()
}

fn length(words: &Words, (min, max): (usize, usize)) -> String {
    match (min, max) {
        (_, usize::MAX) => words.undocumented.to_owned(),
        (min, max) if min == max => min.to_string(),
        (min, max) => format!("{min} {} {max}", words.to),
    }
}

/// The accepted characters of printable ASCII, in words if they form a class.
fn characters(words: &Words, takes: impl Fn(char) -> bool) -> String {
    let (classes, others): (Vec<char>, Vec<_>) = (' '..='~').partition(char::is_ascii_alphanumeric);
    if (' '..='~').all(&takes) {
        return words.undocumented.to_owned();
    }
    let all = |class: fn(&char) -> bool| classes.iter().filter(|letter| class(letter)).all(|letter| takes(*letter));
    let letters = match (all(char::is_ascii_uppercase), all(char::is_ascii_lowercase)) {
        (true, true) => Some(words.letters),
        (true, false) => Some(words.capital_letters),
        (false, true) => Some(words.small_letters),
        (false, false) => None,
    };
    let digits = all(char::is_ascii_digit).then_some(words.digits);
    let others = others.into_iter().filter(|letter| takes(*letter)).map(|letter| match letter {
        '|' => r"`\|`".to_owned(),
        ' ' => words.space.to_owned(),
        '`' => "`` ` ``".to_owned(),
        letter => format!("`{letter}`"),
    });
    let all: Vec<_> = [letters, digits].into_iter().flatten().map(str::to_owned).chain(others).collect();
    all.join(words.comma)
}
