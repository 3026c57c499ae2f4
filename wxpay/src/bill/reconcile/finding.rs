//! The findings of a comparison.

use std::error::Error as StdError;

use super::{Booked, Key};
use crate::bill::{BillError, BrokenRow, SummaryDiffers, TradeRow};
use crate::prelude::Fen;

/// A row of the bill that can be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Line<R = TradeRow> {
    /// Key of the entry in the books; without an entry, the first key that was looked up.
    pub key: Key,
    /// Amount with the sign of the books: see [`Booked::amount`].
    pub amount: Fen,
    /// The whole row.
    pub row: R,
}

/// A finding about a row of the bill or an entry of the books.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Finding<R = TradeRow> {
    /// The bill and the books have the same amount.
    Matched(Box<Line<R>>),
    /// The bill and the books have different amounts.
    AmountDiffers {
        /// Row of the bill.
        line: Box<Line<R>>,
        /// Amount in the books.
        booked: Fen,
    },
    /// The bill has a refund that did not succeed, such as `FAIL` or `CLOSED`: no money had gone back when the bill was made.
    /// Query the refund; the bill is not made again.
    RefundFailed {
        /// Row of the bill.
        line: Box<Line<R>>,
        /// Amount in the books, if they have the refund.
        booked: Option<Fen>,
    },
    /// The bill has a row that the books do not have, or has it twice.
    MissingHere(Box<Line<R>>),
    /// The books have an entry that the bill does not have. Every row of the bill was read.
    MissingThere(Booked),
    /// The bill has a fee that the books do not have. This is usual: WeChat Pay deducts fees by itself.
    Fee(Box<Line<R>>),
    /// The bill has a row that the books cannot have: a reversal, a withdrawal, an unknown business. Check it by hand.
    Other(Box<R>),
    /// The bill has a row that does not belong to these books. It is not compared. Check it by hand.
    Foreign {
        /// The whole row.
        row: Box<R>,
        /// Reason why the row does not belong to these books.
        why: Foreign,
    },
    /// The bill has a row that cannot be read. Check it by hand. Only a reader that goes [past broken
    /// rows](crate::bill::BillReader::past_broken_rows) returns such rows.
    Broken(Box<BrokenRow>),
    /// The rows do not match the bill's own summary: a row is missing, or something that was read as a row is not one. Check the
    /// file before you rely on any finding.
    Summary(SummaryDiffers),
    /// The books have an entry that matches no row that could be read. It may match a broken row, or a row that the summary
    /// counts and the bill lacks.
    Undecided(Booked),
}

/// The reason why a row does not belong to the books.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Foreign {
    /// The currency is not CNY.
    Currency,
    /// The merchant is not that of [`Reconcile::merchant`](super::Reconcile::merchant).
    Merchant,
    /// The day is not that of [`Reconcile::day`](super::Reconcile::day).
    Day,
}

/// An error that ended a comparison.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReconcileError<E: StdError + 'static, R = TradeRow> {
    /// The bill does not have the documented format.
    #[error(transparent)]
    Bill(#[from] BillError),
    /// A row has no number, amount or direction: the bill lacks the columns (商户订单号, 商户退款单号, 订单金额, 申请退款金额;
    /// 收支类型, 收支金额). This can happen if the merchant has chosen the columns.
    #[error("a row has no number, amount or direction to compare by")]
    Columns(Box<R>),
    /// The books cannot be read or written.
    #[error("the books failed: {0}")]
    Books(#[source] E),
}
