//! Notifications: made to order, spoiled, held back, looked up, and sent again.

use bytes::Bytes;
use http::HeaderMap;
use serde_json::Value;

use crate::Sandbox;
use crate::books::{Delivery, SentNotification};
use crate::error::SandboxError;
use crate::faults::Faults;
use crate::notify::Manner;
use crate::notify::Notice;

impl Sandbox {
    /// A notification as it would be sent, for tests of whoever receives it. `original_type` is such as `transaction`.
    ///
    /// # Errors
    /// It cannot be made.
    pub async fn notification(
        &self,
        event_type: &str,
        original_type: &str,
        resource: &Value,
    ) -> Result<(HeaderMap, Bytes), SandboxError> {
        self.notice(&Notice::new(event_type, original_type, resource.clone())).await
    }

    /// The same, signed with the key of that serial.
    ///
    /// # Errors
    /// There is no such key, or it cannot be made.
    pub async fn notification_by(
        &self,
        serial: &str,
        event_type: &str,
        original_type: &str,
        resource: &Value,
    ) -> Result<(HeaderMap, Bytes), SandboxError> {
        self.notice(&Notice::new(event_type, original_type, resource.clone()).signed_by(serial)).await
    }

    /// The headers and the body of a notification that nobody sends, for tests of whoever receives it.
    ///
    /// # Errors
    /// There is no such merchant or key, or it cannot be made.
    pub async fn notice(&self, notice: &Notice) -> Result<(HeaderMap, Bytes), SandboxError> {
        let mchid = notice.merchant().unwrap_or(&self.shared.credentials.mchid);
        let made = self.shared.notifier.made(&notice.event(mchid), notice).await;
        made.map_err(SandboxError::Notifications)
    }

    /// What goes wrong with the delivery of notifications. The endpoint of a rule is a type of event here, such as
    /// `TRANSACTION.SUCCESS`. A [`Damage`](crate::faults::Damage) happens to what is sent; a probe to first attempts only. With
    /// any other fault the attempt is lost: after processing, the answer is, so that what has arrived comes again.
    #[must_use]
    pub fn notification_faults(&self) -> &Faults {
        self.shared.notifier.faults()
    }

    /// Holds back whatever is to be notified from now on, until it is released.
    pub fn hold_notifications(&self) {
        self.shared.notifier.hold();
    }

    /// Delivers what was held back in the reverse of the order in which it happened, and holds back no more.
    pub fn release_notifications(&self) {
        self.shared.notifier.release();
    }

    /// Every attempt to deliver a notification so far.
    ///
    /// # Errors
    /// The books cannot be read.
    pub fn deliveries(&self) -> Result<Vec<Delivery>, SandboxError> {
        Ok(self.shared.books.deliveries()?)
    }

    /// Every notification so far, with every attempt to deliver it.
    ///
    /// # Errors
    /// The books cannot be read.
    pub fn notifications(&self) -> Result<Vec<SentNotification>, SandboxError> {
        Ok(self.shared.books.notifications()?)
    }

    /// Delivers a notification once more, now, whatever became of it so far; gives what was answered.
    ///
    /// # Errors
    /// There is no such notification, or it cannot be signed.
    pub async fn replay(&self, id: &str) -> Result<Delivery, SandboxError> {
        self.shared.notifier.replay(id, Manner::default()).await
    }
}
