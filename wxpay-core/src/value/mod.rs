//! The types of members that Rust has no word for: money, times, secrets, files, and what a string holds.

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

/// A text that is no value of the type that it was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}")]
#[non_exhaustive]
pub struct ParseValueError {
    /// The form that the type takes, such as "a date such as `2018-06-08`".
    pub expected: &'static str,
}
