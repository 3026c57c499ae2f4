//! Amounts: integers in fen (分), one hundredth of a yuan. There is no floating point.

use std::borrow::Cow;
use std::fmt;

use super::{Filled, Kind, Mismatch, Node, Payload, Scalar, Shape, Slot};

macro_rules! amounts {
    ($($(#[$doc:meta])* $amount:ident,)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $amount(i64);

        impl $amount {
            /// An amount in fen.
            #[must_use]
            pub const fn new(fen: i64) -> Self {
                Self(fen)
            }

            /// The number of fen.
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

            /// The amount multiplied by `times`, or `None` if it does not fit.
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
    /// An amount in fen (分) that the API writes as decimal digits in a string. Some products do, so that the two are separate
    /// types.
    FenText,
}

impl Fen {
    /// Reads an amount in yuan, such as `12.05` or `-3`, as bills write amounts. `None` if the text is not a decimal number, is
    /// not a whole number of fen, or does not fit.
    ///
    /// ```
    /// use wxpay_core::value::Fen;
    ///
    /// assert_eq!(Fen::from_yuan("12.05"), Some(Fen::new(1205)));
    /// assert_eq!(Fen::from_yuan("0.10000"), Some(Fen::new(10)));
    /// assert_eq!(Fen::from_yuan("0.006"), None);
    /// ```
    #[must_use]
    pub fn from_yuan(text: &str) -> Option<Self> {
        let (negative, unsigned) = text.strip_prefix('-').map_or((false, text), |unsigned| (true, unsigned));
        let (yuan, decimals) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
        if yuan.is_empty() || decimals.is_empty() || !(yuan.bytes().chain(decimals.bytes())).all(|b| b.is_ascii_digit())
        {
            return None;
        }
        let (fen, below) = decimals.split_at_checked(2).unwrap_or((decimals, ""));
        if below.bytes().any(|digit| digit != b'0') {
            return None;
        }
        // Negative amounts are summed downwards, since `i64::MIN` has no positive counterpart.
        let digits = yuan.bytes().chain(fen.bytes()).chain(std::iter::repeat_n(b'0', 2 - fen.len()));
        let amount = digits.map(|digit| i64::from(digit - b'0')).try_fold(0_i64, |sum, digit| {
            let sum = sum.checked_mul(10)?;
            if negative { sum.checked_sub(digit) } else { sum.checked_add(digit) }
        });
        amount.map(Self)
    }
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
    type Shape = Self;
}

impl Shape for Fen {
    const KIND: Kind = Kind::Fen;

    fn blank() -> Self {
        Self(0)
    }

    fn node(value: &Self) -> Node<'_> {
        Node::Integer(i128::from(value.0))
    }

    fn slot(value: &mut Self) -> Slot<'_> {
        Slot::Scalar(value)
    }
}

impl Scalar for Fen {
    fn expected(&self) -> &'static str {
        "an amount in fen as an integer"
    }

    fn integer(&mut self, value: i128) -> Result<Filled, Mismatch> {
        self.0 = value.try_into().map_err(|_| Mismatch::new(self.expected()))?;
        Ok(Filled::Present)
    }
}

impl Payload for FenText {
    type Shape = Self;
}

impl Shape for FenText {
    const KIND: Kind = Kind::FenText;

    fn blank() -> Self {
        Self(0)
    }

    fn node(value: &Self) -> Node<'_> {
        Node::Text(Cow::Owned(value.0.to_string()))
    }

    fn slot(value: &mut Self) -> Slot<'_> {
        Slot::Scalar(value)
    }
}

impl Scalar for FenText {
    fn expected(&self) -> &'static str {
        "an amount in fen as digits in a string"
    }

    fn text(&mut self, text: &str) -> Result<Filled, Mismatch> {
        self.0 = whole(text).ok_or(Mismatch::new(self.expected()))?;
        Ok(Filled::Present)
    }
}

/// Reads decimal digits, with or without a minus sign, as an integer.
pub(crate) fn whole(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
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
    fn yuan_read_back_to_the_fen() {
        for fen in [0, 1, -1, 10, 99, 100, -12_345, i64::MAX, i64::MIN] {
            assert_eq!(Fen::from_yuan(&Fen::new(fen).yuan()), Some(Fen::new(fen)));
        }
        for (text, fen) in [("7", 700), ("7.1", 710), ("-0.00", 0), ("0.00000", 0), ("007.50", 750)] {
            assert_eq!(Fen::from_yuan(text), Some(Fen::new(fen)), "{text}");
        }
    }

    #[test]
    fn what_is_no_whole_number_of_fen_is_no_amount() {
        for text in
            ["", "-", ".", ".5", "5.", "+1", "1e2", " 1", "1,000.00", "0.001", "１", "--1", "92233720368547758.08"]
        {
            assert_eq!(Fen::from_yuan(text), None, "{text:?}");
        }
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
