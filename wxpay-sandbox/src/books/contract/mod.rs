//! Contracts: pre-signed by the merchant, opened and signed or declined by the user, ended by either.

pub(super) mod repayments;

use rusqlite::{Connection, Row, params};
use serde_json::Value;

use crate::books::{Books, one, read_parameters, write};
use crate::error::SandboxError;

/// The product that a contract belongs to. Each has its own codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContractKind {
    /// C2C contracts of an e-commerce platform.
    Individual,
    /// Automatic repayment of credit.
    CreditRepayment,
}

/// The state of a contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContractState {
    /// The merchant has prepared it; the user has not seen it.
    Presigned,
    /// The user has opened the contract page.
    Opened,
    /// The user has signed.
    Signed,
    /// The user has declined.
    Declined,
    /// It was signed, and has ended.
    Terminated,
}

/// The result of pre-signing.
pub(crate) enum Presigning {
    /// Prepared, for the first time or again.
    Accepted,
    /// Signing has started: the code is used up.
    UsedUp,
    /// The code was pre-signed with other parameters.
    OtherParameters,
}

/// A contract to prepare.
pub(crate) struct PresignedContract<'a> {
    pub(crate) kind: ContractKind,
    pub(crate) mchid: &'a str,
    pub(crate) code: &'a str,
    pub(crate) parameters: &'a str,
    /// The user who is to sign.
    pub(crate) openid: &'a str,
    pub(crate) token: &'a str,
    /// Expiry of the token, in seconds since 1970.
    pub(crate) expires: i64,
}

/// A contract with its present state.
pub(crate) struct Contract {
    pub(crate) mchid: String,
    pub(crate) code: String,
    pub(crate) state: ContractState,
    pub(crate) openid: String,
    /// Times of signing and of ending, in seconds since 1970.
    pub(crate) signed: Option<i64>,
    pub(crate) ended: Option<i64>,
    /// The merchant's reason for ending it; `None` if the user ended it.
    pub(crate) remark: Option<String>,
    parameters: String,
}

/// The result of ending a contract.
pub(crate) enum Ending {
    /// It has ended, now.
    Ended(Contract),
    /// It had ended before.
    Again(Contract),
    /// It is not in force.
    NotInForce,
    /// The contract does not exist.
    Unknown,
}

impl ContractKind {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Individual => "individual",
            Self::CreditRepayment => "credit-repayment",
        }
    }

    pub(crate) fn read(text: &str) -> Option<Self> {
        [Self::Individual, Self::CreditRepayment].into_iter().find(|kind| kind.as_str() == text)
    }
}

impl ContractState {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Presigned => "presigned",
            Self::Opened => "opened",
            Self::Signed => "signed",
            Self::Declined => "declined",
            Self::Terminated => "terminated",
        }
    }

    fn read(text: &str) -> Self {
        match text {
            "opened" => Self::Opened,
            "signed" => Self::Signed,
            "declined" => Self::Declined,
            "terminated" => Self::Terminated,
            _ => Self::Presigned,
        }
    }

    /// The user can open the page again until the decision; a signed contract can end.
    fn may_become(self, next: Self) -> Result<(), &'static str> {
        match (self, next) {
            (Self::Presigned | Self::Opened, Self::Opened | Self::Signed | Self::Declined)
            | (Self::Signed, Self::Terminated) => Ok(()),
            (_, Self::Terminated) => Err("is not in force"),
            _ => Err("is signed or declined already"),
        }
    }
}

impl Contract {
    /// The parameters that were pre-signed.
    pub(crate) fn parameters(&self) -> rusqlite::Result<Value> {
        read_parameters(&self.parameters)
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let state: String = row.get("state")?;
        Ok(Self {
            mchid: row.get("mchid")?,
            code: row.get("code")?,
            state: ContractState::read(&state),
            openid: row.get("openid")?,
            signed: row.get("signed")?,
            ended: row.get("ended")?,
            remark: row.get("remark")?,
            parameters: row.get("parameters")?,
        })
    }
}

impl Books {
    pub(crate) fn presign(&self, contract: &PresignedContract<'_>) -> rusqlite::Result<Presigning> {
        let PresignedContract { kind, mchid, code, parameters, openid, token, expires } = contract;
        let mut connection = self.open();
        let books = connection.transaction()?;
        match find(&books, *kind, mchid, code)? {
            Some(known) if known.state != ContractState::Presigned => return Ok(Presigning::UsedUp),
            Some(known) if known.parameters != *parameters => return Ok(Presigning::OtherParameters),
            _ => {}
        }
        let contract = params![kind.as_str(), mchid, code, parameters, openid, token, expires];
        write(&books, PRESIGN, contract)?;
        books.commit()?;
        Ok(Presigning::Accepted)
    }

    pub(crate) fn contract(&self, kind: ContractKind, mchid: &str, code: &str) -> rusqlite::Result<Option<Contract>> {
        find(&self.open(), kind, mchid, code)
    }

    /// The contract that this user signed last.
    pub(crate) fn contract_of(&self, mchid: &str, openid: &str, appid: &str) -> rusqlite::Result<Option<Contract>> {
        let kind = ContractKind::Individual.as_str();
        one(&self.open(), BY_OPENID, params![kind, mchid, openid, appid], Contract::read)
    }

