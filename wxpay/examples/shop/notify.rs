//! Notifications: each is stored, then acknowledged, and handled later. WeChat Pay waits 5 seconds for the reply, and sends a
//! notification again if the reply does not say success. After a success, only the stored notification survives a crash.

use axum::extract::State;
use http::StatusCode;
use serde_json::Value;
use wxpay::notification::Notification;
use wxpay::notify::Event;

use crate::Result;
use crate::orders::Unread;
use crate::shop::{Refunded, Shop};

/// Stores a notification and acknowledges it. The extractor has verified and decrypted it, and has refused everything that
/// WeChat Pay did not sign. The reply says success only when the notification is in the books.
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
            eprintln!("    (a notification cannot be stored: {error})");
            StatusCode::INTERNAL_SERVER_ERROR
        }
    }
}

/// Handles stored notifications while the shop is open.
pub(crate) async fn work(shop: Shop) {
    loop {
        if let Err(error) = work_off(&shop) {
            eprintln!("    (the books cannot be read: {error})");
        }
        shop.mail.notified().await;
    }
}

/// Handles every unread notification, including those that a crash has left. Handling one twice changes nothing, because
/// the order's state allows each step once.
pub(crate) fn work_off(shop: &Shop) -> Result {
    for unread in shop.orders.unread()? {
        // A notification that cannot be handled does not delay the others. The timer tries it again.
        match handle(shop, &unread) {
            Ok(result) => shop.orders.read(&unread.id, &result)?,
            Err(error) => eprintln!("    (notification {}: {error})", unread.id),
        }
    }
    Ok(())
}

/// Handles a notification, and returns the result in words. Only the books can fail; the notification is then handled
/// again.
fn handle(shop: &Shop, Unread { id, event_type, resource }: &Unread) -> Result<String> {
    let moved = match &Event::read(event_type, resource.as_bytes()) {
        Event::Payment(payment) => {
            let Some(order) = shop.orders.find(&payment.out_trade_no)? else {
                return Ok("it names an unknown order".to_owned());
            };
            let checked = payment.check(&order.ordered());
            shop.paid(&order, payment.transaction_id.as_deref(), checked, "a notification reports the payment")?
        }
        Event::Refund(refund) => {
            let Some(order) = shop.orders.find(&refund.out_trade_no)? else {
                return Ok("it names an unknown order".to_owned());
            };
            let refunded = Refunded {
                out_refund_no: &refund.out_refund_no,
                amount: refund.amount.refund,
                status: &refund.refund_status,
            };
            shop.refunded(&order, &refunded)?
        }
        // It is genuine and may be about money: it stays in the books until a person has looked.
        Event::Unread { why, .. } => return for_a_person(shop, id, &format!("{event_type}: {why}")),
        Event::Unknown { .. } => return for_a_person(shop, id, &format!("{event_type} is an unknown type")),
        _ => return Ok("this shop does not need this type".to_owned()),
    };
    Ok(if moved { "it changed the order's state" } else { "it changed nothing" }.to_owned())
}

fn for_a_person(shop: &Shop, id: &str, why: &str) -> Result<String> {
    eprintln!("    (a person has to look at notification {id}: {why})");
    shop.orders.set_aside(id, why)?;
    Ok("it was set aside for a person".to_owned())
}
