//! Functions of a declaration that judge a single value.

use super::{Fen, FenText};

/// A function of the declaration that judges one value, by the type of the field. Its error is the message. For an array it
/// is called with each element.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Check {
    /// For a text.
    Text(fn(&str) -> Result<(), String>),
    /// For an `i8`.
    I8(fn(i8) -> Result<(), String>),
    /// For an `i16`.
    I16(fn(i16) -> Result<(), String>),
    /// For an `i32`.
    I32(fn(i32) -> Result<(), String>),
    /// For an `i64`.
    I64(fn(i64) -> Result<(), String>),
    /// For a `u8`.
    U8(fn(u8) -> Result<(), String>),
    /// For a `u16`.
    U16(fn(u16) -> Result<(), String>),
    /// For a `u32`.
    U32(fn(u32) -> Result<(), String>),
    /// For a `u64`.
    U64(fn(u64) -> Result<(), String>),
    /// For an amount.
    Fen(fn(Fen) -> Result<(), String>),
    /// For an amount that is written as a string.
    FenText(fn(FenText) -> Result<(), String>),
}

impl Check {
    /// Judges a text.
    ///
    /// # Errors
    /// The function's own. A function for another type accepts everything.
    pub fn text(self, text: &str) -> Result<(), String> {
        match self {
            Self::Text(check) => check(text),
            _ => Ok(()),
        }
    }

    /// Judges an integer or an amount.
    ///
    /// # Errors
    /// The function's own. A function for another type accepts everything.
    pub fn integer(self, value: i128) -> Result<(), String> {
        match self {
            Self::Text(_) => Ok(()),
            Self::I8(check) => fitting(value, check),
            Self::I16(check) => fitting(value, check),
            Self::I32(check) => fitting(value, check),
            Self::I64(check) => fitting(value, check),
            Self::U8(check) => fitting(value, check),
            Self::U16(check) => fitting(value, check),
            Self::U32(check) => fitting(value, check),
            Self::U64(check) => fitting(value, check),
            Self::Fen(check) => fitting(value, |fen| check(Fen::new(fen))),
            Self::FenText(check) => fitting(value, |fen| check(FenText::new(fen))),
        }
    }
}

/// Accepts a value that does not fit the type: such a value cannot come from a field of it.
fn fitting<T: TryFrom<i128>>(value: i128, check: impl FnOnce(T) -> Result<(), String>) -> Result<(), String> {
    T::try_from(value).map_or(Ok(()), check)
}
