//! The last requests, and why some of them were refused.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use maud::{Markup, html};

use super::frame::{Moment, Page, Problem, Section, page};
use crate::Shared;
use crate::requests::LoggedRequest;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/requests", get(list)).route("/requests/{number}", get(one))
}

async fn list(State(shared): State<Arc<Shared>>) -> Page {
    let requests = shared.requests.list();
    let content = html! {
        @if requests.is_empty() {
            p.empty { "Nothing has come yet. Its door is " code { (shared.addresses.url()) } "." }
        } @else {
            table {
                caption { "The last " (requests.len()) ", the newest first" }
                thead { tr { th { "When" } th { "Request" } th { "Merchant" } th { "Answer" } th { "Why refused" } } }
                tbody { @for request in requests.iter().rev() { (row(request)) } }
            }
        }
    };
    Ok(page(Section::Requests, "Requests", &content))
}

fn row(request: &LoggedRequest) -> Markup {
    html! {
        tr {
            td data-label="When" { (Moment(request.time)) }
            th scope="row" data-label="Request" {
                a.number href={ "/requests/" (request.number) } { (request.method) " " (request.target) }
            }
            td.number data-label="Merchant" { (request.mchid.as_deref().unwrap_or("–")) }
            td data-label="Answer" { (status(request.status)) }
            td data-label="Why refused" { @if let Some(reason) = &request.refusal { (reason.message) } }
        }
    }
}

pub(super) fn status(status: Option<u16>) -> Markup {
    match status {
        Some(status @ 200..300) => html! { span.state.good { (status) } },
        Some(status) => html! { span.state.bad { (status) } },
        None => html! { span.state.bad { "none" } },
    }
}

async fn one(State(shared): State<Arc<Shared>>, Path(number): Path<u64>) -> Page {
    let requests = shared.requests.list();
    let request = requests.iter().find(|request| request.number == number).ok_or(Problem::Missing)?;
    let content = html! {
        dl {
            dt { "When" } dd { (Moment(request.time)) }
            dt { "Request" } dd.number { (request.method) " " (request.target) }
            dt { "Merchant" } dd.number { (request.mchid.as_deref().unwrap_or("not said, or not readable")) }
            dt { "Body" } dd { (request.body_length) " bytes" }
            dt { "Answer" } dd { (status(request.status)) }
            dt { "Request-ID" } dd.number { (request.request_id.as_deref().unwrap_or("–")) }
        }
        @if let Some(reason) = &request.refusal {
            h2 { "Why it was refused" }
            p role="alert" { code { (reason.code) } " " (reason.message) }
        }
        @if let Some(message) = &request.signed_message {
            h2 { "What the sandbox held the signature against" }
            p.faint { "Five lines, each with a line feed at its end: method, target, time, nonce, body." }
            pre { (message) }
        }
    };
    Ok(page(Section::Requests, &format!("Request {number}"), &content))
}
