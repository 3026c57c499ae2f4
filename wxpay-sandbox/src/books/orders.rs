//! Orders.

use rusqlite::{Connection, OptionalExtension as _, params};

use serde_json::Value;

use super::Books;
use crate::SandboxError;

/// An order's number belongs to the merchant who signed.
pub(crate) struct OrderKey<'a> {
    pub(crate) mchid: &'a str,
    pub(crate) out_trade_no: &'a str,
}

/// What ordering came to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Ordering {
    /// A new order, or the same one again while nobody has paid.
    Accepted,
    /// The number was used with other parameters, or for another way to pay.
    OtherParameters,
    /// It is paid.
    Paid,
}

/// An order that was just paid.
pub(crate) struct Payment {
    /// The order's parameters.
    pub(crate) order: Value,
    /// The way it was ordered, and so the trade type.
    pub(crate) trade_type: String,
    pub(crate) transaction_id: String,
}

impl Books {
    /// Orders with `parameters` in the way of `trade_type`; the order's first time is `now`.
    pub(crate) fn order(
        &self,
        key: &OrderKey<'_>,
        trade_type: &str,
        parameters: &str,
        now: i64,
    ) -> rusqlite::Result<Ordering> {
        let mut connection = self.open();
        let books = connection.transaction()?;
        let known = known(&books, key)?;
        let ordering = match known {
            Some((_, _, Some(_))) => Ordering::Paid,
            Some((way, known, None)) if way == trade_type && known == parameters => Ordering::Accepted,
            Some(_) => Ordering::OtherParameters,
            None => {
                books.execute(
                    "INSERT INTO orders (mchid, out_trade_no, trade_type, parameters, ordered) VALUES (?1, ?2, ?3, ?4, ?5)",
                    params![key.mchid, key.out_trade_no, trade_type, parameters, now],
                )?;
                Ordering::Accepted
            }
        };
        books.commit()?;
        Ok(ordering)
    }
}

impl Books {
    /// The user pays.
    pub(crate) fn pay(&self, key: &OrderKey<'_>, transaction_id: &str, now: i64) -> Result<Payment, SandboxError> {
        let wrong = |problem| SandboxError::Order { number: key.out_trade_no.to_owned(), problem };
        let mut connection = self.open();
        let books = connection.transaction()?;
        let known = known(&books, key)?;
        let (trade_type, parameters) = match known {
            None => return Err(wrong("was never made")),
            Some((_, _, Some(_))) => return Err(wrong("is paid already")),
            Some((trade_type, parameters, None)) => (trade_type, parameters),
        };
        books.execute(
            "UPDATE orders SET transaction_id = ?3, paid = ?4 WHERE mchid = ?1 AND out_trade_no = ?2",
            params![key.mchid, key.out_trade_no, transaction_id, now],
        )?;
        books.commit()?;
        let order = serde_json::from_str(&parameters).map_err(|_| wrong("has parameters that are no JSON"))?;
        Ok(Payment { order, trade_type, transaction_id: transaction_id.to_owned() })
    }
}

/// An order's way to pay, its parameters, and when it was paid.
type Known = (String, String, Option<i64>);

fn known(books: &Connection, key: &OrderKey<'_>) -> rusqlite::Result<Option<Known>> {
    books
        .query_row(
            "SELECT trade_type, parameters, paid FROM orders WHERE mchid = ?1 AND out_trade_no = ?2",
            params![key.mchid, key.out_trade_no],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .optional()
}

pub(super) const SCHEMA: &str = "
    CREATE TABLE orders (
        mchid TEXT NOT NULL,
        out_trade_no TEXT NOT NULL,
        trade_type TEXT NOT NULL,
        parameters TEXT NOT NULL,
        ordered INTEGER NOT NULL,
        transaction_id TEXT UNIQUE,
        paid INTEGER,
        PRIMARY KEY (mchid, out_trade_no)
    ) STRICT;
";
