//! An extractor for axum: a handler with a [`Notification`] gets only those that can be trusted.

use std::fmt::Display;

use axum_core::body::Body;
use axum_core::extract::{FromRef, FromRequest, Request};
use axum_core::response::{IntoResponse, Response};
use http::request::Parts;

use super::{Notification, NotificationError, Notifications, OnceError, Resource};

/// Extracts a notification. A handler takes a `Notification<R>` as its last argument, and gets only those that were verified,
/// opened and decoded. Others are answered with the reply of their error, and logged.
///
/// The state decides whose keys open it ([`Receivers`]): it is a [`Notifications`], or has one according to `FromRef`, or picks
/// one of several by the request.
impl<S, R> FromRequest<S> for Notification<R>
where
    S: Receivers + Send + Sync,
    R: Resource,
{
    type Rejection = NotificationError;

    async fn from_request(request: Request, state: &S) -> Result<Self, NotificationError> {
        let (head, body) = request.into_parts();
        let Some(receiver) = state.receiver(&head) else {
            tracing::info!(target: "wxpay::notification", reading = "refused", error = %NotificationError::NoReceiver, "notification");
            return Err(NotificationError::NoReceiver);
        };
        receiver.receive_request(Request::from_parts(head, body)).await
    }
}

/// A state that decides whose keys open a notification. A state with one [`Notifications`] implements it through `impl
/// FromRef<State> for Notifications`; a state with several merchants implements it itself.
///
/// The request is not verified yet: it may tell the address that it was sent to, but not whose keys are trusted. So pick by the
/// address, and give each merchant an address of its own. A notification at another merchant's address cannot be opened with that
/// merchant's keys. If both have the same key, it is refused ([`NotificationError::OtherMerchant`]).
///
/// ```
/// use std::collections::HashMap;
///
/// use http::request::Parts;
/// use wxpay_core::notification::{Notifications, Receivers};
///
/// #[derive(Clone)]
/// struct Shops(HashMap<String, Notifications>);
///
/// impl Receivers for Shops {
///     fn receiver(&self, request: &Parts) -> Option<Notifications> {
///         let mchid = request.uri.path().rsplit('/').next()?; // `/notify/1900000001`
///         self.0.get(mchid).cloned()
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "the state `{Self}` does not say whose keys open a notification",
    label = "no receiver of notifications",
    note = "for one merchant add `impl axum::extract::FromRef<{Self}> for wxpay::notification::Notifications`; for several, \
            `impl wxpay::notification::Receivers for {Self}`"
)]
pub trait Receivers {
    /// The receiver of notifications to this address; `None` is answered with 404.
    fn receiver(&self, request: &Parts) -> Option<Notifications>;
}

impl<S> Receivers for S
where
    Notifications: FromRef<S>,
{
    fn receiver(&self, _: &Parts) -> Option<Notifications> {
        Some(Notifications::from_ref(self))
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
