//! Requests whose outcome can be asked for by their business number.

use std::time::Duration;

use http::StatusCode;

use crate::endpoint::Endpoint;
use crate::error::{ApiError, ErrorCode, SignatureState};

/// A request whose outcome can be asked for by its business number, such as that of an order.
///
/// [`Client::settle`](crate::client::Client::settle) uses it when the outcome of a call is unknown.
pub trait Settle: Endpoint {
    /// The question about it.
    type Query: Endpoint;

    /// Makes the question about this request.
    fn query(&self) -> Self::Query;

    /// Judges by the answer to the question what became of this request.
    fn verdict(&self, found: &<Self::Query as Endpoint>::Response) -> Verdict;

    /// Tells whether an error of the question means that nothing with that number exists.
    fn is_absent(error: &ApiError) -> bool {
        let code =
            matches!(error.code(), ErrorCode::OrderNotExist | ErrorCode::ResourceNotExists | ErrorCode::NotFound);
        code && error.status() == StatusCode::NOT_FOUND && *error.signature() == SignatureState::Valid
    }
}

/// The verdict on a request, from the answer to a question about it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verdict {
    /// The request was carried out.
    Done,
    /// The request was not carried out, or not yet.
    NotDone,
    /// The answer is about this request or an earlier one, and does not tell which.
    Undecided {
        /// The member that leaves it open.
        member: &'static str,
        /// Its value in the answer.
        found: String,
    },
    /// The number belongs to something else, so that the request was never carried out.
    Another {
        /// The member that differs.
        member: &'static str,
        /// Its value in the request.
        sent: String,
        /// Its value in the answer.
        found: String,
    },
}

impl Verdict {
    /// `Done`, if each member (its name, its value in the request, its value in the answer) that is in both has the same value in
    /// both. An empty text counts as absent.
    #[must_use]
    pub fn agrees(members: &[(&'static str, Option<&str>, Option<&str>)]) -> Self {
        let said = |text: &Option<&'_ str>| text.is_some_and(|text| !text.is_empty());
        let both = members.iter().filter(|(_, sent, found)| said(sent) && said(found));
        let both = both.map(|(member, sent, found)| (*member, sent.unwrap_or_default(), found.unwrap_or_default()));
        Self::same(&both.collect::<Vec<_>>())
    }

    /// Returns `self`, or `other` if `self` is `Done`.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        if self == Self::Done { other } else { self }
    }

    /// `Done`, if each member (its name, its value in the request, its value in the answer) has the same value in both.
    #[must_use]
    pub fn same<T: ToString + PartialEq>(members: &[(&'static str, T, T)]) -> Self {
        let different = members.iter().find(|(_, sent, found)| sent != found);
        different.map_or(Self::Done, |(member, sent, found)| Self::Another {
            member,
            sent: sent.to_string(),
            found: found.to_string(),
        })
    }
}

/// The limits of asking. Set them for a client, or for one call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Asking {
    /// The first pause between two questions; each pause is up to twice as long as the one before, with jitter.
    pub pause: Duration,
    /// The longest pause.
    pub longest_pause: Duration,
    /// The time after which an absence is trusted: before, the request may still be on its way. WeChat Pay refuses requests that
    /// were signed 5 minutes ago, so that more than that is proof; half a minute is enough in practice.
    pub patience: Duration,
    /// The time after which asking ends, whether or not the outcome is known.
    pub total: Duration,
}

impl Asking {
    /// Trusts an absence after 30 seconds, and asks for 2 minutes at most.
    pub const STANDARD: Self = Self {
        pause: Duration::from_millis(500),
        longest_pause: Duration::from_secs(5),
        patience: Duration::from_secs(30),
        total: Duration::from_secs(120),
    };

    /// Sets the first and the longest pause.
    #[must_use]
    pub const fn pauses(self, first: Duration, longest: Duration) -> Self {
        Self { pause: first, longest_pause: longest, ..self }
    }

    /// Sets the time after which an absence is trusted.
    #[must_use]
    pub const fn patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Sets the time after which asking ends.
    #[must_use]
    pub const fn total(self, total: Duration) -> Self {
        Self { total, ..self }
    }
}

impl Default for Asking {
    fn default() -> Self {
        Self::STANDARD
    }
}

/// The result of settling a request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums)] // there are no other results, and callers must handle all of them
pub enum Settled<Response, Found> {
    /// The request was answered.
    Answered(Response),
    /// The answer was lost, but a question found that the request was carried out. If it can be repeated safely, send it again to
    /// get the answer itself, such as an order's `prepay_id`.
    Found(Found),
    /// The request was not carried out. It may be sent again, with the same number.
    NotDone,
}
