//! Orders, from the first page to the refund.

use std::time::Duration;

use wxpay::pay::TradeState;
use wxpay::refund::RefundStatus;
use wxpay_sandbox::Sandbox;

use crate::browser::Browser;
use crate::visitor::Visitor;
use crate::world::{application, combined, native};

const ORDER: &str = "20260101000001";

pub(crate) async fn is_paid_notified_and_refunded(browser: &Browser) {
    // A refused notification is repeated at once.
    let sandbox = Sandbox::builder().notification_second(Duration::from_millis(1)).start().await.unwrap();
    browser.client.goto(&sandbox.admin_url()).await.unwrap();
    assert!(browser.client.source().await.unwrap().contains("Who is there?"), "nothing is shown without the token");
    let client = sandbox.client().unwrap();
    let shop = application([500]).await;
    let visitor = Visitor::of(browser, &sandbox).await;
    visitor.press("Orders").await;
    visitor.reads("No orders yet").await;
    client.send(&native(&client, ORDER, &shop)).await.unwrap();

    visitor.open("/orders").await;
    visitor.reads("¥123.45").await;
    visitor.press(ORDER).await;
    visitor.has_state("NOTPAY").await;
    visitor.find("//*[@role='img' and contains(@aria-label, 'QR code')]//*[local-name()='svg']").await;
    visitor.press("Pay").await;
    visitor.has_state("SUCCESS").await;
    assert_eq!(sandbox.orders().unwrap()[0].state, TradeState::Success);

    visitor.comes("/notifications", "accepted").await;
    visitor.press("TRANSACTION.SUCCESS").await;
    visitor.reads(ORDER).await;
    visitor.find("//tbody/tr[1][td[.='500'] and td[contains(., 'the shop is closed')]]").await;
    visitor.press("Replay").await;
    visitor.find("//tbody[count(tr[td[normalize-space()='204']])=2]").await;
    visitor.press("Replay as a probe").await;
    visitor.find("//tbody/tr[4]/td[@data-label='Fault' and normalize-space()='probe']").await;
    assert_eq!(sandbox.deliveries().unwrap().len(), 4);

    visitor.open("/orders").await;
    visitor.fill("Number", ORDER).await;
    visitor.press("Find").await;
    visitor.fill("Amount in fen", "2345").await;
    visitor.press("Refund").await;
    visitor.reads("PROCESSING").await;
    let number = sandbox.refunds().unwrap()[0].out_refund_no.clone();
    visitor.press(&format!("Complete {number}")).await;
    visitor.is_headed("Refunds").await;
    visitor.find("//tbody/tr[1]/td[@data-label='State' and normalize-space()='SUCCESS']").await;
    let refund = &sandbox.refunds().unwrap()[0];
    assert_eq!((&refund.status, refund.refund.get()), (&RefundStatus::Success, 2345));

    visitor.press(ORDER).await;
    visitor.has_state("REFUND").await;
    let left = visitor.find("//input[@name='refund']").await;
    assert_eq!(left.prop("value").await.unwrap().as_deref(), Some("10000"), "the rest that can be refunded");
}

pub(crate) async fn pays_every_part_of_a_combined_order(browser: &Browser) {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    client.send(&combined(&client, "WHOLE001", ["PART_A", "PART_B"])).await.unwrap();
    let visitor = Visitor::of(browser, &sandbox).await;
    visitor.open("/orders").await;
    visitor.press("PART_A").await;
    visitor.reads("Part of the combined order WHOLE001").await;
    visitor.press("Pay the combined order").await;
    visitor.has_state("SUCCESS").await;
    visitor.press("PART_B").await;
    visitor.is_headed("Order PART_B").await;
    visitor.has_state("SUCCESS").await;
    assert!(sandbox.orders().unwrap().iter().all(|order| order.state == TradeState::Success));
}
