//! Enums of strings and of integers: on the wire, and in an application's own types.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use serde_json::json;
use wxpay::from_json;
use wxpay::payload::{Kind, Payload};
use wxpay::prelude::*;
use wxpay::validate::{Policy, Problem, validate};

#[wxpay_enum]
#[derive(Debug, PartialOrd, Ord)]
enum State {
    Success,
    NotPay,
    #[wxpay(rename = "no_balance")]
    NoBalance,
}

#[wxpay_enum]
enum Level {
    Low = -1,
    Middle = 0,
    High = 9_223_372_036_854_775_807,
}

#[wxpay_endpoint(method = "POST", path = "/v3/levels/{level}", response = Levels)]
#[derive(Debug)]
struct SetLevels {
    level: Level,
    #[wxpay(query)]
    queried: Option<Level>,
    #[wxpay(header = "X-Level")]
    header: Option<Level>,
    all: Vec<Level>,
    state: Option<State>,
}

#[wxpay_object]
#[derive(Debug, PartialEq)]
struct Levels {
    level: Level,
    before: Option<Level>,
}

/// A table of the application's own.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Row {
    state: State,
    level: Level,
}

#[test]
fn an_enum_is_in_a_type_of_ones_own_as_it_is_on_the_wire() {
    for row in [
        json!({ "state": "NOT_PAY", "level": -1 }),
        json!({ "state": "no_balance", "level": i64::MAX }),
        json!({ "state": "NEW", "level": 7 }),
        json!({ "state": "", "level": i64::MIN }),
    ] {
        let read: Row = serde_json::from_value(row.clone()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), row);
    }
}

#[test]
fn a_value_of_another_json_type_is_refused_in_words() {
    let error = |row| serde_json::from_value::<Row>(row).unwrap_err().to_string();
    assert_eq!(error(json!({ "state": 1, "level": 0 })), "invalid type: integer `1`, expected a string");
    assert_eq!(
        error(json!({ "state": "SUCCESS", "level": "0" })),
        "invalid type: string \"0\", expected an integer of 64 bits"
    );
    assert_eq!(
        error(json!({ "state": "SUCCESS", "level": u64::MAX })),
        "invalid value: integer `18446744073709551615`, expected an integer of 64 bits"
    );
}

#[test]
fn a_text_becomes_a_value_and_a_value_a_text() {
    assert_eq!("SUCCESS".parse::<State>().unwrap(), State::Success);
    assert_eq!("NEW".parse::<State>().unwrap().to_string(), "NEW");
    assert_eq!(format!("{:>8}|{:<4}|", State::Success, Level::Low), " SUCCESS|-1  |");
    assert_eq!("+0".parse::<Level>().unwrap(), Level::Middle);
    assert_eq!("7".parse::<Level>().unwrap().as_i64(), 7);
    assert!("".parse::<Level>().is_err() && "9223372036854775808".parse::<Level>().is_err());
}

#[test]
fn the_values_are_a_list() {
    assert_eq!(State::VALUES, ["SUCCESS", "NOT_PAY", "no_balance"]);
    assert_eq!(Level::VALUES, [-1, 0, i64::MAX]);
    assert!(Level::VALUES.iter().all(|value| format!("{:?}", Level::other(*value)) != format!("Unknown(\"{value}\")")));
}

