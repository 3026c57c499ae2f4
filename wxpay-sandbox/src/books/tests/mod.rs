//! The books in memory: sums, states and refusals.
#![allow(clippy::unwrap_used, reason = "tests")]

mod money;
mod orders;
mod refunds;
mod sharings;
mod transfers;

use wxpay::pay::TradeType;

use super::{
    Books, By, Dividing, NewOrder, NewRefund, NewShare, NewSharing, Order, OrderKey, Ordering, Receiver, Refunding,
};

const SHOP: &str = "1900000001";
const OTHER: &str = "1900000002";
const RECEIVER: &str = "1900000009";
/// A time, in seconds since 1970.
const NOW: i64 = 1_800_000_000;
const DAY: i64 = 24 * 60 * 60;
/// The parameters of an order that is made for sharing.
const SHARED: &str = r#"{"settle_info":{"profit_sharing":true}}"#;

fn books() -> Books {
    Books::open_at(None).unwrap()
}

fn key(out_trade_no: &str) -> OrderKey<'_> {
    OrderKey { mchid: SHOP, out_trade_no }
}

fn new_order<'a>(out_trade_no: &'a str, total: i64, parameters: &'a str) -> NewOrder<'a> {
    NewOrder {
        key: key(out_trade_no),
        sub_mchid: None,
        trade_type: TradeType::Native,
        parameters,
        total,
        time_expire: None,
        scanned: None,
    }
}

fn ordered(books: &Books, new: &NewOrder<'_>, now: i64) -> Order {
    match books.order(new, now).unwrap() {
        Ordering::Accepted(order) => *order,
        _ => panic!("the order was refused"),
    }
}

/// An order that is paid at once. WeChat Pay's number is the merchant's number after a `W`.
fn paid(books: &Books, out_trade_no: &str, total: i64, parameters: &str, now: i64) -> Order {
    ordered(books, &new_order(out_trade_no, total, parameters), now);
    books.pay(key(out_trade_no), &format!("W{out_trade_no}"), now).unwrap()
}

fn found(books: &Books, out_trade_no: &str, now: i64) -> Order {
    books.find_order(SHOP, By::OutTradeNo(out_trade_no), now).unwrap().unwrap()
}

fn refund(books: &Books, order: &str, number: &str, amount: i64, now: i64) -> Refunding {
    let total = books.find_order(SHOP, By::OutTradeNo(order), now).unwrap().map_or(0, |order| order.total);
    let new = NewRefund {
        mchid: SHOP,
        sub_mchid: None,
        out_refund_no: number,
        order: By::OutTradeNo(order),
        parameters: &format!(r#"{{"refund":{amount}}}"#),
        refund: amount,
        total,
        refund_id: &format!("W{number}"),
    };
    books.refund(&new, now).unwrap()
}

fn receiver(account: &str) -> Receiver<'_> {
    Receiver { mchid: SHOP, sub_mchid: None, kind: "MERCHANT_ID", account }
}

/// Shares a payment among merchants. With `unfreeze` the rest is released to the shop.
fn share(books: &Books, order: &str, number: &str, amounts: &[(&str, i64)], unfreeze: bool, now: i64) -> Dividing {
    let shares = amounts.iter().map(|(account, amount)| NewShare {
        kind: "MERCHANT_ID",
        account,
        name: None,
        amount: *amount,
        description: "share",
    });
    let shares: Vec<_> = shares.collect();
    let new = NewSharing {
        mchid: SHOP,
        sub_mchid: None,
        out_order_no: number,
        order_id: &format!("W{number}"),
        transaction_id: &format!("W{order}"),
        parameters: &format!("{amounts:?} {unfreeze}"),
        shares: &shares,
        unfreeze: unfreeze.then_some("rest"),
    };
    books.share(&new, now).unwrap()
}
