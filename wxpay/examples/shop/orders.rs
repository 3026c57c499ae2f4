//! The shop's books in SQLite: orders, whose states change by the table in `schema.sql`, and notifications.
//!
//! A statement takes microseconds, so nothing here is async. With a remote database the calls are async and the statements
//! are the same.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, OptionalExtension as _, Params, Row, params};
use wxpay::notify::{Ordered, OrderedRequired};
use wxpay::pay::{
    CloseOrder, CloseOrderRequired, NativePrepay, NativePrepayRequired, QueryOrderByNumber, QueryOrderByNumberRequired,
};
use wxpay::prelude::*;
use wxpay::refund::{self, CreateRefund, CreateRefundRequired};

use crate::Result;

#[derive(Clone)]
pub(crate) struct Orders(Arc<Mutex<Connection>>);

/// An order, from which every request about it is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Order {
    pub(crate) out_trade_no: String,
    pub(crate) state: State,
    pub(crate) appid: String,
    pub(crate) mchid: String,
    pub(crate) description: String,
    pub(crate) total: Fen,
    pub(crate) notify_url: String,
    /// Time until which the order can be paid, in seconds since 1970.
    pub(crate) expires: i64,
    pub(crate) code_url: Option<String>,
    pub(crate) transaction_id: Option<String>,
    pub(crate) refunds: u32,
    pub(crate) reason: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// Written down. WeChat Pay may or may not know it.
    Created,
    /// The user can pay.
    Awaiting,
    Paid,
    /// A refund was requested, or will be.
    Refunding,
    Refunded,
    /// The order cannot be paid any more.
    Closed,
    /// Something is wrong with the order, and a person has to look.
    Review,
}

/// An event in the life of an order.
pub(crate) enum Happened<'a> {
    Accepted {
        code_url: &'a str,
    },
    Paid {
        transaction_id: Option<&'a str>,
    },
    Closed,
    /// A refund is requested. The timer looks at the order at `look_at`, in seconds since 1970.
    RefundAsked {
        look_at: i64,
    },
    Refunded,
    RefundFailed,
    Doubt,
}

/// A notification that was not handled yet.
pub(crate) struct Unread {
    pub(crate) id: String,
    pub(crate) event_type: String,
    pub(crate) resource: String,
}

impl Orders {
    pub(crate) fn open(file: &Path) -> Result<Self> {
        let books = Connection::open(file)?;
        // With these settings a committed order survives a power failure.
        books.pragma_update(None, "journal_mode", "WAL")?;
        books.pragma_update(None, "synchronous", "FULL")?;
        books.execute_batch(include_str!("schema.sql"))?;
        Ok(Self(Arc::new(Mutex::new(books))))
    }

    /// Writes an order down, before any request is sent.
    pub(crate) fn create(&self, order: &Order, look_at: i64) -> Result {
        let Order { out_trade_no, appid, mchid, description, total, notify_url, expires, .. } = order;
        let values = params![out_trade_no, appid, mchid, description, total.get(), notify_url, expires, look_at];
        self.write(CREATE, values)?;
        Ok(())
    }

    /// Changes an order's state by an event, and returns true if it changed. An event that comes twice or too late, or that
    /// does not fit the state, changes nothing.
    pub(crate) fn happened(&self, out_trade_no: &str, what: &Happened<'_>, why: &str) -> Result<bool> {
        let (code_url, transaction_id) = match what {
            Happened::Accepted { code_url } => (Some(*code_url), None),
            Happened::Paid { transaction_id } => (None, *transaction_id),
            _ => (None, None),
        };
        let look_at = match what {
            Happened::RefundAsked { look_at } => Some(*look_at),
            _ => None,
        };
        let moved = self.write(MOVE, params![out_trade_no, what.name(), why, code_url, transaction_id, look_at])?;
        Ok(moved > 0)
    }

    pub(crate) fn find(&self, out_trade_no: &str) -> Result<Option<Order>> {
        let books = self.books();
        let mut statement = books.prepare_cached("SELECT * FROM orders WHERE out_trade_no = ?1")?;
        Ok(statement.query_row([out_trade_no], Order::read).optional()?)
    }

