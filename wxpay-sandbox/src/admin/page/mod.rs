//! The page for the person at the browser: what there is, what has happened, and what users, banks and WeChat Pay do.
//! It is plain HTML from the server: forms do what buttons say, and nothing needs a script.

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

/// The page for an address that is none.
pub(super) fn missing() -> MethodRouter<Arc<Admin>> {
    any(async || Problem::Missing)
}

/// What a form does is no page: somebody has opened its address again.
async fn by_form() -> Problem {
    Problem::NoPage
}

/// How all of it looks; for the phone's pages too, so for anybody.
pub(super) fn style() -> Router<Arc<Admin>> {
    Router::new().route("/style.css", get(async || ([(CONTENT_TYPE, "text/css; charset=utf-8")], STYLE)))
}

/// The page that comes first.
pub(super) const OVERVIEW: &str = "overview";

const STYLE: &str = include_str!("style.css");
