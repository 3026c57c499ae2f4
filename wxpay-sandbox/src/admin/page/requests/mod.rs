//! The last requests, and the reasons of refusals.

mod difference;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use maud::{Markup, html};
use wxpay::server::explain::Diagnosis;

use self::difference::{alone, side_by_side};
use crate::admin::Admin;
use crate::admin::page::frame::{Moment, Page, Problem, Section, page};
use crate::endpoint::Reason;
use crate::endpoint::remarks::Remark;
use crate::error::SandboxError;
use crate::requests::LoggedRequest;
use crate::requests::evidence::Finding;

pub(super) fn routes() -> Router<Arc<Admin>> {
    Router::new().route("/requests", get(list)).route("/requests/{number}", get(one))
}

async fn list(State(admin): State<Arc<Admin>>) -> Page {
    let requests = admin.gate.requests.list();
    let content = html! {
        @if requests.is_empty() {
            p.empty { "No requests yet. Clients call " code { (admin.office.addresses.url()) } "." }
        } @else {
            table {
                caption { "The last " (requests.len()) ", the newest first" }
                thead { tr { @for column in COLUMNS { th scope="col" { (column) } } } }
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
                a.number href={ "requests/" (request.number) } { (request.method) " " (request.target) }
            }
            td.number.short data-label="Caller" { (request.mchid.as_deref().unwrap_or("–")) }
            td data-label="Answer" { (status(request.status)) }
            td data-label="Why refused" { @if let Some(reason) = &request.refusal { (message(reason)) } }
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

async fn one(State(admin): State<Arc<Admin>>, Path(number): Path<String>) -> Page {
    let number = number.parse().map_err(|_| Problem::Missing)?;
    let (request, evidence) = admin.gate.requests.one(number).ok_or(Problem::Missing)?;
    let diagnosis = match evidence {
        Some(evidence) => {
            let diagnosis = evidence.diagnosis(&admin.office.merchants).await.map_err(SandboxError::Keys)?;
            Some((evidence.worded(&diagnosis), diagnosis))
        }
        None => None,
    };
    let content = html! {
        dl {
            dt { "When" } dd { (Moment(request.time)) }
            dt { "Request" } dd.number { (request.method) " " (request.target) }
            dt { "Merchant or brand" } dd.number { (request.mchid.as_deref().unwrap_or("missing or unreadable")) }
            dt { "Body" } dd { (request.body_length) " bytes" }
            dt { "Answer" } dd { (status(request.status)) }
            dt { "Request-ID" } dd.number { (request.request_id.as_deref().unwrap_or("–")) }
        }
        @if let Some(reason) = &request.refusal { (why(reason)) }
        @if !request.remarks.is_empty() {
            h2 { "Remarks" }
            ul { @for remark in &request.remarks { li { (remarked(remark)) } } }
        }
        @match (&diagnosis, &request.signed_message) {
            (Some((findings, diagnosis)), _) => { (diagnosed(findings, diagnosis)) }
            (None, Some(message)) => {
                h2 { "The signature" }
                @if request.signature_holds { p { "It holds." } }
                p.faint { (FIVE_LINES) }
                (alone("Text that the sandbox verified it against", message))
            }
            (None, None) => {}
        }
    };
    Ok(page(Section::Requests, &format!("Request {number}"), &content))
}

fn why(reason: &Reason) -> Markup {
    html! {
        h2 { "Why it was refused" }
        p role="alert" { @if let Some(code) = reason.code { code { (code) } " " } (message(reason)) }
        @if let Some(rule) = &reason.rule { p { "The rule: " (rule) } }
        @if let Some(link) = reason.link { p { "Documentation: " a href=(link) { (link) } } }
        @if reason.code.is_none() { p.faint { "The answer has no body, as WeChat Pay's answer has none." } }
    }
}

/// The message of an answer is Chinese; the sandbox's own messages are English.
fn message(reason: &Reason) -> Markup {
    html! { span lang=[reason.code.map(|_| "zh")] { (reason.message) } }
}

fn remarked(remark: &Remark) -> Markup {
    html! {
        (remark.text) "."
        @if let Some(source) = remark.source {
            " The sandbox accepts it, because clients that work with the live service send it: " a href=(source) { (source) }
        }
    }
}

fn diagnosed(findings: &[Finding], diagnosis: &Diagnosis) -> Markup {
    let received = String::from_utf8_lossy(&diagnosis.received);
    let signed = diagnosis.signed.as_deref().map(String::from_utf8_lossy);
    html! {
        h2 { "What is wrong with the signature" }
        ul.causes { @for Finding { finding, remedy } in findings {
            li { strong { (finding) } @if let Some(remedy) = remedy { br; span.faint { "Remedy: " (remedy) } } }
        } }
        @if !received.is_empty() {
            h2 { "The signing string (待签名串)" }
            p.faint { (FIVE_LINES) }
            @match &signed {
                Some(signed) => { (side_by_side([("Text that the sandbox built from the request", &received), ("Text that the client signed", signed)])) }
                None => { (alone("Text that the sandbox built from the request", &received)) }
            }
        }
    }
}

const COLUMNS: [&str; 5] = ["When", "Request", "Caller", "Answer", "Why refused"];
const FIVE_LINES: &str = "Five lines, each with a line feed (↵) at its end: method, target, time, nonce, body.";
