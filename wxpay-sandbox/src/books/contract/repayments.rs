//! Repayments of credit: announced, then collected.

use rusqlite::{Connection, Row, params};
use serde_json::Value;
use wxpay::credit_repayment::RepaymentState;
use wxpay::prelude::Fen;

use super::{Contract, ContractKind, ContractState};
use crate::books::{Books, contract as contracts, one, read_parameters, write};
use crate::error::SandboxError;

/// A repayment in the books.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BookedRepayment {
    /// The merchant.
    pub mchid: String,
    /// The merchant's own number.
    pub out_trade_no: String,
    /// The service provider's own number of the contract that allows it.
    pub out_contract_code: String,
    /// The repayment's state.
    pub state: RepaymentState,
    /// The amount, in fen.
    pub deduct_amount: Fen,
    /// Number of accepted requests for it, the first one included.
    pub accepted: u32,
}

/// A repayment to announce.
pub(crate) struct NewRecord<'a> {
    pub(crate) out_record_id: &'a str,
    pub(crate) parameters: String,
    pub(crate) amount: i64,
}

/// An announced repayment.
pub(crate) struct Record {
    /// The service provider's own number of the contract.
    pub(crate) code: String,
    parameters: String,
    amount: i64,
}

/// The result of announcing.
pub(crate) enum Scheduling {
    /// All are announced, now or before.
    Accepted(Vec<Record>),
    /// A number was used with other parameters: nothing is announced.
    OtherParameters,
    /// The contract is not in force.
    NotInForce,
}

/// A repayment to collect.
pub(crate) struct NewRepayment<'a> {
    pub(crate) mchid: &'a str,
    /// The service provider's own number of the contract.
    pub(crate) code: &'a str,
    pub(crate) out_trade_no: &'a str,
    pub(crate) out_record_id: &'a str,
    pub(crate) parameters: &'a str,
    pub(crate) amount: i64,
}

/// The result of collecting.
pub(crate) enum Collecting {
    /// A new repayment, or the same one again.
    Accepted(Repayment),
    /// The number was used with other parameters.
    OtherParameters,
    /// The contract is not in force.
    NotInForce,
    /// The repayment was not announced.
    NotAnnounced,
    /// The amount is more than was announced, or than the contract allows.
    TooMuch,
}

/// A repayment with its present state, and the number of its contract.
pub(crate) struct Repayment {
    pub(crate) mchid: String,
    pub(crate) out_trade_no: String,
    pub(crate) out_record_id: Option<String>,
    pub(crate) state: RepaymentState,
    pub(crate) amount: i64,
    pub(crate) transaction_id: Option<String>,
    pub(crate) code: String,
    parameters: String,
    accepted: u32,
}

impl Record {
    /// The announced parameters.
    pub(crate) fn parameters(&self) -> rusqlite::Result<Value> {
        read_parameters(&self.parameters)
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { code: row.get("code")?, parameters: row.get("parameters")?, amount: row.get("amount")? })
    }
}

impl Repayment {
    /// The requested parameters.
    pub(crate) fn parameters(&self) -> rusqlite::Result<Value> {
        read_parameters(&self.parameters)
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let state: String = row.get("state")?;
        Ok(Self {
            mchid: row.get("mchid")?,
            out_trade_no: row.get("out_trade_no")?,
            out_record_id: row.get("out_record_id")?,
            state: RepaymentState::other(&state),
            amount: row.get("amount")?,
            transaction_id: row.get("transaction_id")?,
            code: row.get("code")?,
            parameters: row.get("parameters")?,
            accepted: row.get("accepted")?,
        })
    }
}

