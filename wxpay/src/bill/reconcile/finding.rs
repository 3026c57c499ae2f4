//! The findings of a comparison.

use std::error::Error as StdError;

use super::{Booked, Key};
use crate::bill::{BillError, BrokenRow, SummaryDiffers, TradeRow};
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
    /// The bill has a refund that did not succeed, such as `FAIL` or `CLOSED`: no money went back when the bill was made. Ask
    /// what became of it; the bill is not made again.
    RefundFailed {
        /// What the bill has.
        line: Box<Line<R>>,
        /// What the books have, if they have it.
        booked: Option<Fen>,
    },
    /// The bill has it, and the books do not; or the bill has it twice.
    MissingHere(Box<Line<R>>),
    /// The books have it, and the bill, every row of which was read, does not.
    MissingThere(Booked),
    /// The bill has a fee that the books do not have, as they seldom do: WeChat Pay takes it by itself.
    Fee(Box<Line<R>>),
    /// The bill has what the books could not have: a reversal, a withdrawal, a business that nobody knows yet. Look at it.
    Other(Box<R>),
    /// The bill has a row that is not of these books. It is compared with no entry. Look at it.
    Foreign {
        /// The whole row.
        row: Box<R>,
        /// Why it is not.
        why: Foreign,
    },
    /// The bill has a row that cannot be read: look at it. Only a reader that goes
    /// [past broken rows](crate::bill::BillReader::past_broken_rows) has such.
    Broken(Box<BrokenRow>),
    /// The rows are not what the bill's own summary says: one is missing, or one that was found is none. Look at the file,
    /// and believe no other finding before.
    Summary(SummaryDiffers),
    /// The books have it, and no row that could be read does; it may be in a broken one, or in one that the summary counts and
    /// the bill lacks.
    Undecided(Booked),
}

/// Why a row is not of the books that it is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Foreign {
    /// It is in another currency than CNY.
    Currency,
    /// It is another merchant's than [`Reconcile::merchant`](super::Reconcile::merchant) says.
    Merchant,
    /// It is of another day than [`Reconcile::day`](super::Reconcile::day) says.
    Day,
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
