//! The sandbox's books: the states of orders, refunds, transfers and contracts, seen through the client.

mod authorizations;
mod bills;
mod combined;
mod contracts;
mod edges;
mod inbox;
mod key_modes;
mod links;
mod money;
mod notices;
mod notifications;
mod orders;
mod owners;
mod partner;
mod races;
mod reach;
mod refunds;
mod sharings;
mod transfers;

use std::time::Duration;

use wxpay::client::Client;
use wxpay::error::{Error, ErrorCode, Outcome};
use wxpay::settle::{Asking, Settle};
use wxpay_sandbox::{Delivery, Sandbox};

async fn sandbox() -> (Sandbox, Client) {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    (sandbox, client)
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Error>, status: u16, code: ErrorCode) {
    let error = answer.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Refused, "{error}");
    assert_eq!((error.status().map(|status| status.as_u16()), error.code()), (Some(status), Some(&code)), "{error}");
}

/// Checks that a rule of the declaration, which the client knows too, is broken at `pointer`.
fn not_sent<T: std::fmt::Debug>(answer: Result<T, Error>, pointer: &str) {
    let error = answer.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
    let pointers: Vec<_> = error.violations().iter().map(|violation| violation.pointer.as_str()).collect();
    assert_eq!(pointers, [pointer], "{error}");
}

/// A client that may name any merchant as the caller, so that the books decide.
fn of_any_caller(sandbox: &Sandbox) -> Client {
    sandbox.client_builder().allow_other_callers(true).build().unwrap()
}

/// Asks about a request, and believes an absence at once. Returns true if it was found.
async fn asked<E: Settle>(client: &Client, request: &E) -> bool {
    let asking = Asking::STANDARD.patience(Duration::ZERO);
    client.asking(asking).ask(request).await.unwrap().is_some()
}

/// Moves the sandbox's clock, and returns a client with the same clock.
fn later(sandbox: &Sandbox, seconds: i64) -> Client {
    sandbox.set_clock_ahead(seconds).unwrap();
    let clock = move || wxpay::prelude::DateTime::now().unix_timestamp() + seconds;
    sandbox.client_builder().clock(clock).build().unwrap()
}

/// The first attempt to notify of an event. It fails, because nobody listens, but it has the event.
async fn notified(sandbox: &Sandbox, event_type: &str) -> Delivery {
    for _ in 0..200 {
        let mut deliveries = sandbox.deliveries().unwrap().into_iter();
        if let Some(delivery) = deliveries.find(|delivery| delivery.event_type == event_type) {
            return delivery;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("{event_type} is not notified: {:?}", sandbox.deliveries().unwrap());
}

/// A notification address of this machine without a listener.
const NOBODY: &str = "http://127.0.0.1:9/notify";
