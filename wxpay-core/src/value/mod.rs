//! The types of members that Rust has no word for: money, times, secrets, files.

mod date_time;
mod money;
mod sensitive;
mod upload;

pub use date_time::{DateTime, ParseDateTimeError};
pub use money::{Fen, FenText};
pub use sensitive::Sensitive;
pub(crate) use sensitive::State;
pub use upload::Upload;
