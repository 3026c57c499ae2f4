//! Notifications: signed, encrypted, sent, and sent again until somebody says that they have arrived.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue};
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use wxpay::prelude::DateTime;
use wxpay::server::signature_headers;

use crate::clock::Clock;
use crate::credentials::{hex, text};
use crate::envelope;
use crate::keyring::{Issued, Keyring};
use crate::merchants::Merchants;

/// Something that happened.
pub(crate) struct Event<'a> {
    /// The merchant whose APIv3 key it is encrypted with.
    pub(crate) mchid: &'a str,
    pub(crate) event_type: &'a str,
    pub(crate) original_type: &'a str,
    pub(crate) resource: Value,
}

/// One attempt to deliver a notification.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Delivery {
    /// The notification's ID; its repetitions have the same.
    pub id: String,
    /// What happened.
    pub event_type: String,
    /// Where it was sent.
    pub url: String,
    /// The status of the answer; `None` if there was no answer within 5 seconds.
    pub status: Option<u16>,
}

/// Sends in the background. What is still to be sent is dropped with it.
pub(crate) struct Notifier {
    sender: Sender,
    tasks: Mutex<Vec<JoinHandle<()>>>,
}

#[derive(Clone)]
struct Sender {
    http: reqwest::Client,
    merchants: Arc<Merchants>,
    keyring: Arc<Keyring>,
    clock: Arc<Clock>,
    /// How long a second of the documented schedule takes.
    second: Duration,
    deliveries: Arc<Mutex<Vec<Delivery>>>,
}

impl Notifier {
    pub(crate) fn new(
        merchants: Arc<Merchants>,
        keyring: Arc<Keyring>,
        clock: Arc<Clock>,
        second: Duration,
    ) -> Result<Self, String> {
        let http = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(DEADLINE)
            .build()
            .map_err(text)?;
        let sender = Sender { http, merchants, keyring, clock, second, deliveries: Arc::default() };
        Ok(Self { sender, tasks: Mutex::default() })
    }

    /// Sends `event` to `url` until it is accepted, by the documented schedule.
    pub(crate) fn send(&self, url: &str, event: &Event<'_>) {
        let (sender, url, event_type) = (self.sender.clone(), url.to_owned(), event.event_type.to_owned());
        let made = sender.body(event);
        let task = tokio::spawn(async move {
            match made {
                Ok((id, body)) => sender.deliver(&id, &event_type, &url, &body).await,
                Err(error) => tracing::error!(error, "a notification could not be made"),
            }
        });
        let mut tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        tasks.retain(|task| !task.is_finished());
        tasks.push(task);
    }

    /// A notification as it would be sent, for the user's own tests.
    pub(crate) async fn made(&self, event: &Event<'_>, key: &Issued) -> Result<(HeaderMap, Bytes), String> {
        let (_, body) = self.sender.body(event)?;
        Ok((self.sender.headers(key, &body).await?, body))
    }

    /// Every attempt so far.
    pub(crate) fn deliveries(&self) -> Vec<Delivery> {
        self.sender.deliveries.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Notifier {
    fn drop(&mut self) {
        let tasks = self.tasks.get_mut().unwrap_or_else(PoisonError::into_inner);
        tasks.iter().for_each(JoinHandle::abort);
    }
}

impl Sender {
    /// The notification's ID, and the bytes that every attempt sends.
    fn body(&self, event: &Event<'_>) -> Result<(String, Bytes), String> {
        let id = uuid()?;
        let key = self.merchants.api_v3_key(event.mchid)?;
        let mut resource = envelope::seal(&key, event.original_type, event.resource.to_string().as_bytes())?;
        if let Some(members) = resource.as_object_mut() {
            members.insert("original_type".to_owned(), event.original_type.into());
        }
        let body = json!({
            "id": id,
            "create_time": DateTime::from_unix_timestamp(self.clock.now()).map(|time| time.to_string()),
            "resource_type": "encrypt-resource",
            "event_type": event.event_type,
            "summary": event.event_type,
            "resource": resource,
        });
        Ok((id, body.to_string().into()))
    }

    async fn headers(&self, key: &Issued, body: &[u8]) -> Result<HeaderMap, String> {
        let signed = signature_headers(&*key.key.signer, &key.serial, self.clock.now(), &hex(16)?, body).await;
        let mut headers = signed.map_err(|error| error.0)?;
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        Ok(headers)
    }

    async fn deliver(&self, id: &str, event_type: &str, url: &str, body: &Bytes) {
        for pause in std::iter::once(0).chain(SCHEDULE) {
            tokio::time::sleep(self.second.saturating_mul(pause)).await;
            // Every attempt is signed anew, with the key of the moment.
            let status = match self.headers(&self.keyring.public_key(), body).await {
                Ok(headers) => {
                    let request = self.http.post(url).headers(headers).body(body.clone());
                    request.send().await.ok().map(|answer| answer.status().as_u16())
                }
                Err(error) => return tracing::error!(error, "a notification could not be signed"),
            };
            let delivery =
                Delivery { id: id.to_owned(), event_type: event_type.to_owned(), url: url.to_owned(), status };
            self.deliveries.lock().unwrap_or_else(PoisonError::into_inner).push(delivery);
            if matches!(status, Some(200 | 204)) {
                return;
            }
        }
    }
}

/// A random UUID.
fn uuid() -> Result<String, String> {
    let digits = hex(16)?.to_lowercase();
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    Ok(format!("{}-{}-4{}-a{}-{}", part(0, 8), part(8, 12), part(13, 16), part(17, 20), part(20, 32)))
}

/// An answer later than this is none.
const DEADLINE: Duration = Duration::from_secs(5);

/// The pauses before the repetitions, in seconds: 24 hours and 4 minutes in all.
const SCHEDULE: [u32; 15] =
    [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600, 21_600];
