//! The page for the person at the browser.

use std::fmt::Write as _;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::{Html, IntoResponse as _, Response};
use axum::routing::get;
use http::StatusCode;

use crate::{SandboxError, Shared};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/", get(overview))
}

/// What is in the books.
async fn overview(State(shared): State<Arc<Shared>>) -> Response {
    match counted(&shared) {
        Ok(html) => Html(html).into_response(),
        Err(error) => {
            tracing::error!(%error, "the page cannot be shown");
            (StatusCode::INTERNAL_SERVER_ERROR, Html("<!doctype html><title>The books failed</title>")).into_response()
        }
    }
}

fn counted(shared: &Shared) -> Result<String, SandboxError> {
    let mut rows = String::new();
    for (what, count) in shared.books.counts()? {
        // Writing to a string does not fail.
        let _ = write!(rows, "<tr><th scope=\"row\">{what}</th><td>{count}</td></tr>");
    }
    Ok(format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
        <meta name=\"viewport\" content=\"width=device-width\"><title>WeChat Pay sandbox</title>\
        <h1>WeChat Pay sandbox</h1><table><caption>In the books</caption>{rows}</table></html>"
    ))
}
