//! Making and ending refunds.

use std::ops::Range;

use rusqlite::{Connection, params};
use wxpay::pay::TradeState;
use wxpay::prelude::Fen;
use wxpay::refund::RefundStatus;

use super::{BookedRefund, Refund};
use crate::books::order::{By, OrderKey, rows};
use crate::books::{Books, ledger, one, write};
use crate::error::SandboxError;

/// A refund to make.
pub(crate) struct NewRefund<'a> {
    pub(crate) mchid: &'a str,
    /// The sub-merchant of the order, if it has one.
    pub(crate) sub_mchid: Option<&'a str>,
    pub(crate) out_refund_no: &'a str,
    pub(crate) order: By<'a>,
    pub(crate) parameters: &'a str,
    pub(crate) refund: i64,
    pub(crate) total: i64,
    pub(crate) refund_id: &'a str,
}

/// The result of a refund request.
pub(crate) enum Refunding {
    /// A new refund, or the same one again.
    Accepted(Box<Refund>),
    /// The number was used with other parameters.
    OtherParameters,
    /// The order does not exist.
    NoOrder,
    /// The order is another sub-merchant's.
    OtherSubMerchant,
    /// The order is not paid.
    NotPaid,
    /// The order has another amount.
    OtherTotal,
    /// The order was paid more than a year ago.
    TooLate,
    /// All refunds together would be more than the order's amount.
    TooMuch,
    /// The order has been refunded in 50 parts.
    TooMany,
    /// Others have shares of the order, so less is left; the merchant has no other money here.
    NotEnough,
}

/// The result of sending an abnormal refund another way.
pub(crate) enum Resending {
    /// The refund is processing again.
    Accepted(Box<Refund>),
    /// The refund is not abnormal.
    NotAbnormal,
    /// The refund does not exist.
    Unknown,
}

impl Books {
    /// Accepts a refund, or finds that it was accepted before.
    pub(crate) fn refund(&self, new: &NewRefund<'_>, now: i64) -> rusqlite::Result<Refunding> {
        let mut connection = self.open();
        let books = connection.transaction()?;
        if let Some(known) = find(&books, new.mchid, new.out_refund_no)? {
            if known.parameters != new.parameters {
                return Ok(Refunding::OtherParameters);
            }
            write(&books, ACCEPT_AGAIN, params![new.mchid, new.out_refund_no])?;
            books.commit()?;
            return Ok(Refunding::Accepted(Box::new(known)));
        }
        let Some(order) = rows::find(&books, new.mchid, new.order, now)? else { return Ok(Refunding::NoOrder) };
        if order.sub_mchid.as_deref() != new.sub_mchid {
            return Ok(Refunding::OtherSubMerchant);
        }
        let (Some(transaction_id), Some(paid), true) = (&order.transaction_id, order.paid, order.is_paid()) else {
            return Ok(Refunding::NotPaid);
        };
        if order.total != new.total {
            return Ok(Refunding::OtherTotal);
        }
        if now > paid.saturating_add(YEAR) {
            return Ok(Refunding::TooLate);
        }
        let (count, refunded) = ledger::refunds(&books, &order)?;
        let Some(refunded) = refunded.checked_add(new.refund).filter(|refunded| *refunded <= order.total) else {
            return Ok(Refunding::TooMuch);
        };
        if count >= PARTS {
            return Ok(Refunding::TooMany);
        }
        let moved = refunded.checked_add(ledger::with_others(&books, &order)?);
        if moved.is_none_or(|moved| moved > order.total) {
            return Ok(Refunding::NotEnough);
        }
        let refund = params![
            new.mchid,
            new.sub_mchid,
            new.out_refund_no,
            new.refund_id,
            order.out_trade_no,
            transaction_id,
            new.refund,
            new.total,
            new.parameters,
            now
        ];
        let refund = one(&books, INSERT, refund, Refund::read)?;
        let key = OrderKey { mchid: &order.mchid, out_trade_no: &order.out_trade_no };
        rows::set_state(&books, key, &TradeState::Refund)?;
        books.commit()?;
        refund.map(Box::new).map(Refunding::Accepted).ok_or(rusqlite::Error::QueryReturnedNoRows)
    }

    /// The refund with this number, if it exists.
    pub(crate) fn find_refund(&self, mchid: &str, out_refund_no: &str) -> rusqlite::Result<Option<Refund>> {
        find(&self.open(), mchid, out_refund_no)
    }

    /// The refund with WeChat Pay's number, if it exists.
    pub(crate) fn find_refund_id(&self, mchid: &str, refund_id: &str) -> rusqlite::Result<Option<Refund>> {
        one(&self.open(), BY_REFUND_ID, params![mchid, refund_id], Refund::read)
    }

    /// Sends an abnormal refund another way.
    pub(crate) fn resend(&self, mchid: &str, refund_id: &str, out_refund_no: &str) -> rusqlite::Result<Resending> {
        let mut connection = self.open();
        let books = connection.transaction()?;
        let known = find(&books, mchid, out_refund_no)?.filter(|refund| refund.refund_id == refund_id);
        let Some(known) = known else { return Ok(Resending::Unknown) };
        if known.status != RefundStatus::Abnormal {
            return Ok(Resending::NotAbnormal);
        }
        let processing = params![mchid, out_refund_no, RefundStatus::Processing.as_str(), None::<i64>, None::<i64>];
        let refund = one(&books, SET_STATUS, processing, Refund::read)?;
        books.commit()?;
        Ok(refund.map(Box::new).map_or(Resending::Unknown, Resending::Accepted))
    }

