//! Transfers to users (商家转账), and users' authorizations.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::response::Redirect;
use axum::routing::{get, post};
use maud::{Markup, html};

use super::books::{Entry, newest, table};
use super::frame::{Done, Page, Problem, Section, button, page, state};
use crate::admin::Admin;
use crate::deeds::PAYEE_ACCOUNT_ABNORMAL;

pub(super) fn routes() -> Router<Arc<Admin>> {
    Router::new()
        .route("/transfers", get(list))
        .route("/transfers/{mchid}/{out_bill_no}/{end}", post(end))
        .route("/authorizations/{mchid}/{out_authorization_no}/{end}", post(decide))
}

async fn list(State(admin): State<Arc<Admin>>) -> Page {
    let transfers = newest(&admin, "transfers")?;
    let authorizations = newest(&admin, "authorizations")?;
    let no_transfers = html! {
        "No transfers yet: " code { "POST /v3/fund-app/mch-transfer/transfer-bills" } " orders one."
    };
    let content = html! {
        (table(&transfers, &["Number", "State", "Amount", "Actions"], &no_transfers, transfer))
        h2 { "Authorizations (免确认收款授权)" }
        (table(&authorizations, &["Number", "State", "Actions"], &html! { "No authorization has been asked for yet." }, authorization))
    };
    Ok(page(Section::Transfers, "Transfers", &content))
}

fn transfer(transfer: &Entry) -> Markup {
    let number = transfer.text("out_bill_no");
    let action = |end: &str| format!("transfers/{}/{number}/{end}", transfer.text("mchid"));
    html! {
        th.number scope="row" data-label="Number" { (number) }
        td data-label="State" { (state(transfer.text("state"))) }
        td data-label="Amount" { (transfer.yuan("amount")) }
        td data-label="Actions" {
            @if transfer.text("state") == "WAIT_USER_CONFIRM" {
                div.actions {
                    (button(&action("accept"), "Accept", number))
                    (button(&action("fail"), "Fail", number))
                }
            }
        }
    }
}

fn authorization(authorization: &Entry) -> Markup {
    let (number, word) = (authorization.text("out_authorization_no"), authorization.text("state"));
    let action = |end: &str| format!("authorizations/{}/{number}/{end}", authorization.text("mchid"));
    html! {
        th.number scope="row" data-label="Number" { (number) }
        td data-label="State" { (state(word)) }
        td data-label="Actions" {
            div.actions {
                @if word == "WAIT_USER_CONFIRM" { (button(&action("confirm"), "Confirm", number)) }
                @if word != "CLOSED" { (button(&action("withdraw"), "Withdraw", number)) }
            }
        }
    }
}

async fn end(State(admin): State<Arc<Admin>>, Path((mchid, number, end)): Path<(String, String, String)>) -> Done {
    let merchant = admin.deeds.merchant(mchid);
    match &*end {
        "accept" => merchant.accept_transfer(&number)?,
        "fail" => merchant.fail_transfer(&number, PAYEE_ACCOUNT_ABNORMAL)?,
        _ => return Err(Problem::Missing),
    }
    Ok(Redirect::to(Section::Transfers.path()))
}

async fn decide(State(admin): State<Arc<Admin>>, Path((mchid, number, end)): Path<(String, String, String)>) -> Done {
    let merchant = admin.deeds.merchant(mchid);
    match &*end {
        "confirm" => merchant.confirm_authorization(&number)?,
        "withdraw" => merchant.withdraw_authorization(&number)?,
        _ => return Err(Problem::Missing),
    }
    Ok(Redirect::to(Section::Transfers.path()))
}