impl Books {
    /// Announces repayments: all of them, or none.
    pub(crate) fn schedule(&self, mchid: &str, code: &str, new: &[NewRecord<'_>]) -> rusqlite::Result<Scheduling> {
        let mut connection = self.open();
        let books = connection.transaction()?;
        if contract_in_force(&books, mchid, code)?.is_none() {
            return Ok(Scheduling::NotInForce);
        }
        let mut records = Vec::new();
        for NewRecord { out_record_id, parameters, amount } in new {
            if let Some(known) = find_record(&books, mchid, out_record_id)? {
                if known.parameters != *parameters || known.code != code {
                    return Ok(Scheduling::OtherParameters);
                }
                records.push(known);
            } else {
                let record = params![mchid, out_record_id, code, parameters, amount];
                records.extend(one(&books, ANNOUNCE, record, Record::read)?);
            }
        }
        books.commit()?;
        Ok(Scheduling::Accepted(records))
    }

    /// The announcement with this number, if it exists.
    pub(crate) fn find_record(&self, mchid: &str, out_record_id: &str) -> rusqlite::Result<Option<Record>> {
        find_record(&self.open(), mchid, out_record_id)
    }

    /// Collects a repayment, or finds that it was requested before.
    pub(crate) fn collect(&self, new: &NewRepayment<'_>) -> rusqlite::Result<Collecting> {
        let mut connection = self.open();
        let books = connection.transaction()?;
        if let Some(known) = find(&books, new.mchid, new.out_trade_no)? {
            if known.parameters != new.parameters {
                return Ok(Collecting::OtherParameters);
            }
            write(&books, ACCEPT_AGAIN, params![new.mchid, new.out_trade_no])?;
            books.commit()?;
            return Ok(Collecting::Accepted(known));
        }
        let Some(contract) = contract_in_force(&books, new.mchid, new.code)? else {
            return Ok(Collecting::NotInForce);
        };
        let record = find_record(&books, new.mchid, new.out_record_id)?.filter(|record| record.code == new.code);
        let Some(record) = record else { return Ok(Collecting::NotAnnounced) };
        if new.amount > record.amount || limit(&contract)?.is_some_and(|limit| new.amount > limit) {
            return Ok(Collecting::TooMuch);
        }
        let repayment = params![new.mchid, new.out_trade_no, new.code, new.out_record_id, new.parameters, new.amount];
        let repayment = one(&books, COLLECT, repayment, Repayment::read)?;
        books.commit()?;
        repayment.map(Collecting::Accepted).ok_or(rusqlite::Error::QueryReturnedNoRows)
    }

    /// The repayment with this number, if it exists.
    pub(crate) fn find_repayment(&self, mchid: &str, out_trade_no: &str) -> rusqlite::Result<Option<Repayment>> {
        find(&self.open(), mchid, out_trade_no)
    }

    /// Ends a repayment: with a `transaction_id` it is paid, without it fails.
    pub(crate) fn end_repayment(
        &self,
        mchid: &str,
        out_trade_no: &str,
        transaction_id: Option<&str>,
    ) -> Result<Repayment, SandboxError> {
        let wrong = |problem| SandboxError::Order { number: out_trade_no.to_owned(), problem };
        let mut connection = self.open();
        let books = connection.transaction()?;
        let known = find(&books, mchid, out_trade_no)?.ok_or_else(|| wrong("was never made"))?;
        if known.state != RepaymentState::Pending {
            return Err(wrong("is paid or has failed already"));
        }
        let state = transaction_id.map_or(RepaymentState::PayFail, |_| RepaymentState::PaySuccess);
        let ended = params![mchid, out_trade_no, state.as_str(), transaction_id];
        let repayment = one(&books, END, ended, Repayment::read)?.ok_or_else(|| wrong("was never made"))?;
        books.commit()?;
        Ok(repayment)
    }

    /// All repayments.
    pub(crate) fn repayments(&self) -> rusqlite::Result<Vec<BookedRepayment>> {
        self.list(LIST, params![], |row| {
            let repayment = Repayment::read(row)?;
            Ok(BookedRepayment {
                mchid: repayment.mchid,
                out_trade_no: repayment.out_trade_no,
                out_contract_code: repayment.code,
                state: repayment.state,
                deduct_amount: Fen::new(repayment.amount),
                accepted: repayment.accepted,
            })
        })
    }
}

/// Starts the repayment that a pre-sign contains, unless its number has been used.
pub(super) fn start_first(books: &Connection, mchid: &str, contract: &Contract) -> rusqlite::Result<()> {
    let presigned = contract.parameters()?;
    let Some(trade) = presigned.get("trade_info") else { return Ok(()) };
    let number = trade.get("out_trade_no").and_then(Value::as_str).unwrap_or_default();
    if find(books, mchid, number)?.is_some() {
        return Ok(());
    }
    let amount = trade.get("deduct_amount").and_then(fen).unwrap_or_default();
    let repayment = params![mchid, number, contract.code, None::<&str>, trade.to_string(), amount];
    one(books, COLLECT, repayment, |_| Ok(())).map(drop)
}

/// Limit of one repayment, in fen.
fn limit(contract: &Contract) -> rusqlite::Result<Option<i64>> {
    Ok(contract.parameters()?.get("repayment_amount_limit").and_then(fen))
}

/// An amount in fen: a number on some pages, a string on others.
fn fen(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}

fn contract_in_force(books: &Connection, mchid: &str, code: &str) -> rusqlite::Result<Option<Contract>> {
    let contract = contracts::find(books, ContractKind::CreditRepayment, mchid, code)?;
    Ok(contract.filter(|contract| contract.state == ContractState::Signed))
}

fn find(books: &Connection, mchid: &str, out_trade_no: &str) -> rusqlite::Result<Option<Repayment>> {
    one(books, BY_OUT_TRADE_NO, params![mchid, out_trade_no], Repayment::read)
}

fn find_record(books: &Connection, mchid: &str, out_record_id: &str) -> rusqlite::Result<Option<Record>> {
    one(books, BY_OUT_RECORD_ID, params![mchid, out_record_id], Record::read)
}

const BY_OUT_TRADE_NO: &str = "SELECT * FROM repayments WHERE mchid = ?1 AND out_trade_no = ?2";
const BY_OUT_RECORD_ID: &str = "SELECT * FROM records WHERE mchid = ?1 AND out_record_id = ?2";
const LIST: &str = "SELECT * FROM repayments ORDER BY rowid";
const ANNOUNCE: &str = "
    INSERT INTO records (mchid, out_record_id, code, parameters, amount) VALUES (?1, ?2, ?3, ?4, ?5) RETURNING *";
const COLLECT: &str = "
    INSERT INTO repayments (mchid, out_trade_no, code, out_record_id, parameters, amount, state, accepted)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'DEDUCT_ORDER_STATE_PENDING', 1) RETURNING *";
const ACCEPT_AGAIN: &str = "UPDATE repayments SET accepted = accepted + 1 WHERE mchid = ?1 AND out_trade_no = ?2";
const END: &str = "
    UPDATE repayments SET state = ?3, transaction_id = ?4 WHERE mchid = ?1 AND out_trade_no = ?2 RETURNING *";

pub(in crate::books) const SCHEMA: &str = "
    CREATE TABLE records (
        mchid TEXT NOT NULL,
        out_record_id TEXT NOT NULL,
        code TEXT NOT NULL,
        parameters TEXT NOT NULL,
        amount INTEGER NOT NULL,
        PRIMARY KEY (mchid, out_record_id)
    ) STRICT;
    CREATE TABLE repayments (
        mchid TEXT NOT NULL,
        out_trade_no TEXT NOT NULL,
        code TEXT NOT NULL,
        out_record_id TEXT,
        parameters TEXT NOT NULL,
        amount INTEGER NOT NULL,
        state TEXT NOT NULL,
        transaction_id TEXT,
        accepted INTEGER NOT NULL,
        PRIMARY KEY (mchid, out_trade_no)
    ) STRICT;
";
