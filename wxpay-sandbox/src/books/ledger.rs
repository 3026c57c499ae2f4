//! Sums over the shares of payments: the part that is left, the parts that others have, and all movements.

use std::ops::Range;

use rusqlite::{Connection, Row, params};

use super::{Books, Order, one};

/// A share that was received or returned, from the point of view of one of the two accounts.
pub(crate) struct SharedMovement {
    /// Seconds since 1970.
    pub(crate) time: i64,
    /// WeChat Pay's number of the share (`detail_id`, which is documented as the bill's number) or of the return (`return_id`).
    pub(crate) id: String,
    /// Sharing merchant's own number for it.
    pub(crate) number: String,
    /// Amount in fen, negative if it leaves the account.
    pub(crate) amount: i64,
    /// True for a return.
    pub(crate) returned: bool,
}

impl Books {
    /// Shares that a merchant gave and got in that period, by time.
    pub(crate) fn shared_in(&self, mchid: &str, time: Range<i64>) -> rusqlite::Result<Vec<SharedMovement>> {
        self.list(SHARED_IN, params![mchid, time.start, time.end], |row| {
            Ok(SharedMovement {
                time: row.get("time")?,
                id: row.get("id")?,
                number: row.get("number")?,
                amount: row.get("amount")?,
                returned: row.get("returned")?,
            })
        })
    }
}

impl Books {
    /// Amount of an order that can be refunded, in fen: the total less earlier refunds and less others' shares.
    pub(crate) fn refundable(&self, order: &Order) -> rusqlite::Result<i64> {
        let books = self.open();
        let (_, refunded) = refunds(&books, order)?;
        let left = order.total.saturating_sub(refunded).saturating_sub(with_others(&books, order)?);
        Ok(if order.is_paid() { left.max(0) } else { 0 })
    }
}

/// Returns true if the order was ever shared.
pub(super) fn has_shares(books: &Connection, order: &Order) -> rusqlite::Result<bool> {
    Ok(count(books, &order.mchid, order.transaction_id.as_deref().unwrap_or_default())? > 0)
}

/// Number of sharings of a payment.
pub(super) fn count(books: &Connection, mchid: &str, transaction_id: &str) -> rusqlite::Result<i64> {
    Ok(one(books, COUNT, params![mchid, transaction_id], |row| row.get(0))?.unwrap_or(0))
}

/// Amount of a payment that others have or will get, in fen, without what they returned.
pub(super) fn with_others(books: &Connection, order: &Order) -> rusqlite::Result<i64> {
    Ok(one(books, WITH_OTHERS, params![order.mchid, order.transaction_id], |row| row.get(0))?.unwrap_or(0))
}

/// Amount of a payment that is neither shared nor refunded, in fen. A closed share counts as shared: its money is with the
/// merchant and is not shared again.
pub(super) fn unsplit(books: &Connection, order: &Order) -> rusqlite::Result<i64> {
    let shared = one(books, SHARED, params![order.mchid, order.transaction_id], |row| row.get(0))?.unwrap_or(0);
    let (_, refunded) = refunds(books, order)?;
    Ok(order.total.saturating_sub(refunded).saturating_sub(shared).max(0))
}

/// Number of an order's refunds, and their sum in fen without closed ones.
pub(super) fn refunds(books: &Connection, order: &Order) -> rusqlite::Result<(i64, i64)> {
    let sums = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
    Ok(one(books, REFUNDS, params![order.mchid, order.out_trade_no], sums)?.unwrap_or_default())
}

const COUNT: &str = "SELECT COUNT(*) FROM sharings WHERE mchid = ?1 AND transaction_id = ?2";
const REFUNDS: &str = "
    SELECT COUNT(*), COALESCE(SUM(CASE status WHEN 'CLOSED' THEN 0 ELSE refund END), 0)
    FROM refunds WHERE mchid = ?1 AND out_trade_no = ?2";
const SHARED: &str = "SELECT COALESCE(SUM(amount), 0) FROM shares WHERE mchid = ?1 AND transaction_id = ?2";
const WITH_OTHERS: &str = "
    SELECT COALESCE(SUM(amount - (SELECT COALESCE(SUM(amount), 0) FROM share_returns
        WHERE share_returns.detail_id = shares.detail_id AND share_returns.result = 'SUCCESS')), 0)
    FROM shares WHERE mchid = ?1 AND transaction_id = ?2 AND own = 0 AND result <> 'CLOSED'";
/// Each movement appears in two accounts, with opposite signs. A share that the merchant keeps does not move.
const SHARED_IN: &str = "
    WITH moved AS (
        SELECT finished AS time, printf('3600%024d', detail_id) AS id, out_order_no AS number, amount, 0 AS returned,
            COALESCE(sub_mchid, mchid) AS giver, CASE kind WHEN 'MERCHANT_ID' THEN account END AS taker
        FROM shares JOIN sharings USING (mchid, out_order_no) WHERE result = 'SUCCESS' AND own = 0
        UNION ALL
        SELECT finished, return_id, out_return_no, amount, 1, return_mchid, COALESCE(sub_mchid, mchid)
        FROM share_returns WHERE result = 'SUCCESS'
    )
    SELECT time, id, number, returned, CASE ?1 WHEN giver THEN -amount ELSE amount END AS amount
    FROM moved WHERE ?1 IN (giver, taker) AND time >= ?2 AND time < ?3 ORDER BY time";
