//! `pages(..)` of an endpoint: the way from page to page, and the mark of the last page.

use super::Endpoint;
use crate::payload::derive::Structure;
use crate::payload::{Kind, Table};

/// An endpoint that answers a list page by page.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not answer page by page",
    label = "not declared with `pages(..)`",
    note = "declare its paging: `#[wxpay_endpoint(pages(..))]` names the member for the next page and the mark of the last one"
)]
pub trait Paged: Endpoint<Response: 'static> {
    /// The paging of its list: [`Operation::pages`](crate::endpoint::Operation::pages).
    const PAGES: &'static Paging = match Self::OPERATION.pages {
        Some(paging) => paging,
        None => panic!("expected an operation with `pages`"),
    };
}

/// The paging of a list: the way from page to page, and the mark of the last page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Paging {
    /// The member of the request that names the page.
    pub turn: Turn,
    /// The member of the request with the maximal number of entries in a page. If the answer has a member of this name, the
    /// answer's value is used.
    pub limit: Option<&'static str>,
    /// The list of the answer. Members of objects in the answer are written as `links.next`, here and in [`End`].
    pub items: &'static str,
    /// The mark of the last page.
    pub end: End,
}

/// The member of a request that names the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums)] // generated code constructs it, and a new variant is a new kind of list
pub enum Turn {
    /// The number of entries to skip, 0 if it is absent.
    Offset(&'static str),
    /// The number of the page.
    Page {
        /// The member.
        member: &'static str,
        /// The number of the first page, which is also the meaning of an absent member.
        first: i64,
    },
    /// The token from the page before; absent for the first page.
    Token(&'static str),
}

/// The mark of the last page in an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums)] // as above
pub enum End {
    /// The number of all entries. If an answer omits it, as some do from the second page on, the number of an earlier page is
    /// used; without any, the last page is the one with fewer than `limit` entries.
    Total(&'static str),
    /// A text that only the last page lacks: the token of the next page, or the link to it.
    Next(&'static str),
    /// Nothing: the last page is the one with fewer than `limit` entries, or with none.
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

/// The table of an endpoint's answer. The members of a paged answer must be known.
#[doc(hidden)]
#[must_use]
pub const fn answer<E: Endpoint<Response: Structure>>() -> &'static Table {
    <E::Response as Structure>::TABLE
}

/// Fails the build if the answer has no such list.
#[doc(hidden)]
#[track_caller]
pub const fn has_list(answer: &Table, member: &str) {
    let kind = member_of(answer, member);
    assert!(!matches!(kind, Found::No), "the answer has no member of this name; expected its list of entries");
    assert!(
        matches!(kind, Found::Inside | Found::Kind(Kind::List(_) | Kind::Json)),
        "the entries must be a list of the answer; this member is not"
    );
}

/// Fails the build if the answer has no such number.
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

/// Fails the build if the answer has no such text.
#[doc(hidden)]
#[track_caller]
pub const fn has_next(answer: &Table, member: &str) {
    let kind = member_of(answer, member);
    assert!(
        !matches!(kind, Found::No),
        "the answer has no member of this name; expected the token or link of the next page"
    );
    assert!(
        matches!(kind, Found::Inside | Found::Kind(Kind::Integer | Kind::Text | Kind::Json)),
        "the token or link of the next page must be text; this member is not"
    );
}

/// A member of an answer, as far as it is known at compile time: the tables of inner objects are not.
enum Found {
    No,
    /// Inside of an object, which exists.
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

/// The rest of `path` after `name`, if it begins with `name`.
const fn behind<'a>(mut path: &'a [u8], mut name: &[u8]) -> Option<&'a [u8]> {
    while let [first, rest @ ..] = name {
        match path {
            [same, behind @ ..] if *same == *first => (path, name) = (behind, rest),
            _ => return None,
        }
    }
    Some(path)
}
