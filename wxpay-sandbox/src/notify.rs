//! Notifications: signed, encrypted, sent, and sent again until somebody says that they have arrived.

use std::error::Error;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue};
use serde::Serialize;
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use wxpay::prelude::DateTime;
use wxpay::server::signature_headers;

use crate::SandboxError;
use crate::books::{Books, Letter, NotificationState};
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Delivery {
    /// The notification's ID; its repetitions have the same.
    pub id: String,
    /// What happened.
    pub event_type: String,
    /// Where it was sent.
    pub url: String,
    /// When it was over, in seconds since 1970.
    pub time: i64,
    /// The status of the answer; `None` if there was no answer within 5 seconds.
    pub status: Option<u16>,
    /// The first 1024 bytes of the answer's body; if there was no answer, why.
    pub answer: String,
}

/// A notification, and every attempt to deliver it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SentNotification {
    /// Its ID.
    pub id: String,
    /// The merchant whose APIv3 key it is encrypted with.
    pub mchid: String,
    /// What happened.
    pub event_type: String,
    /// Where it is sent.
    pub url: String,
    /// What is encrypted in it.
    pub resource: Value,
    /// When it was made, in seconds since 1970.
    pub created: i64,
    /// How far it got.
    pub state: NotificationState,
    /// Every attempt so far.
    pub attempts: Vec<Delivery>,
}

/// How an attempt is signed.
#[derive(Default)]
pub(crate) struct Manner {
    /// Instead of a signature there is a signature probe (签名探测).
    pub(crate) probe: bool,
    /// Another key than that of the moment.
    pub(crate) key: Option<Arc<Issued>>,
}

/// What stands for a signature where it is probed whether signatures are verified.
pub(crate) fn probe() -> Result<String, String> {
    Ok(format!("WECHATPAY/SIGNTEST/{}", hex(32)?))
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
    books: Arc<Books>,
    /// How long a second of the documented schedule takes.
    second: Duration,
}

impl Notifier {
    pub(crate) fn new(
        merchants: Arc<Merchants>,
        keyring: Arc<Keyring>,
        clock: Arc<Clock>,
        books: Arc<Books>,
        second: Duration,
    ) -> Result<Self, String> {
        let http = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(DEADLINE)
            .build()
            .map_err(text)?;
        let sender = Sender { http, merchants, keyring, clock, books, second };
        Ok(Self { sender, tasks: Mutex::default() })
    }

    /// Sends `event` to `url` until it is accepted, by the documented schedule.
    pub(crate) fn send(&self, url: &str, event: &Event<'_>) {
        if let Err(error) = self.post(url, event) {
            tracing::error!(%error, "a notification could not be made");
        }
    }

    /// The same; gives the notification's ID.
    pub(crate) fn post(&self, url: &str, event: &Event<'_>) -> Result<String, SandboxError> {
        let letter = self.sender.letter(url, event).map_err(SandboxError::Notifications)?;
        let id = letter.id.clone();
        self.begin(letter, 0);
        Ok(id)
    }

    /// Sends no more, and lets the books go.
    pub(crate) async fn stop(&self) {
        let tasks = std::mem::take(&mut *self.tasks.lock().unwrap_or_else(PoisonError::into_inner));
        for task in tasks {
            task.abort();
            // Cancelled, as it was just told to be, or over.
            let _ = task.await;
        }
    }

    /// Goes on with what was being sent when the sandbox stopped.
    pub(crate) fn resume(&self) -> Result<(), SandboxError> {
        for (letter, attempts) in self.sender.books.unsettled()? {
            self.begin(letter, attempts);
        }
        Ok(())
    }

    fn begin(&self, letter: Letter, attempts: u32) {
        let sender = self.sender.clone();
        let task = tokio::spawn(async move {
            if let Err(error) = sender.deliver(&letter, attempts).await {
                tracing::error!(%error, "a notification could not be sent");
            }
        });
        let mut tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        tasks.retain(|task| !task.is_finished());
        tasks.push(task);
    }

    /// A notification as it would be sent, for the user's own tests.
    pub(crate) async fn made(&self, event: &Event<'_>, key: &Issued) -> Result<(HeaderMap, Bytes), String> {
        let body = Bytes::from(self.sender.body(&uuid()?, event)?);
        Ok((self.sender.headers(key, &body).await?, body))
    }

    /// Delivers a notification once more, whatever became of it so far.
    pub(crate) async fn replay(&self, id: &str, manner: Manner) -> Result<Delivery, SandboxError> {
        let letter = self.sender.books.letter(id)?;
        let letter = letter.ok_or_else(|| SandboxError::Notification { id: id.to_owned() })?;
        self.sender.attempt(&letter, &manner).await
    }
}

