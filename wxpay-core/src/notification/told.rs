//! What is told of a notification: to the log and to the observer, never with its content.

use super::{Notification, NotificationError, Resource};
use crate::client::{Client, Incoming, Reading};
use crate::decode::{DecodeError, FaultKind};
use crate::verify::VerifyError;

/// How far a notification got, as far as it may be told.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) verified: bool,
    pub(super) id: Option<String>,
    pub(super) event_type: Option<String>,
}

impl Seen {
    /// Logs what became of the notification, and tells the observer.
    pub(super) fn tell<R: Resource>(&self, client: &Client, received: &Result<Notification<R>, NotificationError>) {
        let (id, event_type) = (self.id.as_deref(), self.event_type.as_deref());
        let reading = match received {
            Ok(notification) => match notification.resource.unread() {
                Some(why) => {
                    let reason = without_content(why);
                    tracing::error!(id, event_type, reason, "a notification does not fit its type; it is kept as JSON");
                    Reading::Unread(why)
                }
                None => Reading::Read,
            },
            Err(error) => {
                match error {
                    // WeChat Pay's own test, and anybody who has found the address.
                    NotificationError::Unverified(VerifyError::Probe | VerifyError::Unsigned) => {
                        tracing::debug!(%error, "a notification was refused");
                    }
                    NotificationError::Resource { error, .. } => {
                        let reason = without_content(error);
                        tracing::error!(
                            id,
                            event_type,
                            reason,
                            "a notification does not fit its type, and was refused"
                        );
                    }
                    _ => tracing::warn!(id, event_type, %error, "a notification was refused"),
                }
                Reading::Refused(error)
            }
        };
        let merchant = client.merchant().id();
        client.observe_notification(&Incoming { merchant, id, event_type, verified: self.verified, reading });
    }
}

/// The reason in words that are ours: a parser's may quote what it has read.
fn without_content(why: &DecodeError) -> String {
    let faults = match why {
        DecodeError::Syntax(_) => return "it is no JSON".to_owned(),
        DecodeError::Faults(faults) => faults,
    };
    let words = faults.iter().map(|fault| match fault.kind {
        FaultKind::Foreign(_) => format!("{} does not fit", fault.pointer),
        _ => fault.to_string(),
    });
    words.collect::<Vec<_>>().join("; ")
}
