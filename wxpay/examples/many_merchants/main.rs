//! Many merchants in one process: a registry of clients by merchant number, notifications for each merchant, a service
//! provider that serves many sub-merchants with one key, and new keys for a merchant while its calls are in flight.
//! It runs against a local WeChat Pay: no account, no network.
//!
//! ```text
//! cargo run --example many_merchants
//! ```
//!
//! It exits with 0 only if every step succeeds.

mod provider;
mod registry;
mod shop;
mod traffic;

use std::collections::HashSet;
use std::error::Error as StdError;
use std::time::Duration;

use serde_json::{Value, json};
use wxpay::error::{ErrorCode, Outcome};
use wxpay::notification::NotificationError;
use wxpay::notify::Event;
use wxpay::pay::{AppPrepay, AppPrepayRequired};
use wxpay::prelude::*;
use wxpay_sandbox::{Credentials, Sandbox};

use crate::registry::Merchants;
use crate::shop::Shop;
use crate::traffic::Traffic;

type Result<T = ()> = std::result::Result<T, Box<dyn StdError + Send + Sync>>;

#[tokio::main]
async fn main() -> Result {
    step("a local WeChat Pay starts, where two merchants and a service provider are registered");
    let sandbox = Sandbox::start().await?;
    let (provider, tea, coffee) = (sandbox.credentials(), sandbox.register_merchant()?, sandbox.register_merchant()?);
    let merchants = Merchants::default();
    for credentials in [provider, &tea, &coffee] {
        let client = client(&sandbox, credentials)?;
        say("merchant", format!("{} with certificate {}", client.merchant().id(), client.merchant().serial()));
        merchants.put(client);
    }

    step("both merchants create an order with the same number, and both orders are paid");
    let shop = Shop::open(merchants.clone()).await?;
    for mchid in [&tea.mchid, &coffee.mchid] {
        let order = order(mchid, "20260101000001", &shop.notify_url(mchid));
        let prepay = merchants.get(mchid).ok_or("unknown merchant")?.send(&order).await?;
        say(mchid, &prepay.prepay_id);
        sandbox.merchant(mchid).pay_order("20260101000001")?;
    }
    let paid = shop.paid(2).await?;
    let by_merchant: HashSet<_> = paid.iter().map(|(merchant, payment)| (&**merchant, &*payment.mchid)).collect();
    let expected = HashSet::from([(&*tea.mchid, &*tea.mchid), (&*coffee.mchid, &*coffee.mchid)]);
    ensure(by_merchant == expected, "each notification was opened with the keys of its own merchant")?;

    another_merchants_notification(&sandbox, &merchants, &coffee).await?;
    what_nobody_understands(&sandbox, &shop).await?;
    sub_merchants(&sandbox, &merchants, &shop).await?;
    new_keys(&sandbox, &merchants, &coffee).await?;

    println!("\nEvery step succeeded.");
    Ok(())
}

async fn another_merchants_notification(sandbox: &Sandbox, merchants: &Merchants, coffee: &Credentials) -> Result {
    step("somebody sends a notification of one merchant to the address of the other");
    let (headers, body) = sandbox.notification("TRANSACTION.SUCCESS", "transaction", &serde_json::json!({})).await?;
    let notifications = merchants.get(&coffee.mchid).ok_or("unknown merchant")?.notifications()?;
    let error = notifications.receive::<Event>(&headers, &body).await.err().ok_or("the notification was opened")?;
    say("refused", &error);
    ensure(
        matches!(error, NotificationError::Sealed(_)),
        "one merchant's APIv3 key does not open another merchant's notification",
    )
}

async fn what_nobody_understands(sandbox: &Sandbox, shop: &Shop) -> Result {
    step("a payment without an amount comes, and an event of an unknown type");
    let misfit = json!({ "out_trade_no": "20260101000001" });
    for event_type in ["TRANSACTION.SUCCESS", "SOMETHING.NEW"] {
        send(sandbox, shop, event_type, &misfit).await?;
    }
    let others = std::mem::take(&mut shop.books().others);
    let is_kept = |(_, event): &(String, Event)| match event {
        Event::Unread { resource, .. } | Event::Unknown { resource, .. } => *resource == misfit,
        _ => false,
    };
    ensure(others.len() == 2 && others.iter().all(is_kept), "both are in the books, for a person to look at")
}

