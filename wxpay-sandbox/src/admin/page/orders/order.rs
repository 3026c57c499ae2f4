//! One order, with its refunds and its shares.

use std::sync::Arc;

use axum::extract::{Path, State};
use maud::{Markup, html};
use wxpay::prelude::Fen;

use super::{path, with_payable};
use crate::admin::Admin;
use crate::admin::page::books::{Entry, of, table};
use crate::admin::page::frame::{Moment, Page, Problem, Section, Yuan, button, page, state};
use crate::admin::page::{qr, refunds};
use crate::books::{By, Combined, Order, OrderKey};

pub(super) async fn one(State(admin): State<Arc<Admin>>, Path((mchid, out_trade_no)): Path<(String, String)>) -> Page {
    let now = admin.office.clock.now();
    let order = admin.office.books.find_order(&mchid, By::OutTradeNo(&out_trade_no), now)?.ok_or(Problem::Missing)?;
    let (whole, link) = with_payable(&admin, OrderKey { mchid: &mchid, out_trade_no: &out_trade_no }, |payable| {
        let whole = if payable.combined { admin.office.books.find_combined(payable.key, now)? } else { None };
        let token = admin.office.books.newest_session(payable)?;
        Ok((whole, token.map(|token| admin.office.addresses.pay_link(&token))))
    })?;
    let refunded = of(&admin, "refunds", &mchid, ("out_trade_no", &out_trade_no))?;
    let shares = match &order.transaction_id {
        Some(id) => of(&admin, "shares", &mchid, ("transaction_id", id))?,
        None => Vec::new(),
    };
    let content = html! {
        (facts(&order))
        @if let Some(whole) = &whole { (parts(whole)) }
        @if order.may_be_paid(now).is_ok() { (to_pay(&order, whole.is_some(), link.as_deref())) }
        (to_refund(&order, admin.office.books.refundable(&order)?))
        @if !refunded.is_empty() {
            h2 { "Refunds" }
            (table(&refunded, &refunds::COLUMNS, &html! {}, refunds::row))
        }
        @if !shares.is_empty() {
            h2 { "Shares (分账)" }
            (table(&shares, &["Receiver", "Sharing", "State", "Amount", "Actions"], &html! {}, |one| share(one, &out_trade_no)))
        }
        h2 { "The merchant's request" }
        pre tabindex="0" { (serde_json::to_string_pretty(&order.parameters()?).unwrap_or_default()) }
    };
    Ok(page(Section::Orders, &format!("Order {out_trade_no}"), &content))
}

fn facts(order: &Order) -> Markup {
    html! {
        dl {
            dt { "Merchant" } dd.number { (order.mchid) }
            @if let Some(sub_mchid) = &order.sub_mchid { dt { "Sub-merchant" } dd.number { (sub_mchid) } }
            dt { "Payment method" } dd { (order.trade_type.as_str()) }
            dt { "State" } dd { (state(order.state.as_str())) }
            dt { "Amount" } dd { (Yuan(Fen::new(order.total))) }
            @if let Some(paid) = order.paid { dt { "Paid" } dd { (Moment(paid)) } }
            @if let Some(id) = &order.transaction_id { dt { "WeChat Pay's number" } dd.number { (id) } }
        }
    }
}

fn parts(whole: &Combined) -> Markup {
    html! {
        h2 { "Part of the combined order " span.number { (whole.out_trade_no) } }
        ul { @for part in &whole.parts {
            li { a.number href=(path(&part.mchid, &part.out_trade_no)) { (part.out_trade_no) } " " (Yuan(Fen::new(part.total))) " " (state(part.state.as_str())) }
        } }
    }
}

fn to_pay(order: &Order, combined: bool, link: Option<&str>) -> Markup {
    let label = if combined { "Pay the combined order" } else { "Pay" };
    html! {
        h2 { "Payment" }
        div.actions { (button(&format!("{}/pay", path(&order.mchid, &order.out_trade_no)), label, "")) }
        @if let Some(link) = link {
            p { "Or pay as the user does, on " a href=(link) { "the phone" } ":" }
            (qr::code(link))
        }
    }
}

fn to_refund(order: &Order, left: i64) -> Markup {
    html! {
        @if left > 0 {
            h2 { "Refund by hand" }
            form method="post" action={ (path(&order.mchid, &order.out_trade_no)) "/refund" } {
                label { "Amount in fen" input name="refund" type="number" min="1" max=(left) value=(left) required; }
                button { "Refund" }
            }
        }
    }
}

fn share(share: &Entry, order: &str) -> Markup {
    let (number, result) = (share.text("out_order_no"), share.text("result"));
    html! {
        th.number scope="row" data-label="Receiver" { (share.text("account")) }
        td.number data-label="Sharing" { (number) }
        td data-label="State" { (state(result)) }
        td data-label="Amount" { (share.yuan("amount")) }
        td data-label="Actions" {
            @if result == "PENDING" {
                form method="post" action={ "sharings/" (share.text("mchid")) "/" (number) "/complete" } {
                    input type="hidden" name="order" value=(order);
                    button aria-label={ "Complete the sharing " (number) } { "Complete" }
                }
            }
        }
    }
}
