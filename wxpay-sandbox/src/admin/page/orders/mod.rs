//! Orders: a list, paying and refunding.

mod order;

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use http::StatusCode;
use maud::{Markup, html};
use serde::Deserialize;
use wxpay::prelude::Fen;

use crate::admin::Admin;
use crate::admin::page::books::{Entry, Turned, before, older, table};
use crate::admin::page::frame::{Done, Page, Problem, Section, button, page, state};
use crate::books::{By, Order, OrderKey, Payable};

pub(super) fn routes() -> Router<Arc<Admin>> {
    Router::new()
        .route("/orders", get(list))
        .route("/orders/find", get(find))
        .route("/orders/{mchid}/{out_trade_no}", get(order::one))
        .route("/orders/{mchid}/{out_trade_no}/pay", post(pay))
        .route("/orders/{mchid}/{out_trade_no}/refund", post(refund))
        .route("/sharings/{mchid}/{out_order_no}/complete", post(share))
}

async fn list(State(admin): State<Arc<Admin>>, Query(turned): Query<Turned>) -> Page {
    let (entries, now) = (before(&admin, "orders", &turned)?, admin.office.clock.now());
    let older = older(&entries, Section::Orders.path());
    let known = |entry: Entry| {
        let by = By::OutTradeNo(entry.text("out_trade_no"));
        Ok((admin.office.books.find_order(entry.text("mchid"), by, now)?, entry))
    };
    let orders = entries.into_iter().map(known).collect::<Result<Vec<_>, Problem>>()?;
    let empty = html! {
        "No orders yet: " code { "POST " (admin.office.addresses.url()) "/v3/pay/transactions/native" } " makes one."
    };
    let content = html! {
        (search(""))
        (table(&orders, &["Number", "Description", "Payment method", "State", "Amount", "Actions"], &empty, |(order, entry)| row(order.as_ref(), entry, now)))
        (older)
    };
    Ok(page(Section::Orders, "Orders", &content))
}

fn search(number: &str) -> Markup {
    html! {
        form.search role="search" method="get" action="orders/find" {
            label { "Number, the merchant's or WeChat Pay's" input name="number" value=(number) required; }
            button { "Find" }
        }
    }
}

#[derive(Deserialize)]
struct Wanted {
    number: String,
}

/// Leads to the order with that number, whichever merchant it belongs to.
async fn find(State(admin): State<Arc<Admin>>, Query(Wanted { number }): Query<Wanted>) -> Result<Response, Problem> {
    let (first, now) = (&admin.office.credentials.mchid, admin.office.clock.now());
    let number = number.trim();
    for mchid in std::iter::once(first.clone()).chain(admin.office.merchants.beside(first)) {
        for by in [By::OutTradeNo(number), By::TransactionId(number)] {
            if let Some(order) = admin.office.books.find_order(&mchid, by, now)? {
                return Ok(Redirect::to(&path(&order.mchid, &order.out_trade_no)).into_response());
            }
        }
    }
    let content = html! {
        (search(number))
        p role="alert" { "There is no order with this number." }
        p { a href=(Section::Orders.path()) { "All orders" } }
    };
    Ok((StatusCode::NOT_FOUND, page(Section::Orders, "Orders", &content)).into_response())
}

/// An order in its present state. A number that was closed before it was ordered has no order, only the row.
fn row(known: Option<&Order>, order: &Entry, now: i64) -> Markup {
    let number = order.text("out_trade_no");
    let word = known.map_or(order.text("state"), |known| known.state.as_str());
    let payable = known.is_some_and(|known| known.may_be_paid(now).is_ok());
    html! {
        th scope="row" data-label="Number" { a.number href=(path(order.text("mchid"), number)) { (number) } }
        td data-label="Description" { (order.sent("/description")) }
        td data-label="Payment method" { (order.text("trade_type")) }
        td data-label="State" { (state(word)) }
        td data-label="Amount" { (order.yuan("total")) }
        td data-label="Actions" {
            @if payable { (button(&format!("{}/pay", path(order.text("mchid"), number)), "Pay", number)) }
        }
    }
}

async fn pay(State(admin): State<Arc<Admin>>, Path((mchid, out_trade_no)): Path<(String, String)>) -> Done {
    admin.deeds.merchant(&*mchid).pay_whole(&out_trade_no)?;
    Ok(Redirect::to(&path(&mchid, &out_trade_no)))
}

/// Calls `then` with what is paid together: the order, or the combined order that it is part of.
pub(super) fn with_payable<T>(
    admin: &Admin,
    key: OrderKey<'_>,
    then: impl FnOnce(Payable<'_>) -> Result<T, Problem>,
) -> Result<T, Problem> {
    match admin.office.books.whole_of(key)? {
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
    State(admin): State<Arc<Admin>>,
    Path((mchid, out_trade_no)): Path<(String, String)>,
    Form(Returned { refund }): Form<Returned>,
) -> Done {
    admin.deeds.merchant(&*mchid).refund_order(&out_trade_no, Fen::new(refund))?;
    Ok(Redirect::to(&path(&mchid, &out_trade_no)))
}

#[derive(Deserialize)]
struct OfOrder {
    order: String,
}

/// Completes a sharing: its pending shares arrive.
async fn share(
    State(admin): State<Arc<Admin>>,
    Path((mchid, out_order_no)): Path<(String, String)>,
    Form(OfOrder { order }): Form<OfOrder>,
) -> Done {
    admin.deeds.merchant(&*mchid).complete_sharing(&out_order_no)?;
    Ok(Redirect::to(&path(&mchid, &order)))
}

pub(super) fn path(mchid: &str, out_trade_no: &str) -> String {
    // A number has no character with a meaning in a path, except `|` and `*`, which browsers accept.
    format!("{}/{mchid}/{out_trade_no}", Section::Orders.path())
}
