//! Notifications: make, damage, hold back, look up, and send again.

use bytes::Bytes;
use http::HeaderMap;
use serde_json::Value;

use super::{Deeds, Merchant};
use crate::books::{Delivery, SentNotification};
use crate::error::SandboxError;
use crate::faults::Faults;
use crate::notify::{Event, Manner, Notice};

/// The merchant's notifications, encrypted with its APIv3 key. On the sandbox itself, these methods are about the first merchant.
impl Merchant {
    /// Headers and body of a notification, for tests of a receiver. `original_type` is for example `transaction`.
    ///
    /// # Errors
    /// The notification cannot be made.
    pub async fn notification(
        &self,
        event_type: &str,
        original_type: &str,
        resource: &Value,
    ) -> Result<(HeaderMap, Bytes), SandboxError> {
        self.notice(&Notice::new(event_type, original_type, resource.clone())).await
    }

    /// Headers and body of a notification that is signed with the key of that serial.
    ///
    /// # Errors
    /// The key does not exist, or the notification cannot be made.
    pub async fn notification_by(
        &self,
        serial: &str,
        event_type: &str,
        original_type: &str,
        resource: &Value,
    ) -> Result<(HeaderMap, Bytes), SandboxError> {
        self.notice(&Notice::new(event_type, original_type, resource.clone()).signed_by(serial)).await
    }

    /// Headers and body of a notification that is not sent, for tests of a receiver.
    ///
    /// # Errors
    /// The merchant or the key does not exist, the notification is [of another merchant](Notice::of_merchant), or it cannot be
    /// made.
    pub async fn notice(&self, notice: &Notice) -> Result<(HeaderMap, Bytes), SandboxError> {
        let mchid = notice.merchant().unwrap_or(self.named());
        if let Some(own) = self.mchid.as_deref().filter(|own| *own != mchid) {
            let problem = format!("the notification is of merchant {mchid}, but merchant {own} was named");
            return Err(SandboxError::Notifications(problem));
        }
        let made = self.office.notifier.made(&notice.event(mchid), notice).await;
        made.map_err(SandboxError::Notifications)
    }

    /// Sends a notification to `url` by the documented schedule, until it is accepted. Returns its ID.
    ///
    /// # Errors
    /// The merchant does not exist, or notifications may not go to that URL.
    pub fn notify(
        &self,
        url: &str,
        event_type: &str,
        original_type: &str,
        resource: Value,
    ) -> Result<String, SandboxError> {
        let mchid = self.named();
        if self.office.merchants.api_v3_key(mchid).is_err() {
            return Err(SandboxError::UnknownMerchant { mchid: mchid.to_owned() });
        }
        let refused = |problem| SandboxError::Address { url: url.to_owned(), problem };
        self.office.notifier.may_go_to(url).map_err(refused)?;
        self.office.notifier.post(url, &Event { mchid, event_type, original_type, resource })
    }

    /// All notifications to the merchant, with every attempt to deliver them.
    ///
    /// # Errors
    /// The merchant does not exist, or the books cannot be read.
    pub fn notifications(&self) -> Result<Vec<SentNotification>, SandboxError> {
        self.own(self.office.books.notifications()?, |notification| &notification.mchid)
    }
}

/// The delivery of notifications.
impl Deeds {
    /// The faults of deliveries. Here the `endpoint` of a rule is an event type, such as `TRANSACTION.SUCCESS`. A
    /// [`Damage`](crate::faults::Damage) damages the notification; a probe only replaces first attempts. With any other fault the
    /// attempt is lost; after processing, only the receiver's answer is lost, so the notification comes again.
    #[must_use]
    pub fn notification_faults(&self) -> &Faults {
        self.office.notifier.faults()
    }

    /// Holds back new notifications until they are released.
    pub fn hold_notifications(&self) {
        self.office.notifier.hold();
    }

    /// Sends the notifications that were held back, the newest first, and stops holding back.
    pub fn release_notifications(&self) {
        self.office.notifier.release();
    }

    /// All attempts to deliver a notification.
    ///
    /// # Errors
    /// The books cannot be read.
    pub fn deliveries(&self) -> Result<Vec<Delivery>, SandboxError> {
        Ok(self.office.books.deliveries()?)
    }

    /// Sends a notification once more, now, whatever its state. Returns the attempt with its answer.
    ///
    /// # Errors
    /// The notification does not exist, or it cannot be signed.
    pub async fn replay(&self, id: &str) -> Result<Delivery, SandboxError> {
        self.replay_as(id, Manner::default()).await
    }

    /// Sends it once more, damaged or signed with another key.
    pub(crate) async fn replay_as(&self, id: &str, manner: Manner) -> Result<Delivery, SandboxError> {
        self.office.notifier.replay(id, manner).await
    }
}
