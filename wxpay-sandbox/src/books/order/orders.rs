//! Orders.

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
    /// The way it was ordered.
    pub trade_type: TradeType,
    /// What became of it.
    pub state: TradeState,
    /// The sub-merchant that is paid, if a service provider ordered.
    pub sub_mchid: Option<String>,
    /// How much, in fen.
    pub total: Fen,
    /// WeChat Pay's number, once it is paid.
    pub transaction_id: Option<String>,
    /// How often it was ordered, the first time included.
    pub accepted: u32,
}

/// What closing came to.
pub(crate) enum Closing {
    /// It is closed, now or since long. So is a number that was never ordered.
    Closed,
    /// It is paid.
    Paid,
    /// It was paid by a scanned code: it can only be reversed.
    Scanned,
    /// It is part of a combined order, which closes as a whole.
    Part,
    /// It is another sub-merchant's.
    OtherSubMerchant,
}

/// What reversing came to.
pub(crate) enum Reversing {
    /// It is reversed, now or since long.
    Reversed,
    /// It was not paid by a scanned code.
    NotScanned,
    /// Its money has moved on: it was refunded or shared.
    Moved,
    /// It is another sub-merchant's, or none's.
    OtherSubMerchant,
    /// There is no such order.
    Unknown,
}

impl Books {
    /// Orders, or finds that it was ordered already.
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

    /// The order, if there is one.
    pub(crate) fn find_order(&self, mchid: &str, by: By<'_>, now: i64) -> rusqlite::Result<Option<Order>> {
        rows::find(&self.open(), mchid, by, now)
    }

    /// Nobody shall pay it any more.
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

    /// Nobody shall have paid it by a scanned code.
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

    /// The user pays.
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

    /// The orders of a merchant that were paid in that time, in the order in which they were.
    pub(crate) fn paid_in(&self, mchid: &str, time: Range<i64>) -> rusqlite::Result<Vec<Order>> {
        self.list(PAID_IN, params![mchid, time.start, time.end], |row| Order::read(row, time.end))
    }

    /// The orders whose money a merchant got in that time, ordered by itself or by its service provider.
    pub(crate) fn paid_to(&self, mchid: &str, time: Range<i64>) -> rusqlite::Result<Vec<Order>> {
        self.list(PAID_TO, params![mchid, time.start, time.end], |row| Order::read(row, time.end))
    }

    /// The paid orders of a merchant whose money went back in that time, since they were reversed.
    pub(crate) fn reversed_of(&self, mchid: &str, time: Range<i64>) -> rusqlite::Result<Vec<Order>> {
        self.list(REVERSED_OF, params![mchid, time.start, time.end], |row| Order::read(row, time.end))
    }

    /// Every order.
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
