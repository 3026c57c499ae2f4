//! Deliveries: what was paid for leaves the shop, however often the process dies on the way.
//!
//! The books owe a delivery from the statement on that makes an order `paid`. It is marked when the deliverer has it. A
//! process that dies between the two delivers again: at least once. The order's number makes that once, since a deliverer
//! that has it already does nothing.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use rusqlite::Connection;

use crate::Result;
use crate::orders::Order;
use crate::shop::{Shop, log};

/// Somebody who takes orders away: a warehouse, a service that hands out codes, a printer of tickets.
pub(crate) trait Deliverer: Send + Sync {
    /// Delivers an order. The same number again is the same delivery, and no second one.
    fn deliver(&self, order: &Order) -> Result;
}

/// Delivers what is paid, for as long as the shop is open.
pub(crate) async fn work(shop: Shop) {
    loop {
        if let Err(error) = work_off(&shop) {
            eprintln!("    (the books cannot be read: {error})");
        }
        shop.parcels.notified().await;
    }
}

/// Delivers everything that is owed, also what a crash has left.
pub(crate) fn work_off(shop: &Shop) -> Result {
    for order in shop.orders.undelivered()? {
        match shop.deliverer.deliver(&order) {
            Ok(()) => shop.orders.delivered(&order.out_trade_no)?,
            // One that cannot be delivered keeps no other waiting, and the timer comes back to it.
            Err(error) => log("delivering", &order, &error),
        }
    }
    Ok(())
}

/// A warehouse with books of its own, which no transaction of the shop reaches.
pub(crate) struct Warehouse(Mutex<Connection>);

impl Warehouse {
    pub(crate) fn open(file: &Path) -> Result<Self> {
        let books = Connection::open(file)?;
        books.pragma_update(None, "journal_mode", "WAL")?;
        books.execute_batch(
            "CREATE TABLE IF NOT EXISTS parcels (
                out_trade_no TEXT PRIMARY KEY,
                goods TEXT NOT NULL,
                asked INTEGER NOT NULL DEFAULT 1     -- how often it was asked for
            ) STRICT",
        )?;
        Ok(Self(Mutex::new(books)))
    }

    /// Every parcel: its order, and how often it was asked for.
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
