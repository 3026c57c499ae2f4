//! Judges what arrived at the `notify_url`.

use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode};

use super::calls::OTHER_KEY;
use super::evidence::Altered;
use super::proof::{NO_KEY, NOTIFICATION, Proof};
use super::remedy;
use crate::envelope::EnvelopeError;
use crate::finding::Finding;
use crate::keys::PUBLIC_KEY_ID_PREFIX;
use crate::notification::{Notification, NotificationError, accepted, refused};
use crate::notify::{Event, SecurityEcho};
use crate::text::{escaped, quoted};
use crate::value::Sensitive;
use crate::verify::VerifyError;

/// A judgement about a request that arrived, with the reply to it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Judged {
    /// [`Right`](crate::finding::State::Right) completes the proof. So does [`Warning`](crate::finding::State::Warning), which
    /// has a point to check. [`Skipped`](crate::finding::State::Skipped) is not about the echo.
    pub finding: Finding,
    /// The reply: success for the echo only. Any other notification is refused, so that it is sent again to its receiver.
    pub reply: Response<Bytes>,
}

impl Judged {
    fn new(finding: Finding, reply: Response<Bytes>) -> Self {
        Self { finding, reply }
    }
}

impl Proof {
    /// Judges a request that arrived where the `notify_url` leads: its path (and query), its headers, its body byte for byte.
    /// Anybody may have sent it. With the feature `server` it also finds out how a body was changed, which may take a second.
    pub async fn judge(&self, target: &str, headers: &HeaderMap, body: &[u8]) -> Judged {
        if self.is_knock(headers) {
            return Judged::new(
                skipped("a request of this process to itself"),
                refused(StatusCode::NOT_FOUND, NOT_ONE),
            );
        }
        let received = match self.client.notifications() {
            Ok(notifications) => notifications.receive::<Event>(headers, body).await,
            Err(error) => Err(error),
        };
        match received {
            Ok(notification) => self.opened(target, &notification),
            Err(error) if is_stray(&error, headers, body) => {
                let text = format!("a request to {} arrived that is not a notification", quoted(target));
                Judged::new(skipped(text), refused(StatusCode::NOT_FOUND, NOT_ONE))
            }
            Err(error) => Judged::new(self.refusal(&error, headers, body), error.reply()),
        }
    }

    fn opened(&self, target: &str, notification: &Notification<Event>) -> Judged {
        let unfit = || refused(StatusCode::SERVICE_UNAVAILABLE, "失败");
        match &notification.resource {
            Event::SecurityEcho(echo) => Judged::new(self.compared(target, &notification.id, echo), accepted()),
            Event::Unread { event_type, why, .. } if event_type == ECHO => {
                Judged::new(wrong(format!("the echo is not as documented: {why}"), "report it"), unfit())
            }
            _ => {
                let text =
                    format!("{} arrived, which is not the echo, and was refused", quoted(&notification.event_type));
                Judged::new(skipped(text), unfit())
            }
        }
    }

    fn compared(&self, target: &str, id: &str, echo: &SecurityEcho) -> Finding {
        if echo.echo_message != self.message() {
            // Neither is a key, although they look random: they are not secret.
            let text =
                format!("an echo says `{}`; expected `{}`", escaped(&echo.echo_message), escaped(self.message()));
            return wrong(text, "it is an earlier echo, repeated: wait for this one, or check once more");
        }
        if echo.secret().is_some_and(|secret| secret.expose() != Some(self.secret())) {
            return wrong("the echo's encrypted member is not the one that was sent", "report it to WeChat Pay");
        }
        if !self.first(id) {
            return Finding::warning(NOTIFICATION, format!("the notification {} arrived twice", quoted(id)), TWICE);
        }
        let path = target.split('?').next().unwrap_or_default();
        match self.path().filter(|wanted| wanted != path) {
            Some(wanted) => {
                let text = format!("correct, but it arrived at {}; the URL has {}", quoted(path), quoted(&wanted));
                Finding::warning(NOTIFICATION, text, OTHER_PATH)
            }
            None => Finding::right(NOTIFICATION, proven(echo)),
        }
    }

