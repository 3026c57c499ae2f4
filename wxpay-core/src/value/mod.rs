//! The types of members that Rust has no word for: money, times, secrets, files.

mod date_time;

pub use date_time::{DateTime, ParseDateTimeError};

pub(crate) use crate::payload::State;
pub use crate::payload::{Fen, FenText, Sensitive, Upload};
