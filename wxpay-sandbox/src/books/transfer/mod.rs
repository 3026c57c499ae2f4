//! Transfers to users.

pub(super) mod authorizations;

use std::ops::Range;

use rusqlite::{Connection, Row, params};
use serde_json::Value;
use wxpay::mch_transfer::TransferState;
use wxpay::prelude::Fen;

use crate::books::{Books, one, read_parameters, write};
use crate::error::SandboxError;

/// A transfer in the books.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BookedTransfer {
    /// The merchant.
    pub mchid: String,
    /// The merchant's own number.
    pub out_bill_no: String,
    /// WeChat Pay's number.
    pub transfer_bill_no: String,
    /// The transfer's state.
    pub state: TransferState,
    /// The amount, in fen.
    pub transfer_amount: Fen,
    /// Number of accepted requests for it, the first one included.
    pub accepted: u32,
}

/// A transfer to make.
pub(crate) struct NewTransfer<'a> {
    pub(crate) mchid: &'a str,
    pub(crate) out_bill_no: &'a str,
    pub(crate) parameters: &'a str,
    pub(crate) amount: i64,
    pub(crate) openid: &'a str,
    pub(crate) transfer_bill_no: &'a str,
    /// The package for the user's confirmation. Without one nobody is asked, and the money moves at once.
    pub(crate) package_info: Option<&'a str>,
}

/// The result of ordering a transfer.
pub(crate) enum Transferring {
    /// A new transfer.
    Accepted(Transfer),
    /// The same one again.
    Again(Transfer),
    /// The number was used with other parameters.
    OtherParameters,
}

/// The result of cancelling a transfer.
pub(crate) enum Cancelling {
    /// It is cancelled now.
    Accepted(Transfer),
    /// It was cancelled before.
    Again(Transfer),
    /// The user has accepted it before, or it has failed.
    TooLate,
    /// The transfer does not exist.
    Unknown,
}

/// A transfer in its present state.
pub(crate) struct Transfer {
    pub(crate) mchid: String,
    pub(crate) out_bill_no: String,
    pub(crate) transfer_bill_no: String,
    pub(crate) state: TransferState,
    pub(crate) amount: i64,
    pub(crate) openid: String,
    pub(crate) package_info: Option<String>,
    pub(crate) fail_reason: Option<String>,
    /// Times of the order and of the last change of state, in seconds since 1970.
    pub(crate) created: i64,
    pub(crate) updated: i64,
    parameters: String,
    accepted: u32,
}

impl Transfer {
    /// The parameters of the request.
    pub(crate) fn parameters(&self) -> rusqlite::Result<Value> {
        read_parameters(&self.parameters)
    }

    /// Reads a row. A transfer that its user has not accepted within a day has failed, without an action.
    fn read(row: &Row<'_>, now: i64) -> rusqlite::Result<Self> {
        let (state, created): (String, i64) = (row.get("state")?, row.get("created")?);
        let state = TransferState::other(&state);
        let transfer = Self::written(row, state)?;
        let ends = created.saturating_add(TIME_TO_ACCEPT);
        if transfer.state != TransferState::WaitUserConfirm || now < ends {
            return Ok(transfer);
        }
        let fail_reason = Some("OVERDUE_CLOSE".to_owned());
        Ok(Self { state: TransferState::Fail, fail_reason, package_info: None, updated: ends, ..transfer })
    }

    fn written(row: &Row<'_>, state: TransferState) -> rusqlite::Result<Self> {
        Ok(Self {
            mchid: row.get("mchid")?,
            out_bill_no: row.get("out_bill_no")?,
            transfer_bill_no: row.get("transfer_bill_no")?,
            state,
            amount: row.get("amount")?,
            openid: row.get("openid")?,
            package_info: row.get("package_info")?,
            fail_reason: row.get("fail_reason")?,
            created: row.get("created")?,
            updated: row.get("updated")?,
            parameters: row.get("parameters")?,
            accepted: row.get("accepted")?,
        })
    }
}