    /// The user does something to a contract. Signing a contract with a first repayment starts that repayment.
    pub(crate) fn move_contract(
        &self,
        kind: ContractKind,
        mchid: &str,
        code: &str,
        next: ContractState,
        now: i64,
    ) -> Result<Contract, SandboxError> {
        let mut connection = self.open();
        let books = connection.transaction()?;
        let unknown = || wrong(code, "was never pre-signed");
        let known = find(&books, kind, mchid, code)?.ok_or_else(unknown)?;
        known.state.may_become(next).map_err(|problem| wrong(code, problem))?;
        let moved = set_state(&books, kind, mchid, code, next, None, now)?.ok_or_else(unknown)?;
        if next == ContractState::Signed {
            repayments::start_first(&books, mchid, &moved)?;
        }
        books.commit()?;
        Ok(moved)
    }

    /// The merchant ends a contract.
    pub(crate) fn end_contract(
        &self,
        kind: ContractKind,
        mchid: &str,
        code: &str,
        remark: &str,
        now: i64,
    ) -> rusqlite::Result<Ending> {
        let mut connection = self.open();
        let books = connection.transaction()?;
        let Some(known) = find(&books, kind, mchid, code)? else { return Ok(Ending::Unknown) };
        match known.state {
            ContractState::Terminated => return Ok(Ending::Again(known)),
            ContractState::Signed => {}
            _ => return Ok(Ending::NotInForce),
        }
        let ended = set_state(&books, kind, mchid, code, ContractState::Terminated, Some(remark), now)?;
        books.commit()?;
        Ok(ended.map_or(Ending::Unknown, Ending::Ended))
    }

    /// Kind, merchant and code of the contract that a link with `token` leads to, if the token is still valid.
    pub(crate) fn behind(&self, token: &str, now: i64) -> rusqlite::Result<Option<(ContractKind, String, String)>> {
        let read = |row: &Row<'_>| Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?));
        let contract = one(&self.open(), BEHIND, params![token, now], read)?;
        Ok(contract.and_then(|(kind, mchid, code)| Some((ContractKind::read(&kind)?, mchid, code))))
    }

    /// The user follows a link with `token`. Returns the code of its contract, if the token is still valid.
    pub(crate) fn follow(&self, token: &str, now: i64) -> rusqlite::Result<Option<String>> {
        one(&self.open(), FOLLOW, params![token, now], |row| row.get(0))
    }
}

pub(super) fn find(
    books: &Connection,
    kind: ContractKind,
    mchid: &str,
    code: &str,
) -> rusqlite::Result<Option<Contract>> {
    one(books, BY_CODE, params![kind.as_str(), mchid, code], Contract::read)
}

fn set_state(
    books: &Connection,
    kind: ContractKind,
    mchid: &str,
    code: &str,
    state: ContractState,
    remark: Option<&str>,
    now: i64,
) -> rusqlite::Result<Option<Contract>> {
    let signed = (state == ContractState::Signed).then_some(now);
    let ended = (state == ContractState::Terminated).then_some(now);
    let moved = params![kind.as_str(), mchid, code, state.as_str(), signed, ended, remark];
    one(books, SET_STATE, moved, Contract::read)
}

fn wrong(code: &str, problem: &'static str) -> SandboxError {
    SandboxError::Contract { code: code.to_owned(), problem }
}

const BY_CODE: &str = "SELECT * FROM contracts WHERE kind = ?1 AND mchid = ?2 AND code = ?3";
const BY_OPENID: &str = "
    SELECT * FROM contracts
    WHERE kind = ?1 AND mchid = ?2 AND openid = ?3 AND signed IS NOT NULL AND parameters ->> 'appid' = ?4
    ORDER BY signed DESC, rowid DESC LIMIT 1";
const PRESIGN: &str = "
    INSERT OR REPLACE INTO contracts (kind, mchid, code, parameters, openid, token, expires, state)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'presigned')";
const SET_STATE: &str = "
    UPDATE contracts SET state = ?4, signed = COALESCE(?5, signed), ended = ?6, remark = ?7
    WHERE kind = ?1 AND mchid = ?2 AND code = ?3 RETURNING *";
const BEHIND: &str = "SELECT kind, mchid, code FROM contracts WHERE token = ?1 AND expires > ?2";
const FOLLOW: &str = "
    UPDATE contracts SET state = CASE state WHEN 'presigned' THEN 'opened' ELSE state END
    WHERE token = ?1 AND expires > ?2 RETURNING code";

pub(super) const SCHEMA: &str = "
    CREATE TABLE contracts (
        kind TEXT NOT NULL,
        mchid TEXT NOT NULL,
        code TEXT NOT NULL,
        parameters TEXT NOT NULL,
        openid TEXT NOT NULL,
        token TEXT NOT NULL UNIQUE,
        expires INTEGER NOT NULL,
        state TEXT NOT NULL,
        signed INTEGER,
        ended INTEGER,
        remark TEXT,
        PRIMARY KEY (kind, mchid, code)
    ) STRICT;
    CREATE INDEX contracts_of_a_user ON contracts (kind, mchid, openid);
";
