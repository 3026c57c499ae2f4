//! Rows of orders.

use rusqlite::{Connection, params};
use wxpay::pay::TradeState;

use super::{By, NewOrder, Order, OrderKey};
use crate::books::{one, write};

/// The order, if it was ever made.
pub(in crate::books) fn find(books: &Connection, mchid: &str, by: By<'_>, now: i64) -> rusqlite::Result<Option<Order>> {
    let (query, number) = match by {
        By::OutTradeNo(number) => (BY_OUT_TRADE_NO, number),
        By::TransactionId(number) => (BY_TRANSACTION_ID, number),
    };
    let order = one(books, query, params![mchid, number], |row| Order::read(row, now))?;
    Ok(order.filter(|order| order.accepted > 0))
}

/// The order, or the row of a number that was closed before it was ordered.
pub(super) fn any(books: &Connection, key: OrderKey<'_>, now: i64) -> rusqlite::Result<Option<Order>> {
    one(books, BY_OUT_TRADE_NO, params![key.mchid, key.out_trade_no], |row| Order::read(row, now))
}

/// Inserts a new order, alone or as part of a combined one.
pub(super) fn insert(
    books: &Connection,
    new: &NewOrder<'_>,
    combined: Option<OrderKey<'_>>,
    now: i64,
) -> rusqlite::Result<Order> {
    let closes = now.saturating_add(LIFE);
    let expires = new.time_expire.map_or(closes, |time| time.max(now.saturating_add(60)).min(closes));
    let (state, transaction_id) = new.scanned.clone().map_or((TradeState::NotPay, None), |(state, id)| {
        let paid = state == TradeState::Success;
        (state, paid.then_some(id))
    });
    let order = params![
        new.key.mchid,
        new.key.out_trade_no,
        new.sub_mchid,
        new.trade_type.as_str(),
        state.as_str(),
        new.total,
        new.parameters,
        expires,
        closes,
        transaction_id,
        transaction_id.map(|_| now),
        combined.map(|combined| combined.mchid),
        combined.map(|combined| combined.out_trade_no)
    ];
    let order = one(books, INSERT, order, |row| Order::read(row, now))?;
    order.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

pub(super) fn set_paid(
    books: &Connection,
    key: OrderKey<'_>,
    transaction_id: &str,
    now: i64,
) -> rusqlite::Result<Order> {
    let payment = params![key.mchid, key.out_trade_no, transaction_id, now];
    let order = one(books, PAY, payment, |row| Order::read(row, now))?;
    order.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

pub(in crate::books) fn set_state(books: &Connection, key: OrderKey<'_>, state: &TradeState) -> rusqlite::Result<()> {
    write(books, SET_STATE, params![key.mchid, key.out_trade_no, state.as_str()])
}

/// Releases the rest after its shares to the merchant.
pub(in crate::books) fn unfreeze(books: &Connection, order: &Order, now: i64) -> rusqlite::Result<()> {
    write(books, UNFREEZE, params![order.mchid, order.out_trade_no, now])
}

/// An unpaid order closes after seven days.
const LIFE: i64 = 7 * 24 * 60 * 60;

const BY_OUT_TRADE_NO: &str = "SELECT * FROM orders WHERE mchid = ?1 AND out_trade_no = ?2";
const BY_TRANSACTION_ID: &str = "SELECT * FROM orders WHERE mchid = ?1 AND transaction_id = ?2";
const INSERT: &str = "
    INSERT INTO orders
        (mchid, out_trade_no, sub_mchid, trade_type, state, total, parameters, expires, closes, transaction_id, paid,
        combine_mchid, combine_out_trade_no, accepted)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 1) RETURNING *";
const SET_STATE: &str = "UPDATE orders SET state = ?3 WHERE mchid = ?1 AND out_trade_no = ?2";
const UNFREEZE: &str = "UPDATE orders SET unfrozen = ?3 WHERE mchid = ?1 AND out_trade_no = ?2";
const PAY: &str = "
    UPDATE orders SET state = 'SUCCESS', transaction_id = ?3, paid = ?4
    WHERE mchid = ?1 AND out_trade_no = ?2 RETURNING *";

pub(in crate::books) const SCHEMA: &str = "
    CREATE TABLE orders (
        mchid TEXT NOT NULL,
        out_trade_no TEXT NOT NULL,
        sub_mchid TEXT,
        trade_type TEXT NOT NULL,
        state TEXT NOT NULL,
        total INTEGER NOT NULL,
        parameters TEXT NOT NULL,
        expires INTEGER NOT NULL,
        closes INTEGER NOT NULL,
        transaction_id TEXT UNIQUE,
        paid INTEGER,
        unfrozen INTEGER,
        reversed INTEGER,
        combine_mchid TEXT,
        combine_out_trade_no TEXT,
        accepted INTEGER NOT NULL,
        PRIMARY KEY (mchid, out_trade_no)
    ) STRICT;
    CREATE INDEX orders_of_a_combined_order ON orders (combine_mchid, combine_out_trade_no)
        WHERE combine_mchid IS NOT NULL;
";
