//! Proves the APIv3 key and the `notify_url` by a notification that was requested and arrived.

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

/// An echo that WeChat Pay is asked to notify of, and what is known about its notification so far.
///
/// [`Proof::check`] sends the echo. Pass what arrives at the `notify_url` to [`Proof::judge`], which makes no calls unless the
/// client downloads certificates. The notification may arrive before the check returns, so be ready before you start it. The
/// proof is complete when the notification has arrived, verified and opened, and has the texts that were sent.
///
/// An application can judge in its own handler:
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
    /// The ID of the notification that completed the proof.
    pub(super) proven: Mutex<Option<String>>,
    /// True once this process's own request has arrived at the URL.
    knocked: AtomicBool,
}

impl Proof {
    /// Begins a proof that notifications arrive at `notify_url`. Nothing is sent yet.
    ///
    /// # Errors
    /// The system has no random bytes, which distinguish this echo from others.
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

    /// Runs the checks of [`check`](super::check()) and requests the notification. The last finding, `notification`, is
    /// [`Unproven`](crate::finding::State::Unproven) if the notification is on its way.
    pub async fn check(&self) -> Vec<Finding> {
        looked(&self.client, Some(self)).await
    }

    /// The address at which the notification should arrive.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The `echo_message` that was sent; no other echo has it.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    pub(super) fn secret(&self) -> &str {
        &self.secret
    }

    /// The path at which the notification should arrive.
    pub(super) fn path(&self) -> Option<String> {
        Some(self.url.parse::<Uri>().ok()?.path().to_owned())
    }

    pub(super) fn sent(&self) -> Finding {
        if self.client.merchant().api_v3_key().is_none() {
            return Finding::wrong(NOTIFICATION, "there is no APIv3 key to open it with", NO_KEY);
        }
        let text = format!("requested, to {}; this check does not see whether it arrives", quoted(&self.url));
        let remedy = format!(
            "look in your shop for `SECURITY_ECHO.SUCCESS` with the `echo_message` `{}`; or run `wxpay doctor --notify-url URL \
             --listen ADDR` where that URL leads",
            self.message
        );
        Finding::unproven(NOTIFICATION, text, remedy)
    }

    /// Reports that nothing has arrived in this time, and asks the URL once to find out why: by a `POST` with an empty body,
    /// which nothing takes for a notification.
    pub async fn missed(&self, waited: Duration) -> Finding {
        let asked = Request::post(&self.url).header(USER_AGENT, "wxpay-doctor").header(KNOCK, &self.message);
        let text = format!("nothing arrived within {} s", waited.as_secs());
        let Ok(request) = asked.body(Bytes::new()) else {
            return Finding::wrong(NOTIFICATION, text, "the URL cannot be called; check it");
        };
        let answer = self.client.probe(request, PATIENCE).await;
        let (found, remedy) = self.missing(answer);
        Finding::wrong(NOTIFICATION, format!("{text}; {found}"), remedy)
    }

    fn missing(&self, answer: Result<Parts, TransportError>) -> (String, &'static str) {
        let status = match answer {
            Err(error) => return (format!("the URL fails from here too: {error}"), remedy::of_transport(&error)),
            Ok(head) if head.status.is_redirection() => {
                let to = head.headers.get(LOCATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
                return (format!("the URL answers {} to {}", head.status.as_u16(), quoted(to)), REDIRECTED);
            }
            Ok(head) => head.status.as_u16(),
        };
        match self.knocked.load(Ordering::Relaxed) {
            true => ("the URL works from here".to_owned(), OUTSIDE),
            false => (format!("from here the URL answers {status}, and leads to another server"), ELSEWHERE),
        }
    }

    /// Recognises the request that this proof has sent to its own URL.
    pub(super) fn is_knock(&self, headers: &HeaderMap) -> bool {
        let own = headers.get(KNOCK).is_some_and(|value| value.as_bytes() == self.message.as_bytes());
        self.knocked.fetch_or(own, Ordering::Relaxed);
        own
    }

    /// Stores the ID of the proof, unless there is one already; true if it was stored.
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
const REDIRECTED: &str = "WeChat Pay does not follow redirects: use the address that it leads to (https, the right host, no slash too many or \
     missing)";
const OUTSIDE: &str = "WeChat Pay cannot reach it: the name must be in the public DNS, the certificate chain complete, port and firewall open \
     to WeChat Pay's addresses (回调通知注意事项), and there must be no login, robot check or country rule in front";
const ELSEWHERE: &str = "let the reverse proxy pass the URL's path on to the address that is listened at";
