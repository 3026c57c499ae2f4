//! The judgement of what arrived at the `notify_url`.

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

/// Something that arrived, and what to answer.
#[derive(Debug)]
#[non_exhaustive]
pub struct Judged {
    /// [`Right`](crate::finding::State::Right) is the proof. [`Warning`](crate::finding::State::Warning) is one too, with
    /// something to look at. [`Skipped`](crate::finding::State::Skipped) is about something else than the echo.
    pub finding: Finding,
    /// The answer: success for an echo alone. Any other notification is refused, so that it comes again to whom it is for.
    pub reply: Response<Bytes>,
}

impl Judged {
    fn new(finding: Finding, reply: Response<Bytes>) -> Self {
        Self { finding, reply }
    }
}

impl Proof {
    /// Judges a request that came to where the `notify_url` leads: its path (and query), its headers, its body byte for byte.
    /// It may be anybody's. With the feature `server` it says how a body was changed, which may take a second.
    pub async fn judge(&self, target: &str, headers: &HeaderMap, body: &[u8]) -> Judged {
        if self.is_knock(headers) {
            return Judged::new(skipped("this process has asked itself"), refused(StatusCode::NOT_FOUND, NOT_ONE));
        }
        let received = match self.client.notifications() {
            Ok(notifications) => notifications.receive::<Event>(headers, body).await,
            Err(error) => Err(error),
        };
        match received {
            Ok(notification) => self.opened(target, &notification),
            Err(error) if is_stray(&error, headers, body) => {
                let text = format!("a request to {} came that is no notification", quoted(target));
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
            // Neither is a key, however random it looks: it is nobody's secret.
            let text =
                format!("an echo says `{}`; sent was `{}`", escaped(&echo.echo_message), escaped(self.message()));
            return wrong(text, "it is an earlier one that comes again: wait for this one, or check once more");
        }
        if echo.secret().is_some_and(|secret| secret.expose() != Some(self.secret())) {
            return wrong("the echo's encrypted member says something else than was sent", "report it to WeChat Pay");
        }
        if !self.first(id) {
            return Finding::warning(NOTIFICATION, format!("the notification {} came twice", quoted(id)), TWICE);
        }
        let path = target.split('?').next().unwrap_or_default();
        match self.path().filter(|wanted| wanted != path) {
            Some(wanted) => {
                let text = format!("arrived and is right, but at {}; the URL says {}", quoted(path), quoted(&wanted));
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
                let text = "the notification is WeChat Pay's, and the APIv3 key does not open it";
                wrong(text, format!("{OTHER_KEY}; if another merchant shares the URL, it may be its notification"))
            }
            NotificationError::Member(_) => {
                wrong(error.to_string(), "the private key does not belong to the serial that is set")
            }
            NotificationError::TooLarge(_) | NotificationError::Incomplete(_) | NotificationError::Malformed(_) => {
                wrong(error.to_string(), "look what stands before you: it hands on something else than what came")
            }
            _ => wrong(error.to_string(), "report it: the notification is not as documented"),
        }
    }

    /// Tells whether the ID of a public key has another merchant's number in it. No page says that it has one; the samples
    /// have.
    fn is_others(&self, serial: &str) -> bool {
        let own = self.client.merchant().id();
        let number = |id: &str| id.strip_prefix(PUBLIC_KEY_ID_PREFIX)?.get(2..2 + own.len()).map(str::to_owned);
        // Only where our own ID shows how they are made.
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

/// Tells whether a request is none of WeChat Pay's: not signed, and without what every notification has.
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
        "SECURITY_ECHO.SUCCESS arrived, is WeChat Pay's, opened with the APIv3 key, and says what was sent{encrypted}"
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
const ANEW: &str = "something before you parsed the body and printed it anew, or changed it: have the bytes handed on as they \
                    came, and verify those";
const DROPPED: &str =
    "a proxy before you drops or changes them: have it hand on all `Wechatpay-*` headers as they came";
const OTHER_MERCHANT: &str = "the ID is that of another merchant's public key: that merchant has this URL too, or the \
                              configuration is of the wrong one";
const TWICE: &str = "your answer took longer than 5 seconds, or something before you repeats requests; be ready for it: \
                     notifications repeat";
const OTHER_PATH: &str = "the proxy before you rewrites the path: your shop has to answer at the one that arrives";
