//! Sharing payments among receivers.

use rusqlite::{Connection, params};
use wxpay::prelude::Fen;
use wxpay::profit_sharing::ShareResult;

use super::receivers::{self, Receiver};
use crate::books::order::rows;
use crate::books::order::{By, Order};
use crate::books::sharing::{BY_NUMBER, BookedShare, Sharing, find};
use crate::books::{Books, ledger, write};
use crate::error::SandboxError;

/// A sharing to make.
pub(crate) struct NewSharing<'a> {
    pub(crate) mchid: &'a str,
    pub(crate) sub_mchid: Option<&'a str>,
    pub(crate) out_order_no: &'a str,
    pub(crate) order_id: &'a str,
    pub(crate) transaction_id: &'a str,
    pub(crate) parameters: &'a str,
    pub(crate) shares: &'a [NewShare<'a>],
    /// If set, the rest is released to the merchant; the text is its description.
    pub(crate) unfreeze: Option<&'a str>,
}

/// A receiver and its amount.
pub(crate) struct NewShare<'a> {
    pub(crate) kind: &'a str,
    pub(crate) account: &'a str,
    pub(crate) name: Option<&'a str>,
    pub(crate) amount: i64,
    pub(crate) description: &'a str,
}

/// The result of sharing.
pub(crate) enum Dividing {
    /// A new sharing, or the same one again.
    Accepted(Sharing),
    /// The number was used with other parameters.
    OtherParameters,
    /// The order does not exist, or it is not paid.
    NoOrder,
    /// The order was not made for sharing.
    NotShared,
    /// The order was paid less than a minute ago.
    TooEarly,
    /// The rest was released to the merchant.
    Unfrozen,
    /// The order has been shared 50 times.
    TooMany,
    /// A receiver was not added, or was added under another name.
    Stranger,
    /// Less than that is left.
    TooMuch,
}

impl Books {
    /// Shares a payment, or finds that it was shared before.
    pub(crate) fn share(&self, new: &NewSharing<'_>, now: i64) -> rusqlite::Result<Dividing> {
        let mut connection = self.open();
        let books = connection.transaction()?;
        if let Some(known) = find(&books, BY_NUMBER, new.mchid, new.out_order_no)? {
            let same = known.parameters == new.parameters;
            return Ok(if same { Dividing::Accepted(known) } else { Dividing::OtherParameters });
        }
        let order = rows::find(&books, new.mchid, By::TransactionId(new.transaction_id), now)?;
        let order = order.filter(|order| order.is_paid() && order.sub_mchid.as_deref() == new.sub_mchid);
        let Some((order, paid)) = order.and_then(|order| order.paid.map(|paid| (order, paid))) else {
            return Ok(Dividing::NoOrder);
        };
        if !order.is_shared()? {
            return Ok(Dividing::NotShared);
        }
        if now < paid.saturating_add(MINUTE) {
            return Ok(Dividing::TooEarly);
        }
        if order.unfrozen.is_some() || now >= paid.saturating_add(FROZEN) {
            return Ok(Dividing::Unfrozen);
        }
        if ledger::count(&books, new.mchid, new.transaction_id)? >= TIMES {
            return Ok(Dividing::TooMany);
        }
        if !all_known(&books, new)? {
            return Ok(Dividing::Stranger);
        }
        let left = ledger::unsplit(&books, &order)?;
        let rest = new.shares.iter().try_fold(left, |left, share| left.checked_sub(share.amount));
        let Some(rest) = rest.filter(|rest| *rest >= 0 && !(new.shares.is_empty() && *rest == 0)) else {
            return Ok(Dividing::TooMuch);
        };
        insert(&books, new, rest, now)?;
        if new.unfreeze.is_some() {
            rows::unfreeze(&books, &order, now)?;
        }
        let sharing = find(&books, BY_NUMBER, new.mchid, new.out_order_no)?;
        books.commit()?;
        sharing.map(Dividing::Accepted).ok_or(rusqlite::Error::QueryReturnedNoRows)
    }

    /// The sharing with the merchant's own number, if it exists.
    pub(crate) fn find_sharing(&self, mchid: &str, out_order_no: &str) -> rusqlite::Result<Option<Sharing>> {
        find(&self.open(), BY_NUMBER, mchid, out_order_no)
    }

    /// Amount of a payment that can still be shared, if its order was made for sharing.
    pub(crate) fn unsplit(&self, mchid: &str, transaction_id: &str, now: i64) -> rusqlite::Result<Unsplit> {
        let books = self.open();
        let order = rows::find(&books, mchid, By::TransactionId(transaction_id), now)?;
        let Some(order) = order.filter(Order::is_paid) else { return Ok(Unsplit::NoOrder) };
        if !order.is_shared()? {
            return Ok(Unsplit::NotShared);
        }
        let over = order.unfrozen.is_some() || now >= order.paid.unwrap_or_default().saturating_add(FROZEN);
        Ok(Unsplit::Left(if over { 0 } else { ledger::unsplit(&books, &order)? }))
    }

