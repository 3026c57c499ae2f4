//! Ordering, closing, reversing and paying.

use std::ops::Range;

use rusqlite::params;
use wxpay::pay::{TradeState, TradeType};
use wxpay::prelude::Fen;

use super::{By, NewOrder, Order, OrderKey, Ordering, rows};
use crate::books::{Books, ledger, write};
use crate::error::SandboxError;

/// An order in the books.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BookedOrder {
    /// The merchant.
    pub mchid: String,
    /// The merchant's own number.
    pub out_trade_no: String,
    /// The payment method.
    pub trade_type: TradeType,
    /// The order's state.
    pub state: TradeState,
    /// The sub-merchant that is paid, if a service provider ordered.
    pub sub_mchid: Option<String>,
    /// The amount, in fen.
    pub total: Fen,
    /// WeChat Pay's number, once the order is paid.
    pub transaction_id: Option<String>,
    /// Number of accepted requests for it, the first one included.
    pub accepted: u32,
}

/// The result of closing.
pub(crate) enum Closing {
    /// The order is closed, now or before. So is a number that was never ordered.
    Closed,
    /// The order is paid.
    Paid,
    /// The order was paid with a scanned code: it can only be reversed.
    Scanned,
    /// The order is part of a combined order, which closes as a whole.
    Part,
    /// The order is another sub-merchant's.
    OtherSubMerchant,
}

/// The result of reversing.
pub(crate) enum Reversing {
    /// The order is reversed, now or before.
    Reversed,
    /// The order was not paid with a scanned code.
    NotScanned,
    /// The money has moved on: the order was refunded or shared.
    Moved,
    /// The order is another sub-merchant's, or has no sub-merchant.
    OtherSubMerchant,
    /// The order does not exist.
    Unknown,
}

impl Books {
    /// Orders, or finds that it was ordered before.
    pub(crate) fn order(&self, new: &NewOrder<'_>, now: i64) -> rusqlite::Result<Ordering> {
        let OrderKey { mchid, out_trade_no } = new.key;
        let mut connection = self.open();
        let books = connection.transaction()?;
        if let Some(known) = rows::any(&books, new.key, now)? {
            let ordering = known.again(new, now);
            if matches!(ordering, Ordering::Accepted(_)) {
                write(&books, ACCEPT_AGAIN, params![mchid, out_trade_no])?;
                books.commit()?;
            }
            return Ok(ordering);
        }
        let order = rows::insert(&books, new, None, now)?;
        books.commit()?;
        Ok(Ordering::Accepted(Box::new(order)))
    }

    /// The order with this number, if it exists.
    pub(crate) fn find_order(&self, mchid: &str, by: By<'_>, now: i64) -> rusqlite::Result<Option<Order>> {
        rows::find(&self.open(), mchid, by, now)
    }

    /// Closes an order, so that nobody can pay it.
    pub(crate) fn close(&self, key: OrderKey<'_>, sub_mchid: Option<&str>, now: i64) -> rusqlite::Result<Closing> {
        let mut connection = self.open();
        let books = connection.transaction()?;
        let closing = match rows::any(&books, key, now)? {
            None => {
                write(&books, BURN, params![key.mchid, key.out_trade_no, sub_mchid])?;
                Closing::Closed
            }
            Some(order) if order.part => Closing::Part,
            Some(order) if order.sub_mchid.as_deref() != sub_mchid => Closing::OtherSubMerchant,
            Some(order) if order.is_scanned() => Closing::Scanned,
            Some(order) if order.is_paid() => Closing::Paid,
            Some(_) => {
                rows::set_state(&books, key, &TradeState::Closed)?;
                Closing::Closed
            }
        };
        books.commit()?;
        Ok(closing)
    }

