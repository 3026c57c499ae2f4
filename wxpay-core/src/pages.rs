//! Lists that come page by page.
//!
//! `pages(..)` in `#[wxpay_endpoint]` declares how a request names its page and how the list ends;
//! [`Client::pages`](crate::client::Client::pages) then requests page after page. There are three ways of each:
//!
//! | the request has | the next request has |
//! |---|---|
//! | `offset`: the number of entries to skip | the offset plus the number of entries in the page |
//! | `page`: the number of the page, from `first` | the next number |
//! | `token`: the token from the page before | the token from this page's `next` |
//!
//! | the list ends | |
//! |---|---|
//! | `total` | when as many entries have come as the answer counts in all |
//! | `next` | when the answer has no token of, or link to, a next page |
//! | neither | with a page that has fewer entries than its limit |
//!
//! An empty page ends the list too, unless its answer says that there are more entries.

use std::error::Error as StdError;
use std::fmt;

pub use crate::endpoint::{End, Paged, Paging, Turn};
use crate::error::Error;
pub use crate::error::PagesProblem;
use crate::text::escaped;

/// The position of a page in a list: an offset, a number, or a token.
///
/// It can be stored as text and read again with `Position::from(text)`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Position(String);

impl Position {
    /// The value of the request's member for the page; empty for the first page of a list with tokens.
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

/// An error while reading a list, with the position to continue from.
#[derive(Debug)]
pub struct PageError {
    at: Position,
    error: Error,
}

impl PageError {
    pub(crate) fn new(at: Position, error: Error) -> Self {
        Self { at, error }
    }

    /// The page whose request failed. All pages before it were returned, and
    /// [`Pages::starting_at`](crate::client::Pages::starting_at) continues there.
    #[must_use]
    pub fn at(&self) -> &Position {
        &self.at
    }

    /// The error of the page's request.
    #[must_use]
    pub fn error(&self) -> &Error {
        &self.error
    }

    /// The error of the page's request.
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

/// For functions that return [`Error`]; the position is lost.
impl From<PageError> for Error {
    fn from(error: PageError) -> Self {
        error.error
    }
}
