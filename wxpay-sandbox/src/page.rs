//! What the user's browser sees.

use std::sync::Arc;

use axum::body::Body;
use http::{Response, StatusCode, header};

use crate::Shared;

/// The contract page behind a pre-sign: opening it starts the signing, and uses up the contract's code.
pub(crate) fn contract(shared: &Arc<Shared>, query: &str) -> Response<Body> {
    let token = query.split('&').find_map(|pair| pair.strip_prefix("presign_token=")).unwrap_or_default();
    match shared.books.follow(token, shared.clock.now()) {
        Ok(Some(_)) => page(StatusCode::OK, "Sign this contract?", "The sandbox plays the user: see its sign hook."),
        Ok(None) => page(StatusCode::GONE, "This link is not valid", "It has expired, or was never made."),
        Err(error) => {
            tracing::error!(%error, "the books failed");
            page(StatusCode::INTERNAL_SERVER_ERROR, "The books failed", "The log says why.")
        }
    }
}

/// Where the page is.
pub(crate) const CONTRACT: &str = "/sandbox/contract";

fn page(status: StatusCode, title: &str, text: &str) -> Response<Body> {
    let html = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{title}</title><h1>{title}</h1><p>{text}</p>"
    );
    let mut response = Response::new(Body::from(html));
    *response.status_mut() = status;
    let html = http::HeaderValue::from_static("text/html; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, html);
    response
}