impl Books {
    /// Orders a transfer, or finds that it was ordered before.
    pub(crate) fn transfer(&self, new: &NewTransfer<'_>, now: i64) -> rusqlite::Result<Transferring> {
        let mut connection = self.open();
        let books = connection.transaction()?;
        if let Some(known) = find(&books, BY_OUT_BILL_NO, new.mchid, new.out_bill_no, now)? {
            if known.parameters != new.parameters {
                return Ok(Transferring::OtherParameters);
            }
            write(&books, ACCEPT_AGAIN, params![new.mchid, new.out_bill_no])?;
            books.commit()?;
            return Ok(Transferring::Again(known));
        }
        let state = new.package_info.map_or(TransferState::Success, |_| TransferState::WaitUserConfirm);
        let transfer = params![
            new.mchid,
            new.out_bill_no,
            new.transfer_bill_no,
            state.as_str(),
            new.amount,
            new.package_info,
            new.parameters,
            new.openid,
            now
        ];
        let transfer = one(&books, INSERT, transfer, |row| Transfer::read(row, now))?;
        books.commit()?;
        transfer.map(Transferring::Accepted).ok_or(rusqlite::Error::QueryReturnedNoRows)
    }

    /// The transfer with the merchant's own number, if it exists.
    pub(crate) fn find_transfer(&self, mchid: &str, out_bill_no: &str, now: i64) -> rusqlite::Result<Option<Transfer>> {
        find(&self.open(), BY_OUT_BILL_NO, mchid, out_bill_no, now)
    }

    /// The transfer with WeChat Pay's number, if it exists.
    pub(crate) fn find_transfer_bill(&self, mchid: &str, bill: &str, now: i64) -> rusqlite::Result<Option<Transfer>> {
        find(&self.open(), BY_TRANSFER_BILL_NO, mchid, bill, now)
    }

    /// Cancels a transfer that waits for its user.
    pub(crate) fn cancel_transfer(&self, mchid: &str, out_bill_no: &str, now: i64) -> rusqlite::Result<Cancelling> {
        let mut connection = self.open();
        let books = connection.transaction()?;
        let Some(known) = find(&books, BY_OUT_BILL_NO, mchid, out_bill_no, now)? else {
            return Ok(Cancelling::Unknown);
        };
        match known.state {
            TransferState::Cancelled => return Ok(Cancelling::Again(known)),
            TransferState::WaitUserConfirm => {}
            _ => return Ok(Cancelling::TooLate),
        }
        let transfer = set_state(&books, mchid, out_bill_no, &TransferState::Cancelled, None, now)?;
        books.commit()?;
        Ok(transfer.map_or(Cancelling::Unknown, Cancelling::Accepted))
    }

    /// Ends a transfer that waits for its user: with a `fail_reason` it has failed.
    pub(crate) fn end_transfer(
        &self,
        mchid: &str,
        out_bill_no: &str,
        fail_reason: Option<&str>,
        now: i64,
    ) -> Result<Transfer, SandboxError> {
        let wrong = |problem| SandboxError::Transfer { number: out_bill_no.to_owned(), problem };
        let mut connection = self.open();
        let books = connection.transaction()?;
        let known = find(&books, BY_OUT_BILL_NO, mchid, out_bill_no, now)?.ok_or_else(|| wrong("was never ordered"))?;
        if known.state != TransferState::WaitUserConfirm {
            return Err(wrong("does not wait for its user"));
        }
        let state = fail_reason.map_or(TransferState::Success, |_| TransferState::Fail);
        let transfer = set_state(&books, mchid, out_bill_no, &state, fail_reason, now)?;
        books.commit()?;
        transfer.ok_or_else(|| wrong("was never ordered"))
    }

    /// Ends the transfers that were not accepted in time, and returns them.
    pub(crate) fn expire_transfers(&self, now: i64) -> rusqlite::Result<Vec<Transfer>> {
        self.list(EXPIRE, params![now, TIME_TO_ACCEPT], |row| Transfer::read(row, now))
    }

    /// The transfers of a merchant that were ordered in that period, by time.
    pub(crate) fn transfers_in(&self, mchid: &str, time: Range<i64>) -> rusqlite::Result<Vec<Transfer>> {
        self.list(ORDERED_IN, params![mchid, time.start, time.end], |row| Transfer::read(row, time.end))
    }

