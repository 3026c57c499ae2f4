//! Values that WeChat Pay takes where a member is absent.

use std::fmt;

use super::{Kind, Rule};

/// The value that WeChat Pay takes where an optional member is absent, as its page says. It is for documentation and for
/// servers: the client sends nothing that was not set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DefaultValue {
    /// A text, or an enum's value as the wire spells it.
    Text(&'static str),
    /// An integer; of an amount fen.
    Integer(i64),
    /// `true` or `false`.
    Boolean(bool),
}

impl fmt::Display for DefaultValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Integer(value) => value.fmt(f),
            Self::Boolean(value) => value.fmt(f),
        }
    }
}

/// Fails the build, on the field, where the default is none that the member could have. Patterns and functions are not asked:
/// they cannot run while something compiles.
#[track_caller]
pub(super) const fn fit(kind: Kind, required: bool, default: DefaultValue, rules: &[Rule]) {
    assert!(!required, "`default` stands for an absent member; this field is required");
    let same_type = matches!(
        (kind, default),
        (Kind::Text | Kind::Choice(_), DefaultValue::Text(_))
            | (Kind::Integer | Kind::Fen | Kind::FenText, DefaultValue::Integer(_))
            | (Kind::Boolean, DefaultValue::Boolean(_))
    );
    assert!(same_type, "the `default` is of another type than this field");
    if let (Kind::Choice(values), DefaultValue::Text(text)) = (kind, default) {
        assert!(has(values, text), "the enum of this field does not have the `default`");
    }
    let mut rest = rules;
    while let [rule, tail @ ..] = rest {
        keeps(rule, default);
        rest = tail;
    }
}

#[track_caller]
const fn keeps(rule: &Rule, default: DefaultValue) {
    match (rule, default) {
        (Rule::Len { min, max, .. }, DefaultValue::Text(text)) => {
            let length = characters(text);
            assert!(*min <= length && length <= *max, "the `default` breaks the field's own `len`");
        }
        (Rule::Range { min, max }, DefaultValue::Integer(value)) => {
            assert!(*min <= value && value <= *max, "the `default` breaks the field's own `range`");
        }
        _ => {}
    }
}

const fn has(values: &[&str], text: &str) -> bool {
    let mut rest = values;
    while let [value, tail @ ..] = rest {
        if same(value.as_bytes(), text.as_bytes()) {
            return true;
        }
        rest = tail;
    }
    false
}

const fn same(mut one: &[u8], mut other: &[u8]) -> bool {
    while let ([first, tail @ ..], [head, rest @ ..]) = (one, other) {
        if *first != *head {
            return false;
        }
        (one, other) = (tail, rest);
    }
    one.is_empty() && other.is_empty()
}

/// Every byte but those that go on with a character.
const fn characters(text: &str) -> usize {
    let (mut count, mut rest) = (0, text.as_bytes());
    while let [byte, tail @ ..] = rest {
        if *byte & 0b1100_0000 != 0b1000_0000 {
            count += 1;
        }
        rest = tail;
    }
    count
}