    fn refusal(&self, error: &NotificationError, headers: &HeaderMap, body: &[u8]) -> Finding {
        match error {
            NotificationError::NoKey => wrong("there is no APIv3 key to open it with", NO_KEY),
            NotificationError::NoBackend => wrong("there is no crypto library to open it with", NO_BACKEND),
            NotificationError::Unverified(VerifyError::Unsigned) => {
                wrong("a notification arrived without its `Wechatpay-*` headers", DROPPED)
            }
            NotificationError::Unverified(VerifyError::Header { .. }) => wrong(error.to_string(), DROPPED),
            NotificationError::Unverified(VerifyError::UnknownSerial { serial, .. }) => {
                let remedy = if self.is_others(serial) { OTHER_MERCHANT } else { remedy::UNKNOWN_SERIAL };
                wrong(error.to_string(), remedy)
            }
            NotificationError::Unverified(VerifyError::Signature) => self.changed(headers, body),
            NotificationError::Unverified(VerifyError::Probe) => skipped(error.to_string()),
            NotificationError::Unverified(unbelieved) => wrong(error.to_string(), remedy::unbelieved(unbelieved)),
            NotificationError::Sealed(EnvelopeError::Key) => {
                let text = "the notification is WeChat Pay's, but the APIv3 key does not open it";
                wrong(
                    text,
                    format!(
                        "{OTHER_KEY}; if another merchant uses the same URL, it may be that merchant's notification"
                    ),
                )
            }
            NotificationError::Member(_) => {
                wrong(error.to_string(), "the private key does not belong to the configured serial")
            }
            NotificationError::TooLarge(_) | NotificationError::Incomplete(_) | NotificationError::Malformed(_) => {
                wrong(error.to_string(), "check the proxies before your server: one of them changes the request")
            }
            _ => wrong(error.to_string(), "report it: the notification is not as documented"),
        }
    }

    /// Tells whether the ID of a public key has another merchant's number in it. This is not documented, but true of all sample
    /// IDs.
    fn is_others(&self, serial: &str) -> bool {
        let own = self.client.merchant().id();
        let number = |id: &str| id.strip_prefix(PUBLIC_KEY_ID_PREFIX)?.get(2..2 + own.len()).map(str::to_owned);
        // Only if our own ID has this form.
        let shown = self.client.platform().serials().iter().any(|id| number(id).as_deref() == Some(own));
        shown && number(serial).is_some_and(|number| number != own)
    }

    fn changed(&self, headers: &HeaderMap, body: &[u8]) -> Finding {
        let altered = Altered::of(&self.client, headers, body);
        let text = format!("{UNFIT}{}", altered.found());
        match altered {
            Altered::Key(_) => wrong(text, remedy::OTHER_BYTES),
            Altered::Body(_) => wrong(text, ANEW),
            Altered::Unknown => wrong(text, format!("{ANEW}; or {}", remedy::OTHER_BYTES)),
        }
    }
}

/// Recognises requests that are not WeChat Pay's: unsigned, and without the members that every notification has.
fn is_stray(error: &NotificationError, headers: &HeaderMap, body: &[u8]) -> bool {
    let unsigned = matches!(error, NotificationError::Unverified(VerifyError::Unsigned | VerifyError::Header { .. }));
    let ours = headers.keys().any(|name| name.as_str().starts_with("wechatpay-"));
    let json: Option<serde_json::Value> = serde_json::from_slice(body).ok();
    let looks = json.is_some_and(|json| json.get("event_type").is_some() && json.get("resource").is_some());
    (unsigned || matches!(error, NotificationError::NoKey | NotificationError::NoBackend)) && !ours && !looks
}

fn proven(echo: &SecurityEcho) -> String {
    let encrypted = match echo.secret().and_then(Sensitive::expose) {
        Some(_) => ", its encrypted member too",
        None => "",
    };
    format!(
        "SECURITY_ECHO.SUCCESS arrived, is WeChat Pay's, opened with the APIv3 key, and is the one that was sent{encrypted}"
    )
}

fn wrong(text: impl Into<String>, remedy: impl Into<String>) -> Finding {
    Finding::wrong(NOTIFICATION, text, remedy)
}

fn skipped(text: impl Into<String>) -> Finding {
    Finding::skipped(NOTIFICATION, text)
}

const NO_BACKEND: &str = "turn on the feature `aws-lc`, or give a backend";
const ECHO: &str = "SECURITY_ECHO.SUCCESS";
const NOT_ONE: &str = "不是回调通知";
const UNFIT: &str = "the notification's signature does not fit its body";
const ANEW: &str = "a proxy or framework before your code parsed the body and printed it again, or changed it: let it pass on the original \
     bytes, and verify those";
const DROPPED: &str =
    "a proxy before your server removes or changes them: let it pass on all `Wechatpay-*` headers unchanged";
const OTHER_MERCHANT: &str = "the ID is that of another merchant's public key: that merchant uses this URL too, or this is the \
                              configuration of another merchant";
const TWICE: &str = "your reply took longer than 5 seconds, or a proxy repeats requests; prepare for this: notifications are \
                     repeated";
const OTHER_PATH: &str = "a proxy before your server rewrites the path: your shop has to handle the path that arrives";
