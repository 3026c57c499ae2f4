//! The user's phone: pages that a merchant's own page leads to. Whoever knows the address may open it.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State};
use axum::response::Html;
use axum::routing::get;
use http::StatusCode;
use serde::Deserialize;

use crate::Shared;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route(CONTRACT, get(contract))
}

#[derive(Deserialize)]
struct Link {
    #[serde(default)]
    presign_token: String,
}

/// The contract page behind a pre-sign: opening it starts the signing, and uses up the contract's code.
async fn contract(State(shared): State<Arc<Shared>>, Query(link): Query<Link>) -> (StatusCode, Html<String>) {
    match shared.books.follow(&link.presign_token, shared.clock.now()) {
        Ok(Some(_)) => page(StatusCode::OK, "Sign this contract?", "The sandbox plays the user: see its sign hook."),
        Ok(None) => page(StatusCode::GONE, "This link is not valid", "It has expired, or was never made."),
        Err(error) => {
            tracing::error!(%error, "the books failed");
            page(StatusCode::INTERNAL_SERVER_ERROR, "The books failed", "The log says why.")
        }
    }
}

/// Where the page is.
pub(crate) const CONTRACT: &str = "/phone/contract";

fn page(status: StatusCode, title: &str, text: &str) -> (StatusCode, Html<String>) {
    let html = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{title}</title><h1>{title}</h1><p>{text}</p>"
    );
    (status, Html(html))
}
