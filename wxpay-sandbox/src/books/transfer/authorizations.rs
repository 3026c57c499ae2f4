//! Users' authorizations of transfers.

use rusqlite::{Connection, Row, params};
use serde_json::Value;
use wxpay::mch_transfer::{AuthorizationCloseReason, AuthorizationState};

use crate::books::{Books, one, read_parameters};
use crate::error::SandboxError;

/// An authorization to ask for.
pub(crate) struct NewAuthorization<'a> {
    pub(crate) mchid: &'a str,
    pub(crate) out_authorization_no: &'a str,
    pub(crate) parameters: &'a str,
    pub(crate) package_info: &'a str,
}

/// The result of asking.
pub(crate) enum Authorizing {
    /// A new authorization, or the same one again.
    Accepted(Authorization),
    /// The number was used with other parameters.
    OtherParameters,
}

/// An authorization in its present state.
pub(crate) struct Authorization {
    pub(crate) out_authorization_no: String,
    pub(crate) state: AuthorizationState,
    /// WeChat Pay's number, once the user has agreed.
    pub(crate) authorization_id: Option<String>,
    pub(crate) package_info: String,
    /// Times of request, agreement and end, in seconds since 1970.
    pub(crate) created: i64,
    pub(crate) authorized: Option<i64>,
    pub(crate) closed: Option<i64>,
    pub(crate) close_reason: Option<String>,
    parameters: String,
}

impl Authorization {
    /// The parameters of the request.
    pub(crate) fn parameters(&self) -> rusqlite::Result<Value> {
        read_parameters(&self.parameters)
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let state: String = row.get("state")?;
        Ok(Self {
            out_authorization_no: row.get("out_authorization_no")?,
            state: AuthorizationState::other(&state),
            authorization_id: row.get("authorization_id")?,
            package_info: row.get("package_info")?,
            created: row.get("created")?,
            authorized: row.get("authorized")?,
            closed: row.get("closed")?,
            close_reason: row.get("close_reason")?,
            parameters: row.get("parameters")?,
        })
    }
}

impl Books {
    /// Asks a user, or finds that the user was asked before.
    pub(crate) fn authorize(&self, new: &NewAuthorization<'_>, now: i64) -> rusqlite::Result<Authorizing> {
        let mut connection = self.open();
        let books = connection.transaction()?;
        if let Some(known) = find(&books, new.mchid, new.out_authorization_no)? {
            let same = known.parameters == new.parameters;
            return Ok(if same { Authorizing::Accepted(known) } else { Authorizing::OtherParameters });
        }
        let authorization = params![new.mchid, new.out_authorization_no, new.parameters, new.package_info, now];
        let authorization = one(&books, INSERT, authorization, Authorization::read)?;
        books.commit()?;
        authorization.map(Authorizing::Accepted).ok_or(rusqlite::Error::QueryReturnedNoRows)
    }

    /// The authorization with the merchant's own number, if it exists.
    pub(crate) fn find_authorization(&self, mchid: &str, number: &str) -> rusqlite::Result<Option<Authorization>> {
        find(&self.open(), mchid, number)
    }

    /// The authorization with WeChat Pay's number, if it exists.
    pub(crate) fn find_authorization_id(&self, mchid: &str, id: &str) -> rusqlite::Result<Option<Authorization>> {
        one(&self.open(), BY_AUTHORIZATION_ID, params![mchid, id], Authorization::read)
    }

    /// The user agrees.
    pub(crate) fn confirm_authorization(
        &self,
        mchid: &str,
        number: &str,
        authorization_id: &str,
        now: i64,
    ) -> Result<Authorization, SandboxError> {
        let wrong = |problem| SandboxError::Authorization { number: number.to_owned(), problem };
        let mut connection = self.open();
        let books = connection.transaction()?;
        let known = find(&books, mchid, number)?.ok_or_else(|| wrong("was never asked for"))?;
        if known.state != AuthorizationState::WaitUserConfirm {
            return Err(wrong("does not wait for its user"));
        }
        let confirmed = params![mchid, number, authorization_id, now];
        let confirmed = one(&books, CONFIRM, confirmed, Authorization::read)?;
        books.commit()?;
        confirmed.ok_or_else(|| wrong("was never asked for"))
    }

    /// Ends an authorization, if it has not ended before.
    pub(crate) fn close_authorization(
        &self,
        mchid: &str,
        number: &str,
        reason: &AuthorizationCloseReason,
        now: i64,
    ) -> rusqlite::Result<Option<Authorization>> {
        one(&self.open(), CLOSE, params![mchid, number, reason.as_str(), now], Authorization::read)
    }
}

fn find(books: &Connection, mchid: &str, number: &str) -> rusqlite::Result<Option<Authorization>> {
    one(books, BY_NUMBER, params![mchid, number], Authorization::read)
}

const BY_NUMBER: &str = "SELECT * FROM authorizations WHERE mchid = ?1 AND out_authorization_no = ?2";
const BY_AUTHORIZATION_ID: &str = "SELECT * FROM authorizations WHERE mchid = ?1 AND authorization_id = ?2";
const INSERT: &str = "
    INSERT INTO authorizations (mchid, out_authorization_no, parameters, package_info, created, state)
    VALUES (?1, ?2, ?3, ?4, ?5, 'WAIT_USER_CONFIRM') RETURNING *";
const CONFIRM: &str = "
    UPDATE authorizations SET state = 'TAKING_EFFECT', authorization_id = ?3, authorized = ?4
    WHERE mchid = ?1 AND out_authorization_no = ?2 RETURNING *";
/// The first time and reason are kept.
const CLOSE: &str = "
    UPDATE authorizations
    SET state = 'CLOSED', close_reason = COALESCE(close_reason, ?3), closed = COALESCE(closed, ?4)
    WHERE mchid = ?1 AND out_authorization_no = ?2 RETURNING *";

pub(in crate::books) const SCHEMA: &str = "
    CREATE TABLE authorizations (
        mchid TEXT NOT NULL,
        out_authorization_no TEXT NOT NULL,
        authorization_id TEXT UNIQUE,
        parameters TEXT NOT NULL,
        package_info TEXT NOT NULL,
        state TEXT NOT NULL,
        created INTEGER NOT NULL,
        authorized INTEGER,
        closed INTEGER,
        close_reason TEXT,
        PRIMARY KEY (mchid, out_authorization_no)
    ) STRICT;
";
