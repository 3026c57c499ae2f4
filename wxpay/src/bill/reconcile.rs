//! A bill compared with one's own books (对账).

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::error::Error as StdError;

use super::{BillError, BrokenRow, TradeRow};
use crate::pay::TradeState;
use crate::prelude::Fen;

/// What a row is found by: the merchant's own number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The payment of the order with this `out_trade_no`.
    Payment(String),
    /// The refund with this `out_refund_no`.
    Refund(String),
}

/// An entry in one's own books.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booked {
    /// What it is found by.
    pub key: Key,
    /// The amount of the order, or of the refund that was asked for.
    pub amount: Fen,
}

/// One's own books of a day, where entries can be crossed off: a table with such a column, or a map in memory.
pub trait Books {
    /// Why they cannot be read.
    type Error;

    /// Crosses the entry off, and gives its amount; `None` if there is none that is not crossed off yet.
    ///
    /// # Errors
    /// The books cannot be read or written.
    fn cross_off(&mut self, key: &Key) -> Result<Option<Fen>, Self::Error>;

    /// Any entry of the day that is not crossed off, crossed off with that; `None` when there is none left.
    ///
    /// # Errors
    /// The books cannot be read or written.
    fn take_left(&mut self) -> Result<Option<Booked>, Self::Error>;
}

impl<B: Books> Books for &mut B {
    type Error = B::Error;

    fn cross_off(&mut self, key: &Key) -> Result<Option<Fen>, B::Error> {
        (**self).cross_off(key)
    }

    fn take_left(&mut self) -> Result<Option<Booked>, B::Error> {
        (**self).take_left()
    }
}

/// Books in memory.
impl Books for BTreeMap<Key, Fen> {
    type Error = Infallible;

    fn cross_off(&mut self, key: &Key) -> Result<Option<Fen>, Infallible> {
        Ok(self.remove(key))
    }

    fn take_left(&mut self) -> Result<Option<Booked>, Infallible> {
        Ok(self.pop_first().map(|(key, amount)| Booked { key, amount }))
    }
}

/// A row of the bill that can be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Line {
    /// What it is found by.
    pub key: Key,
    /// The amount of the order, or of the refund that was asked for.
    pub amount: Fen,
    /// The whole row.
    pub row: TradeRow,
}

/// What comparing came to, for each row of the bill and each entry of the books.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Finding {
    /// Both have it, with the same amount.
    Matched(Box<Line>),
    /// Both have it, with different amounts.
    AmountDiffers {
        /// What the bill has.
        line: Box<Line>,
        /// What the books have.
        booked: Fen,
    },
    /// The bill has it, and the books do not; or the bill has it twice.
    MissingHere(Box<Line>),
    /// The books have it, and the bill, every row of which was read, does not.
    MissingThere(Booked),
    /// The bill has what is neither a payment nor a refund, such as a reversal: look at it.
    Other(Box<TradeRow>),
    /// The bill has a row that cannot be read: look at it. Only a reader that goes
    /// [past broken rows](super::BillReader::past_broken_rows) has such.
    Broken(Box<BrokenRow>),
    /// The books have it, and no row that could be read does; it may be in a broken one.
    Undecided(Booked),
}

/// Why comparing stopped.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReconcileError<E: StdError + 'static> {
    /// The bill is not as documented.
    #[error(transparent)]
    Bill(#[from] BillError),
    /// A payment or a refund has no number or no amount: the bill lacks the columns (商户订单号, 商户退款单号, 订单金额,
    /// 申请退款金额), as one in columns of one's own choice may.
    #[error("a row has no number or no amount to compare by")]
    Columns(Box<TradeRow>),
    /// The books cannot be read or written.
    #[error("the books failed: {0}")]
    Books(#[source] E),
}

/// Compares a bill with the books of the same day, row by row, in the memory of one row; then tells what the books have
/// left. It stops at the first error, of which the entries that are left say nothing.
///
/// Broken rows that the reader goes past are findings. From the first of them on nothing is said to be missing in the bill.
pub fn reconcile<I, B>(rows: I, books: B) -> Reconcile<I::IntoIter, B>
where
    I: IntoIterator<Item = Result<TradeRow, BillError>>,
    B: Books<Error: StdError + 'static>,
{
    Reconcile { rows: rows.into_iter(), books, over: false, complete: true }
}

/// See [`reconcile`].
#[derive(Debug)]
#[must_use = "nothing is compared until it is iterated"]
pub struct Reconcile<I, B> {
    rows: I,
    books: B,
    over: bool,
    /// Every row so far could be read.
    complete: bool,
}

impl<I, B> Iterator for Reconcile<I, B>
where
    I: Iterator<Item = Result<TradeRow, BillError>>,
    B: Books<Error: StdError + 'static>,
{
    type Item = Result<Finding, ReconcileError<B::Error>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        let finding = self.finding().transpose();
        self.over = !matches!(finding, Some(Ok(_)));
        finding
    }
}

impl<I, B> Reconcile<I, B>
where
    I: Iterator<Item = Result<TradeRow, BillError>>,
    B: Books<Error: StdError + 'static>,
{
    fn finding(&mut self) -> Result<Option<Finding>, ReconcileError<B::Error>> {
        let Some(row) = self.rows.next() else {
            let left = self.books.take_left().map_err(ReconcileError::Books)?;
            return Ok(left.map(if self.complete { Finding::MissingThere } else { Finding::Undecided }));
        };
        let row = match row {
            Err(BillError::Row(broken)) => {
                self.complete = false;
                return Ok(Some(Finding::Broken(Box::new(broken))));
            }
            row => row?,
        };
        let line = match Line::of(row) {
            Ok(line) => Box::new(line),
            Err(Incomparable::Other(row)) => return Ok(Some(Finding::Other(row))),
            Err(Incomparable::Columns(row)) => return Err(ReconcileError::Columns(row)),
        };
        Ok(Some(match self.books.cross_off(&line.key).map_err(ReconcileError::Books)? {
            Some(booked) if booked == line.amount => Finding::Matched(line),
            Some(booked) => Finding::AmountDiffers { line, booked },
            None => Finding::MissingHere(line),
        }))
    }
}

enum Incomparable {
    Other(Box<TradeRow>),
    Columns(Box<TradeRow>),
}

impl Line {
    fn of(row: TradeRow) -> Result<Self, Incomparable> {
        let (key, amount) = match &row.trade_state {
            Some(TradeState::Success) => (Key::Payment(row.out_trade_no.clone()), row.total.or(row.settlement_total)),
            Some(TradeState::Refund) => (Key::Refund(row.out_refund_no.clone()), row.requested_refund.or(row.refund)),
            Some(_) => return Err(Incomparable::Other(Box::new(row))),
            None => return Err(Incomparable::Columns(Box::new(row))),
        };
        match (&key, amount) {
            (Key::Payment(number) | Key::Refund(number), Some(amount)) if !number.is_empty() && number != "0" => {
                Ok(Self { key, amount, row })
            }
            _ => Err(Incomparable::Columns(Box::new(row))),
        }
    }
}