    /// Takes the open orders that are due at `now`, and sets their next time to `next` in the same statement. If several
    /// processes ask, only one of them gets each order.
    pub(crate) fn take_due(&self, now: i64, next: i64) -> Result<Vec<Order>> {
        let books = self.books();
        let mut statement = books.prepare_cached(TAKE_DUE)?;
        Ok(statement.query_map([now, next], Order::read)?.collect::<rusqlite::Result<_>>()?)
    }

    /// The orders that are paid and not delivered. An order that is being refunded waits for the result of the refund.
    pub(crate) fn undelivered(&self) -> Result<Vec<Order>> {
        let books = self.books();
        let mut statement = books.prepare_cached(UNDELIVERED)?;
        Ok(statement.query_map([], Order::read)?.collect::<rusqlite::Result<_>>()?)
    }

    /// Marks an order as delivered: the deliverer has it.
    pub(crate) fn delivered(&self, out_trade_no: &str) -> Result {
        self.write(DELIVERED, [out_trade_no])?;
        Ok(())
    }

    /// Every state that the order was in, each with its reason.
    pub(crate) fn history(&self, out_trade_no: &str) -> Result<Vec<(String, String)>> {
        let books = self.books();
        let mut statement = books.prepare_cached(HISTORY)?;
        let changes = statement.query_map([out_trade_no], |row| Ok((row.get("state")?, row.get("reason")?)))?;
        Ok(changes.collect::<rusqlite::Result<_>>()?)
    }

    /// Every order, the newest first.
    pub(crate) fn all(&self) -> Result<Vec<Order>> {
        let books = self.books();
        let mut statement = books.prepare_cached("SELECT * FROM orders ORDER BY rowid DESC")?;
        Ok(statement.query_map([], Order::read)?.collect::<rusqlite::Result<_>>()?)
    }

    /// Stores a notification, and returns true if it is new.
    pub(crate) fn keep(&self, id: &str, event_type: &str, resource: &str) -> Result<bool> {
        Ok(self.write(KEEP, params![id, event_type, resource])? > 0)
    }

    pub(crate) fn unread(&self) -> Result<Vec<Unread>> {
        let books = self.books();
        let mut statement = books.prepare_cached(UNREAD)?;
        let unread = |row: &Row<'_>| {
            Ok(Unread { id: row.get("id")?, event_type: row.get("event_type")?, resource: row.get("resource")? })
        };
        Ok(statement.query_map([], unread)?.collect::<rusqlite::Result<_>>()?)
    }

    /// Sets aside a notification that could not be read, for a person.
    pub(crate) fn set_aside(&self, id: &str, why: &str) -> Result {
        self.write("INSERT OR IGNORE INTO set_aside (id, why) VALUES (?1, ?2)", params![id, why])?;
        Ok(())
    }

    /// The resources of the notifications that were set aside.
    pub(crate) fn aside(&self) -> Result<Vec<String>> {
        let books = self.books();
        let mut statement = books.prepare_cached("SELECT resource FROM set_aside JOIN notifications USING (id)")?;
        Ok(statement.query_map([], |row| row.get("resource"))?.collect::<rusqlite::Result<_>>()?)
    }

    /// Marks a notification as handled, with its result.
    pub(crate) fn read(&self, id: &str, result: &str) -> Result {
        self.write("UPDATE notifications SET result = ?2 WHERE id = ?1", params![id, result])?;
        Ok(())
    }

    fn write(&self, statement: &str, values: impl Params) -> Result<usize> {
        Ok(self.books().prepare_cached(statement)?.execute(values)?)
    }

    /// The connection. A poisoned lock does no harm: SQLite rolls back a statement that did not finish.
    fn books(&self) -> MutexGuard<'_, Connection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Order {
    /// The request that makes the order. It is the same each time that it is built.
    pub(crate) fn prepay(&self) -> NativePrepay {
        let prepay = NativePrepay::new(NativePrepayRequired {
            appid: self.appid.clone(),
            mchid: self.mchid.clone(),
            description: self.description.clone(),
            out_trade_no: self.out_trade_no.clone(),
            notify_url: self.notify_url.clone(),
            amount: self.total.into(),
        });
        match DateTime::from_unix_timestamp(self.expires) {
            Some(time) => prepay.time_expire(time),
            None => prepay,
        }
    }

    pub(crate) fn query(&self) -> QueryOrderByNumber {
        let (out_trade_no, mchid) = (self.out_trade_no.clone(), self.mchid.clone());
        QueryOrderByNumber::new(QueryOrderByNumberRequired { out_trade_no, mchid })
    }

    pub(crate) fn close(&self) -> CloseOrder {
        let (out_trade_no, mchid) = (self.out_trade_no.clone(), self.mchid.clone());
        CloseOrder::new(CloseOrderRequired { out_trade_no, mchid })
    }

    /// The request for the order's latest refund, of the whole amount.
    pub(crate) fn refund(&self) -> CreateRefund {
        let (total, currency) = (self.total, "CNY".to_owned());
        CreateRefund::new(CreateRefundRequired {
            out_refund_no: self.out_refund_no(),
            amount: refund::Amount::new(refund::AmountRequired { refund: total, total, currency }),
        })
        .out_trade_no(&self.out_trade_no)
        .notify_url(&self.notify_url)
    }

    /// The number of the latest refund. A new number is a second refund, so there is one only after the last refund failed.
    pub(crate) fn out_refund_no(&self) -> String {
        format!("{}-{}", self.out_trade_no, self.refunds)
    }

    /// The values that a payment has to have, for a comparison.
    pub(crate) fn ordered(&self) -> Ordered<'_> {
        let Self { out_trade_no, appid, mchid, total, .. } = self;
        Ordered::new(OrderedRequired { out_trade_no, appid, mchid, total: *total })
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            out_trade_no: row.get("out_trade_no")?,
            state: State::read(&row.get::<_, String>("state")?),
            appid: row.get("appid")?,
            mchid: row.get("mchid")?,
            description: row.get("description")?,
            total: Fen::new(row.get("fen")?),
            notify_url: row.get("notify_url")?,
            expires: row.get("expires")?,
            code_url: row.get("code_url")?,
            transaction_id: row.get("transaction_id")?,
            refunds: row.get("refunds")?,
            reason: row.get("reason")?,
        })
    }
}