    /// Ends pending shares: the shares of `account`, or all of them. They are closed if a `fail_reason` is given, or if the
    /// receiver has been deleted. Returns the sharing and the numbers of the shares that have ended now.
    pub(crate) fn end_shares(
        &self,
        mchid: &str,
        out_order_no: &str,
        account: Option<&str>,
        fail_reason: Option<&str>,
        now: i64,
    ) -> Result<(Sharing, Vec<i64>), SandboxError> {
        let wrong = |problem| SandboxError::Sharing { number: out_order_no.to_owned(), problem };
        let mut connection = self.open();
        let books = connection.transaction()?;
        let known = find(&books, BY_NUMBER, mchid, out_order_no)?.ok_or_else(|| wrong("was never asked for"))?;
        let mut ended = Vec::new();
        for share in known.shares.iter().filter(|share| account.is_none_or(|account| share.account == account)) {
            if share.result != ShareResult::Pending {
                continue;
            }
            let receiver = known.receiver(share);
            let there = share.own || receivers::find(&books, receiver)?.is_some();
            let fail_reason = fail_reason.or((!there).then_some("NO_RELATION"));
            let result = fail_reason.map_or(ShareResult::Success, |_| ShareResult::Closed);
            write(&books, END, params![share.detail_id, result.as_str(), fail_reason, now])?;
            ended.push(share.detail_id);
        }
        if ended.is_empty() {
            return Err(wrong("has no such share that is pending"));
        }
        let sharing = find(&books, BY_NUMBER, mchid, out_order_no)?.ok_or_else(|| wrong("was never asked for"))?;
        books.commit()?;
        Ok((sharing, ended))
    }

    /// All shares.
    pub(crate) fn shares(&self) -> rusqlite::Result<Vec<BookedShare>> {
        self.list(LIST, params![], |row| {
            let result: String = row.get("result")?;
            Ok(BookedShare {
                mchid: row.get("mchid")?,
                out_order_no: row.get("out_order_no")?,
                transaction_id: row.get("transaction_id")?,
                account: row.get("account")?,
                amount: Fen::new(row.get("amount")?),
                returned: Fen::new(row.get("returned")?),
                result: ShareResult::other(&result),
                own: row.get("own")?,
            })
        })
    }
}

/// Amount of a payment that can still be shared.
pub(crate) enum Unsplit {
    /// The amount, in fen.
    Left(i64),
    /// The payment does not exist.
    NoOrder,
    /// The order was not made for sharing.
    NotShared,
}

/// Returns true if every receiver was added, under the given name if one is given. The merchant itself needs no entry.
fn all_known(books: &Connection, new: &NewSharing<'_>) -> rusqlite::Result<bool> {
    for share in new.shares {
        let NewShare { kind, account, .. } = *share;
        if account == new.sub_mchid.unwrap_or(new.mchid) {
            continue;
        }
        let receiver = Receiver { mchid: new.mchid, sub_mchid: new.sub_mchid, kind, account };
        let known = receivers::find(books, receiver)?;
        if known.is_none_or(|name| share.name.is_some_and(|given| name.as_deref().is_some_and(|name| name != given))) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Inserts a sharing: the shares, and the rest if it is released to the merchant.
fn insert(books: &Connection, new: &NewSharing<'_>, rest: i64, now: i64) -> rusqlite::Result<()> {
    let NewSharing { mchid, sub_mchid, out_order_no, order_id, transaction_id, parameters, shares, unfreeze } = new;
    write(books, INSERT, params![mchid, sub_mchid, out_order_no, order_id, transaction_id, parameters])?;
    let itself = sub_mchid.unwrap_or(mchid);
    for NewShare { kind, account, amount, description, .. } in *shares {
        let own = *account == itself;
        let share = params![mchid, out_order_no, transaction_id, kind, account, amount, description, own, now];
        write(books, INSERT_SHARE, share)?;
    }
    if let Some(description) = unfreeze.filter(|_| rest > 0) {
        let share = params![mchid, out_order_no, transaction_id, "MERCHANT_ID", itself, rest, description, true, now];
        write(books, INSERT_SHARE, share)?;
    }
    Ok(())
}

const MINUTE: i64 = 60;
/// Time after the payment in which the money is frozen for sharing, in seconds.
const FROZEN: i64 = 30 * 24 * 60 * 60;
/// Maximum number of sharings of an order.
const TIMES: i64 = 50;

const LIST: &str = "
    SELECT *, (SELECT COALESCE(SUM(amount), 0) FROM share_returns
        WHERE share_returns.detail_id = shares.detail_id AND share_returns.result = 'SUCCESS') AS returned
    FROM shares ORDER BY detail_id";
const INSERT: &str = "
    INSERT INTO sharings (mchid, sub_mchid, out_order_no, order_id, transaction_id, parameters)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const INSERT_SHARE: &str = "
    INSERT INTO shares (mchid, out_order_no, transaction_id, kind, account, amount, description, own, created, result)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'PENDING')";
const END: &str = "UPDATE shares SET result = ?2, fail_reason = ?3, finished = ?4 WHERE detail_id = ?1";

pub(in crate::books) const SCHEMA: &str = "
    CREATE TABLE sharings (
        mchid TEXT NOT NULL,
        sub_mchid TEXT,
        out_order_no TEXT NOT NULL,
        order_id TEXT NOT NULL UNIQUE,
        transaction_id TEXT NOT NULL,
        parameters TEXT NOT NULL,
        PRIMARY KEY (mchid, out_order_no)
    ) STRICT;
    CREATE INDEX sharings_of_a_payment ON sharings (mchid, transaction_id);
    CREATE TABLE shares (
        detail_id INTEGER PRIMARY KEY,
        mchid TEXT NOT NULL,
        out_order_no TEXT NOT NULL,
        transaction_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        account TEXT NOT NULL,
        amount INTEGER NOT NULL,
        description TEXT NOT NULL,
        own INTEGER NOT NULL,
        result TEXT NOT NULL,
        fail_reason TEXT,
        created INTEGER NOT NULL,
        finished INTEGER
    ) STRICT;
    CREATE INDEX shares_of_a_sharing ON shares (mchid, out_order_no);
    CREATE INDEX shares_of_a_payment ON shares (mchid, transaction_id);
";
