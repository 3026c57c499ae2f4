//! Refunds: on their way, arrived, bounced, closed.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Redirect;
use axum::routing::{get, post};
use maud::{Markup, html};
use wxpay::refund::RefundStatus;

use super::books::{Entry, Turned, before, older, table};
use super::frame::{Done, Page, Problem, Section, button, page, state};
use super::orders::path;
use crate::{Shared, products};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/refunds", get(list)).route("/refunds/{mchid}/{out_refund_no}/{end}", post(end))
}

async fn list(State(shared): State<Arc<Shared>>, Query(turned): Query<Turned>) -> Page {
    let refunds = before(&shared, "refunds", &turned)?;
    let empty = html! { "No refunds yet. An order that is paid can be refunded on its page, or by the API." };
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
    State(shared): State<Arc<Shared>>,
    Path((mchid, out_refund_no, end)): Path<(String, String, String)>,
) -> Done {
    let status = match &*end {
        "complete" => RefundStatus::Success,
        "bounce" => RefundStatus::Abnormal,
        "close" => RefundStatus::Closed,
        _ => return Err(Problem::Missing),
    };
    products::end_refund(&shared, (&*mchid, &*out_refund_no).into(), &status)?;
    Ok(Redirect::to(Section::Refunds.path()))
}

pub(super) const COLUMNS: [&str; 6] = ["Number", "Order", "State", "Amount", "Asked for", "Actions"];