async fn sub_merchants(sandbox: &Sandbox, merchants: &Merchants, shop: &Shop) -> Result {
    step("a service provider creates orders for its sub-merchants, with one key and one address for notifications");
    let provider = &sandbox.credentials().mchid;
    let client = merchants.get(provider).ok_or("unknown merchant")?;
    let (noodles, books) = ("1900007001", "1900007002");
    for (sub_mchid, number, fen) in [(noodles, "N00001", 2_800), (books, "B00001", 6_400), (noodles, "N00002", 1_500)] {
        let order = provider::order(provider, sub_mchid, number, fen, shop.notify_url(provider));
        // Into the books first: the notification may arrive before the answer.
        shop.books().provider.ordered(&order);
        let prepay = client.send(&order).await?;
        say(&format!("{number} of {sub_mchid}"), &prepay.code_url);
    }
    for number in ["N00001", "B00001", "N00002"] {
        sandbox.pay_order(number)?;
    }
    until("the payments", || (shop.books().provider.paid_orders() == 3).then_some(())).await?;
    // The payment is reported a second time, and then with another sub-merchant.
    for sub_mchid in [noodles, books] {
        let payment = partner_payment(provider, sub_mchid, "N00002", 1_500);
        send(sandbox, shop, "TRANSACTION.SUCCESS", &payment).await?;
    }
    let books_of = |sub_mchid| shop.books().provider.account(sub_mchid);
    say("the noodle shop has", books_of(noodles).1);
    say("the book shop has", books_of(books).1);
    ensure(
        books_of(noodles) == (2, Fen::new(4_300)),
        "each payment is booked once, for the sub-merchant of its order",
    )?;
    ensure(books_of(books) == (1, Fen::new(6_400)), "the book shop has only its own payment")?;
    let doubts = shop.books().provider.doubts.clone();
    doubts.iter().for_each(|doubt| say("for a person to look at", doubt));
    ensure(doubts.len() == 1, "the payment that named another sub-merchant was booked for nobody")
}

/// The resource of a notification about a sub-merchant's payment.
fn partner_payment(sp_mchid: &str, sub_mchid: &str, out_trade_no: &str, fen: i64) -> Value {
    json!({
        "sp_appid": "wxd678efh567hg6787",
        "sp_mchid": sp_mchid,
        "sub_mchid": sub_mchid,
        "out_trade_no": out_trade_no,
        "trade_state": "SUCCESS",
        "amount": { "total": fen },
    })
}

async fn send(sandbox: &Sandbox, shop: &Shop, event_type: &str, resource: &Value) -> Result {
    let (headers, body) = sandbox.notification(event_type, "transaction", resource).await?;
    let http = reqwest::Client::builder().no_proxy().build()?;
    let url = shop.notify_url(&sandbox.credentials().mchid);
    http.post(url).headers(headers).body(body).send().await?.error_for_status()?;
    Ok(())
}

async fn new_keys(sandbox: &Sandbox, merchants: &Merchants, coffee: &Credentials) -> Result {
    step("one merchant gets a new certificate and private key while its calls are in flight");
    let traffic = Traffic::start(merchants, &coffee.mchid);
    traffic.all_use(&coffee.merchant_serial).await?;

    let renewed = sandbox.merchant(&coffee.mchid).issue_merchant_certificate()?;
    let old = merchants.put(client(sandbox, &renewed)?).ok_or("the registry had no client")?;
    say("the new certificate", &renewed.merchant_serial);
    ensure(
        old.merchant().serial() == coffee.merchant_serial,
        "the registry returns the replaced client, with the old keys",
    )?;
    old.send(&order(&coffee.mchid, "20260101000002", "https://shop.example.com/notify")).await?;
    say("for now", "the old keys still work");

    traffic.all_use(&renewed.merchant_serial).await?;
    say("no call uses them any more", "the old certificate is withdrawn");
    ensure(sandbox.withdraw_merchant_certificate(&coffee.merchant_serial), "WeChat Pay knew it until now")?;
    let calls = traffic.stop().await?;
    ensure(calls > 0, &format!("all {calls} calls before, during and after the exchange succeeded"))?;

    let order = order(&coffee.mchid, "20260101000003", "https://shop.example.com/notify");
    let error = old.send(&order).await.err().ok_or("the old keys still work")?;
    say("with the old keys", &error);
    ensure(
        error.code() == Some(&ErrorCode::SignError),
        "WeChat Pay refuses a signature under a withdrawn certificate",
    )?;
    ensure(error.outcome() == Outcome::Refused, "the order was not created")?;
    merchants.get(&coffee.mchid).ok_or("unknown merchant")?.send(&order).await?;
    Ok(())
}

fn client(sandbox: &Sandbox, credentials: &Credentials) -> Result<Client> {
    Ok(credentials.client_builder().hosts([sandbox.url()]).build()?)
}

fn order(mchid: &str, out_trade_no: &str, notify_url: &str) -> AppPrepay {
    AppPrepay::new(AppPrepayRequired {
        appid: "wxd678efh567hg6787".into(),
        mchid: mchid.into(),
        description: "A teapot".into(),
        out_trade_no: out_trade_no.into(),
        notify_url: notify_url.into(),
        amount: Fen::new(100).into(),
    })
}

async fn until<T>(what: &str, mut happened: impl FnMut() -> Option<T>) -> Result<T> {
    for _ in 0..1000 {
        if let Some(value) = happened() {
            return Ok(value);
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Err(format!("{what} did not arrive within 20 s").into())
}

fn step(what: &str) {
    println!("\n{what}");
}

fn say(what: &str, value: impl std::fmt::Display) {
    println!("  {what}: {value}");
}

fn ensure(happened: bool, what: &str) -> Result {
    if !happened {
        return Err(format!("check failed: {what}").into());
    }
    println!("  ok: {what}");
    Ok(())
}
