//! One's own books of a day, and what stands in them.

use std::collections::BTreeMap;
use std::convert::Infallible;

use crate::prelude::Fen;

/// What an entry is found by: its kind and its number.
///
/// In the bill of orders and refunds the number is the merchant's own. In the bill of movements of money it may be either:
/// WeChat Pay's number (`transaction_id`, `refund_id`, `transfer_bill_no`, `detail_id`, `return_id`), which each row has, or
/// the merchant's own, where the row has it as its voucher (业务凭证号). That is so as a rule, and not for every business.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Key {
    /// The payment of an order: its `out_trade_no`, or `transaction_id`.
    Payment(String),
    /// A refund: its `out_refund_no`, or `refund_id`.
    Refund(String),
    /// A transfer to a user (商家转账): its `out_bill_no`, or `transfer_bill_no`.
    Transfer(String),
    /// A share of a payment (分账): its `out_order_no`, or `detail_id`. Each receiver's share is an entry.
    Share(String),
    /// A share that comes back (分账回退): its `out_return_no`, or `return_id`.
    Return(String),
    /// A fee (手续费), by the number of the payment or refund that it is for.
    Fee(String),
}

/// An entry in one's own books.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booked {
    /// What it is found by.
    pub key: Key,
    /// Against a bill of orders and refunds, the amount of the order, or of the refund that was asked for. Against one of
    /// movements of money, what the account moves by: below zero where money goes out.
    pub amount: Fen,
}

/// One's own books of a day, where entries can be crossed off: a table with such a column, or [`Entries`] in memory.
///
/// What is compared with a bill of movements of money are the movements of one account.
pub trait Books {
    /// Why they cannot be read.
    type Error;

    /// Begins a comparison: nothing of the day is crossed off any more, whatever an earlier comparison has come to. A bill
    /// can so be compared twice, and once more after a crash half-way.
    ///
    /// # Errors
    /// The books cannot be written.
    fn begin(&mut self) -> Result<(), Self::Error>;

    /// Crosses an entry with that key off, and gives its amount; `None` if there is none that is not crossed off yet. Of
    /// several, such as the shares of one sharing, it is one of this amount if there is one, and else any, which may
    /// be told of as left all the same, if no row turns out to be it.
    ///
    /// # Errors
    /// The books cannot be read or written.
    fn cross_off(&mut self, key: &Key, amount: Fen) -> Result<Option<Fen>, Self::Error>;

    /// Any entry of the day that is not crossed off, crossed off with that; `None` when there is none left.
    ///
    /// # Errors
    /// The books cannot be read or written.
    fn take_left(&mut self) -> Result<Option<Booked>, Self::Error>;
}

impl<B: Books> Books for &mut B {
    type Error = B::Error;

    fn begin(&mut self) -> Result<(), B::Error> {
        (**self).begin()
    }

    fn cross_off(&mut self, key: &Key, amount: Fen) -> Result<Option<Fen>, B::Error> {
        (**self).cross_off(key, amount)
    }

    fn take_left(&mut self) -> Result<Option<Booked>, B::Error> {
        (**self).take_left()
    }
}

/// Books in memory. A key may be there several times.
#[derive(Debug, Clone, Default)]
pub struct Entries {
    left: BTreeMap<Key, Vec<Fen>>,
    crossed_off: Vec<Booked>,
}

impl Entries {
    /// Writes an entry down.
    pub fn add(&mut self, key: Key, amount: Fen) {
        self.left.entry(key).or_default().push(amount);
    }
}

impl Extend<(Key, Fen)> for Entries {
    fn extend<I: IntoIterator<Item = (Key, Fen)>>(&mut self, entries: I) {
        entries.into_iter().for_each(|(key, amount)| self.add(key, amount));
    }
}

impl FromIterator<(Key, Fen)> for Entries {
    fn from_iter<I: IntoIterator<Item = (Key, Fen)>>(entries: I) -> Self {
        let mut books = Self::default();
        books.extend(entries);
        books
    }
}

impl<const N: usize> From<[(Key, Fen); N]> for Entries {
    fn from(entries: [(Key, Fen); N]) -> Self {
        Self::from_iter(entries)
    }
}

impl Books for Entries {
    type Error = Infallible;

    fn begin(&mut self) -> Result<(), Infallible> {
        for Booked { key, amount } in std::mem::take(&mut self.crossed_off) {
            self.add(key, amount);
        }
        Ok(())
    }

    fn cross_off(&mut self, key: &Key, amount: Fen) -> Result<Option<Fen>, Infallible> {
        let Some(amounts) = self.left.get_mut(key) else { return Ok(None) };
        let taken = match amounts.iter().position(|booked| *booked == amount) {
            Some(index) => Some(amounts.swap_remove(index)),
            None => amounts.pop(),
        };
        if amounts.is_empty() {
            self.left.remove(key);
        }
        self.crossed_off.extend(taken.map(|amount| Booked { key: key.clone(), amount }));
        Ok(taken)
    }

    fn take_left(&mut self) -> Result<Option<Booked>, Infallible> {
        let Some(mut entry) = self.left.first_entry() else { return Ok(None) };
        let taken = entry.get_mut().pop().map(|amount| Booked { key: entry.key().clone(), amount });
        if entry.get().is_empty() {
            entry.remove();
        }
        self.crossed_off.extend(taken.clone());
        Ok(taken)
    }
}
