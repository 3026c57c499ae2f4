//! The parts of a row that are compared, for each kind of bill.

use super::{Foreign, Key};
use crate::bill::{BillRow, Direction, FundFlowRow, TradeRow};
use crate::pay::TradeState;
use crate::prelude::{Date, DateTime, Fen};

/// A row that can be compared with the merchant's books: [`TradeRow`] or [`FundFlowRow`].
pub trait Comparable: BillRow {
    /// Returns the compared parts of the row.
    #[doc(hidden)]
    fn compared(&self) -> Compared;

    /// Returns the reason why the row does not belong to these books.
    #[doc(hidden)]
    fn foreign(&self, books: &Whose) -> Option<Foreign>;
}

/// The merchant and the day of the books, as far as they are set.
#[derive(Debug, Clone, Default)]
pub struct Whose {
    pub(super) mchid: Option<String>,
    pub(super) day: Option<Date>,
}

/// The compared parts of a row.
pub enum Compared {
    /// A movement of money with its possible keys.
    Movement(Movement),
    /// Not a movement that the books could have.
    Other,
    /// Not comparable, because a column is missing.
    Columns,
}

/// A movement of money with its possible keys. The first entry with its amount matches.
#[derive(Debug)]
pub struct Movement {
    pub(super) first: Candidate,
    pub(super) more: Vec<Candidate>,
    pub(super) amount: Fen,
    pub(super) unbooked: Unbooked,
    /// True for a refund that did not succeed.
    pub(super) failed: bool,
}

/// A key under which the books may have a movement.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) key: Key,
    pub(super) otherwise: Otherwise,
}

/// The meaning of an entry with the same key and another amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Otherwise {
    /// The same movement.
    Same,
    /// The same movement if it has the same direction.
    SameWay,
    /// Another movement, which happens to have the same number.
    Another,
}

/// The meaning of a row without an entry in the books.
#[derive(Debug, Clone, Copy)]
pub(super) enum Unbooked {
    Missing,
    Fee,
    Other,
}

impl Comparable for TradeRow {
    fn compared(&self) -> Compared {
        let (key, number, amount) = match &self.trade_state {
            Some(TradeState::Success) => {
                (Key::Payment as Kind, &self.out_trade_no, self.total.or(self.settlement_total))
            }
            Some(TradeState::Refund) => {
                (Key::Refund as Kind, &self.out_refund_no, self.requested_refund.or(self.refund))
            }
            Some(_) => return Compared::Other,
            None => return Compared::Columns,
        };
        match amount {
            Some(amount) if is_number(number) => Compared::Movement(Movement {
                first: Candidate { key: key(number.clone()), otherwise: Otherwise::Same },
                more: Vec::new(),
                amount,
                unbooked: Unbooked::Missing,
                failed: self.trade_state == Some(TradeState::Refund) && self.refund_failed(),
            }),
            _ => Compared::Columns,
        }
    }

    fn foreign(&self, books: &Whose) -> Option<Foreign> {
        if !matches!(&*self.currency, "" | CNY) {
            return Some(Foreign::Currency);
        }
        if books.mchid.as_ref().is_some_and(|mchid| !self.mchid.is_empty() && *mchid != self.mchid) {
            return Some(Foreign::Merchant);
        }
        books.another_day(self.time.as_ref())
    }
}

impl Comparable for FundFlowRow {
    /// Looks up WeChat Pay's number, which every business is documented to have, and then the voucher.
    fn compared(&self) -> Compared {
        let (Some(direction), Some(amount)) = (&self.direction, self.amount) else { return Compared::Columns };
        let amount = match direction {
            Direction::Income => amount,
            Direction::Expense => Fen::new(amount.get().saturating_neg()),
            _ => return Compared::Other,
        };
        let (kinds, unbooked) = self.kinds();
        let numbers = [&self.transaction_id, &self.voucher].into_iter().filter(|number| is_number(number));
        let mut candidates = numbers.flat_map(|number| {
            kinds.iter().map(|(kind, otherwise)| Candidate { key: kind(number.clone()), otherwise: *otherwise })
        });
        match candidates.next() {
            Some(first) => {
                let more = candidates.collect();
                Compared::Movement(Movement { first, more, amount, unbooked, failed: false })
            }
            None => Compared::Other,
        }
    }

    fn foreign(&self, books: &Whose) -> Option<Foreign> {
        books.another_day(self.time.as_ref())
    }
}

impl Whose {
    fn another_day(&self, time: Option<&DateTime>) -> Option<Foreign> {
        let (day, time) = (self.day?, time?);
        (time.beijing_date() != day).then_some(Foreign::Day)
    }
}

impl FundFlowRow {
    /// Returns the possible kinds of the row by the name of its business, and its meaning if the books have no entry. The
    /// documented names may change: a row with an unknown name may be of any kind, and matches an entry only with the same
    /// amount. Withdrawals and coupons match nothing, because the books have no entries for them.
    fn kinds(&self) -> (&'static [(Kind, Otherwise)], Unbooked) {
        use Otherwise::{Another, Same, SameWay};
        let business = if self.business.is_empty() { &self.business_type } else { &self.business };
        if business.contains(FEE) || self.business_type.contains(FEE) {
            return (&[(Key::Fee, Same)], Unbooked::Fee);
        }
        match (&**business, &self.direction) {
            ("退款", _) => (&[(Key::Refund, Same)], Unbooked::Missing),
            ("交易", _) => (&[(Key::Payment, Same)], Unbooked::Missing),
            ("企业付款", _) => (&[(Key::Transfer, Same)], Unbooked::Missing),
            // Shares leave the account of the sharing merchant, and returns come back to it. For a receiver it is the other way
            // round.
            ("分账" | "分账回退", Some(Direction::Income)) => {
                (&[(Key::Return, Same), (Key::Share, SameWay)], Unbooked::Missing)
            }
            ("分账" | "分账回退", _) => (&[(Key::Share, Same), (Key::Return, SameWay)], Unbooked::Missing),
            ("充值/提现" | "代金券/立减/折扣", _) => (&[], Unbooked::Other),
            _ => (
                &[
                    (Key::Payment, Another),
                    (Key::Refund, Another),
                    (Key::Transfer, Another),
                    (Key::Share, Another),
                    (Key::Return, Another),
                ],
                Unbooked::Other,
            ),
        }
    }
}

/// True unless the cell is empty or `0`, which means that there is no number.
fn is_number(cell: &str) -> bool {
    !cell.is_empty() && cell != "0"
}

type Kind = fn(String) -> Key;

/// The currency of the books' amounts.
const CNY: &str = "CNY";
const FEE: &str = "手续费";
