//! Contracts of both kinds, and the repayments that they allow.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::response::Redirect;
use axum::routing::{get, post};
use maud::{Markup, html};

use super::books::{Entry, newest, table};
use super::frame::{Done, Page, Problem, Section, button, page, state};
use crate::admin::Admin;
use crate::books::ContractKind;

pub(super) fn routes() -> Router<Arc<Admin>> {
    Router::new()
        .route("/contracts", get(list))
        .route("/contracts/{mchid}/{kind}/{code}/{next}", post(decide))
        .route("/repayments/{mchid}/{out_trade_no}/{end}", post(collect))
}

async fn list(State(admin): State<Arc<Admin>>) -> Page {
    let contracts = newest(&admin, "contracts")?;
    let repayments = newest(&admin, "repayments")?;
    let content = html! {
        (table(&contracts, &["Code", "Kind", "User", "State", "Actions"], &html! { "No contract has been pre-signed yet." }, contract))
        h2 { "Repayments (自动还款)" }
        (table(&repayments, &["Number", "Contract", "State", "Amount", "Actions"], &html! { "None yet." }, repayment))
    };
    Ok(page(Section::Contracts, "Contracts", &content))
}

fn contract(contract: &Entry) -> Markup {
    let (code, kind, word) = (contract.text("code"), contract.text("kind"), contract.text("state"));
    let action = |next: &str| format!("contracts/{}/{kind}/{code}/{next}", contract.text("mchid"));
    html! {
        th.number scope="row" data-label="Code" { (code) }
        td data-label="Kind" { (kind) }
        td.number data-label="User" { (contract.text("openid")) }
        td data-label="State" { (state(word)) }
        td data-label="Actions" {
            div.actions {
                @if matches!(word, "presigned" | "opened") {
                    (button(&action("sign"), "Sign", code))
                    (button(&action("decline"), "Decline", code))
                }
                @if word == "signed" { (button(&action("terminate"), "Terminate", code)) }
            }
        }
    }
}

fn repayment(repayment: &Entry) -> Markup {
    let (number, word) = (repayment.text("out_trade_no"), repayment.text("state"));
    let action = |end: &str| format!("repayments/{}/{number}/{end}", repayment.text("mchid"));
    html! {
        th.number scope="row" data-label="Number" { (number) }
        td.number data-label="Contract" { (repayment.text("out_contract_code")) }
        td data-label="State" { (state(word)) }
        td data-label="Amount" { (repayment.yuan("amount")) }
        td data-label="Actions" {
            @if !matches!(word, "PAY_SUCCESS" | "PAY_FAIL") {
                div.actions {
                    (button(&action("pay"), "Collect", number))
                    (button(&action("fail"), "Fail", number))
                }
            }
        }
    }
}

async fn decide(
    State(admin): State<Arc<Admin>>,
    Path((mchid, kind, code, next)): Path<(String, String, String, String)>,
) -> Done {
    let (merchant, kind) = (admin.deeds.merchant(mchid), ContractKind::read(&kind).ok_or(Problem::Missing)?);
    match &*next {
        "sign" => merchant.sign_contract(kind, &code)?,
        "decline" => merchant.decline_contract(kind, &code)?,
        "terminate" => merchant.terminate_contract(kind, &code)?,
        _ => return Err(Problem::Missing),
    }
    Ok(Redirect::to(Section::Contracts.path()))
}

async fn collect(State(admin): State<Arc<Admin>>, Path((mchid, number, end)): Path<(String, String, String)>) -> Done {
    let merchant = admin.deeds.merchant(mchid);
    match &*end {
        "pay" => merchant.pay_repayment(&number)?,
        "fail" => merchant.fail_repayment(&number)?,
        _ => return Err(Problem::Missing),
    }
    Ok(Redirect::to(Section::Contracts.path()))
}
