//! Calls of setters that compile, and the values that they set.

use std::borrow::Cow;
use std::collections::{BTreeMap, VecDeque};

use serde_json::{Value, json};
use wxpay::prelude::*;
use wxpay::value::FenText;

#[wxpay_enum]
enum State {
    Open,
}

#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq)]
struct Inner {
    name: Option<String>,
}

#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq)]
struct All {
    i8: Option<i8>,
    i16: Option<i16>,
    i32: Option<i32>,
    i64: Option<i64>,
    u8: Option<u8>,
    u16: Option<u16>,
    u32: Option<u32>,
    u64: Option<std::primitive::u64>,
    truth: Option<bool>,
    text: Option<String>,
    texts: Option<Vec<String>>,
    numbers: Option<Vec<u32>>,
    fen: Option<Fen>,
    fen_text: Option<FenText>,
    time: Option<DateTime>,
    state: Option<State>,
    states: Option<Vec<State>>,
    inner: Option<Inner>,
    inners: Option<Vec<Inner>>,
    boxed: Option<Box<Inner>>,
    map: Option<BTreeMap<String, String>>,
    json: Option<Value>,
}

/// A number of an application's own.
struct Count(i64);

impl From<Count> for i64 {
    fn from(count: Count) -> Self {
        count.0
    }
}

fn all() -> All {
    All::new()
}

#[test]
fn a_literal_sets_an_integer_of_any_width() {
    let set = all().i8(-5).i16(-5).i32(-5).i64(-5).u8(5).u16(5).u32(5).u64(5_000_000_000);
    assert_eq!((set.i8, set.i16, set.i32, set.i64), (Some(-5), Some(-5), Some(-5), Some(-5)));
    assert_eq!((set.u8, set.u16, set.u32, set.u64), (Some(5), Some(5), Some(5), Some(5_000_000_000)));
}

#[test]
fn an_integer_of_the_members_own_type_sets_it() {
    let (a, b, c, d) = (1_i16, 2_u16, 3_u32, 4_u64);
    let set = all().i16(a).u16(b).u32(c).u64(d);
    assert_eq!((set.i16, set.u16, set.u32, set.u64), (Some(1), Some(2), Some(3), Some(4)));
}

#[test]
fn where_it_has_always_been_so_a_narrower_integer_or_ones_own_type_sets_it() {
    assert_eq!(all().i64(5_i32).i64, all().i64(5_u8).i64);
    assert_eq!(all().i64(Count(5)).i64, Some(5));
    assert_eq!((all().i32(5_i16).i32, all().u8(true).u8), (Some(5), Some(1)));
}

#[test]
fn an_option_is_passed_on() {
    let (text, borrowed, nothing): (Option<String>, Option<&str>, Option<&str>) = (Some("a".into()), Some("b"), None);
    assert_eq!(all().text(text).text(borrowed).text.as_deref(), Some("b"));
    assert_eq!(all().text("a").text(nothing).text, None);
    assert_eq!(all().u32(Some(5)).u32, Some(5));
    assert_eq!(all().u32(None).u32, None);
    assert_eq!(all().i64(Some(5_i32)).i64, Some(5));
    assert_eq!(all().truth(Some(true)).truth, Some(true));
    assert_eq!(all().fen(Some(Fen::new(1))).fen, Some(Fen::new(1)));
    assert_eq!(all().state(Some(State::Open)).state, Some(State::Open));
    assert_eq!(all().inner(Some(Inner::new())).inner, Some(Inner::new()));
    assert_eq!(all().texts(Some(vec!["a".to_owned()])).texts.map_or(0, |texts| texts.len()), 1);
    let maybe: Option<Box<Inner>> = None;
    assert_eq!(all().boxed(maybe).boxed, None);
}

#[test]
fn texts_set_a_list_of_texts() {
    let ab = Some(vec!["a".to_owned(), "b".to_owned()]);
    let slice: &[&str] = &["a", "b"];
    assert_eq!((all().texts(["a", "b"]).texts, all().texts(slice).texts), (ab.clone(), ab.clone()));
    assert_eq!(all().texts(vec!["a".into(), "b".into()]).texts, ab);
    assert_eq!(all().texts(["a".to_owned(), "b".to_owned()]).texts, ab);
    assert_eq!(all().texts(VecDeque::from(["a".to_owned(), "b".to_owned()])).texts, ab);
    assert_eq!(all().texts(Cow::Borrowed(&["a".to_owned(), "b".to_owned()][..])).texts, ab);
    assert_eq!(all().texts(vec![]).texts, Some(Vec::new()));
    assert_eq!(all().texts(Vec::new()).texts, Some(Vec::new()));
}

#[test]
fn what_becomes_a_text_sets_a_text() {
    let owned = "a".to_owned();
    for set in [
        all().text("a"),
        all().text(&owned),
        all().text(owned.clone()),
        all().text('a'),
        all().text(Cow::Borrowed("a")),
        all().text(Box::<str>::from("a")),
        generic("a"),
    ] {
        assert_eq!(set.text.as_deref(), Some("a"));
    }
}

fn generic(text: impl Into<String>) -> All {
    all().text(text)
}

#[test]
fn the_value_itself_or_what_becomes_it_sets_the_rest() {
    let inner = Inner::new().name("a");
    let set = all()
        .truth(true)
        .numbers([1, 2])
        .numbers(vec![1, 2])
        .fen(Fen::new(1))
        .fen_text(Fen::new(1))
        .state(State::Open)
        .states([State::Open])
        .inner(inner.clone())
        .inners([inner.clone()])
        .inners(vec![inner.clone()])
        .boxed(inner.clone())
        .boxed(Box::new(inner.clone()))
        .map([("a".to_owned(), "b".to_owned())])
        .json(json!({ "a": 1 }))
        .json("a");
    assert_eq!((set.boxed.as_deref(), set.json), (Some(&inner), Some(json!("a"))));
}
