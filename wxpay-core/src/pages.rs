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

use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::payload::derive::Structure;
use crate::payload::{Kind, Table};
use crate::text::{escaped, worded};

/// An endpoint that answers a list page by page.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not answer page by page",
    label = "not declared with `pages(..)`",
    note = "name in `#[wxpay_endpoint(pages(..))]` what asks for the next page and what ends the list"
)]
pub trait Paged: Endpoint<Response: 'static> {
    /// How its list goes on, and where it ends: [`Operation::pages`](crate::endpoint::Operation::pages).
    const PAGES: &'static Paging = match Self::OPERATION.pages {
        Some(paging) => paging,
        None => panic!("expected an operation with `pages`"),
    };
}

/// How a list goes on from page to page, and where it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Paging {
    /// The member of the request that names the page.
    pub turn: Turn,
    /// The member of the request with the most entries of a page. Where the answer has a member of that name, that
    /// counts.
    pub limit: Option<&'static str>,
    /// The list of the answer. Members of objects in the answer are written `links.next`, here and in [`End`].
    pub items: &'static str,
    /// The mark of the last page.
    pub end: End,
}

/// The member of a request that names the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums)] // generated code makes them, and a further one is another kind of list
pub enum Turn {
    /// How many entries to pass over; none without it.
    Offset(&'static str),
    /// The number of the page.
    Page {
        /// The member.
        member: &'static str,
        /// The number of the first page, which is also what a missing member means.
        first: i64,
    },
    /// What the page before said; the first page has none.
    Token(&'static str),
}

/// The mark of the last page in an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums)] // as above
pub enum End {
    /// How many entries there are in all. An answer that does not say it, as some do from the second page on, leaves the
    /// number of the page before; where nobody has said it, the last page is the one with less than `limit`.
    Total(&'static str),
    /// A text that only pages before the last have: the token of the next one, or the link to it.
    Next(&'static str),
    /// Nothing: the last page is the one with less than `limit`, or without entries.
    Short,
}

impl Turn {
    /// The member.
    #[must_use]
    pub const fn member(self) -> &'static str {
        match self {
            Self::Offset(member) | Self::Page { member, .. } | Self::Token(member) => member,
        }
    }
}

impl Paging {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(turn: Turn, limit: Option<&'static str>, items: &'static str, end: End) -> Self {
        Self { turn, limit, items, end }
    }
}

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

worded! {
    /// What is wrong with a list, beyond a page of it.
    #[non_exhaustive]
    pub enum PagesProblem {
        Repeated = "the page is one that was there before; expected the next one, or the end",
        Empty = "the page is empty, and its answer says that there are more entries",
        Unreadable = "the page has no list that could be counted",
        Position = "no page can be asked for there; expected a number that is not negative",
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

/// The table of an endpoint's answer, whose members have to be known where it comes page by page.
#[doc(hidden)]
#[must_use]
pub const fn answer<E: Endpoint<Response: Structure>>() -> &'static Table {
    <E::Response as Structure>::TABLE
}

/// Fails the build where the answer has no such list.
#[doc(hidden)]
#[track_caller]
pub const fn has_list(answer: &Table, member: &str) {
    let kind = member_of(answer, member);
    assert!(!matches!(kind, Found::No), "the answer has no member of this name; expected its list");
    assert!(
        matches!(kind, Found::Inside | Found::Kind(Kind::List(_) | Kind::Json)),
        "the entries must be a list of the answer; this member is not"
    );
}

/// Fails the build where the answer has no such number.
#[doc(hidden)]
#[track_caller]
pub const fn has_total(answer: &Table, member: &str) {
    let kind = member_of(answer, member);
    assert!(!matches!(kind, Found::No), "the answer has no member of this name; expected the number of all entries");
    assert!(
        matches!(kind, Found::Inside | Found::Kind(Kind::Integer | Kind::Text | Kind::Json)),
        "the number of all entries must be an integer; this member is not"
    );
}

/// Fails the build where the answer has no such text.
#[doc(hidden)]
#[track_caller]
pub const fn has_next(answer: &Table, member: &str) {
    let kind = member_of(answer, member);
    assert!(!matches!(kind, Found::No), "the answer has no member of this name; expected what names the next page");
    assert!(
        matches!(kind, Found::Inside | Found::Kind(Kind::Integer | Kind::Text | Kind::Json)),
        "what names the next page must be text; this member is not"
    );
}

/// A member of an answer, as far as it can be known while compiling: an object's table cannot be asked for then.
enum Found {
    No,
    /// In an object, which is there.
    Inside,
    Kind(Kind),
}

const fn member_of(answer: &Table, member: &str) -> Found {
    let mut fields = answer.fields;
    while let [field, others @ ..] = fields {
        match behind(member.as_bytes(), field.name.as_bytes()) {
            Some([]) => return Found::Kind(field.kind),
            Some([b'.', _, ..]) if matches!(field.kind, Kind::Object(_) | Kind::Json | Kind::Map(_)) => {
                return Found::Inside;
            }
            _ => fields = others,
        }
    }
    Found::No
}

/// What of `path` stands behind `name`, if it begins so.
const fn behind<'a>(mut path: &'a [u8], mut name: &[u8]) -> Option<&'a [u8]> {
    while let [first, rest @ ..] = name {
        match path {
            [same, behind @ ..] if *same == *first => (path, name) = (behind, rest),
            _ => return None,
        }
    }
    Some(path)
}
