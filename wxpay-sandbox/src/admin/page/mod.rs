//! The page for the person at the browser: shows what the books have and what has happened, and lets the person play users, banks
//! and WeChat Pay. It is plain HTML from the server: buttons are forms, and nothing needs a script.

mod books;
mod contracts;
mod faults;
pub(super) mod frame;
mod notifications;
mod orders;
mod overview;
mod qr;
mod refunds;
mod requests;
mod transfers;

use std::sync::Arc;

use axum::Router;
use axum::routing::{MethodRouter, any, get};
use http::header::CONTENT_TYPE;

use self::frame::Problem;
use crate::admin::Admin;

pub(super) fn routes() -> Router<Arc<Admin>> {
    let sections = [
        overview::routes(),
        orders::routes(),
        refunds::routes(),
        transfers::routes(),
        contracts::routes(),
        notifications::routes(),
        requests::routes(),
        faults::routes(),
    ];
    sections.into_iter().fold(Router::new(), Router::merge).method_not_allowed_fallback(by_form)
}

/// The answer for an unknown address.
pub(super) fn missing() -> MethodRouter<Arc<Admin>> {
    any(async || Problem::Missing)
}

/// The answer if somebody opens the address of a form.
async fn by_form() -> Problem {
    Problem::NoPage
}

/// The style sheet, also of the phone's pages. It needs no cookie.
pub(super) fn style() -> Router<Arc<Admin>> {
    Router::new().route("/style.css", get(async || ([(CONTENT_TYPE, "text/css; charset=utf-8")], STYLE)))
}

/// The first page.
pub(super) const OVERVIEW: &str = "overview";

const STYLE: &str = include_str!("style.css");
