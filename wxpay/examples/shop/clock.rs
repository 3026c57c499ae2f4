//! The timer: it continues whatever is still open, because notifications and answers get lost, and processes die.

use std::time::Duration;

use crate::orders::{Order, State};
use crate::shop::{Shop, log};
use crate::{Result, delivery, notify};

/// Calls [`look`] at regular intervals while the shop is open.
pub(crate) async fn run(shop: Shop) {
    loop {
        tokio::time::sleep(PAUSE).await;
        if let Err(error) = look(&shop).await {
            eprintln!("    (the books cannot be read: {error})");
        }
    }
}

/// Handles what is due now: unread notifications, open deliveries, and open orders. Several processes may do this with the
/// same books.
pub(crate) async fn look(shop: &Shop) -> Result {
    notify::work_off(shop)?;
    delivery::work_off(shop)?;
    let now = shop.clock.now();
    for order in shop.orders.take_due(now, now + AGAIN)? {
        // An order that cannot be settled does not delay the others.
        if let Err(error) = look_after(shop, &order).await {
            log("looking after", &order, &error);
        }
    }
    Ok(())
}

async fn look_after(shop: &Shop, order: &Order) -> Result {
    match order.state {
        State::Created if shop.clock.now() < order.expires => shop.submit(order).await,
        // An order in the state `Created` may have arrived at WeChat Pay, so it is closed too.
        State::Created | State::Awaiting => shop.look_after(order).await,
        State::Refunding => shop.look_after_refund(order).await,
        State::Paid | State::Refunded | State::Closed | State::Review => Ok(()),
    }
}

/// Pause between two looks at the books.
const PAUSE: Duration = Duration::from_secs(10);
/// Time between two looks at the same order, in seconds.
const AGAIN: i64 = 60;
