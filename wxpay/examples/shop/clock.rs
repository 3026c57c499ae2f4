//! The timer: looks after whatever stays open. Notifications get lost, answers too, and processes die.

use std::time::Duration;

use crate::orders::{Order, State};
use crate::shop::{Shop, log};
use crate::{Result, delivery, notify};

/// Looks again and again, for as long as the shop is open.
pub(crate) async fn run(shop: Shop) {
    loop {
        tokio::time::sleep(PAUSE).await;
        if let Err(error) = look(&shop).await {
            eprintln!("    (the books cannot be read: {error})");
        }
    }
}

/// Looks once: notifications that nobody has worked on, deliveries that are open, and open orders whose time has come. Another process may do the
/// same over the same books.
pub(crate) async fn look(shop: &Shop) -> Result {
    notify::work_off(shop)?;
    delivery::work_off(shop)?;
    let now = shop.clock.now();
    for order in shop.orders.take_due(now, now + AGAIN)? {
        // One that cannot be settled keeps no other waiting.
        if let Err(error) = look_after(shop, &order).await {
            log("looking after", &order, &error);
        }
    }
    Ok(())
}

async fn look_after(shop: &Shop, order: &Order) -> Result {
    match order.state {
        State::Created if shop.clock.now() < order.expires => shop.submit(order).await,
        // A number that may have got through is closed, too.
        State::Created | State::Awaiting => shop.look_after(order).await,
        State::Refunding => shop.look_after_refund(order).await,
        State::Paid | State::Refunded | State::Closed | State::Review => Ok(()),
    }
}

/// Between two looks at the books.
const PAUSE: Duration = Duration::from_secs(10);
/// Between two looks at one order, in seconds.
const AGAIN: i64 = 60;
