//! Types of members that Rust does not have: money, times, sensitive texts, files, and values in strings.

mod compact_date_time;
mod date;
mod date_time;
mod int_text;
mod json_text;
mod stored;

pub use compact_date_time::CompactDateTime;
pub use date::{CompactDate, Date};
pub use date_time::{DateTime, ParseDateTimeError};
pub use int_text::IntText;
pub use json_text::JsonText;

pub(crate) use crate::payload::State;
pub use crate::payload::{Fen, FenText, Sensitive, Upload};

/// The error for a text that is not a value of the type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}")]
#[non_exhaustive]
pub struct ParseValueError {
    /// The expected form, such as "a date such as `2018-06-08`".
    pub expected: &'static str,
}