    /// Ends a refund that is processing.
    pub(crate) fn end_refund(
        &self,
        mchid: &str,
        out_refund_no: &str,
        status: &RefundStatus,
        now: i64,
    ) -> Result<Refund, SandboxError> {
        let wrong = |problem| SandboxError::Refund { number: out_refund_no.to_owned(), problem };
        let mut connection = self.open();
        let books = connection.transaction()?;
        let known = find(&books, mchid, out_refund_no)?.ok_or_else(|| wrong("was never asked for"))?;
        if known.status != RefundStatus::Processing {
            return Err(wrong("is not on its way"));
        }
        let (succeeded, closed) = (*status == RefundStatus::Success, *status == RefundStatus::Closed);
        let (succeeded, closed) = (succeeded.then_some(now), closed.then_some(now));
        let ended = params![mchid, out_refund_no, status.as_str(), succeeded, closed];
        let refund = one(&books, SET_STATUS, ended, Refund::read)?.ok_or_else(|| wrong("was never asked for"))?;
        books.commit()?;
        Ok(refund)
    }

    /// The refunds of a merchant that were accepted in that period, by time.
    pub(crate) fn refunds_in(&self, mchid: &str, time: Range<i64>) -> rusqlite::Result<Vec<Refund>> {
        self.list(ACCEPTED_IN, params![mchid, time.start, time.end], Refund::read)
    }

    /// The refunds that a merchant paid in that period; the merchant itself or its service provider asked for them.
    pub(crate) fn refunds_of(&self, mchid: &str, time: Range<i64>) -> rusqlite::Result<Vec<Refund>> {
        self.list(PAID_BY, params![mchid, time.start, time.end], Refund::read)
    }

    /// The refunds of a merchant that were closed in that period: the money came back.
    pub(crate) fn refunds_closed(&self, mchid: &str, time: Range<i64>) -> rusqlite::Result<Vec<Refund>> {
        self.list(CLOSED_IN, params![mchid, time.start, time.end], Refund::read)
    }

    /// All refunds.
    pub(crate) fn refunds(&self) -> rusqlite::Result<Vec<BookedRefund>> {
        self.list(LIST, params![], |row| {
            let refund = Refund::read(row)?;
            Ok(BookedRefund {
                mchid: row.get("mchid")?,
                out_refund_no: refund.out_refund_no,
                out_trade_no: refund.out_trade_no,
                refund_id: refund.refund_id,
                status: refund.status,
                refund: Fen::new(refund.refund),
                total: Fen::new(refund.total),
                accepted: refund.accepted,
            })
        })
    }
}

fn find(books: &Connection, mchid: &str, out_refund_no: &str) -> rusqlite::Result<Option<Refund>> {
    one(books, BY_OUT_REFUND_NO, params![mchid, out_refund_no], Refund::read)
}

/// Time after the payment in which an order can be refunded, in seconds.
const YEAR: i64 = 365 * 24 * 60 * 60;
/// Maximum number of refunds of an order.
const PARTS: i64 = 50;

const BY_OUT_REFUND_NO: &str = "SELECT * FROM refunds WHERE mchid = ?1 AND out_refund_no = ?2";
const BY_REFUND_ID: &str = "SELECT * FROM refunds WHERE mchid = ?1 AND refund_id = ?2";
const LIST: &str = "SELECT * FROM refunds ORDER BY rowid";
const ACCEPTED_IN: &str = "
    SELECT * FROM refunds WHERE mchid = ?1 AND created >= ?2 AND created < ?3 ORDER BY created, rowid";
const PAID_BY: &str = "
    SELECT * FROM refunds WHERE COALESCE(sub_mchid, mchid) = ?1 AND created >= ?2 AND created < ?3
    ORDER BY created, rowid";
const CLOSED_IN: &str = "
    SELECT * FROM refunds WHERE COALESCE(sub_mchid, mchid) = ?1 AND closed >= ?2 AND closed < ?3
    ORDER BY closed, rowid";
const INSERT: &str = "
    INSERT INTO refunds (mchid, sub_mchid, out_refund_no, refund_id, out_trade_no, transaction_id, status, refund,
        total, parameters, created, accepted)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'PROCESSING', ?7, ?8, ?9, ?10, 1) RETURNING *";
const ACCEPT_AGAIN: &str = "UPDATE refunds SET accepted = accepted + 1 WHERE mchid = ?1 AND out_refund_no = ?2";
const SET_STATUS: &str = "
    UPDATE refunds SET status = ?3, succeeded = ?4, closed = ?5 WHERE mchid = ?1 AND out_refund_no = ?2 RETURNING *";

pub(in crate::books) const SCHEMA: &str = "
    CREATE TABLE refunds (
        mchid TEXT NOT NULL,
        sub_mchid TEXT,
        out_refund_no TEXT NOT NULL,
        refund_id TEXT NOT NULL UNIQUE,
        out_trade_no TEXT NOT NULL,
        transaction_id TEXT NOT NULL,
        status TEXT NOT NULL,
        refund INTEGER NOT NULL,
        total INTEGER NOT NULL,
        parameters TEXT NOT NULL,
        created INTEGER NOT NULL,
        succeeded INTEGER,
        closed INTEGER,
        accepted INTEGER NOT NULL,
        PRIMARY KEY (mchid, out_refund_no)
    ) STRICT;
    CREATE INDEX refunds_of_an_order ON refunds (mchid, out_trade_no);
";