    /// Reverses an order that was paid with a scanned code.
    pub(crate) fn reverse(&self, key: OrderKey<'_>, sub_mchid: Option<&str>, now: i64) -> rusqlite::Result<Reversing> {
        let mut connection = self.open();
        let books = connection.transaction()?;
        let reversing = match rows::find(&books, key.mchid, By::OutTradeNo(key.out_trade_no), now)? {
            None => Reversing::Unknown,
            Some(order) if order.sub_mchid.as_deref() != sub_mchid => Reversing::OtherSubMerchant,
            Some(order) if !order.is_scanned() => Reversing::NotScanned,
            Some(order) if order.state == TradeState::Refund || ledger::has_shares(&books, &order)? => Reversing::Moved,
            Some(_) => {
                write(&books, REVERSE, params![key.mchid, key.out_trade_no, now])?;
                Reversing::Reversed
            }
        };
        books.commit()?;
        Ok(reversing)
    }

    /// The user pays the order.
    pub(crate) fn pay(&self, key: OrderKey<'_>, transaction_id: &str, now: i64) -> Result<Order, SandboxError> {
        let wrong = |problem| SandboxError::Order { number: key.out_trade_no.to_owned(), problem };
        let mut connection = self.open();
        let books = connection.transaction()?;
        let order = rows::find(&books, key.mchid, By::OutTradeNo(key.out_trade_no), now)?;
        let order = order.ok_or_else(|| wrong("was never made"))?;
        if order.part {
            return Err(wrong("is part of a combined order"));
        }
        order.may_be_paid(now).map_err(wrong)?;
        let order = rows::set_paid(&books, key, transaction_id, now)?;
        books.commit()?;
        Ok(order)
    }

    /// The orders of a merchant that were paid in that period, by time.
    pub(crate) fn paid_in(&self, mchid: &str, time: Range<i64>) -> rusqlite::Result<Vec<Order>> {
        self.list(PAID_IN, params![mchid, time.start, time.end], |row| Order::read(row, time.end))
    }

    /// The orders whose money a merchant got in that period; the merchant itself or its service provider ordered them.
    pub(crate) fn paid_to(&self, mchid: &str, time: Range<i64>) -> rusqlite::Result<Vec<Order>> {
        self.list(PAID_TO, params![mchid, time.start, time.end], |row| Order::read(row, time.end))
    }

    /// The paid orders of a merchant that were reversed in that period.
    pub(crate) fn reversed_of(&self, mchid: &str, time: Range<i64>) -> rusqlite::Result<Vec<Order>> {
        self.list(REVERSED_OF, params![mchid, time.start, time.end], |row| Order::read(row, time.end))
    }

    /// All orders.
    pub(crate) fn orders(&self, now: i64) -> rusqlite::Result<Vec<BookedOrder>> {
        self.list(LIST, params![], |row| {
            let order = Order::read(row, now)?;
            Ok(BookedOrder {
                mchid: order.mchid,
                out_trade_no: order.out_trade_no,
                sub_mchid: order.sub_mchid,
                trade_type: order.trade_type,
                state: order.state,
                total: Fen::new(order.total),
                transaction_id: order.transaction_id,
                accepted: order.accepted,
            })
        })
    }
}

const LIST: &str = "SELECT * FROM orders WHERE accepted > 0 ORDER BY rowid";
const PAID_IN: &str = "
    SELECT * FROM orders WHERE mchid = ?1 AND paid >= ?2 AND paid < ?3 ORDER BY paid, rowid";
const PAID_TO: &str = "
    SELECT * FROM orders WHERE COALESCE(sub_mchid, mchid) = ?1 AND paid >= ?2 AND paid < ?3 ORDER BY paid, rowid";
const REVERSED_OF: &str = "
    SELECT * FROM orders
    WHERE COALESCE(sub_mchid, mchid) = ?1 AND paid IS NOT NULL AND reversed >= ?2 AND reversed < ?3
    ORDER BY reversed, rowid";
const BURN: &str = "
    INSERT INTO orders (mchid, out_trade_no, sub_mchid, trade_type, state, total, parameters, expires, closes, accepted)
    VALUES (?1, ?2, ?3, '', 'CLOSED', 0, '{}', 0, 0, 0)";
const ACCEPT_AGAIN: &str = "UPDATE orders SET accepted = accepted + 1 WHERE mchid = ?1 AND out_trade_no = ?2";
const REVERSE: &str = "
    UPDATE orders SET state = 'REVOKED', reversed = COALESCE(reversed, ?3) WHERE mchid = ?1 AND out_trade_no = ?2";
