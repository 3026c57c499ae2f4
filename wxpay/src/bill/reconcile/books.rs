//! The merchant's own books of a day.

use std::collections::BTreeMap;
use std::convert::Infallible;

use crate::prelude::Fen;

/// The kind and the number of an entry, by which it is found.
///
/// For a bill of orders and refunds, the number is the merchant's. For a fund flow bill, it is either WeChat Pay's
/// (`transaction_id`, `refund_id`, `transfer_bill_no`, `detail_id`, `return_id`), which each row has, or the merchant's, which
/// most businesses write as the row's voucher (业务凭证号).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Key {
    /// Payment of an order: its `out_trade_no`, or `transaction_id`.
    Payment(String),
    /// Refund: its `out_refund_no`, or `refund_id`.
    Refund(String),
    /// Transfer to a user (商家转账): its `out_bill_no`, or `transfer_bill_no`.
    Transfer(String),
    /// Share of a payment (分账): its `out_order_no`, or `detail_id`. Each receiver's share is an entry.
    Share(String),
    /// Returned share (分账回退): its `out_return_no`, or `return_id`.
    Return(String),
    /// Fee (手续费): the number of its payment or refund.
    Fee(String),
}

/// An entry in the merchant's books.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booked {
    /// Key of the entry.
    pub key: Key,
    /// For a bill of orders and refunds, the amount of the order, or the requested amount of the refund. For a fund flow bill,
    /// the amount that moves the account: negative for outgoing money.
    pub amount: Fen,
}

/// The merchant's own books of a day. Entries can be crossed off: the books are a database table with a column for that, or
/// [`Entries`] in memory.
///
/// For a fund flow bill, the entries are the movements of one account.
pub trait Books {
    /// Error of reading or writing the books.
    type Error;

    /// Begins a comparison: undoes whatever earlier comparisons of the day crossed off. So a bill can be compared twice, and
    /// again after a crash.
    ///
    /// # Errors
    /// The books cannot be written.
    fn begin(&mut self) -> Result<(), Self::Error>;

    /// Crosses off an entry with the key and returns its amount, or `None` if all entries with the key are crossed off. Of
    /// several entries, such as the shares of one sharing order, an entry with this amount comes first; otherwise any is taken.
    /// It may later be reported as left, if no row matches it.
    ///
    /// # Errors
    /// The books cannot be read or written.
    fn cross_off(&mut self, key: &Key, amount: Fen) -> Result<Option<Fen>, Self::Error>;

    /// Returns any entry of the day that is not crossed off, and crosses it off. Returns `None` if nothing is left.
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

/// Books in memory. Several entries may have the same key.
#[derive(Debug, Clone, Default)]
pub struct Entries {
    left: BTreeMap<Key, Vec<Fen>>,
    crossed_off: Vec<Booked>,
}

impl Entries {
    /// Adds an entry.
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