impl Drop for Notifier {
    fn drop(&mut self) {
        let tasks = self.tasks.get_mut().unwrap_or_else(PoisonError::into_inner);
        tasks.iter().for_each(JoinHandle::abort);
    }
}

impl Sender {
    /// A notification that is in the books.
    fn letter(&self, url: &str, event: &Event<'_>) -> Result<Letter, String> {
        let id = uuid()?;
        let letter = Letter {
            mchid: event.mchid.to_owned(),
            event_type: event.event_type.to_owned(),
            url: url.to_owned(),
            resource: event.resource.to_string(),
            body: self.body(&id, event)?,
            created: self.clock.now(),
            state: NotificationState::Pending,
            id,
        };
        self.books.post(&letter).map_err(text)?;
        Ok(letter)
    }

    /// The bytes that every attempt sends.
    fn body(&self, id: &str, event: &Event<'_>) -> Result<String, String> {
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
        Ok(body.to_string())
    }

    async fn headers(&self, key: &Issued, body: &[u8]) -> Result<HeaderMap, String> {
        let signed = signature_headers(&*key.key.signer, &key.serial, self.clock.now(), &hex(16)?, body).await;
        let mut headers = signed.map_err(|error| error.0)?;
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        Ok(headers)
    }

    /// Sends it by the documented schedule, of which so many attempts are made, until it is accepted. The next is due.
    async fn deliver(&self, letter: &Letter, attempts: u32) -> Result<(), SandboxError> {
        let made = usize::try_from(attempts).unwrap_or(usize::MAX);
        for pause in std::iter::once(0).chain(SCHEDULE.into_iter().skip(made)) {
            tokio::time::sleep(self.second.saturating_mul(pause)).await;
            let accepted = |letter: Letter| letter.state == NotificationState::Accepted;
            // Somebody may have had it delivered meanwhile.
            if self.books.letter(&letter.id)?.is_some_and(accepted)
                || self.attempt(letter, &Manner::default()).await?.is_accepted()
            {
                return Ok(());
            }
        }
        Ok(self.books.settle(&letter.id, NotificationState::GivenUp)?)
    }

    /// One attempt, signed anew with the key of the moment.
    async fn attempt(&self, letter: &Letter, manner: &Manner) -> Result<Delivery, SandboxError> {
        let body = Bytes::from(letter.body.clone());
        let key = manner.key.clone().unwrap_or_else(|| self.keyring.public_key());
        let headers = async {
            let mut headers = self.headers(&key, &body).await?;
            if manner.probe {
                headers.insert("wechatpay-signature", HeaderValue::try_from(probe()?).map_err(text)?);
            }
            Ok::<_, String>(headers)
        };
        let headers = headers.await.map_err(SandboxError::Notifications)?;
        let answered = async {
            let mut answer = self.http.post(&letter.url).headers(headers).body(body).send().await?;
            let (status, mut start) = (answer.status().as_u16(), Vec::new());
            while start.len() < SHOWN
                && let Some(piece) = answer.chunk().await?
            {
                start.extend_from_slice(&piece);
            }
            start.truncate(SHOWN);
            Ok::<_, reqwest::Error>((Some(status), String::from_utf8_lossy(&start).into_owned()))
        };
        let (status, answer) = answered.await.unwrap_or_else(|error| (None, reasons(&error)));
        let Letter { id, event_type, url, .. } = letter;
        let (id, event_type, url) = (id.clone(), event_type.clone(), url.clone());
        let delivery = Delivery { id, event_type, url, time: self.clock.now(), status, answer };
        self.books.attempted(&delivery)?;
        if delivery.is_accepted() {
            self.books.settle(&letter.id, NotificationState::Accepted)?;
        }
        Ok(delivery)
    }
}

impl Delivery {
    /// Whether the answer says that the notification has arrived.
    #[must_use]
    pub fn is_accepted(&self) -> bool {
        matches!(self.status, Some(200 | 204))
    }
}

/// An error with what it came from.
fn reasons(error: &dyn Error) -> String {
    match error.source() {
        Some(source) => format!("{error}: {}", reasons(source)),
        None => error.to_string(),
    }
}

/// A random UUID.
fn uuid() -> Result<String, String> {
    let digits = hex(16)?.to_lowercase();
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    Ok(format!("{}-{}-4{}-a{}-{}", part(0, 8), part(8, 12), part(13, 16), part(17, 20), part(20, 32)))
}

/// How much of an answer is kept, in bytes.
const SHOWN: usize = 1024;

/// An answer later than this is none.
const DEADLINE: Duration = Duration::from_secs(5);

/// The pauses before the repetitions, in seconds: 24 hours and 4 minutes in all.
const SCHEDULE: [u32; 15] =
    [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600, 21_600];
