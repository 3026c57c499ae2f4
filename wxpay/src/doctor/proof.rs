//! The proof of the APIv3 key and of the `notify_url`: a notification that was asked for, and arrived.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::header::{LOCATION, USER_AGENT};
use http::response::Parts;
use http::{HeaderMap, Request, Uri};

use super::{PATIENCE, looked, remedy};
use crate::client::Client;
use crate::crypto::CryptoError;
use crate::finding::Finding;
use crate::sign::nonce;
use crate::text::quoted;
use crate::transport::TransportError;

/// An echo that WeChat Pay shall notify of, and what is known of its notification so far.
///
/// [`Proof::check`] sends it; whoever receives what comes to the `notify_url` hands it to [`Proof::judge`], which has no
/// IO of its own unless the client downloads certificates. The notification may arrive before the check returns: be ready
/// first. Only when it has arrived, verified, opened and said what was sent, the proof is there.
///
/// An application can have it judged in its own handler:
///
/// ```no_run
/// # use wxpay::client::Client;
/// # use wxpay::doctor::Proof;
/// # use wxpay::finding::State;
/// # async fn handler(proof: &Proof, target: &str, headers: &http::HeaderMap, body: &[u8]) {
/// let judged = proof.judge(target, headers, body).await;
/// if judged.finding.state == State::Right {
///     println!("the notify_url and the APIv3 key are proven");
/// }
/// // `judged.reply` is what to answer.
/// # }
/// ```
#[derive(Debug)]
pub struct Proof {
    pub(super) client: Client,
    url: String,
    message: String,
    secret: String,
    /// The ID of the notification that was the proof.
    pub(super) proven: Mutex<Option<String>>,
    /// True once this process's own question has come through.
    knocked: AtomicBool,
}

impl Proof {
    /// Begins a proof that notifications come to `notify_url`. Nothing is sent yet.
    ///
    /// # Errors
    /// The system has no random numbers to tell this echo from others.
    pub fn begin(client: &Client, notify_url: impl Into<String>) -> Result<Self, CryptoError> {
        Ok(Self {
            client: client.clone(),
            url: notify_url.into(),
            message: format!("wxpay doctor {}", nonce()?),
            secret: nonce()?,
            proven: Mutex::default(),
            knocked: AtomicBool::default(),
        })
    }

    /// Looks at all that [`check`](super::check()) looks at, and asks for the notification. The last finding, `notification`, is
    /// [`Unproven`](crate::finding::State::Unproven) if it is on its way.
    pub async fn check(&self) -> Vec<Finding> {
        looked(&self.client, Some(self)).await
    }

    /// The address that the notification is asked to come to.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The `echo_message` that was sent, which no other echo has.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    pub(super) fn secret(&self) -> &str {
        &self.secret
    }

    /// The path that the notification should arrive at.
    pub(super) fn path(&self) -> Option<String> {
        Some(self.url.parse::<Uri>().ok()?.path().to_owned())
    }

    pub(super) fn sent(&self) -> Finding {
        if self.client.merchant().api_v3_key().is_none() {
            return Finding::wrong(NOTIFICATION, "there is no APIv3 key to open it with", NO_KEY);
        }
        let text = format!("asked for, to {}; whether it arrives is not looked at here", quoted(&self.url));
        let remedy = format!(
            "look at your shop for `SECURITY_ECHO.SUCCESS` with the `echo_message` `{}`; or run `wxpay doctor --notify-url URL \
             --listen ADDR` where that URL leads",
            self.message
        );
        Finding::unproven(NOTIFICATION, text, remedy)
    }

    /// Says that nothing has come, after so long, and asks the URL once to find out why: by a `POST` with an empty body, which
    /// nobody takes for a notification.
    pub async fn missed(&self, waited: Duration) -> Finding {
        let asked = Request::post(&self.url).header(USER_AGENT, "wxpay-doctor").header(KNOCK, &self.message);
        let text = format!("nothing arrived within {} s", waited.as_secs());
        let Ok(request) = asked.body(Bytes::new()) else {
            return Finding::wrong(NOTIFICATION, text, "the URL cannot be called; look at it");
        };
        let answer = self.client.probe(request, PATIENCE).await;
        let (found, remedy) = self.missing(answer);
        Finding::wrong(NOTIFICATION, format!("{text}; {found}"), remedy)
    }

    fn missing(&self, answer: Result<Parts, TransportError>) -> (String, &'static str) {
        let status = match answer {
            Err(error) => return (format!("from here the URL fails too: {error}"), remedy::of_transport(&error)),
            Ok(head) if head.status.is_redirection() => {
                let to = head.headers.get(LOCATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
                return (format!("the URL answers {} to {}", head.status.as_u16(), quoted(to)), REDIRECTED);
            }
            Ok(head) => head.status.as_u16(),
        };
        match self.knocked.load(Ordering::Relaxed) {
            true => ("from here the URL leads here".to_owned(), OUTSIDE),
            false => (format!("from here the URL answers {status}, and leads elsewhere"), ELSEWHERE),
        }
    }

    /// Recognises the question that this proof has asked its own URL.
    pub(super) fn is_knock(&self, headers: &HeaderMap) -> bool {
        let own = headers.get(KNOCK).is_some_and(|value| value.as_bytes() == self.message.as_bytes());
        self.knocked.fetch_or(own, Ordering::Relaxed);
        own
    }

    /// Keeps the ID of the proof, unless there is one: gives the one that counts.
    pub(super) fn first(&self, id: &str) -> bool {
        let mut proven = self.proven.lock().unwrap_or_else(PoisonError::into_inner);
        if proven.is_some() {
            return false;
        }
        *proven = Some(id.to_owned());
        true
    }
}

pub(super) const NOTIFICATION: &str = "notification";
pub(super) const NO_KEY: &str = "give the APIv3 key: `api_v3_key_file`, WXPAY_API_V3_KEY, or in code `api_v3_key`";
const KNOCK: &str = "x-wxpay-doctor";
const REDIRECTED: &str = "WeChat Pay does not follow redirects: give the address that it leads to (https, the right host, no slash more or less)";
const OUTSIDE: &str = "WeChat Pay itself does not get here: its name has to be in the public DNS, the certificate chain complete, port and \
     firewall open to WeChat Pay's addresses (回调通知注意事项), and no login, robot check or country rule in front";
const ELSEWHERE: &str = "have the reverse proxy hand the URL's path to the address that is listened at";
