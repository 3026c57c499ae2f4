//! Integers that the API writes in strings.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::ParseValueError;
use crate::payload::{Filled, Kind, Mismatch, Node, Payload, Scalar, Shape, Slot, whole};

/// An integer that the API writes as decimal digits in a string, such as `"42"`. For an amount in fen in this form use
/// [`FenText`](super::FenText).
///
/// Leading zeros are lost: a code of digits, such as a bank's, should be a `String`.
///
/// ```
/// use wxpay_core::value::IntText;
///
/// assert_eq!(IntText::new(42).to_string(), "42");
/// assert_eq!("42".parse(), Ok(IntText::from(42)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct IntText(i64);

impl IntText {
    /// Wraps an integer.
    #[must_use]
    pub const fn new(value: i64) -> Self {
        Self(value)
    }

    /// The integer.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    /// Reads decimal digits, with or without a minus sign. The same as [`FromStr`].
    ///
    /// # Errors
    /// The text has another form, or the integer does not fit into 64 bits.
    pub fn parse(text: &str) -> Result<Self, ParseValueError> {
        whole(text).map(Self).ok_or(ParseValueError { expected: EXPECTED })
    }
}

impl fmt::Display for IntText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for IntText {
    type Err = ParseValueError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

macro_rules! from {
    ($($integer:ident)*) => {$(
        impl From<$integer> for IntText {
            fn from(value: $integer) -> Self {
                Self(value.into())
            }
        }
    )*};
}

from!(i8 i16 i32 i64 u8 u16 u32);

impl From<IntText> for i64 {
    fn from(value: IntText) -> Self {
        value.0
    }
}

impl Payload for IntText {
    type Shape = Self;
}

impl Shape for IntText {
    const KIND: Kind = Kind::IntText;

    fn blank() -> Self {
        Self(0)
    }

    fn node(value: &Self) -> Node<'_> {
        Node::Text(Cow::Owned(value.to_string()))
    }

    fn slot(value: &mut Self) -> Slot<'_> {
        Slot::Scalar(value)
    }
}

impl Scalar for IntText {
    fn expected(&self) -> &'static str {
        EXPECTED
    }

    fn text(&mut self, text: &str) -> Result<Filled, Mismatch> {
        *self = Self::parse(text).map_err(|error| Mismatch::new(error.expected))?;
        Ok(Filled::Present)
    }
}

const EXPECTED: &str = "an integer of 64 bits as digits in a string";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_come_back() {
        for value in [0, 7, -7, i64::MAX, i64::MIN] {
            assert_eq!(IntText::parse(&IntText::new(value).to_string()), Ok(IntText::new(value)));
        }
        assert_eq!(IntText::parse("007"), Ok(IntText::new(7)));
    }

    #[test]
    fn anything_but_digits_is_refused() {
        for text in ["", "-", "+1", " 1", "1 ", "1.0", "1e3", "0x1", "9223372036854775808", "１"] {
            assert!(IntText::parse(text).is_err(), "{text:?}");
        }
    }
}
