//! What of a row is compared, for each kind of bill.

use super::Key;
use crate::bill::{BillRow, Direction, FundFlowRow, TradeRow};
use crate::pay::TradeState;
use crate::prelude::Fen;

/// A row that can be compared with one's own books: [`TradeRow`] or [`FundFlowRow`].
pub trait Comparable: BillRow {
    /// What of it is compared.
    #[doc(hidden)]
    fn compared(&self) -> Compared;
}

/// What of a row is compared.
pub enum Compared {
    /// A movement, and what it may be found by: the first key that the books have.
    Movement { first: Key, more: Vec<Key>, amount: Fen, unbooked: Unbooked },
    /// Nothing that the books could have.
    Other,
    /// Nothing, since a column is missing.
    Columns,
}

/// What a row is that the books do not have.
pub enum Unbooked {
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
            Some(amount) if is_number(number) => {
                Compared::Movement { first: key(number.clone()), more: Vec::new(), amount, unbooked: Unbooked::Missing }
            }
            _ => Compared::Columns,
        }
    }
}

impl Comparable for FundFlowRow {
    /// By WeChat Pay's number, which every business is documented to have, and then by the voucher.
    fn compared(&self) -> Compared {
        let (Some(direction), Some(amount)) = (&self.direction, self.amount) else { return Compared::Columns };
        let amount = match direction {
            Direction::Income => amount,
            Direction::Expense => Fen::new(amount.get().saturating_neg()),
            _ => return Compared::Other,
        };
        let (kinds, unbooked) = self.kinds();
        let numbers = [&self.transaction_id, &self.voucher].into_iter().filter(|number| is_number(number));
        let mut keys = numbers.flat_map(|number| kinds.iter().map(|kind| kind(number.clone())));
        match keys.next() {
            Some(first) => Compared::Movement { first, more: keys.collect(), amount, unbooked },
            None => Compared::Other,
        }
    }
}

impl FundFlowRow {
    /// What it may be by its names, which are documented, and to change: under another name it may be anything.
    fn kinds(&self) -> (&'static [Kind], Unbooked) {
        let names = [&*self.business, &*self.business_type];
        let is = |name: &str| names.iter().any(|found| found.starts_with(name));
        if names.iter().any(|name| name.contains("手续费")) {
            (&[Key::Fee], Unbooked::Fee)
        } else if is("退款") {
            (&[Key::Refund], Unbooked::Missing)
        } else if is("交易") {
            (&[Key::Payment], Unbooked::Missing)
        } else if is("企业付款") {
            (&[Key::Transfer], Unbooked::Missing)
        } else if is("分账") {
            // What goes out of the account that shares comes back into it; with a receiver it is the other way round.
            let kinds: &[Kind] = match &self.direction {
                Some(Direction::Income) => &[Key::Return, Key::Share],
                _ => &[Key::Share, Key::Return],
            };
            (kinds, Unbooked::Missing)
        } else {
            (&[Key::Payment, Key::Refund, Key::Transfer, Key::Share, Key::Return], Unbooked::Other)
        }
    }
}

/// A cell with a number; where there is none, it is empty or `0`.
fn is_number(cell: &str) -> bool {
    !cell.is_empty() && cell != "0"
}

type Kind = fn(String) -> Key;
