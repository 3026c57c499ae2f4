//! The replies to WeChat Pay, which waits for 5 seconds. Their status decides.

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Response, StatusCode};
use serde_json::json;

use super::NotificationError;

/// The reply to a notification that was received, also for the second time: 204 without a body. It is not repeated.
#[must_use]
pub fn accepted() -> Response<Bytes> {
    answer(StatusCode::NO_CONTENT, Bytes::new())
}

/// The reply to a notification that was not received: a 4xx or 5xx with the documented body. It is repeated 15 times in 24 hours.
#[must_use]
pub fn refused(status: StatusCode, message: &str) -> Response<Bytes> {
    let body = json!({ "code": "FAIL", "message": message }).to_string();
    let mut answer = answer(status, body.into());
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    answer
}

impl NotificationError {
    /// The reply, ready to send.
    #[must_use]
    pub fn reply(&self) -> Response<Bytes> {
        refused(self.status(), "失败")
    }
}

fn answer(status: StatusCode, body: Bytes) -> Response<Bytes> {
    let mut answer = Response::new(body);
    *answer.status_mut() = status;
    answer
}
