//! The receiver of notifications, for code without async.

use std::error::Error as StdError;
use std::sync::Arc;

use http::HeaderMap;
use http_body::Body;

use super::Client;
use super::worker::Worker;
use crate::notification::{
    self, Claim, Guard, GuardError, Lease, Notification, NotificationError, Resource, claimed, recorded, released,
};

impl Client {
    /// The receiver of this merchant's notifications.
    ///
    /// # Errors
    /// As [`client::Client::notifications`](crate::client::Client::notifications).
    pub fn notifications(&self) -> Result<Notifications, NotificationError> {
        Ok(Notifications { inner: self.inner.notifications()?, worker: self.worker.clone() })
    }
}

/// Receives the notifications to a `notify_url`, for code without async. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Notifications {
    inner: notification::Notifications,
    worker: Arc<Worker>,
}

impl Notifications {
    /// Verifies, opens and decodes a notification. Pass `headers` and `body` unchanged.
    ///
    /// # Errors
    /// As [`notification::Notifications::receive`].
    pub fn receive<R: Resource>(&self, headers: &HeaderMap, body: &[u8]) -> Result<Notification<R>, NotificationError> {
        self.worker.wait(self.inner.receive(headers, body))
    }

    /// Verifies, opens and decodes a notification that comes as a request of the crate `http`.
    ///
    /// # Errors
    /// As [`notification::Notifications::receive_request`].
    pub fn receive_request<R, B>(&self, request: http::Request<B>) -> Result<Notification<R>, NotificationError>
    where
        R: Resource,
        B: Body,
        B::Error: Into<Box<dyn StdError + Send + Sync>>,
    {
        self.worker.wait(self.inner.receive_request(request))
    }

    /// Claims the notification `id`, unless it is claimed or handled already.
    ///
    /// # Errors
    /// The guard fails.
    pub fn claim(&self, guard: &dyn Guard, id: &str) -> Result<Claim, GuardError> {
        self.worker.is_here()?;
        self.worker.wait(claimed(guard, id))
    }

    /// Records that a notification is handled.
    ///
    /// # Errors
    /// The guard fails.
    pub fn complete(&self, guard: &dyn Guard, lease: Lease) -> Result<(), GuardError> {
        self.worker.is_here()?;
        self.worker.wait(recorded(guard, lease))
    }

    /// Releases a notification after its handling has failed.
    ///
    /// # Errors
    /// The guard fails.
    pub fn release(&self, guard: &dyn Guard, lease: Lease) -> Result<(), GuardError> {
        self.worker.is_here()?;
        self.worker.wait(released(guard, lease))
    }
}
