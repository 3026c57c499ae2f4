//! Returns of shares.

use rusqlite::{Connection, Row, params};
use wxpay::profit_sharing::{ReturnResult, ShareResult};

use super::{BY_NUMBER, BY_ORDER_ID};
use crate::books::{Books, one, sharing};
use crate::error::SandboxError;

/// A return to make.
pub(crate) struct NewReturn<'a> {
    pub(crate) mchid: &'a str,
    pub(crate) sub_mchid: Option<&'a str>,
    pub(crate) sharing: BySharing<'a>,
    pub(crate) out_return_no: &'a str,
    pub(crate) return_id: &'a str,
    /// The merchant that returns.
    pub(crate) return_mchid: &'a str,
    pub(crate) amount: i64,
    pub(crate) description: &'a str,
    pub(crate) parameters: &'a str,
}

/// One of the two numbers of a sharing.
#[derive(Clone, Copy)]
pub(crate) enum BySharing<'a> {
    OutOrderNo(&'a str),
    OrderId(&'a str),
}

/// The result of asking for a share back.
pub(crate) enum Returning {
    /// A new return, or the same one again.
    Accepted(Box<Return>),
    /// The number was used with other parameters.
    OtherParameters,
    /// The sharing does not exist, or the merchant got no share of it.
    NoShare,
    /// The share was received more than 180 days ago.
    TooLate,
    /// The share has been returned in 20 parts.
    TooMany,
    /// Less than that is left of the share.
    TooMuch,
}

/// A return in its present state.
pub(crate) struct Return {
    pub(crate) out_return_no: String,
    pub(crate) return_id: String,
    pub(crate) sub_mchid: Option<String>,
    pub(crate) order_id: String,
    pub(crate) out_order_no: String,
    pub(crate) return_mchid: String,
    pub(crate) amount: i64,
    pub(crate) description: String,
    pub(crate) result: ReturnResult,
    pub(crate) fail_reason: Option<String>,
    /// Times of request and end, in seconds since 1970.
    pub(crate) created: i64,
    pub(crate) finished: Option<i64>,
    parameters: String,
}

impl Return {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let result: String = row.get("result")?;
        Ok(Self {
            out_return_no: row.get("out_return_no")?,
            return_id: row.get("return_id")?,
            sub_mchid: row.get("sub_mchid")?,
            order_id: row.get("order_id")?,
            out_order_no: row.get("out_order_no")?,
            return_mchid: row.get("return_mchid")?,
            amount: row.get("amount")?,
            description: row.get("description")?,
            result: ReturnResult::other(&result),
            fail_reason: row.get("fail_reason")?,
            created: row.get("created")?,
            finished: row.get("finished")?,
            parameters: row.get("parameters")?,
        })
    }
}

impl Books {
    /// Takes a share back, or finds that it was taken back before.
    pub(crate) fn take_back(&self, new: &NewReturn<'_>, now: i64) -> rusqlite::Result<Returning> {
        let mut connection = self.open();
        let books = connection.transaction()?;
        if let Some(known) = find(&books, new.mchid, new.out_return_no)? {
            let same = known.parameters == new.parameters;
            return Ok(if same { Returning::Accepted(Box::new(known)) } else { Returning::OtherParameters });
        }
        let sharing = match new.sharing {
            BySharing::OutOrderNo(number) => sharing::find(&books, BY_NUMBER, new.mchid, number)?,
            BySharing::OrderId(id) => sharing::find(&books, BY_ORDER_ID, new.mchid, id)?,
        };
        let sharing = sharing.filter(|sharing| sharing.sub_mchid.as_deref() == new.sub_mchid);
        let Some(sharing) = sharing else { return Ok(Returning::NoShare) };
        let received = sharing.shares.iter().find(|share| {
            let merchant = share.kind == "MERCHANT_ID" && share.account == new.return_mchid;
            merchant && share.result == ShareResult::Success
        });
        let Some(share) = received else { return Ok(Returning::NoShare) };
        if now > share.finished.unwrap_or(now).saturating_add(HALF_A_YEAR) {
            return Ok(Returning::TooLate);
        }
        let sums = |row: &Row<'_>| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?));
        let (count, before) = one(&books, SUMS, params![share.detail_id], sums)?.unwrap_or_default();
        if count >= PARTS {
            return Ok(Returning::TooMany);
        }
        if before.checked_add(new.amount).is_none_or(|back| back > share.amount) {
            return Ok(Returning::TooMuch);
        }
        let back = params![
            new.mchid,
            new.out_return_no,
            new.return_id,
            new.sub_mchid,
            sharing.order_id,
            sharing.out_order_no,
            share.detail_id,
            new.return_mchid,
            new.amount,
            new.description,
            new.parameters,
            now
        ];
        let back = one(&books, INSERT, back, Return::read)?;
        books.commit()?;
        back.map(Box::new).map(Returning::Accepted).ok_or(rusqlite::Error::QueryReturnedNoRows)
    }

