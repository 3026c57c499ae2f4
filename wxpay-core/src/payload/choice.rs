//! [`Payload`](super::Payload) of enums.

use std::cmp::Ordering;
use std::convert::Infallible;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::num::ParseIntError;

use serde::de::{Deserializer, Unexpected, Visitor};

use super::{Filled, Kind, Mismatch, Node, Scalar, Shape, Slot};

/// An enum of strings or integers that keeps values it does not know. `#[wxpay_enum]` implements it.
pub trait Choice: Sized {
    /// The known values in the order of the variants, spelled as on the wire; integers in decimal digits.
    const VALUES: &'static [&'static str];
    /// True if the values are integers on the wire. Then each text in [`VALUES`](Self::VALUES), and each text given to
    /// [`parse`](Self::parse), is an integer of 64 bits.
    const IS_INTEGER: bool = false;

    /// The variant at this index of [`Self::VALUES`].
    fn known(index: usize) -> Option<Self>;
    /// The variant for a value that is not in the list.
    fn unknown(other: Other) -> Self;
    /// This value's index in the list, or the unknown value.
    ///
    /// # Errors
    /// The value is not in the list.
    fn index(&self) -> Result<usize, &Other>;

    /// The spelling on the wire.
    fn spelling(&self) -> &str {
        spelling(Self::VALUES, self.index())
    }

    /// The value with this spelling. A value that is not in the list becomes unknown, marked as `vouched` says.
    fn parse(text: &str, vouched: bool) -> Self {
        match Self::known(position(Self::VALUES, text)) {
            Some(known) => known,
            None => Self::unknown(Other { text: text.into(), vouched }),
        }
    }
}

// These functions do not need the type; `derive` explains why they stand outside of the impl.

fn spelling<'a>(values: &[&'static str], index: Result<usize, &'a Other>) -> &'a str {
    match index {
        Ok(index) => values.get(index).copied().unwrap_or_default(),
        Err(other) => &other.text,
    }
}

/// The index of `text` in the list; the length of the list if it is not there.
fn position(values: &[&str], text: &str) -> usize {
    values.iter().position(|value| *value == text).unwrap_or(values.len())
}

fn node<'a>(values: &[&'static str], is_integer: bool, index: Result<usize, &'a Other>) -> Node<'a> {
    let allowed = index.err().is_none_or(|other| other.vouched);
    let text = spelling(values, index);
    if is_integer { Node::Number { text, allowed } } else { Node::Choice { text, allowed } }
}

const fn expected(is_integer: bool) -> &'static str {
    if is_integer { "an integer of 64 bits" } else { "a string" }
}

/// The digits of an integer that was read, if the enum is one of integers.
fn digits(is_integer: bool, value: i128) -> Result<String, Mismatch> {
    match i64::try_from(value) {
        Ok(value) if is_integer => Ok(value.to_string()),
        _ => Err(Mismatch::new(expected(is_integer))),
    }
}

/// The shape of every [`Choice`].
#[derive(Debug, Clone, Copy)]
pub struct OneOf;

impl<T: Choice> Shape<T> for OneOf {
    const KIND: Kind = if T::IS_INTEGER { Kind::Number(T::VALUES) } else { Kind::Choice(T::VALUES) };

    fn blank() -> T {
        T::parse("", false)
    }

    fn node(value: &T) -> Node<'_> {
        node(T::VALUES, T::IS_INTEGER, value.index())
    }

    fn slot(value: &mut T) -> Slot<'_> {
        Slot::Scalar(value)
    }
}

/// A value that an enum does not list. Two values with the same text are equal, vouched for or not.
#[derive(Debug, Clone)]
pub struct Other {
    text: Box<str>,
    vouched: bool,
}

impl PartialEq for Other {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Other {}

impl PartialOrd for Other {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Other {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl Hash for Other {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl<T: Choice> Scalar for T {
    fn expected(&self) -> &'static str {
        expected(T::IS_INTEGER)
    }

    fn text(&mut self, text: &str) -> Result<Filled, Mismatch> {
        if T::IS_INTEGER {
            return Err(Mismatch::new(expected(true)));
        }
        *self = Self::parse(text, false);
        Ok(Filled::Present)
    }

    fn integer(&mut self, value: i128) -> Result<Filled, Mismatch> {
        *self = Self::parse(&digits(T::IS_INTEGER, value)?, false);
        Ok(Filled::Present)
    }
}

// The functions that the code of `#[wxpay_enum]` calls.

/// Writes the variant's name, or `Unknown("..")` for a value that is not in the list.
///
/// # Errors
/// The formatter's own.
pub fn debug_choice(f: &mut fmt::Formatter<'_>, names: &[&'static str], index: Result<usize, &Other>) -> fmt::Result {
    match index {
        Ok(index) => f.write_str(names.get(index).copied().unwrap_or_default()),
        Err(other) => f.debug_tuple("Unknown").field(&other.text).finish(),
    }
}

/// The number of an enum of integers. Every text is an integer, except in a blank value that nothing was read into.
#[must_use]
pub fn number_of(text: &str) -> i64 {
    text.parse().unwrap_or_default()
}

/// The value with this number. A number that is not in the list becomes unknown, marked as `vouched` says.
pub fn number_choice<T: Choice>(number: i64, vouched: bool) -> T {
    T::parse(&number.to_string(), vouched)
}

/// Reads a text as an enum of strings; accepts every text.
///
/// # Errors
/// Never.
pub fn choice_from_str<T: Choice>(text: &str) -> Result<T, Infallible> {
    Ok(T::parse(text, false))
}

/// Reads digits as an enum of integers.
///
/// # Errors
/// The text is not an integer of 64 bits.
pub fn number_from_str<T: Choice>(text: &str) -> Result<T, ParseIntError> {
    text.parse().map(|number| number_choice(number, false))
}

/// Reads an enum as it is on the wire, for an application's own types.
///
/// # Errors
/// The deserializer's own; or the value is not a string or, for an enum of integers, not an integer of 64 bits.
pub fn deserialize_choice<'de, T: Choice, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let text = if T::IS_INTEGER {
        deserializer.deserialize_i64(Text { is_integer: true })?
    } else {
        deserializer.deserialize_str(Text { is_integer: false })?
    };
    Ok(T::parse(&text, false))
}

struct Text {
    is_integer: bool,
}

impl Text {
    fn number<E: serde::de::Error>(&self, value: i128, found: Unexpected<'_>) -> Result<Box<str>, E> {
        digits(self.is_integer, value).map(Into::into).map_err(|_| E::invalid_value(found, self))
    }
}

impl Visitor<'_> for Text {
    type Value = Box<str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(expected(self.is_integer))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Box<str>, E> {
        if self.is_integer { Err(E::invalid_type(Unexpected::Str(text), &self)) } else { Ok(text.into()) }
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Box<str>, E> {
        self.number(value.into(), Unexpected::Signed(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Box<str>, E> {
        self.number(value.into(), Unexpected::Unsigned(value))
    }
}
