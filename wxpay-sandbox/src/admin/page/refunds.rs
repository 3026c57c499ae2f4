//! Refunds and their states.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Redirect;
use axum::routing::{get, post};
use maud::{Markup, html};

use super::books::{Entry, Turned, before, older, table};
use super::frame::{Done, Page, Problem, Section, button, page, state};
use super::orders::path;
use crate::admin::Admin;

pub(super) fn routes() -> Router<Arc<Admin>> {
    Router::new().route("/refunds", get(list)).route("/refunds/{mchid}/{out_refund_no}/{end}", post(end))
}

async fn list(State(admin): State<Arc<Admin>>, Query(turned): Query<Turned>) -> Page {
    let refunds = before(&admin, "refunds", &turned)?;
    let empty = html! { "No refunds yet. A paid order can be refunded on its page, or by the API." };
    let content = html! { (table(&refunds, &COLUMNS, &empty, row)) (older(&refunds, Section::Refunds.path())) };
    Ok(page(Section::Refunds, "Refunds", &content))
}

pub(super) fn row(refund: &Entry) -> Markup {
    let (number, order) = (refund.text("out_refund_no"), refund.text("out_trade_no"));
    let action = |end: &str| format!("{}/{}/{number}/{end}", Section::Refunds.path(), refund.text("mchid"));
    html! {
        th.number scope="row" data-label="Number" { (number) }
        td data-label="Order" { a.number href=(path(refund.text("mchid"), order)) { (order) } }
        td data-label="State" { (state(refund.text("status"))) }
        td data-label="Amount" { (refund.yuan("refund")) }
        td data-label="Asked for" { (refund.moment("created")) }
        td data-label="Actions" {
            @if refund.text("status") == "PROCESSING" {
                div.actions {
                    (button(&action("complete"), "Complete", number))
                    (button(&action("bounce"), "Bank rejects", number))
                    (button(&action("close"), "Close", number))
                }
            }
        }
    }
}

async fn end(
    State(admin): State<Arc<Admin>>,
    Path((mchid, out_refund_no, end)): Path<(String, String, String)>,
) -> Done {
    let merchant = admin.deeds.merchant(mchid);
    match &*end {
        "complete" => merchant.complete_refund(&out_refund_no)?,
        "bounce" => merchant.bounce_refund(&out_refund_no)?,
        "close" => merchant.close_refund(&out_refund_no)?,
        _ => return Err(Problem::Missing),
    }
    Ok(Redirect::to(Section::Refunds.path()))
}

pub(super) const COLUMNS: [&str; 6] = ["Number", "Order", "State", "Amount", "Asked for", "Actions"];
