//! A bill compared with one's own books (对账).

mod books;
mod rows;

pub use books::{Booked, Books, Entries, Key};
pub use rows::Comparable;

use std::error::Error as StdError;

use self::rows::{Compared, Unbooked};
use super::{BillError, BrokenRow, TradeRow};
use crate::prelude::Fen;

/// A row of the bill that can be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Line<R = TradeRow> {
    /// What the books have it under; what it would be found by, if they do not.
    pub key: Key,
    /// The amount as the books have it: see [`Booked::amount`].
    pub amount: Fen,
    /// The whole row.
    pub row: R,
}

/// What comparing came to, for each row of the bill and each entry of the books.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Finding<R = TradeRow> {
    /// Both have it, with the same amount.
    Matched(Box<Line<R>>),
    /// Both have it, with different amounts.
    AmountDiffers {
        /// What the bill has.
        line: Box<Line<R>>,
        /// What the books have.
        booked: Fen,
    },
    /// The bill has it, and the books do not; or the bill has it twice.
    MissingHere(Box<Line<R>>),
    /// The books have it, and the bill, every row of which was read, does not.
    MissingThere(Booked),
    /// The bill has a fee that the books do not have, as they seldom do: WeChat Pay takes it by itself.
    Fee(Box<Line<R>>),
    /// The bill has what the books could not have: a reversal, a withdrawal, a business that nobody knows yet. Look at it.
    Other(Box<R>),
    /// The bill has a row that cannot be read: look at it. Only a reader that goes
    /// [past broken rows](super::BillReader::past_broken_rows) has such.
    Broken(Box<BrokenRow>),
    /// The books have it, and no row that could be read does; it may be in a broken one.
    Undecided(Booked),
}

/// Why comparing stopped.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReconcileError<E: StdError + 'static, R = TradeRow> {
    /// The bill is not as documented.
    #[error(transparent)]
    Bill(#[from] BillError),
    /// A row has no number, amount or direction: the bill lacks the columns (商户订单号, 商户退款单号, 订单金额, 申请退款金额;
    /// 收支类型, 收支金额), as one in columns of one's own choice may.
    #[error("a row has no number, amount or direction to compare by")]
    Columns(Box<R>),
    /// The books cannot be read or written.
    #[error("the books failed: {0}")]
    Books(#[source] E),
}

/// Compares a bill with the books of the same day, row by row, in the memory of one row; then tells what the books have
/// left. It stops at the first error, of which the entries that are left say nothing. It may be done again, after a crash
/// too, and comes to the same: it [begins](Books::begin) anew. Two at once over the same books disturb each other.
///
/// The bill of orders and refunds ([`TradeRow`]) has what users pay and get back. The bill of movements of money
/// ([`FundFlowRow`](super::FundFlowRow)) has whatever moves an account: what goes out too, such as transfers and shares.
///
/// Broken rows that the reader goes past are findings. From the first of them on nothing is said to be missing in the bill.
pub fn reconcile<R, I, B>(rows: I, books: B) -> Reconcile<I::IntoIter, B>
where
    R: Comparable,
    I: IntoIterator<Item = Result<R, BillError>>,
    B: Books<Error: StdError + 'static>,
{
    Reconcile { rows: rows.into_iter(), books, begun: false, over: false, complete: true }
}

/// See [`reconcile`].
#[derive(Debug)]
#[must_use = "nothing is compared until it is iterated"]
pub struct Reconcile<I, B> {
    rows: I,
    books: B,
    begun: bool,
    over: bool,
    /// Every row so far could be read.
    complete: bool,
}

impl<R, I, B> Iterator for Reconcile<I, B>
where
    R: Comparable,
    I: Iterator<Item = Result<R, BillError>>,
    B: Books<Error: StdError + 'static>,
{
    type Item = Result<Finding<R>, ReconcileError<B::Error, R>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        let finding = self.begin().and_then(|()| self.finding()).transpose();
        self.over = !matches!(finding, Some(Ok(_)));
        finding
    }
}

impl<R, I, B> Reconcile<I, B>
where
    R: Comparable,
    I: Iterator<Item = Result<R, BillError>>,
    B: Books<Error: StdError + 'static>,
{
    fn begin(&mut self) -> Result<(), ReconcileError<B::Error, R>> {
        if !self.begun {
            self.books.begin().map_err(ReconcileError::Books)?;
            self.begun = true;
        }
        Ok(())
    }

    fn finding(&mut self) -> Result<Option<Finding<R>>, ReconcileError<B::Error, R>> {
        match self.rows.next() {
            None => self.left(),
            Some(Err(BillError::Row(broken))) => {
                self.complete = false;
                Ok(Some(Finding::Broken(Box::new(broken))))
            }
            Some(row) => self.compare(row?).map(Some),
        }
    }

    fn compare(&mut self, row: R) -> Result<Finding<R>, ReconcileError<B::Error, R>> {
        let (first, more, amount, unbooked) = match row.compared() {
            Compared::Movement { first, more, amount, unbooked } => (first, more, amount, unbooked),
            Compared::Other => return Ok(Finding::Other(Box::new(row))),
            Compared::Columns => return Err(ReconcileError::Columns(Box::new(row))),
        };
        for key in std::iter::once(&first).chain(&more) {
            if let Some(booked) = self.books.cross_off(key, amount).map_err(ReconcileError::Books)? {
                let line = Box::new(Line { key: key.clone(), amount, row });
                return Ok(if booked == amount {
                    Finding::Matched(line)
                } else {
                    Finding::AmountDiffers { line, booked }
                });
            }
        }
        let line = |row| Box::new(Line { key: first, amount, row });
        Ok(match unbooked {
            Unbooked::Missing => Finding::MissingHere(line(row)),
            Unbooked::Fee => Finding::Fee(line(row)),
            Unbooked::Other => Finding::Other(Box::new(row)),
        })
    }

    fn left(&mut self) -> Result<Option<Finding<R>>, ReconcileError<B::Error, R>> {
        let left = self.books.take_left().map_err(ReconcileError::Books)?;
        Ok(left.map(if self.complete { Finding::MissingThere } else { Finding::Undecided }))
    }
}
