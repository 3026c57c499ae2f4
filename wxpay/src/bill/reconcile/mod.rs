//! The comparison of a bill with the merchant's own books (对账).

mod books;
mod entries;
mod finding;
mod rows;

pub use books::{Booked, Books, Entries, Key};
pub use finding::{Finding, Foreign, Line, ReconcileError};
pub use rows::Comparable;

use std::collections::VecDeque;
use std::error::Error as StdError;

use self::entries::Looked;
use self::rows::{Compared, Movement, Unbooked, Whose};
use super::BillError;
use crate::prelude::Date;

/// Compares a bill with the books of the same day, row by row; then reports the amounts that differ, and the entries that only
/// the books have. A row whose amount differs is kept in memory until all rows are read, because its entry may match another row
/// exactly; other rows are not kept. An error ends the comparison, and the entries that are left are not reported. A comparison
/// can be repeated, also after a crash, with the same result: it [begins](Books::begin) anew. Two comparisons at once over the
/// same books disturb each other.
///
/// A bill of orders and refunds ([`TradeRow`](super::TradeRow)) has the payments of users and their refunds. A fund flow bill
/// ([`FundFlowRow`](super::FundFlowRow)) has every movement of an account, also outgoing ones such as transfers and shares.
///
/// Broken rows that the reader skips are findings, and so is a summary that does not match the rows. After the first of them, an
/// entry that only the books have is [`Finding::Undecided`] instead of [`Finding::MissingThere`].
///
/// [`Reconcile::merchant`] and [`Reconcile::day`] restrict the books to a merchant and a day: other rows are
/// [`Finding::Foreign`].
pub fn reconcile<R, I, B>(rows: I, books: B) -> Reconcile<I::IntoIter, B, R>
where
    R: Comparable,
    I: IntoIterator<Item = Result<R, BillError>>,
    B: Books<Error: StdError + 'static>,
{
    Reconcile {
        rows: rows.into_iter(),
        books: Looked::new(books),
        whose: Whose::default(),
        differing: VecDeque::new(),
        failed: None,
        stage: Stage::Begin,
        complete: true,
    }
}

/// An iterator over the findings of a comparison: see [`reconcile`].
#[derive(Debug)]
#[must_use = "nothing is compared until it is iterated"]
pub struct Reconcile<I, B, R> {
    rows: I,
    books: Looked<B>,
    whose: Whose,
    /// Rows whose amounts differ from their entries, as far as is known yet.
    differing: VecDeque<(R, Movement)>,
    /// The error that ended the rows.
    failed: Option<BillError>,
    stage: Stage,
    /// True if every row so far could be read, and the summary matches.
    complete: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Begin,
    Rows,
    Differing,
    Left,
    Over,
}

impl<I, B, R> Reconcile<I, B, R> {
    /// Sets the merchant of the books. A row of a bill of orders that names another merchant is [`Finding::Foreign`].
    pub fn merchant(mut self, mchid: impl Into<String>) -> Self {
        self.whose.mchid = Some(mchid.into());
        self
    }

    /// Sets the day of the books, in Beijing time. A row of another day is [`Finding::Foreign`].
    pub fn day(mut self, day: Date) -> Self {
        self.whose.day = Some(day);
        self
    }
}

impl<I, B, R> Iterator for Reconcile<I, B, R>
where
    R: Comparable,
    I: Iterator<Item = Result<R, BillError>>,
    B: Books<Error: StdError + 'static>,
{
    type Item = Result<Finding<R>, ReconcileError<B::Error, R>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.stage == Stage::Over {
            return None;
        }
        let finding = self.finding().transpose();
        if !matches!(finding, Some(Ok(_))) {
            self.stage = Stage::Over;
        }
        finding
    }
}

