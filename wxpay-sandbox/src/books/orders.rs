//! Orders.

use rusqlite::{OptionalExtension as _, params};

use super::Books;

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
}

impl Books {
    /// Orders with `parameters` in the way of `endpoint`; the order's first time is `now`.
    pub(crate) fn order(
        &self,
        key: &OrderKey<'_>,
        endpoint: &str,
        parameters: &str,
        now: i64,
    ) -> rusqlite::Result<Ordering> {
        let mut connection = self.open();
        let books = connection.transaction()?;
        let known: Option<(String, String)> = books
            .query_row(
                "SELECT endpoint, parameters FROM orders WHERE mchid = ?1 AND out_trade_no = ?2",
                params![key.mchid, key.out_trade_no],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?;
        let ordering = match known {
            Some(known) if known == (endpoint.to_owned(), parameters.to_owned()) => Ordering::Accepted,
            Some(_) => Ordering::OtherParameters,
            None => {
                books.execute(
                    "INSERT INTO orders (mchid, out_trade_no, endpoint, parameters, ordered) VALUES (?1, ?2, ?3, ?4, ?5)",
                    params![key.mchid, key.out_trade_no, endpoint, parameters, now],
                )?;
                Ordering::Accepted
            }
        };
        books.commit()?;
        Ok(ordering)
    }
}

pub(super) const SCHEMA: &str = "
    CREATE TABLE orders (
        mchid TEXT NOT NULL,
        out_trade_no TEXT NOT NULL,
        endpoint TEXT NOT NULL,
        parameters TEXT NOT NULL,
        ordered INTEGER NOT NULL,
        PRIMARY KEY (mchid, out_trade_no)
    ) STRICT;
";
