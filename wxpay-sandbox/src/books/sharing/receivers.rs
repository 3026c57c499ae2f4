//! Receivers of shares.

use rusqlite::{Connection, params};

use crate::books::{Books, one, write};

/// A receiver. It belongs to the merchant that shares, or to the sub-merchant of a service provider.
#[derive(Clone, Copy)]
pub(crate) struct Receiver<'a> {
    pub(crate) mchid: &'a str,
    pub(crate) sub_mchid: Option<&'a str>,
    pub(crate) kind: &'a str,
    pub(crate) account: &'a str,
}

impl Books {
    /// Adds a receiver, or renames it if it exists.
    pub(crate) fn add_receiver(&self, receiver: Receiver<'_>, name: Option<&str>) -> rusqlite::Result<()> {
        let Receiver { mchid, sub_mchid, kind, account } = receiver;
        write(&self.open(), ADD, params![mchid, sub_mchid.unwrap_or_default(), kind, account, name])
    }

    /// Deletes a receiver, if it exists.
    pub(crate) fn delete_receiver(&self, receiver: Receiver<'_>) -> rusqlite::Result<()> {
        let Receiver { mchid, sub_mchid, kind, account } = receiver;
        write(&self.open(), DELETE, params![mchid, sub_mchid.unwrap_or_default(), kind, account])
    }
}

/// The name of a receiver, if the receiver exists and has a name.
pub(super) fn find(books: &Connection, receiver: Receiver<'_>) -> rusqlite::Result<Option<Option<String>>> {
    let Receiver { mchid, sub_mchid, kind, account } = receiver;
    one(books, FIND, params![mchid, sub_mchid.unwrap_or_default(), kind, account], |row| row.get("name"))
}

const FIND: &str = "
    SELECT name FROM receivers WHERE mchid = ?1 AND sub_mchid = ?2 AND kind = ?3 AND account = ?4";
const ADD: &str = "
    INSERT INTO receivers (mchid, sub_mchid, kind, account, name) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT DO UPDATE SET name = excluded.name";
const DELETE: &str = "
    DELETE FROM receivers WHERE mchid = ?1 AND sub_mchid = ?2 AND kind = ?3 AND account = ?4";

pub(in crate::books) const SCHEMA: &str = "
    CREATE TABLE receivers (
        mchid TEXT NOT NULL,
        sub_mchid TEXT NOT NULL,
        kind TEXT NOT NULL,
        account TEXT NOT NULL,
        name TEXT,
        PRIMARY KEY (mchid, sub_mchid, kind, account)
    ) STRICT;
";
