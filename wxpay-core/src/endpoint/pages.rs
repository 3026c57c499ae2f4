//! `pages(..)` of an endpoint: how its list goes on, and where it ends.

use super::Endpoint;
use crate::payload::derive::Structure;
use crate::payload::{Kind, Table};

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