#[test]
fn what_is_not_in_the_list_is_shown_as_unknown() {
    assert_eq!(format!("{:?} {:?}", State::NotPay, State::other("NEW")), "NotPay Unknown(\"NEW\")");
    assert_eq!(format!("{:?} {:?}", Level::High, Level::other(7)), "High Unknown(\"7\")");
    assert_eq!(format!("{:?}", State::other("\u{1b}[2K\n\u{202e}")), r#"Unknown("\u{1b}[2K\n\u{202e}")"#);
}

#[test]
fn a_value_that_is_not_in_the_list_is_the_same_whoever_vouches_for_it() {
    let read: State = from_json(br#""NEW""#).unwrap();
    assert_eq!(read, State::other("NEW"));
    assert_eq!(HashSet::from([read.clone(), State::other("NEW")]).len(), 1);
    assert!(State::Success < State::NotPay && read > State::NoBalance);
}

/// The fixture's client uses aws-lc.
#[cfg(feature = "aws-lc")]
#[test]
fn integers_go_out_as_integers_and_as_digits_where_there_is_only_text() {
    let client = wxpay_tests::limits::fixture::Fixture::new(wxpay::crypto::Backend::preferred().unwrap()).client;
    let request = SetLevels {
        level: Level::Low,
        queried: Some(Level::other(7)),
        header: Some(Level::Middle),
        all: vec![Level::High, Level::other(8)],
        state: None,
    };
    let encoded = client.encode(&request).unwrap();
    assert_eq!(encoded.target(), "/v3/levels/-1?queried=7");
    assert_eq!(&encoded.body()[..], br#"{"all":[9223372036854775807,8]}"#);
}

#[test]
fn an_unknown_value_that_nobody_vouches_for_is_not_sent() {
    let mut request = SetLevels { level: Level::Low, queried: None, header: None, all: Vec::new(), state: None };
    request.all.push(from_json(b"5").unwrap());
    request.state = Some("NEW".parse().unwrap());
    let found = validate(&request, &Policy::default());
    let problems: Vec<_> = found.iter().map(|violation| (&*violation.pointer, &violation.problem)).collect();
    assert_eq!(
        problems,
        [
            ("/all/0", &Problem::UnknownValue { allowed: &["-1", "0", "9223372036854775807"] }),
            ("/state", &Problem::UnknownValue { allowed: State::VALUES }),
        ]
    );
}

#[test]
fn an_answer_keeps_an_integer_that_is_not_in_the_list_and_refuses_a_text() {
    let read: Levels = from_json(br#"{"level":5,"before":null}"#).unwrap();
    assert_eq!(read, Levels { level: Level::other(5), before: None });
    let error = from_json::<Levels>(br#"{"level":"5"}"#).unwrap_err().to_string();
    assert!(error.contains("/level is not an integer of 64 bits"), "{error}");
    let read: Levels = from_json(br#"{"level":0,"before":""}"#).unwrap();
    assert_eq!(read, Levels { level: Level::Middle, before: None });
}

#[test]
fn the_table_says_which_it_is() {
    assert!(matches!(State::KIND, Kind::Choice(State::VALUES)));
    assert!(matches!(Level::KIND, Kind::Number(["-1", "0", "9223372036854775807"])));
}

mod styles {
    use wxpay::prelude::*;

    macro_rules! styles {
        ($($name:ident $style:literal,)*) => {$(
            #[wxpay_enum(spelling = $style)]
            pub(super) enum $name {
                Open,
                NotPaidYet,
                #[wxpay(rename = "As-It_is")]
                Renamed,
            }
        )*};
    }

    styles! {
        Lower "lowercase",
        Upper "UPPERCASE",
        Pascal "PascalCase",
        Camel "camelCase",
        Snake "snake_case",
        ScreamingSnake "SCREAMING_SNAKE_CASE",
        Kebab "kebab-case",
        ScreamingKebab "SCREAMING-KEBAB-CASE",
    }

    /// Words without a separator, in which digits and capitals are unambiguous.
    #[wxpay_enum(spelling = "PascalCase")]
    pub(super) enum Color {
        Color010,
        RGBRed,
    }
}

#[test]
fn a_style_spells_what_is_not_renamed() {
    assert_eq!(styles::Lower::VALUES, ["open", "notpaidyet", "As-It_is"]);
    assert_eq!(styles::Upper::VALUES, ["OPEN", "NOTPAIDYET", "As-It_is"]);
    assert_eq!(styles::Pascal::VALUES, ["Open", "NotPaidYet", "As-It_is"]);
    assert_eq!(styles::Camel::VALUES, ["open", "notPaidYet", "As-It_is"]);
    assert_eq!(styles::Snake::VALUES, ["open", "not_paid_yet", "As-It_is"]);
    assert_eq!(styles::ScreamingSnake::VALUES, ["OPEN", "NOT_PAID_YET", "As-It_is"]);
    assert_eq!(styles::Kebab::VALUES, ["open", "not-paid-yet", "As-It_is"]);
    assert_eq!(styles::ScreamingKebab::VALUES, ["OPEN", "NOT-PAID-YET", "As-It_is"]);
    assert_eq!(styles::Color::VALUES, ["Color010", "RGBRed"]);
}
