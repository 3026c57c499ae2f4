//! Compares patterns of official pages with ours: they match the same texts, however they are spelled.

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::string::string_regex;
use proptest::test_runner::TestRunner;
use regex_lite::Regex;
use wxpay::payload::Pattern;

/// The difference between two patterns, shown by a text. A page writes its pattern between slashes, as JavaScript does.
pub(crate) fn difference(ours: Option<&Pattern>, theirs: &str) -> Option<String> {
    // In JavaScript, `\d` is an ASCII digit.
    let theirs = theirs.trim_matches('/').replace(r"\d", "[0-9]");
    let Ok(expression) = Regex::new(&format!("^(?:{theirs})$")) else {
        return Some(format!("the facts have `{theirs}`, which is not a valid expression"));
    };
    let Some(ours) = ours else { return Some(format!("none, the facts have `{theirs}`")) };
    let refused = texts(&theirs).find(|text| !ours.is_match(text));
    if let Some(text) = refused {
        return Some(format!("`{}` refuses {text:?} of the facts' `{theirs}`", ours.as_str()));
    }
    let more = texts(ours.as_str()).find(|text| !expression.is_match(text));
    more.map(|text| format!("`{}` takes {text:?}, which the facts' `{theirs}` has not", ours.as_str()))
}

/// Some texts that the expression matches.
fn texts(expression: &str) -> impl Iterator<Item = String> {
    let (texts, mut runner) = (string_regex(expression).unwrap(), TestRunner::deterministic());
    (0..TEXTS).map(move |_| texts.new_tree(&mut runner).unwrap().current())
}

const TEXTS: usize = 256;

#[test]
fn another_spelling_is_no_difference_and_another_text_is() {
    let ours = |source| Pattern(source);
    assert_eq!(difference(Some(&ours("[0-9]{14}|[0-9]{8}")), r"/\d{8}|\d{14}/"), None);
    assert_eq!(difference(Some(&ours(r"[*|a-z_\-]{1,8}")), r"/[a-z\|\*_-]{1,8}/"), None);
    for (narrow, wide) in
        [("[0-9]{8}", "/[0-9]{8}|[0-9]{14}/"), ("[0-9]{8}|[0-9]{14}", "/[0-9]{8}/"), ("[a-y]", "/[a-z]/")]
    {
        assert!(difference(Some(&ours(narrow)), wide).is_some(), "{narrow} {wide}");
    }
    assert!(difference(None, "/a/").is_some() && difference(Some(&ours("a")), "/[b-a]/").is_some());
}