impl State {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Awaiting => "awaiting",
            Self::Paid => "paid",
            Self::Refunding => "refunding",
            Self::Refunded => "refunded",
            Self::Closed => "closed",
            Self::Review => "review",
        }
    }

    /// The state of that name. An unknown name is a case for a person too.
    fn read(name: &str) -> Self {
        let known = [Self::Created, Self::Awaiting, Self::Paid, Self::Refunding, Self::Refunded, Self::Closed];
        known.into_iter().find(|state| state.name() == name).unwrap_or(Self::Review)
    }
}

impl Happened<'_> {
    fn name(&self) -> &'static str {
        match self {
            Self::Accepted { .. } => "accepted",
            Self::Paid { .. } => "paid",
            Self::Closed => "closed",
            Self::RefundAsked { .. } => "refund asked",
            Self::Refunded => "refunded",
            Self::RefundFailed => "refund failed",
            Self::Doubt => "doubt",
        }
    }
}

const CREATE: &str = "
    INSERT INTO orders (out_trade_no, appid, mchid, description, fen, notify_url, expires, look_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
const MOVE: &str = "
    UPDATE orders SET
        state = (SELECT target FROM transitions WHERE event = ?2 AND source = orders.state),
        reason = ?3,
        code_url = COALESCE(?4, code_url),
        transaction_id = COALESCE(?5, transaction_id),
        refunds = refunds + (?6 IS NOT NULL),
        look_at = COALESCE(?6, look_at)
    WHERE out_trade_no = ?1 AND state IN (SELECT source FROM transitions WHERE event = ?2)";
const TAKE_DUE: &str = "
    UPDATE orders SET look_at = ?2
    WHERE look_at <= ?1 AND state IN ('created', 'awaiting', 'refunding') RETURNING *";
const UNDELIVERED: &str = "
    SELECT orders.* FROM deliveries JOIN orders USING (out_trade_no) WHERE delivered IS NULL AND state = 'paid'";
const DELIVERED: &str = "
    UPDATE deliveries SET delivered = CURRENT_TIMESTAMP WHERE out_trade_no = ?1 AND delivered IS NULL";
const HISTORY: &str = "SELECT state, reason FROM history WHERE out_trade_no = ?1 ORDER BY rowid";
const KEEP: &str = "
    INSERT INTO notifications (id, event_type, resource) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO NOTHING";
const UNREAD: &str = "SELECT id, event_type, resource FROM notifications WHERE result IS NULL ORDER BY rowid";
