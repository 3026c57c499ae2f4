//! Contracts: pre-signed by the merchant, then opened and signed or declined by the user.

use rusqlite::{Connection, OptionalExtension as _, params};

use serde_json::Value;

use super::Books;
use crate::SandboxError;

/// The product a contract belongs to. Each has its own codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContractKind {
    /// C2C contracts of an e-commerce platform.
    Individual,
    /// Automatic repayment of credit.
    CreditRepayment,
}

/// How far a contract got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContractState {
    /// Prepared by the merchant; the user has not seen it.
    Presigned,
    /// The user has opened the contract page.
    Opened,
    /// The user has signed.
    Signed,
    /// The user has declined.
    Declined,
}

/// What pre-signing came to.
pub(crate) enum Presigning {
    /// Prepared, for the first time or again.
    Accepted,
    /// Signing was started: the code is used up.
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
    pub(crate) token: &'a str,
    /// When the token ends, in seconds since 1970.
    pub(crate) expires: i64,
}

/// A contract that was asked for.
pub(crate) struct SignedContract {
    pub(crate) state: ContractState,
    /// When the user signed, in seconds since 1970.
    pub(crate) signed: Option<i64>,
}

impl ContractKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Individual => "individual",
            Self::CreditRepayment => "credit-repayment",
        }
    }
}

impl ContractState {
    fn as_str(self) -> &'static str {
        match self {
            Self::Presigned => "presigned",
            Self::Opened => "opened",
            Self::Signed => "signed",
            Self::Declined => "declined",
        }
    }

    fn read(text: &str) -> Self {
        match text {
            "opened" => Self::Opened,
            "signed" => Self::Signed,
            "declined" => Self::Declined,
            _ => Self::Presigned,
        }
    }

    /// The page can be opened again until the user has decided.
    fn may_become(self, next: Self) -> bool {
        matches!((self, next), (Self::Presigned | Self::Opened, Self::Opened | Self::Signed | Self::Declined))
    }
}

impl Books {
    pub(crate) fn presign(&self, contract: &PresignedContract<'_>) -> rusqlite::Result<Presigning> {
        let PresignedContract { kind, mchid, code, parameters, token, expires } = contract;
        let mut connection = self.open();
        let books = connection.transaction()?;
        let known: Option<(String, String)> = books
            .query_row(
                "SELECT state, parameters FROM contracts WHERE kind = ?1 AND mchid = ?2 AND code = ?3",
                params![kind.as_str(), mchid, code],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?;
        match known {
            Some((state, _)) if ContractState::read(&state) != ContractState::Presigned => {
                return Ok(Presigning::UsedUp);
            }
            Some((_, known)) if known != *parameters => return Ok(Presigning::OtherParameters),
            _ => {}
        }
        books.execute(
            "INSERT OR REPLACE INTO contracts (kind, mchid, code, parameters, token, expires, state)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![kind.as_str(), mchid, code, parameters, token, expires, ContractState::Presigned.as_str()],
        )?;
        books.commit()?;
        Ok(Presigning::Accepted)
    }

    pub(crate) fn contract(
        &self,
        kind: ContractKind,
        mchid: &str,
        code: &str,
    ) -> rusqlite::Result<Option<SignedContract>> {
        self.open()
            .query_row(
                "SELECT state, signed FROM contracts WHERE kind = ?1 AND mchid = ?2 AND code = ?3",
                params![kind.as_str(), mchid, code],
                |row| {
                    let state: String = row.get(0)?;
                    Ok(SignedContract { state: ContractState::read(&state), signed: row.get(1)? })
                },
            )
            .optional()
    }

    pub(crate) fn contract_state(
        &self,
        kind: ContractKind,
        mchid: &str,
        code: &str,
    ) -> Result<ContractState, SandboxError> {
        state(&self.open(), kind, mchid, code)
    }

    /// The user does something to a contract: its parameters.
    pub(crate) fn move_contract(
        &self,
        kind: ContractKind,
        mchid: &str,
        code: &str,
        next: ContractState,
        now: i64,
    ) -> Result<Value, SandboxError> {
        let mut connection = self.open();
        let books = connection.transaction()?;
        if !state(&books, kind, mchid, code)?.may_become(next) {
            return Err(SandboxError::Contract { code: code.to_owned(), problem: "is signed or declined already" });
        }
        let signed = (next == ContractState::Signed).then_some(now);
        let parameters: String = books.query_row(
            "UPDATE contracts SET state = ?4, signed = ?5 WHERE kind = ?1 AND mchid = ?2 AND code = ?3
             RETURNING parameters",
            params![kind.as_str(), mchid, code, next.as_str(), signed],
            |row| row.get(0),
        )?;
        books.commit()?;
        let unreadable =
            |_| SandboxError::Contract { code: code.to_owned(), problem: "has parameters that are no JSON" };
        serde_json::from_str(&parameters).map_err(unreadable)
    }

    /// The user follows a link with `token`: the code of its contract, if the token is still good.
    pub(crate) fn follow(&self, token: &str, now: i64) -> rusqlite::Result<Option<String>> {
        let mut connection = self.open();
        let books = connection.transaction()?;
        let code: Option<String> = books
            .query_row(
                "UPDATE contracts SET state = CASE state WHEN 'presigned' THEN 'opened' ELSE state END
                 WHERE token = ?1 AND expires > ?2 RETURNING code",
                params![token, now],
                |row| row.get(0),
            )
            .optional()?;
        books.commit()?;
        Ok(code)
    }
}

fn state(books: &Connection, kind: ContractKind, mchid: &str, code: &str) -> Result<ContractState, SandboxError> {
    let state: Option<String> = books
        .query_row(
            "SELECT state FROM contracts WHERE kind = ?1 AND mchid = ?2 AND code = ?3",
            params![kind.as_str(), mchid, code],
            |row| row.get(0),
        )
        .optional()?;
    let unknown = || SandboxError::Contract { code: code.to_owned(), problem: "was never pre-signed" };
    state.map(|state| ContractState::read(&state)).ok_or_else(unknown)
}

pub(super) const SCHEMA: &str = "
    CREATE TABLE contracts (
        kind TEXT NOT NULL,
        mchid TEXT NOT NULL,
        code TEXT NOT NULL,
        parameters TEXT NOT NULL,
        token TEXT NOT NULL UNIQUE,
        expires INTEGER NOT NULL,
        state TEXT NOT NULL,
        signed INTEGER,
        PRIMARY KEY (kind, mchid, code)
    ) STRICT;
";
