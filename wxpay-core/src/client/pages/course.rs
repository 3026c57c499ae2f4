//! The course of a list: the next page, and the end.

use std::borrow::Cow;

use super::page::Page;
use super::repeats::Repeats;
use crate::client::answer::Received;
use crate::encoded::Encoded;
use crate::error::{Error, ErrorKind, Outcome};
use crate::pages::{End, PageError, PagesProblem, Paging, Position, Turn};
use crate::payload::{Kind, Message, Node, Object};

/// A list between two of its pages.
pub(super) struct Course {
    paging: &'static Paging,
    /// The member that names the page: its index, and true if it is text.
    member: Option<(usize, bool)>,
    /// Maximum number of entries of a page, as the request says it.
    limit: Option<i64>,
    position: Position,
    /// True while the request itself names the page.
    own: bool,
    /// Number of entries before the page, if all of them were counted.
    seen: Option<i64>,
    /// Total number of entries, as the last answer said.
    total: Option<i64>,
    repeats: Repeats,
    ended: bool,
}

/// The member of a request that names the page, and its value; `None` if the request names the page itself.
pub(super) struct Named(Option<(usize, Value)>);

enum Value {
    Absent,
    Integer(i64),
    Text(String),
}

impl Named {
    /// The node of the member at `index`, if that is the one that names the page.
    pub(super) fn member(&self, index: usize) -> Option<Node<'_>> {
        let (_, value) = self.0.as_ref().filter(|(named, _)| *named == index)?;
        Some(match value {
            Value::Absent => Node::Absent,
            Value::Integer(number) => Node::Integer((*number).into()),
            Value::Text(text) => Node::Text(Cow::Borrowed(text)),
        })
    }
}

impl Course {
    pub(super) fn begin(paging: &'static Paging, request: &dyn Object) -> Self {
        let found = |name| request.table().find(name).map(|(index, field)| (index, field, request.member(index)));
        let member = found(paging.turn.member());
        let position = match &member {
            Some((_, _, Node::Integer(number))) => Position::from(number.to_string()),
            Some((_, _, Node::Text(text))) => Position::from(&**text),
            _ => first(paging.turn),
        };
        let limit = paging.limit.and_then(found).and_then(|(_, _, node)| match node {
            Node::Integer(number) => i64::try_from(number).ok(),
            Node::Text(text) => text.parse().ok(),
            _ => None,
        });
        let member = member.map(|(index, field, _)| (index, matches!(field.kind, Kind::Text)));
        let seen = (position == first(paging.turn)).then_some(0);
        let (total, repeats) = (None, Repeats::new());
        Self { paging, member, limit, position, own: true, seen, total, repeats, ended: false }
    }

    pub(super) fn starting_at(self, position: Position) -> Self {
        let seen = (position == first(self.paging.turn)).then_some(0);
        Self { position, seen, own: false, total: None, repeats: Repeats::new(), ended: false, ..self }
    }

    pub(super) fn position(&self) -> &Position {
        &self.position
    }

    /// Returns how to name the next page in the request; `None` after the last page.
    pub(super) fn named(&mut self) -> Option<Result<Named, PageError>> {
        if self.ended {
            return None;
        }
        if self.own {
            return Some(Ok(Named(None)));
        }
        let value = match (self.paging.turn, self.position.as_str(), self.member) {
            (Turn::Token(_), "", _) => Some(Value::Absent),
            (Turn::Token(_), token, _) => Some(Value::Text(token.to_owned())),
            (_, number, Some((_, true))) => self.number().map(|_| Value::Text(number.to_owned())),
            _ => self.number().map(Value::Integer),
        };
        match (value, self.member) {
            (Some(value), Some((index, _))) => Some(Ok(Named(Some((index, value))))),
            _ => Some(Err(self.failed(Error::new(ErrorKind::Pages(PagesProblem::Position), Outcome::NotSent)))),
        }
    }

    /// Takes in `answer`, the page that has come, whose kind is `kind`, and moves on to the next page.
    pub(super) fn take(
        &mut self,
        result: Result<(Received, Encoded), Error>,
        kind: Kind,
        answer: &dyn Message,
    ) -> Result<(), PageError> {
        let (received, encoded) = result.map_err(|error| self.failed(error))?;
        let page = Page::read(self.paging, kind, answer.node(), received.body(), self.repeats.hashing());
        let turned = page.and_then(|page| self.turn(&page));
        turned.map_err(|problem| self.failed(received.unknown(ErrorKind::Pages(problem)).about(encoded)))
    }

    fn failed(&mut self, error: Error) -> PageError {
        self.ended = true;
        PageError::new(self.position.clone(), error)
    }

    /// The position as a number, if it is one.
    fn number(&self) -> Option<i64> {
        self.position.as_str().parse().ok().filter(|number| *number >= 0)
    }

    fn turn(&mut self, page: &Page) -> Result<(), PagesProblem> {
        let next = match self.paging.turn {
            Turn::Token(_) => self.next_token(page)?,
            Turn::Offset(_) => {
                let at = self.number().ok_or(PagesProblem::Position)?;
                self.goes_on(page, (Some(at), Some(at)))?.then(|| at.saturating_add(page.count).into())
            }
            Turn::Page { first, .. } => {
                let at = self.number().ok_or(PagesProblem::Position)?;
                let before = at.saturating_sub(first);
                let sized = page.limit.or(self.limit).map(|limit| before.saturating_mul(limit));
                let goes_on = self.goes_on(page, (self.seen.or(sized), self.seen.max(sized)))?;
                self.seen = self.seen.map(|seen| seen.saturating_add(page.count));
                goes_on.then(|| at.saturating_add(1).into())
            }
        };
        match next {
            Some(next) if next == self.position => return Err(PagesProblem::Repeated),
            Some(next) => (self.position, self.own) = (next, false),
            None => self.ended = true,
        }
        Ok(())
    }

    fn next_token(&mut self, page: &Page) -> Result<Option<Position>, PagesProblem> {
        let Some(token) = &page.next else { return Ok(None) };
        if self.repeats.has(self.repeats.hash(token)) {
            return Err(PagesProblem::Repeated);
        }
        Ok(Some(Position::from(&**token)))
    }

    /// Tells whether a page follows this one. The two numbers count the entries before this page: the first is what was counted,
    /// the least; the second, the most, assumes that the earlier pages were full.
    fn goes_on(&mut self, page: &Page, (least, most): (Option<i64>, Option<i64>)) -> Result<bool, PagesProblem> {
        if page.digest.is_some_and(|digest| self.repeats.has(digest)) {
            return Err(PagesProblem::Repeated);
        }
        self.total = page.total.or(self.total);
        let room = page.limit.or(self.limit).filter(|limit| *limit > 0);
        let is_full = room.is_none_or(|room| page.count >= room);
        if page.count == 0 {
            let says_more = match self.paging.end {
                End::Total(_) => page.total.zip(most).is_some_and(|(total, most)| most < total),
                End::Next(_) => page.next.is_some(),
                End::Short => false,
            };
            return if says_more { Err(PagesProblem::Empty) } else { Ok(false) };
        }
        Ok(match (self.paging.end, self.total) {
            (End::Total(_), Some(total)) => least.is_none_or(|least| least.saturating_add(page.count) < total),
            (End::Next(_), _) => page.next.is_some(),
            (End::Total(_) | End::Short, _) => is_full,
        })
    }
}

fn first(turn: Turn) -> Position {
    match turn {
        Turn::Offset(_) => 0.into(),
        Turn::Page { first, .. } => first.into(),
        Turn::Token(_) => "".into(),
    }
}
