//! Payment sessions: a `prepay_id`, `code_url` or `h5_url` leads to an order until it expires.

use rusqlite::params;

use crate::books::{Books, Order, OrderKey, one, write};

/// An order or a combined order that can be paid.
#[derive(Clone, Copy)]
pub(crate) struct Payable<'a> {
    pub(crate) key: OrderKey<'a>,
    /// True if the number is that of a combined order.
    pub(crate) combined: bool,
}

/// A stored session.
pub(crate) struct Session {
    pub(crate) mchid: String,
    pub(crate) out_trade_no: String,
    pub(crate) combined: bool,
    /// Time of expiry, in seconds since 1970.
    pub(crate) expires: i64,
}

impl<'a> From<&'a Order> for Payable<'a> {
    fn from(order: &'a Order) -> Self {
        Self { key: OrderKey { mchid: &order.mchid, out_trade_no: &order.out_trade_no }, combined: false }
    }
}

impl Session {
    pub(crate) fn payable(&self) -> Payable<'_> {
        let key = OrderKey { mchid: &self.mchid, out_trade_no: &self.out_trade_no };
        Payable { key, combined: self.combined }
    }
}

impl Books {
    /// Stores a session that `token` leads to.
    pub(crate) fn open_session(&self, token: &str, payable: Payable<'_>, expires: i64) -> rusqlite::Result<()> {
        let Payable { key, combined } = payable;
        write(&self.open(), INSERT, params![token, key.mchid, key.out_trade_no, combined, expires])
    }

    /// Token of the newest session of an order.
    pub(crate) fn newest_session(&self, payable: Payable<'_>) -> rusqlite::Result<Option<String>> {
        let Payable { key, combined } = payable;
        one(&self.open(), NEWEST, params![key.mchid, key.out_trade_no, combined], |row| row.get(0))
    }

    /// The session that `token` leads to, expired or not.
    pub(crate) fn session(&self, token: &str) -> rusqlite::Result<Option<Session>> {
        one(&self.open(), BY_TOKEN, params![token], |row| {
            Ok(Session {
                mchid: row.get("mchid")?,
                out_trade_no: row.get("out_trade_no")?,
                combined: row.get("combined")?,
                expires: row.get("expires")?,
            })
        })
    }
}

const NEWEST: &str = "
    SELECT token FROM sessions WHERE mchid = ?1 AND out_trade_no = ?2 AND combined = ?3 ORDER BY rowid DESC LIMIT 1";
const BY_TOKEN: &str = "SELECT * FROM sessions WHERE token = ?1";
const INSERT: &str = "
    INSERT INTO sessions (token, mchid, out_trade_no, combined, expires) VALUES (?1, ?2, ?3, ?4, ?5)";

pub(in crate::books) const SCHEMA: &str = "
    CREATE TABLE sessions (
        token TEXT NOT NULL PRIMARY KEY,
        mchid TEXT NOT NULL,
        out_trade_no TEXT NOT NULL,
        combined INTEGER NOT NULL,
        expires INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX sessions_of_an_order ON sessions (mchid, out_trade_no);
";
