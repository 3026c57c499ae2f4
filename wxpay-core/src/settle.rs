//! Requests whose fate can be asked for by their business number.

use std::time::Duration;

use http::StatusCode;

use crate::endpoint::Endpoint;
use crate::error::{ApiError, ErrorCode, SignatureState};

/// A request that WeChat Pay answers questions about: the order's number is known, so one can ask for the order.
///
/// [`Client::settle`](crate::client::Client::settle) uses it when the outcome of a call is unknown.
pub trait Settle: Endpoint {
    /// The question.
    type Query: Endpoint;

    /// Asks for what this request is about.
    fn query(&self) -> Self::Query;

    /// What the answer says about this very request.
    fn verdict(&self, found: &<Self::Query as Endpoint>::Response) -> Verdict;

    /// Whether an error of the question says that there is nothing of that number.
    fn is_absent(error: &ApiError) -> bool {
        let code =
            matches!(error.code(), ErrorCode::OrderNotExist | ErrorCode::ResourceNotExists | ErrorCode::NotFound);
        code && error.status() == StatusCode::NOT_FOUND && *error.signature() == SignatureState::Valid
    }
}

/// What WeChat Pay's answer says about a request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verdict {
    /// It was done.
    Done,
    /// It was not done, or not yet.
    NotDone,
    /// A request is there that may be this one or an earlier one: the answer does not say.
    Undecided {
        /// The member that does not say it.
        member: &'static str,
        /// Its value in the answer.
        found: String,
    },
    /// The number belongs to something else, so that this was never done.
    Another {
        /// The member that tells them apart.
        member: &'static str,
        /// Its value in the request.
        sent: String,
        /// Its value in the answer.
        found: String,
    },
}

impl Verdict {
    /// Done, if each member that both have (its name, its value in the request, its value in the answer) is the same in both.
    /// An empty text says nothing.
    #[must_use]
    pub fn agrees(members: &[(&'static str, Option<&str>, Option<&str>)]) -> Self {
        let said = |text: &Option<&'_ str>| text.is_some_and(|text| !text.is_empty());
        let both = members.iter().filter(|(_, sent, found)| said(sent) && said(found));
        let both = both.map(|(member, sent, found)| (*member, sent.unwrap_or_default(), found.unwrap_or_default()));
        Self::same(&both.collect::<Vec<_>>())
    }

    /// The first of both that is not done.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        if self == Self::Done { other } else { self }
    }

    /// Done, if each member (its name, its value in the request, its value in the answer) is the same in both.
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

/// How long to ask. A value: set it for a client, or for one call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Asking {
    /// The first pause between two questions; each is up to twice as long as the one before, with jitter.
    pub pause: Duration,
    /// The longest pause.
    pub longest_pause: Duration,
    /// How long after asking began it may be said that nothing was done: what was sent may still be on its way.
    /// WeChat Pay refuses what was signed 5 minutes ago, so that more than that is proof; half a minute is practice.
    pub patience: Duration,
    /// When asking ends, known or not.
    pub total: Duration,
}

impl Asking {
    /// Believes that nothing was done after 30 seconds, and asks for 2 minutes at most.
    pub const STANDARD: Self = Self {
        pause: Duration::from_millis(500),
        longest_pause: Duration::from_secs(5),
        patience: Duration::from_secs(30),
        total: Duration::from_secs(120),
    };

    /// Begins with this pause, and makes none longer than that one.
    #[must_use]
    pub const fn pauses(self, first: Duration, longest: Duration) -> Self {
        Self { pause: first, longest_pause: longest, ..self }
    }

    /// Says that nothing was done when nothing is there after so long.
    #[must_use]
    pub const fn patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Ends after so long.
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

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums)] // there is no other end, and whoever matches has to decide on each
pub enum Settled<Response, Found> {
    /// It was answered.
    Answered(Response),
    /// Its answer was lost, and asking has found it done. A request that repeats safely can be sent again for the answer
    /// itself, such as an order's `prepay_id`.
    Found(Found),
    /// It was not done. The same request may be sent again, with the same number.
    NotDone,
}
