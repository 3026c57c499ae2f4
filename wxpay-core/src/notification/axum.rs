//! An extractor for axum: a handler that has a [`Notification`] has one that can be believed.

use std::fmt::Display;

use axum_core::body::Body;
use axum_core::extract::{FromRef, FromRequest, Request};
use axum_core::response::{IntoResponse, Response};

use super::{Notification, NotificationError, Notifications, OnceError, Resource};

/// A handler takes a `Notification<R>` as its last argument, and sees only what was verified, opened and read; anything
/// else is answered as it has to be, and logged.
///
/// The state gives the [`Notifications`]: it is one, or has one as `FromRef` says. What comes for several merchants to
/// several addresses is received by hand, with [`Notifications::receive_request`].
impl<S, R> FromRequest<S> for Notification<R>
where
    S: Send + Sync,
    R: Resource,
    Notifications: FromRef<S>,
{
    type Rejection = NotificationError;

    async fn from_request(request: Request, state: &S) -> Result<Self, NotificationError> {
        Notifications::from_ref(state).receive_request(request).await
    }
}

impl IntoResponse for NotificationError {
    fn into_response(self) -> Response {
        self.reply().map(Body::from)
    }
}

impl<E: Display> IntoResponse for OnceError<E> {
    fn into_response(self) -> Response {
        self.reply().map(Body::from)
    }
}
