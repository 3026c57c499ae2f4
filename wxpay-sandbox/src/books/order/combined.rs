//! Combined orders: several orders that are paid together, or not at all.

use rusqlite::{Connection, Row, params};
use serde_json::Value;
use wxpay::pay::TradeState;

use super::{NewOrder, Order, OrderKey, rows};
use crate::books::{Books, one, read_parameters, write};
use crate::error::SandboxError;

/// Orders to combine.
pub(crate) struct NewCombined<'a> {
    /// The merchant that combines them, and its number of the combined order.
    pub(crate) key: OrderKey<'a>,
    pub(crate) parameters: &'a str,
    pub(crate) parts: &'a [NewOrder<'a>],
}

/// The result of ordering.
pub(crate) enum Combining {
    /// New orders, or the same ones again.
    Accepted,
    /// A number was used with other parameters, for another payment method, or for an order that is not combined.
    OtherParameters,
    /// They are paid.
    Paid,
    /// They are closed, or the time to pay has passed.
    Closed,
}

/// The result of closing.
pub(crate) enum ClosingAll {
    /// They are closed, now or before.
    Closed,
    /// They are paid.
    Paid,
    /// The named orders are not the combined ones.
    OtherParts,
    /// The combined order does not exist.
    Unknown,
}

/// A combined order in its present state, which is the state of its parts.
pub(crate) struct Combined {
    pub(crate) mchid: String,
    pub(crate) out_trade_no: String,
    pub(crate) transaction_id: Option<String>,
    pub(crate) parts: Vec<Order>,
    parameters: String,
}

impl Combined {
    /// The parameters of the request.
    pub(crate) fn parameters(&self) -> rusqlite::Result<Value> {
        read_parameters(&self.parameters)
    }

    /// Returns `Ok` if it can be paid now, or else the reason that it cannot.
    pub(crate) fn may_be_paid(&self, now: i64) -> Result<(), &'static str> {
        self.parts.iter().try_for_each(|part| part.may_be_paid(now))
    }

    fn closed(&self) -> bool {
        self.parts.iter().any(|part| part.state == TradeState::Closed)
    }

    /// The result of ordering it again.
    fn again(&self, new: &NewCombined<'_>, now: i64) -> Combining {
        if self.transaction_id.is_some() {
            Combining::Paid
        } else if self.closed() {
            Combining::Closed
        } else if self.parameters != new.parameters || !self.same_way(new) {
            Combining::OtherParameters
        } else if self.may_be_paid(now).is_err() {
            Combining::Closed
        } else {
            Combining::Accepted
        }
    }

    fn same_way(&self, new: &NewCombined<'_>) -> bool {
        let ways = |part: &NewOrder<'_>| self.parts.iter().all(|known| known.trade_type == part.trade_type);
        new.parts.iter().all(ways)
    }
}

