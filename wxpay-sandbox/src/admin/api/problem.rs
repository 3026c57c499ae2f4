//! Errors of the admin API.

use axum::Json;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde_json::json;

use crate::error::SandboxError;

/// An error: its status and its text.
pub(super) struct Problem {
    status: StatusCode,
    error: String,
}

impl Problem {
    /// A request that makes no sense.
    pub(super) fn senseless(error: impl Into<String>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, error: error.into() }
    }

    /// A name that does not exist.
    pub(super) fn unknown(error: impl Into<String>) -> Self {
        Self { status: StatusCode::NOT_FOUND, error: error.into() }
    }

    pub(super) async fn no_such_path() -> Self {
        Self::unknown("there is no route with that path: `GET /api` lists all routes")
    }

    pub(super) async fn no_such_method() -> Self {
        let error = "that path takes another method: `GET /api` lists all routes".to_owned();
        Self { status: StatusCode::METHOD_NOT_ALLOWED, error }
    }
}

impl From<SandboxError> for Problem {
    fn from(error: SandboxError) -> Self {
        let status = match &error {
            SandboxError::Clock { .. } | SandboxError::Address { .. } => StatusCode::BAD_REQUEST,
            SandboxError::UnknownMerchant { .. } => StatusCode::NOT_FOUND,
            error if error.is_own_fault() => {
                tracing::error!(%error, "the sandbox failed");
                StatusCode::INTERNAL_SERVER_ERROR
            }
            _ => StatusCode::CONFLICT,
        };
        Self { status, error: error.to_string() }
    }
}

impl From<rusqlite::Error> for Problem {
    fn from(error: rusqlite::Error) -> Self {
        SandboxError::from(error).into()
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        (self.status, Json(json!({ "error": self.error }))).into_response()
    }
}
