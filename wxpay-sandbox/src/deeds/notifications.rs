//! Notifications: made to order, spoiled, held back, looked up, and sent again.

use bytes::Bytes;
use http::HeaderMap;
use serde_json::Value;

use super::{Deeds, Merchant};
use crate::books::{Delivery, SentNotification};
use crate::error::SandboxError;
use crate::faults::Faults;
use crate::notify::{Event, Manner, Notice};

/// Notices of the merchant's, encrypted with its APIv3 key. As the sandbox's methods, these are the first merchant's.
impl Merchant {
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
    /// There is no such merchant or key, the notice is [of another merchant](Notice::of_merchant) than this, or it cannot
    /// be made.
    pub async fn notice(&self, notice: &Notice) -> Result<(HeaderMap, Bytes), SandboxError> {
        let mchid = notice.merchant().unwrap_or(self.named());
        if let Some(own) = self.mchid.as_deref().filter(|own| *own != mchid) {
            let problem = format!("the notice is of merchant {mchid}, and merchant {own} was named");
            return Err(SandboxError::Notifications(problem));
        }
        let made = self.office.notifier.made(&notice.event(mchid), notice).await;
        made.map_err(SandboxError::Notifications)
    }

    /// Sends a notification to `url` until it is accepted, by the documented schedule, whatever has happened; gives its ID.
    ///
    /// # Errors
    /// There is no such merchant, or nothing is sent to that URL.
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

    /// Every notification to the merchant so far, with every attempt to deliver it.
    ///
    /// # Errors
    /// There is no such merchant, or the books cannot be read.
    pub fn notifications(&self) -> Result<Vec<SentNotification>, SandboxError> {
        self.own(self.office.books.notifications()?, |notification| &notification.mchid)
    }
}

/// The delivery of notifications.
impl Deeds {
    /// What goes wrong with the delivery of notifications. The endpoint of a rule is a type of event here, such as
    /// `TRANSACTION.SUCCESS`. A [`Damage`](crate::faults::Damage) happens to what is sent; a probe to first attempts only. With
    /// any other fault the attempt is lost: after processing, the answer is, so that what has arrived comes again.
    #[must_use]
    pub fn notification_faults(&self) -> &Faults {
        self.office.notifier.faults()
    }

    /// Holds back whatever is to be notified from now on, until it is released.
    pub fn hold_notifications(&self) {
        self.office.notifier.hold();
    }

    /// Delivers what was held back in the reverse of the order in which it happened, and holds back no more.
    pub fn release_notifications(&self) {
        self.office.notifier.release();
    }

    /// Every attempt to deliver a notification so far.
    ///
    /// # Errors
    /// The books cannot be read.
    pub fn deliveries(&self) -> Result<Vec<Delivery>, SandboxError> {
        Ok(self.office.books.deliveries()?)
    }

    /// Delivers a notification once more, now, whatever became of it so far; gives what was answered.
    ///
    /// # Errors
    /// There is no such notification, or it cannot be signed.
    pub async fn replay(&self, id: &str) -> Result<Delivery, SandboxError> {
        self.replay_as(id, Manner::default()).await
    }

    /// The same, spoiled or signed otherwise.
    pub(crate) async fn replay_as(&self, id: &str, manner: Manner) -> Result<Delivery, SandboxError> {
        self.office.notifier.replay(id, manner).await
    }
}