impl Books {
    /// Merchant and number of the combined order that the order is part of.
    pub(crate) fn whole_of(&self, part: OrderKey<'_>) -> rusqlite::Result<Option<(String, String)>> {
        let whole =
            one(&self.open(), WHOLE, params![part.mchid, part.out_trade_no], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(whole.and_then(|(mchid, out_trade_no): (Option<String>, Option<String>)| mchid.zip(out_trade_no)))
    }

    /// Orders, or finds that it was ordered before.
    pub(crate) fn combine(&self, new: &NewCombined<'_>, now: i64) -> rusqlite::Result<Combining> {
        let OrderKey { mchid, out_trade_no } = new.key;
        let mut connection = self.open();
        let books = connection.transaction()?;
        if let Some(known) = find(&books, BY_OUT_TRADE_NO, mchid, out_trade_no, now)? {
            let combining = known.again(new, now);
            if matches!(combining, Combining::Accepted) {
                write(&books, ACCEPT_AGAIN, params![mchid, out_trade_no])?;
                books.commit()?;
            }
            return Ok(combining);
        }
        for part in new.parts {
            if rows::any(&books, part.key, now)?.is_some() {
                return Ok(Combining::OtherParameters);
            }
            rows::insert(&books, part, Some(new.key), now)?;
        }
        write(&books, INSERT, params![mchid, out_trade_no, new.parameters])?;
        books.commit()?;
        Ok(Combining::Accepted)
    }

    /// The combined order with the merchant's own number, if it exists.
    pub(crate) fn find_combined(&self, key: OrderKey<'_>, now: i64) -> rusqlite::Result<Option<Combined>> {
        find(&self.open(), BY_OUT_TRADE_NO, key.mchid, key.out_trade_no, now)
    }

    /// The combined order with WeChat Pay's number, if it exists.
    pub(crate) fn find_combined_payment(&self, mchid: &str, id: &str, now: i64) -> rusqlite::Result<Option<Combined>> {
        find(&self.open(), BY_TRANSACTION_ID, mchid, id, now)
    }

    /// Closes a combined order, so that nobody can pay it. `named` are the parts that the caller names.
    pub(crate) fn close_combined(
        &self,
        key: OrderKey<'_>,
        named: &[OrderKey<'_>],
        now: i64,
    ) -> rusqlite::Result<ClosingAll> {
        let mut connection = self.open();
        let books = connection.transaction()?;
        let Some(known) = find(&books, BY_OUT_TRADE_NO, key.mchid, key.out_trade_no, now)? else {
            return Ok(ClosingAll::Unknown);
        };
        let part = |key: &OrderKey<'_>| {
            known.parts.iter().any(|part| part.mchid == key.mchid && part.out_trade_no == key.out_trade_no)
        };
        if named.len() != known.parts.len() || !named.iter().all(part) {
            return Ok(ClosingAll::OtherParts);
        }
        if known.transaction_id.is_some() {
            return Ok(ClosingAll::Paid);
        }
        for part in named {
            rows::set_state(&books, *part, &TradeState::Closed)?;
        }
        books.commit()?;
        Ok(ClosingAll::Closed)
    }

    /// Pays a combined order. `part_id` makes WeChat Pay's number for each part.
    pub(crate) fn pay_combined(
        &self,
        key: OrderKey<'_>,
        transaction_id: &str,
        mut part_id: impl FnMut() -> Result<String, SandboxError>,
        now: i64,
    ) -> Result<Combined, SandboxError> {
        let wrong = |problem| SandboxError::Order { number: key.out_trade_no.to_owned(), problem };
        let mut connection = self.open();
        let books = connection.transaction()?;
        let known = find(&books, BY_OUT_TRADE_NO, key.mchid, key.out_trade_no, now)?;
        let known = known.ok_or_else(|| wrong("was never made"))?;
        known.may_be_paid(now).map_err(wrong)?;
        for part in &known.parts {
            let key = OrderKey { mchid: &part.mchid, out_trade_no: &part.out_trade_no };
            rows::set_paid(&books, key, &part_id()?, now)?;
        }
        write(&books, PAY, params![key.mchid, key.out_trade_no, transaction_id])?;
        let paid = find(&books, BY_OUT_TRADE_NO, key.mchid, key.out_trade_no, now)?;
        books.commit()?;
        paid.ok_or_else(|| wrong("was never made"))
    }
}

fn find(books: &Connection, query: &str, mchid: &str, number: &str, now: i64) -> rusqlite::Result<Option<Combined>> {
    let whole = |row: &Row<'_>| {
        Ok(Combined {
            mchid: row.get("mchid")?,
            out_trade_no: row.get("combine_out_trade_no")?,
            transaction_id: row.get("transaction_id")?,
            parameters: row.get("parameters")?,
            parts: Vec::new(),
        })
    };
    let Some(mut combined) = one(books, query, params![mchid, number], whole)? else { return Ok(None) };
    let mut parts = books.prepare_cached(PARTS)?;
    let parts = parts.query_map(params![combined.mchid, combined.out_trade_no], |row| Order::read(row, now))?;
    combined.parts = parts.collect::<rusqlite::Result<_>>()?;
    Ok(Some(combined))
}

const BY_OUT_TRADE_NO: &str = "SELECT * FROM combined_orders WHERE mchid = ?1 AND combine_out_trade_no = ?2";
const BY_TRANSACTION_ID: &str = "SELECT * FROM combined_orders WHERE mchid = ?1 AND transaction_id = ?2";
const WHOLE: &str = "SELECT combine_mchid, combine_out_trade_no FROM orders WHERE mchid = ?1 AND out_trade_no = ?2";
const PARTS: &str = "SELECT * FROM orders WHERE combine_mchid = ?1 AND combine_out_trade_no = ?2 ORDER BY rowid";
const INSERT: &str = "
    INSERT INTO combined_orders (mchid, combine_out_trade_no, parameters, accepted) VALUES (?1, ?2, ?3, 1)";
const ACCEPT_AGAIN: &str = "
    UPDATE combined_orders SET accepted = accepted + 1 WHERE mchid = ?1 AND combine_out_trade_no = ?2";
const PAY: &str = "
    UPDATE combined_orders SET transaction_id = ?3 WHERE mchid = ?1 AND combine_out_trade_no = ?2";

pub(in crate::books) const SCHEMA: &str = "
    CREATE TABLE combined_orders (
        mchid TEXT NOT NULL,
        combine_out_trade_no TEXT NOT NULL,
        parameters TEXT NOT NULL,
        transaction_id TEXT UNIQUE,
        accepted INTEGER NOT NULL,
        PRIMARY KEY (mchid, combine_out_trade_no)
    ) STRICT;
";
