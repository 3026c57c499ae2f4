//! The reports of a notification, to the observers and to the log. The log never has its content.

use std::time::Instant;

use super::{Notification, NotificationError, Resource};
use crate::client::{Client, Incoming, Reading};
use crate::decode::{DecodeError, FaultKind};

/// The known facts of a notification that may be reported.
pub(super) struct Seen {
    began: Instant,
    pub(super) verified: bool,
    pub(super) id: Option<String>,
    pub(super) event_type: Option<String>,
}

impl Seen {
    pub(super) fn begin() -> Self {
        Self { began: Instant::now(), verified: false, id: None, event_type: None }
    }

    /// Logs the result of the notification, and reports it to the observers.
    pub(super) fn tell<R: Resource>(&self, client: &Client, received: &Result<Notification<R>, NotificationError>) {
        let merchant = client.merchant().id();
        let (id, event_type, duration) = (self.id.as_deref(), self.event_type.as_deref(), self.began.elapsed());
        let reading = match received {
            Ok(notification) => notification.resource.unread().map_or(Reading::Read, Reading::Unread),
            Err(error) => Reading::Refused(error),
        };
        match reading {
            Reading::Read => {
                tracing::info!(target: TARGET, merchant, id, event_type, reading = "read", ?duration, "notification");
            }
            Reading::Unread(why) => {
                let (reason, reading) = (without_content(why), "unread");
                let message = "a notification does not fit its type; it is kept as JSON";
                tracing::error!(target: TARGET, merchant, id, event_type, reading, reason, ?duration, "{message}");
            }
            Reading::Refused(NotificationError::Resource { error, .. }) => {
                let (reason, reading) = (without_content(error), "refused");
                let message = "a notification does not fit its type, and was refused";
                tracing::error!(target: TARGET, merchant, id, event_type, reading, reason, ?duration, "{message}");
            }
            // WeChat Pay's own test, or a stranger who has found the address. A stranger must not be able to cause alarms.
            Reading::Refused(error) if !self.verified => {
                tracing::info!(target: TARGET, merchant, reading = "refused", %error, ?duration, "notification");
            }
            Reading::Refused(error) => {
                let reading = "refused";
                tracing::warn!(target: TARGET, merchant, id, event_type, reading, %error, ?duration, "notification");
            }
        }
        let verified = self.verified;
        client.observe_notification(&Incoming { merchant, id, event_type, verified, reading, duration });
    }
}

/// The reason in our own words, since those of a parser may quote the content.
fn without_content(why: &DecodeError) -> String {
    let faults = match why {
        DecodeError::Syntax(_) => return "it is not JSON".to_owned(),
        DecodeError::Faults(faults) => faults,
    };
    let words = faults.iter().map(|fault| match fault.kind {
        FaultKind::Foreign(_) => format!("{} does not fit", fault.pointer),
        _ => fault.to_string(),
    });
    words.collect::<Vec<_>>().join("; ")
}

const TARGET: &str = "wxpay::notification";
