//! The types of a bill's cells.

use std::fmt;

use serde_json::Value;

use super::Direction;
use crate::pay::{TradeState, TradeType};
use crate::prelude::{DateTime, Fen};
use crate::refund::RefundStatus;

/// A type that is read from a cell. An empty cell, or a column that does not exist, is the default.
pub(super) trait Cell: Default {
    /// Expected format, for errors.
    const EXPECTED: &'static str;

    /// Reads a text that is not empty; `None` if it has another format.
    fn read(text: &str) -> Option<Self>;

    /// Returns the JSON value, unless the cell is empty.
    fn json(&self) -> Option<Value>;
}

/// A fee in yuan as the bill has it. It may have parts of a fen, such as `0.00600`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fee(String);

impl Fee {
    /// Returns the fee in yuan, as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the fee in fen, if it is a whole number of fen.
    #[must_use]
    pub fn fen(&self) -> Option<Fen> {
        Fen::from_yuan(&self.0)
    }
}

impl fmt::Display for Fee {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Cell for String {
    const EXPECTED: &'static str = "text";

    fn read(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }

    fn json(&self) -> Option<Value> {
        (!self.is_empty()).then(|| self.as_str().into())
    }
}

impl Cell for Option<Fen> {
    const EXPECTED: &'static str = "an amount in yuan";

    fn read(text: &str) -> Option<Self> {
        Fen::from_yuan(text).map(Some)
    }

    fn json(&self) -> Option<Value> {
        self.map(|amount| amount.get().into())
    }
}

impl Cell for Option<Fee> {
    const EXPECTED: &'static str = "a fee in yuan";

    fn read(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (yuan, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        (all_digits(yuan) && all_digits(decimals)).then(|| Some(Fee(text.to_owned())))
    }

    fn json(&self) -> Option<Value> {
        self.as_ref().map(|fee| fee.as_str().into())
    }
}

/// The time is Beijing time without an offset. Some bills have several spaces between date and time.
impl Cell for Option<DateTime> {
    const EXPECTED: &'static str = "a time such as 2026-01-01 12:00:00";

    fn read(text: &str) -> Option<Self> {
        let (date, time) = text.split_once(' ')?;
        format!("{date}T{}+08:00", time.trim_start_matches(' ')).parse().ok().map(Some)
    }

    fn json(&self) -> Option<Value> {
        self.as_ref().map(|time| time.to_string().into())
    }
}

/// Bills that went through a spreadsheet may have `45.0`.
impl Cell for Option<u64> {
    const EXPECTED: &'static str = "a number of rows";

    fn read(text: &str) -> Option<Self> {
        let (number, zeros) = text.split_once('.').unwrap_or((text, ""));
        let plain = zeros.bytes().all(|digit| digit == b'0') && number.bytes().all(|byte| byte.is_ascii_digit());
        if plain { number.parse().ok().map(Some) } else { None }
    }

    fn json(&self) -> Option<Value> {
        self.map(Value::from)
    }
}

macro_rules! choices {
    ($($choice:ty,)*) => {$(
        impl Cell for Option<$choice> {
            const EXPECTED: &'static str = "text";

            fn read(text: &str) -> Option<Self> {
                Some(Some(<$choice>::other(text)))
            }

            fn json(&self) -> Option<Value> {
                self.as_ref().map(|choice| choice.as_str().into())
            }
        }
    )*};
}

choices! {
    Direction,
    RefundStatus,
    TradeState,
    TradeType,
}
