//! The user's phone: pages that a merchant's own page leads to. Everybody who knows an address may open it.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Form, Router};
use http::StatusCode;
use maud::{Markup, html};
use serde::Deserialize;

use super::page::frame::{Yuan, document};
use crate::addresses::{CONTRACT, PAY};
use crate::admin::Admin;
use crate::error::SandboxError;
use crate::products::Checkout;

pub(super) fn routes() -> Router<Arc<Admin>> {
    Router::new().route(PAY, get(checkout).post(pay)).route(CONTRACT, get(contract).post(decide))
}

/// The parameters of a link to pay: the token of a `code_url` or the `prepay_id` of an `h5_url`, and the page to return to.
#[derive(Deserialize)]
struct PayLink {
    #[serde(alias = "prepay_id")]
    pr: String,
    redirect_url: Option<String>,
}

/// The user looks at the order.
async fn checkout(State(admin): State<Arc<Admin>>, Query(link): Query<PayLink>) -> Response {
    match admin.deeds.checkout(&link.pr) {
        Ok(checkout) => screen(StatusCode::OK, "Pay", &to_pay(&link, &checkout)),
        Err(error) => failed(&error),
    }
}

fn to_pay(link: &PayLink, checkout: &Checkout) -> Markup {
    html! {
        p { "To merchant " span.number { (checkout.mchid) } }
        @for description in &checkout.descriptions { p { (description) } }
        (Yuan(checkout.total))
        @match checkout.problem {
            Some(problem) => { p role="alert" { "The order " (problem) "." } },
            None => {
                form method="post" action=(PAY) {
                    input type="hidden" name="pr" value=(link.pr);
                    @if let Some(url) = &link.redirect_url { input type="hidden" name="redirect_url" value=(url); }
                    button.first { "Pay" }
                }
            },
        }
        @if let Some(url) = web(link.redirect_url.as_deref()) { p { a href=(url) { "Back to the merchant" } } }
        p.faint { "Order " span.number { (checkout.out_trade_no) } }
    }
}

/// The user pays. If an H5 order has a page to return to, the answer links to it.
async fn pay(State(admin): State<Arc<Admin>>, Form(link): Form<PayLink>) -> Response {
    match (admin.deeds.pay_link(&link.pr), web(link.redirect_url.as_deref())) {
        (Ok(()), Some(url)) => screen(
            StatusCode::OK,
            "Paid",
            &html! { p role="status" { "Paid." } p { a href=(url) { "Back to the merchant" } } },
        ),
        (Ok(()), None) => {
            screen(StatusCode::OK, "Paid", &html! { p role="status" { "Paid. The merchant is notified." } })
        }
        (Err(error), _) => failed(&error),
    }
}

/// The URL if it is a web address, and so no script.
fn web(url: Option<&str>) -> Option<&str> {
    url.filter(|url| url.starts_with("https://") || url.starts_with("http://"))
}

#[derive(Deserialize)]
struct ContractLink {
    #[serde(default)]
    presign_token: String,
}

/// The contract page behind a pre-sign. Opening it starts the signing and uses up the contract's code.
async fn contract(State(admin): State<Arc<Admin>>, Query(link): Query<ContractLink>) -> Response {
    match admin.deeds.follow_contract(&link.presign_token) {
        Ok(Some(code)) => screen(
            StatusCode::OK,
            "Sign this contract?",
            &html! {
                p { "Automatic repayment, contract " span.number { (code) } "." }
                form method="post" action=(CONTRACT) {
                    input type="hidden" name="presign_token" value=(link.presign_token);
                    button.first name="decision" value="sign" { "Sign" }
                    button name="decision" value="decline" { "Decline" }
                }
            },
        ),
        Ok(None) => gone(),
        Err(error) => failed(&error),
    }
}

fn gone() -> Response {
    let text = html! { p role="alert" { "The link has expired, or never existed." } };
    screen(StatusCode::GONE, "This link is not valid", &text)
}

#[derive(Deserialize)]
struct Decision {
    presign_token: String,
    decision: Decided,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Decided {
    Sign,
    Decline,
}

/// The user signs or declines.
async fn decide(State(admin): State<Arc<Admin>>, Form(form): Form<Decision>) -> Response {
    let Decision { presign_token, decision } = form;
    let (is_signed, word) = match decision {
        Decided::Sign => (true, "Signed"),
        Decided::Decline => (false, "Declined"),
    };
    match admin.deeds.decide_behind(&presign_token, is_signed) {
        Ok(true) => screen(StatusCode::OK, word, &html! { p role="status" { (word) "." } }),
        Ok(false) => gone(),
        Err(error) => failed(&error),
    }
}

fn failed(error: &SandboxError) -> Response {
    let status = if error.is_own_fault() { StatusCode::INTERNAL_SERVER_ERROR } else { StatusCode::CONFLICT };
    if error.is_own_fault() {
        tracing::error!(%error, "the sandbox failed");
    }
    screen(status, "Not done", &html! { p role="alert" { (error) } })
}

fn screen(status: StatusCode, title: &str, content: &Markup) -> Response {
    let body = html! { main.phone { h1 { (title) } (content) } };
    (status, document(title, &html! {}, &body)).into_response()
}