    /// The return with this number, if it exists.
    pub(crate) fn find_return(&self, mchid: &str, out_return_no: &str) -> rusqlite::Result<Option<Return>> {
        find(&self.open(), mchid, out_return_no)
    }

    /// Ends a return that is processing: with a `fail_reason` it has failed.
    pub(crate) fn end_return(
        &self,
        mchid: &str,
        out_return_no: &str,
        fail_reason: Option<&str>,
        now: i64,
    ) -> Result<Return, SandboxError> {
        let wrong = |problem| SandboxError::Sharing { number: out_return_no.to_owned(), problem };
        let mut connection = self.open();
        let books = connection.transaction()?;
        let known = find(&books, mchid, out_return_no)?.ok_or_else(|| wrong("was never asked for"))?;
        if known.result != ReturnResult::Processing {
            return Err(wrong("is not being processed"));
        }
        let result = fail_reason.map_or(ReturnResult::Success, |_| ReturnResult::Failed);
        let ended = params![mchid, out_return_no, result.as_str(), fail_reason, now];
        let ended = one(&books, END, ended, Return::read)?;
        books.commit()?;
        ended.ok_or_else(|| wrong("was never asked for"))
    }
}

fn find(books: &Connection, mchid: &str, out_return_no: &str) -> rusqlite::Result<Option<Return>> {
    one(books, BY_OUT_RETURN_NO, params![mchid, out_return_no], Return::read)
}

/// Time after its arrival in which a share can be returned, in seconds.
const HALF_A_YEAR: i64 = 180 * 24 * 60 * 60;
/// Maximum number of returns of a share.
const PARTS: i64 = 20;

const BY_OUT_RETURN_NO: &str = "SELECT * FROM share_returns WHERE mchid = ?1 AND out_return_no = ?2";
/// Number of a share's returns, and their sum without failed ones.
const SUMS: &str = "
    SELECT COUNT(*), COALESCE(SUM(CASE result WHEN 'FAILED' THEN 0 ELSE amount END), 0)
    FROM share_returns WHERE detail_id = ?1";
const INSERT: &str = "
    INSERT INTO share_returns (mchid, out_return_no, return_id, sub_mchid, order_id, out_order_no, detail_id,
        return_mchid, amount, description, parameters, created, result)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 'PROCESSING') RETURNING *";
const END: &str = "
    UPDATE share_returns SET result = ?3, fail_reason = ?4, finished = ?5
    WHERE mchid = ?1 AND out_return_no = ?2 RETURNING *";

pub(in crate::books) const SCHEMA: &str = "
    CREATE TABLE share_returns (
        mchid TEXT NOT NULL,
        out_return_no TEXT NOT NULL,
        return_id TEXT NOT NULL UNIQUE,
        sub_mchid TEXT,
        order_id TEXT NOT NULL,
        out_order_no TEXT NOT NULL,
        detail_id INTEGER NOT NULL,
        return_mchid TEXT NOT NULL,
        amount INTEGER NOT NULL,
        description TEXT NOT NULL,
        parameters TEXT NOT NULL,
        result TEXT NOT NULL,
        fail_reason TEXT,
        created INTEGER NOT NULL,
        finished INTEGER,
        PRIMARY KEY (mchid, out_return_no)
    ) STRICT;
    CREATE INDEX returns_of_a_share ON share_returns (detail_id);
";
