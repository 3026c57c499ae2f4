//! The types of members that Rust has no word for: money, times, secrets.

mod date_time;
mod money;
mod sensitive;

pub use date_time::{DateTime, ParseDateTimeError};
pub use money::{Fen, FenText};
pub use sensitive::Sensitive;
pub(crate) use sensitive::State;
