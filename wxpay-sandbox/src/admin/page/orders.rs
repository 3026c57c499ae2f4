//! Orders: what was ordered, and paying and refunding it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Redirect;
use axum::routing::{get, post};
use axum::{Form, Router};
use maud::{Markup, html};
use serde::Deserialize;
use wxpay::prelude::Fen;

use super::books::{Entry, newest, table};
use super::frame::{Done, Page, Problem, Section, Yuan, button, page, state};
use super::qr;
use crate::admin::phone;
use crate::books::{By, OrderKey, Payable};
use crate::{Shared, products};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/orders", get(list))
        .route("/orders/{mchid}/{out_trade_no}", get(one))
        .route("/orders/{mchid}/{out_trade_no}/pay", post(pay))
        .route("/orders/{mchid}/{out_trade_no}/refund", post(refund))
}

async fn list(State(shared): State<Arc<Shared>>) -> Page {
    let orders = newest(&shared, "orders")?;
    let empty = html! {
        "No orders yet: " code { "POST " (shared.addresses.url()) "/v3/pay/transactions/native" } " makes one."
    };
    let columns = ["Number", "What", "Way", "State", "Amount", "Do"];
    Ok(page(Section::Orders, "Orders", &table(&orders, &columns, &empty, row)))
}

fn row(order: &Entry) -> Markup {
    let number = order.text("out_trade_no");
    html! {
        th scope="row" data-label="Number" { a.number href=(path(order.text("mchid"), number)) { (number) } }
        td data-label="What" { (order.sent("/description")) }
        td data-label="Way" { (order.text("trade_type")) }
        td data-label="State" { (state(order.text("state"))) }
        td data-label="Amount" { (order.yuan("total")) }
        td data-label="Do" {
            @if matches!(order.text("state"), "NOTPAY" | "USERPAYING") {
                (button(&format!("{}/pay", path(order.text("mchid"), number)), "Pay", number))
            }
        }
    }
}

async fn one(State(shared): State<Arc<Shared>>, Path((mchid, out_trade_no)): Path<(String, String)>) -> Page {
    let now = shared.clock.now();
    let order = shared.books.find_order(&mchid, By::OutTradeNo(&out_trade_no), now)?.ok_or(Problem::Missing)?;
    let link = with_payable(&shared, OrderKey { mchid: &mchid, out_trade_no: &out_trade_no }, |payable| {
        Ok(shared.books.newest_session(payable)?.map(|token| phone::link(&shared, &token)))
    })?;
    let refunds = newest(&shared, "refunds")?;
    let refunds: Vec<_> = refunds.into_iter().filter(|refund| refund.text("out_trade_no") == out_trade_no).collect();
    let content = html! {
        dl {
            dt { "Merchant" } dd.number { (mchid) }
            @if let Some(sub_mchid) = &order.sub_mchid { dt { "Sub-merchant" } dd.number { (sub_mchid) } }
            dt { "Way" } dd { (order.trade_type.as_str()) }
            dt { "State" } dd { (state(order.state.as_str())) }
            dt { "Amount" } dd { (Yuan(Fen::new(order.total))) }
            @if let Some(id) = &order.transaction_id { dt { "WeChat Pay's number" } dd.number { (id) } }
        }
        @if order.may_be_paid(now).is_ok() {
            h2 { "To be paid" }
            p.actions { (button(&format!("{}/pay", path(&mchid, &out_trade_no)), "Pay", "")) }
            @if let Some(link) = &link {
                p { "Or as the user does, on " a href=(link) { "the phone" } ":" }
                (qr::code(link))
            }
        }
        @if order.is_paid() {
            h2 { "Give money back" }
            form method="post" action={ (path(&mchid, &out_trade_no)) "/refund" } {
                label { "Amount in fen" input name="refund" type="number" min="1" max=(order.total) value=(order.total) required; }
                button { "Refund" }
            }
        }
        @if !refunds.is_empty() {
            h2 { "Refunds" }
            (table(&refunds, &super::refunds::COLUMNS, &html! {}, super::refunds::row))
        }
        h2 { "What the merchant sent" }
        pre { (serde_json::to_string_pretty(&order.parameters()?).unwrap_or_default()) }
    };
    Ok(page(Section::Orders, &format!("Order {out_trade_no}"), &content))
}

async fn pay(State(shared): State<Arc<Shared>>, Path((mchid, out_trade_no)): Path<(String, String)>) -> Done {
    with_payable(&shared, OrderKey { mchid: &mchid, out_trade_no: &out_trade_no }, |Payable { key, combined }| {
        Ok(if combined { products::pay_combined(&shared, key) } else { products::pay(&shared, key) }?)
    })?;
    Ok(Redirect::to(&path(&mchid, &out_trade_no)))
}

/// What is paid when an order is: the order, or the combined one that it is part of.
fn with_payable<T>(
    shared: &Shared,
    key: OrderKey<'_>,
    then: impl FnOnce(Payable<'_>) -> Result<T, Problem>,
) -> Result<T, Problem> {
    match shared.books.whole_of(key)? {
        Some((mchid, out_trade_no)) => {
            then(Payable { key: OrderKey { mchid: &mchid, out_trade_no: &out_trade_no }, combined: true })
        }
        None => then(Payable { key, combined: false }),
    }
}

#[derive(Deserialize)]
struct Returned {
    refund: i64,
}

async fn refund(
    State(shared): State<Arc<Shared>>,
    Path((mchid, out_trade_no)): Path<(String, String)>,
    Form(Returned { refund }): Form<Returned>,
) -> Done {
    products::refund_by_hand(&shared, OrderKey { mchid: &mchid, out_trade_no: &out_trade_no }, Fen::new(refund))?;
    Ok(Redirect::to(&path(&mchid, &out_trade_no)))
}

fn path(mchid: &str, out_trade_no: &str) -> String {
    // A number has no character that means something in a path, but for `|` and `*`, which browsers take.
    format!("{}/{mchid}/{out_trade_no}", Section::Orders.path())
}