    /// The transfers of a merchant that failed or were cancelled in that period.
    pub(crate) fn transfers_ended(&self, mchid: &str, time: Range<i64>) -> rusqlite::Result<Vec<Transfer>> {
        let ended = params![mchid, time.start, time.end, TIME_TO_ACCEPT];
        self.list(CAME_TO_NOTHING_IN, ended, |row| Transfer::read(row, time.end))
    }

    /// All transfers.
    pub(crate) fn transfers(&self, now: i64) -> rusqlite::Result<Vec<BookedTransfer>> {
        self.list(LIST, params![], |row| {
            let transfer = Transfer::read(row, now)?;
            Ok(BookedTransfer {
                mchid: transfer.mchid,
                out_bill_no: transfer.out_bill_no,
                transfer_bill_no: transfer.transfer_bill_no,
                state: transfer.state,
                transfer_amount: Fen::new(transfer.amount),
                accepted: transfer.accepted,
            })
        })
    }
}

fn find(books: &Connection, query: &str, mchid: &str, number: &str, now: i64) -> rusqlite::Result<Option<Transfer>> {
    one(books, query, params![mchid, number], |row| Transfer::read(row, now))
}

fn set_state(
    books: &Connection,
    mchid: &str,
    out_bill_no: &str,
    state: &TransferState,
    fail_reason: Option<&str>,
    now: i64,
) -> rusqlite::Result<Option<Transfer>> {
    one(books, SET_STATE, params![mchid, out_bill_no, state.as_str(), fail_reason, now], |row| Transfer::read(row, now))
}

/// Time in which the user may accept a transfer, in seconds.
const TIME_TO_ACCEPT: i64 = 24 * 60 * 60;

const BY_OUT_BILL_NO: &str = "SELECT * FROM transfers WHERE mchid = ?1 AND out_bill_no = ?2";
const BY_TRANSFER_BILL_NO: &str = "SELECT * FROM transfers WHERE mchid = ?1 AND transfer_bill_no = ?2";
const LIST: &str = "SELECT * FROM transfers ORDER BY rowid";
const ORDERED_IN: &str = "
    SELECT * FROM transfers WHERE mchid = ?1 AND created >= ?2 AND created < ?3 ORDER BY created, rowid";
const CAME_TO_NOTHING_IN: &str = "
    WITH ended AS (
        SELECT *, CASE state WHEN 'WAIT_USER_CONFIRM' THEN created + ?4 ELSE updated END AS ended
        FROM transfers WHERE mchid = ?1 AND state IN ('WAIT_USER_CONFIRM', 'FAIL', 'CANCELLED')
    )
    SELECT * FROM ended WHERE ended >= ?2 AND ended < ?3 ORDER BY ended";
const INSERT: &str = "
    INSERT INTO transfers
        (mchid, out_bill_no, transfer_bill_no, state, amount, package_info, parameters, openid, created, updated, accepted)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, 1) RETURNING *";
const ACCEPT_AGAIN: &str = "UPDATE transfers SET accepted = accepted + 1 WHERE mchid = ?1 AND out_bill_no = ?2";
const EXPIRE: &str = "
    UPDATE transfers SET state = 'FAIL', fail_reason = 'OVERDUE_CLOSE', updated = created + ?2, package_info = NULL
    WHERE state = 'WAIT_USER_CONFIRM' AND created + ?2 <= ?1 RETURNING *";
const SET_STATE: &str = "
    UPDATE transfers SET state = ?3, fail_reason = ?4, updated = ?5, package_info = NULL
    WHERE mchid = ?1 AND out_bill_no = ?2 RETURNING *";

pub(super) const SCHEMA: &str = "
    CREATE TABLE transfers (
        mchid TEXT NOT NULL,
        out_bill_no TEXT NOT NULL,
        transfer_bill_no TEXT NOT NULL UNIQUE,
        state TEXT NOT NULL,
        amount INTEGER NOT NULL,
        openid TEXT NOT NULL,
        package_info TEXT,
        fail_reason TEXT,
        parameters TEXT NOT NULL,
        created INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        accepted INTEGER NOT NULL,
        PRIMARY KEY (mchid, out_bill_no)
    ) STRICT;
";
