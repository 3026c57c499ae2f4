//! What could not be done, and requests that are read.

use axum::Json;
use axum::body::to_bytes;
use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::error::SandboxError;

/// What could not be done.
pub(super) struct Problem {
    status: StatusCode,
    error: String,
}

impl Problem {
    /// The request makes no sense.
    pub(super) fn senseless(error: impl Into<String>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, error: error.into() }
    }

    /// There is nothing of that name.
    pub(super) fn unknown(error: impl Into<String>) -> Self {
        Self { status: StatusCode::NOT_FOUND, error: error.into() }
    }

    pub(super) async fn no_such_path() -> Self {
        Self::unknown("there is nothing of that path: `GET /api` lists what there is")
    }

    pub(super) async fn no_such_method() -> Self {
        let error = "that path takes another method: `GET /api` lists what there is".to_owned();
        Self { status: StatusCode::METHOD_NOT_ALLOWED, error }
    }
}

impl From<SandboxError> for Problem {
    fn from(error: SandboxError) -> Self {
        let status = match &error {
            SandboxError::Clock { .. } => StatusCode::BAD_REQUEST,
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

/// The members of a request, from its body whatever it is called; none where there is no body. It takes the token to get
/// here, so that no browser is asked for a media type.
pub(super) struct Members<T>(pub(super) T);

impl<S: Sync, T: DeserializeOwned> FromRequest<S> for Members<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let body =
            to_bytes(request.into_body(), LARGEST).await.map_err(|error| Problem::senseless(error.to_string()))?;
        let body = if body.is_empty() { &b"{}"[..] } else { &body };
        let members = serde_json::from_slice(body).map_err(|error| Problem::senseless(error.to_string()))?;
        Ok(Self(members))
    }
}

/// More than a notification may have, in bytes.
const LARGEST: usize = 2 << 20;
