//! Functions of a declaration that judge a single value.

use crate::value::{Fen, FenText};

macro_rules! checks {
    ($($integer:ident: $type:ident,)*) => {
        /// A function of the declaration that judges one value, by the type of the field; its error is the message. Of an
        /// array it is asked about each element.
        #[derive(Debug, Clone, Copy)]
        #[non_exhaustive]
        #[allow(missing_docs, reason = "a variant is called as the type that it judges")]
        pub enum Check {
            Text(fn(&str) -> Result<(), String>),
            $($integer(fn($type) -> Result<(), String>),)*
            Fen(fn(Fen) -> Result<(), String>),
            FenText(fn(FenText) -> Result<(), String>),
        }

        impl Check {
            /// Judges an integer or an amount.
            ///
            /// # Errors
            /// The function's own. One for another type says nothing.
            pub fn integer(self, value: i128) -> Result<(), String> {
                // What does not fit the type never came from it.
                match self {
                    Self::Text(_) => Ok(()),
                    $(Self::$integer(check) => value.try_into().map_or(Ok(()), check),)*
                    Self::Fen(check) => value.try_into().map_or(Ok(()), |fen| check(Fen::new(fen))),
                    Self::FenText(check) => value.try_into().map_or(Ok(()), |fen| check(FenText::new(fen))),
                }
            }
        }
    };
}

checks! {
    I8: i8,
    I16: i16,
    I32: i32,
    I64: i64,
    U8: u8,
    U16: u16,
    U32: u32,
    U64: u64,
}

impl Check {
    /// Judges a text.
    ///
    /// # Errors
    /// The function's own. One for another type says nothing.
    pub fn text(self, text: &str) -> Result<(), String> {
        match self {
            Self::Text(check) => check(text),
            _ => Ok(()),
        }
    }
}
