//! Lists that come page by page: how an endpoint's request names its page, and what ends the list.
//!
//! `pages(..)` in `#[wxpay_endpoint]` declares both; [`Client::pages`](crate::client::Client::pages) then asks for page
//! after page. Pages are named in one of three ways, and end in one of three:
//!
//! | the request names | and goes on with |
//! |---|---|
//! | `offset`: how many entries to pass over | as many more as the page had |
//! | `page`: the number of the page, from `first` | the next number |
//! | `token`: what the page before said | what this page says in `next` |
//!
//! | the list ends | |
//! |---|---|
//! | `total` | when as many entries have come as the answer counts in all |
//! | `next` | when the answer names no next page: no token, or no link |
//! | neither | with a page that has fewer entries than there is room for |
//!
//! An empty page is an end too, unless the answer itself says that there is more behind it.

use std::error::Error as StdError;
use std::fmt;

pub use crate::endpoint::{End, Paged, Paging, Turn};
use crate::error::Error;
pub use crate::error::PagesProblem;
use crate::text::escaped;

/// A page of a list, as its request names it: an offset, a number, or a token.
///
/// It can be stored as text and read again: `Position::from(text)`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Position(String);

impl Position {
    /// The value of the member that names the page; empty for the first page of a list that goes by tokens.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<i64> for Position {
    fn from(number: i64) -> Self {
        Self(number.to_string())
    }
}

impl From<&str> for Position {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for Position {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&escaped(&self.0), f)
    }
}

impl fmt::Debug for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Position({self})")
    }
}

/// A list that was not read to its end, and where to go on.
#[derive(Debug)]
pub struct PageError {
    at: Position,
    error: Error,
}

impl PageError {
    pub(crate) fn new(at: Position, error: Error) -> Self {
        Self { at, error }
    }

    /// The page that was asked for when it failed: all before it were given, and
    /// [`Pages::starting_at`](crate::client::Pages::starting_at) goes on there.
    #[must_use]
    pub fn at(&self) -> &Position {
        &self.at
    }

    /// Why the page did not come.
    #[must_use]
    pub fn error(&self) -> &Error {
        &self.error
    }

    /// Why the page did not come.
    #[must_use]
    pub fn into_error(self) -> Error {
        self.error
    }
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at.as_str() {
            "" => write!(f, "the first page: {}", self.error),
            _ => write!(f, "the page at {}: {}", self.at, self.error),
        }
    }
}

impl StdError for PageError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&self.error)
    }
}

/// For functions that fail with [`Error`]; the position is lost.
impl From<PageError> for Error {
    fn from(error: PageError) -> Self {
        error.error
    }
}