impl<I, B, R> Reconcile<I, B, R>
where
    R: Comparable,
    I: Iterator<Item = Result<R, BillError>>,
    B: Books<Error: StdError + 'static>,
{
    fn finding(&mut self) -> Result<Option<Finding<R>>, ReconcileError<B::Error, R>> {
        loop {
            let found = match self.stage {
                Stage::Begin => {
                    self.books.books.begin().map_err(ReconcileError::Books)?;
                    self.stage = Stage::Rows;
                    None
                }
                Stage::Rows => self.row()?,
                Stage::Differing => match (self.differing.pop_front(), self.failed.take()) {
                    (Some((row, movement)), failed) => {
                        self.failed = failed;
                        Some(self.differing(row, movement)?)
                    }
                    (None, Some(error)) => return Err(error.into()),
                    (None, None) => {
                        self.stage = Stage::Left;
                        None
                    }
                },
                Stage::Left => return self.left(),
                Stage::Over => return Ok(None),
            };
            if found.is_some() {
                return Ok(found);
            }
        }
    }

    fn row(&mut self) -> Result<Option<Finding<R>>, ReconcileError<B::Error, R>> {
        match self.rows.next() {
            Some(Ok(row)) => self.compare(row),
            Some(Err(BillError::Row(broken))) => {
                self.complete = false;
                Ok(Some(Finding::Broken(Box::new(broken))))
            }
            Some(Err(BillError::Summary(differs))) => {
                self.complete = false;
                Ok(Some(Finding::Summary(differs)))
            }
            end => {
                self.failed = end.and_then(Result::err);
                self.stage = Stage::Differing;
                Ok(None)
            }
        }
    }

    /// Returns the finding about a row, unless only the end of the bill can decide it.
    fn compare(&mut self, row: R) -> Result<Option<Finding<R>>, ReconcileError<B::Error, R>> {
        if let Some(why) = row.foreign(&self.whose) {
            return Ok(Some(Finding::Foreign { row: Box::new(row), why }));
        }
        let movement = match row.compared() {
            Compared::Movement(movement) => movement,
            Compared::Other => return Ok(Some(Finding::Other(Box::new(row)))),
            Compared::Columns => return Err(ReconcileError::Columns(Box::new(row))),
        };
        if let Some(key) = self.books.exactly(&movement).map_err(ReconcileError::Books)? {
            let booked = movement.amount;
            return Ok(Some(found(row, &movement, Booked { key, amount: booked })));
        }
        if self.books.otherwise(&movement).map_err(ReconcileError::Books)? {
            self.differing.push_back((row, movement));
            return Ok(None);
        }
        Ok(Some(not_found(row, movement)))
    }

    fn differing(&mut self, row: R, movement: Movement) -> Result<Finding<R>, ReconcileError<B::Error, R>> {
        let booked = self.books.differently(&movement).map_err(ReconcileError::Books)?;
        Ok(match booked {
            Some(booked) => found(row, &movement, booked),
            None => not_found(row, movement),
        })
    }

    fn left(&mut self) -> Result<Option<Finding<R>>, ReconcileError<B::Error, R>> {
        let left = self.books.left().map_err(ReconcileError::Books)?;
        Ok(left.map(if self.complete { Finding::MissingThere } else { Finding::Undecided }))
    }
}

fn found<R>(row: R, movement: &Movement, booked: Booked) -> Finding<R> {
    let line = Box::new(Line { key: booked.key, amount: movement.amount, row });
    match booked.amount {
        amount if movement.failed => Finding::RefundFailed { line, booked: Some(amount) },
        amount if amount == line.amount => Finding::Matched(line),
        booked => Finding::AmountDiffers { line, booked },
    }
}

fn not_found<R>(row: R, movement: Movement) -> Finding<R> {
    let Movement { first, amount, unbooked, failed, .. } = movement;
    let line = |row| Box::new(Line { key: first.key, amount, row });
    match unbooked {
        _ if failed => Finding::RefundFailed { line: line(row), booked: None },
        Unbooked::Missing => Finding::MissingHere(line(row)),
        Unbooked::Fee => Finding::Fee(line(row)),
        Unbooked::Other => Finding::Other(Box::new(row)),
    }
}
