//! Notifications: stored, answered, and worked on later. WeChat Pay waits for 5 seconds, and says everything again that
//! was not answered with success; whatever happens after the answer has to survive a crash.

use axum::extract::State;
use http::StatusCode;
use serde_json::Value;
use wxpay::notification::Notification;
use wxpay::notify::Event;

use crate::Result;
use crate::orders::Unread;
use crate::shop::{Refunded, Shop};

/// Sees only what WeChat Pay has signed: the extractor verifies and decrypts, and answers anything else by itself. Success
/// is said when the notification is in the books, and not before.
pub(crate) async fn receive(State(shop): State<Shop>, notification: Notification<Value>) -> StatusCode {
    let Notification { id, event_type, resource, .. } = notification;
    match shop.orders.keep(&id, &event_type, &resource.to_string()) {
        Ok(new) => {
            if new {
                shop.mail.notify_one();
            }
            StatusCode::NO_CONTENT
        }
        Err(error) => {
            eprintln!("    (a notification cannot be kept: {error})");
            StatusCode::INTERNAL_SERVER_ERROR
        }
    }
}

/// Works on what comes, for as long as the shop is open.
pub(crate) async fn work(shop: Shop) {
    loop {
        if let Err(error) = work_off(&shop) {
            eprintln!("    (the books cannot be read: {error})");
        }
        shop.mail.notified().await;
    }
}

/// Works on everything that is there, also on what a crash has left. Working twice on the same changes nothing: that is
/// what the order's states are for.
pub(crate) fn work_off(shop: &Shop) -> Result {
    for unread in shop.orders.unread()? {
        // One that cannot be worked on keeps no other waiting, and the timer comes back to it.
        match handle(shop, &unread) {
            Ok(result) => shop.orders.read(&unread.id, &result)?,
            Err(error) => eprintln!("    (notification {}: {error})", unread.id),
        }
    }
    Ok(())
}

/// What came of it, in words. An error is one of the books alone: it is worked on again.
fn handle(shop: &Shop, Unread { id, event_type, resource }: &Unread) -> Result<String> {
    let moved = match &Event::read(event_type, resource.as_bytes()) {
        Event::Payment(payment) => {
            let Some(order) = shop.orders.find(&payment.out_trade_no)? else {
                return Ok("of an order that nobody knows".to_owned());
            };
            let checked = payment.check(&order.ordered());
            shop.paid(&order, payment.transaction_id.as_deref(), checked, "WeChat Pay reports that it is paid")?
        }
        Event::Refund(refund) => {
            let Some(order) = shop.orders.find(&refund.out_trade_no)? else {
                return Ok("of an order that nobody knows".to_owned());
            };
            let refunded = Refunded {
                out_refund_no: &refund.out_refund_no,
                amount: refund.amount.refund,
                status: &refund.refund_status,
            };
            shop.refunded(&order, &refunded)?
        }
        // Whatever it says, it is genuine and may be about money. It stays in the books until a person has looked.
        Event::Unread { why, .. } => return for_a_person(shop, id, &format!("{event_type}: {why}")),
        Event::Unknown { .. } => return for_a_person(shop, id, &format!("{event_type} is not known")),
        _ => return Ok("this shop has no use for it".to_owned()),
    };
    Ok(if moved { "it has moved its order" } else { "nothing new" }.to_owned())
}

fn for_a_person(shop: &Shop, id: &str, why: &str) -> Result<String> {
    eprintln!("    (a person has to look at notification {id}: {why})");
    shop.orders.set_aside(id, why)?;
    Ok("it was set aside for a person".to_owned())
}
