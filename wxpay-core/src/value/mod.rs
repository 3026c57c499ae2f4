//! The types of members that Rust has no word for: money, times, secrets, files.

mod date_time;
mod money;

pub use date_time::{DateTime, ParseDateTimeError};
pub use money::{Fen, FenText};

pub(crate) use crate::payload::State;
pub use crate::payload::{Sensitive, Upload};
