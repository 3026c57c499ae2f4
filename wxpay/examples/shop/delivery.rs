//! Deliveries: every paid order is delivered once, however often the process crashes.
//!
//! The statement that makes an order `paid` also writes down that its delivery is due. The delivery is marked as done when
//! the deliverer has it. After a crash between the two the order is delivered again, which is at least once. The order's
//! number makes it exactly once: a deliverer that has the number already does nothing.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use rusqlite::Connection;

use crate::Result;
use crate::orders::Order;
use crate::shop::{Shop, log};

/// A service that delivers orders, such as a warehouse, a service that issues codes, or a ticket printer.
pub(crate) trait Deliverer: Send + Sync {
    /// Delivers an order. Calling it again with the same number does not deliver a second time.
    fn deliver(&self, order: &Order) -> Result;
}

/// Delivers paid orders while the shop is open.
pub(crate) async fn work(shop: Shop) {
    loop {
        if let Err(error) = work_off(&shop) {
            eprintln!("    (the books cannot be read: {error})");
        }
        shop.parcels.notified().await;
    }
}

/// Delivers everything that is due, including what a crash has left.
pub(crate) fn work_off(shop: &Shop) -> Result {
    for order in shop.orders.undelivered()? {
        match shop.deliverer.deliver(&order) {
            Ok(()) => shop.orders.delivered(&order.out_trade_no)?,
            // An order that cannot be delivered does not delay the others. The timer tries it again.
            Err(error) => log("delivering", &order, &error),
        }
    }
    Ok(())
}

/// A warehouse with a separate database, so that it cannot share a transaction with the shop.
pub(crate) struct Warehouse(Mutex<Connection>);

impl Warehouse {
    pub(crate) fn open(file: &Path) -> Result<Self> {
        let books = Connection::open(file)?;
        books.pragma_update(None, "journal_mode", "WAL")?;
        books.execute_batch(
            "CREATE TABLE IF NOT EXISTS parcels (
                out_trade_no TEXT PRIMARY KEY,
                goods TEXT NOT NULL,
                asked INTEGER NOT NULL DEFAULT 1     -- number of requests for this parcel
            ) STRICT",
        )?;
        Ok(Self(Mutex::new(books)))
    }

    /// Every parcel: the number of its order, and how often it was requested.
    pub(crate) fn parcels(&self) -> Result<Vec<(String, u32)>> {
        let books = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut statement = books.prepare_cached("SELECT out_trade_no, asked FROM parcels")?;
        let parcels = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(parcels.collect::<rusqlite::Result<_>>()?)
    }
}

impl Deliverer for Warehouse {
    fn deliver(&self, order: &Order) -> Result {
        let books = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        books.execute(SEND, [&order.out_trade_no, &order.description])?;
        Ok(())
    }
}

const SEND: &str = "
    INSERT INTO parcels (out_trade_no, goods) VALUES (?1, ?2)
    ON CONFLICT (out_trade_no) DO UPDATE SET asked = asked + 1";
