//! The admin API.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use http::StatusCode;
use serde_json::json;

use crate::notify::{Delivery, SentNotification};
use crate::requests::LoggedRequest;
use crate::{SandboxError, Shared};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/requests", get(requests))
        .route("/notifications", get(notifications))
        .route("/notifications/{id}/replay", post(replay))
        .fallback(nothing)
}

async fn requests(State(shared): State<Arc<Shared>>) -> Json<Vec<LoggedRequest>> {
    Json(shared.requests.list())
}

async fn notifications(State(shared): State<Arc<Shared>>) -> Result<Json<Vec<SentNotification>>, Problem> {
    Ok(Json(shared.books.notifications().map_err(SandboxError::from)?))
}

async fn replay(State(shared): State<Arc<Shared>>, Path(id): Path<String>) -> Result<Json<Delivery>, Problem> {
    Ok(Json(shared.notifier.replay(&id).await?))
}

async fn nothing() -> Response {
    (StatusCode::NOT_FOUND, Json(json!({ "error": "there is nothing of that path" }))).into_response()
}

/// What could not be done.
struct Problem(SandboxError);

impl From<SandboxError> for Problem {
    fn from(error: SandboxError) -> Self {
        Self(error)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let Self(error) = self;
        let status = match &error {
            SandboxError::Keys(_) | SandboxError::Notifications(_) | SandboxError::Books(_) => {
                tracing::error!(%error, "the sandbox failed");
                StatusCode::INTERNAL_SERVER_ERROR
            }
            _ => StatusCode::CONFLICT,
        };
        (status, Json(json!({ "error": error.to_string() }))).into_response()
    }
}
