//! Amounts. Integers in fen (分), one hundredth of a yuan; there is no float anywhere.

use std::borrow::Cow;
use std::fmt;

use crate::payload::{Filled, Kind, Mismatch, Node, Payload, Scalar, Slot};

macro_rules! amounts {
    ($($(#[$doc:meta])* $amount:ident,)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $amount(i64);

        impl $amount {
            /// An amount of so many fen.
            #[must_use]
            pub const fn new(fen: i64) -> Self {
                Self(fen)
            }

            /// How many fen.
            #[must_use]
            pub const fn get(self) -> i64 {
                self.0
            }

            /// The sum, or `None` if it does not fit.
            #[must_use]
            pub fn checked_add(self, other: Self) -> Option<Self> {
                self.0.checked_add(other.0).map(Self)
            }

            /// The difference, or `None` if it does not fit.
            #[must_use]
            pub fn checked_sub(self, other: Self) -> Option<Self> {
                self.0.checked_sub(other.0).map(Self)
            }

            /// So many times the amount, or `None` if it does not fit.
            #[must_use]
            pub fn checked_mul(self, times: i64) -> Option<Self> {
                self.0.checked_mul(times).map(Self)
            }

            /// The amount in yuan with two decimals, such as `12.05`: for people, never for a request.
            #[must_use]
            pub fn yuan(self) -> String {
                let (sign, fen) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
                format!("{sign}{}.{:02}", fen / 100, fen % 100)
            }
        }

        impl fmt::Display for $amount {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{} fen", self.0)
            }
        }
    )*};
}

amounts! {
    /// An amount in fen (分) that the API writes as a JSON integer.
    Fen,
    /// An amount in fen (分) that the API writes as decimal digits in a string. Which products do is a matter of the
    /// product; the types keep the two apart.
    FenText,
}

impl From<Fen> for FenText {
    fn from(amount: Fen) -> Self {
        Self(amount.0)
    }
}

impl From<FenText> for Fen {
    fn from(amount: FenText) -> Self {
        Self(amount.0)
    }
}

impl Payload for Fen {
    const KIND: Kind = Kind::Fen;

    fn blank() -> Self {
        Self(0)
    }

    fn node(&self) -> Node<'_> {
        Node::Integer(i128::from(self.0))
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Scalar(self)
    }
}

impl Scalar for Fen {
    fn expected(&self) -> &'static str {
        "an amount in fen as an integer"
    }

    fn integer(&mut self, value: i128) -> Result<Filled, Mismatch> {
        self.0 = value.try_into().map_err(|_| Mismatch { expected: self.expected() })?;
        Ok(Filled::Present)
    }
}

impl Payload for FenText {
    const KIND: Kind = Kind::FenText;

    fn blank() -> Self {
        Self(0)
    }

    fn node(&self) -> Node<'_> {
        Node::Text(Cow::Owned(self.0.to_string()))
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Scalar(self)
    }
}

impl Scalar for FenText {
    fn expected(&self) -> &'static str {
        "an amount in fen as digits in a string"
    }

    fn text(&mut self, text: &str) -> Result<Filled, Mismatch> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let amount = if plain { text.parse().ok() } else { None };
        self.0 = amount.ok_or(Mismatch { expected: self.expected() })?;
        Ok(Filled::Present)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yuan_has_two_decimals_whatever_the_sign() {
        assert_eq!(Fen::new(1205).yuan(), "12.05");
        assert_eq!(Fen::new(-5).yuan(), "-0.05");
        assert_eq!(Fen::new(i64::MIN).yuan(), "-92233720368547758.08");
    }

    #[test]
    fn textual_amounts_are_digits_only() {
        let mut amount = FenText::new(7);
        assert!(amount.text("10000").is_ok());
        assert_eq!(amount, FenText::new(10_000));
        for bad in ["", "-", "+1", " 1", "1.0", "1e3", "9223372036854775808", "１"] {
            assert!(amount.text(bad).is_err(), "{bad:?}");
        }
        assert_eq!(amount, FenText::new(10_000));
    }

    #[test]
    fn sums_that_do_not_fit_are_none() {
        assert_eq!(Fen::new(i64::MAX).checked_add(Fen::new(1)), None);
        assert_eq!(Fen::new(2).checked_mul(3), Some(Fen::new(6)));
    }
}
