//! Notifications: signed, encrypted, sent, and repeated until a receiver accepts them.

mod courier;
mod manner;
mod notice;
mod reach;
mod samples;
mod sender;

pub(crate) use self::courier::Courier;
pub(crate) use self::manner::Manner;
pub use self::notice::{Flaw, Notice};
pub(crate) use self::reach::{host, with_remedy};

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::HeaderMap;
use serde_json::Value;
use tokio::runtime::Handle;
use tokio::task::JoinHandle;

use self::sender::{Sender, uuid};
use crate::books::{Books, Delivery, Letter};
use crate::clock::Clock;
use crate::error::SandboxError;
use crate::faults::Faults;
use crate::keys::keyring::Keyring;
use crate::keys::merchants::Merchants;

/// An event to notify of.
pub(crate) struct Event<'a> {
    /// The merchant whose APIv3 key it is encrypted with.
    pub(crate) mchid: &'a str,
    pub(crate) event_type: &'a str,
    pub(crate) original_type: &'a str,
    pub(crate) resource: Value,
}

/// Sends notifications in the background. Dropping it stops the sending.
pub(crate) struct Notifier {
    sender: Arc<Sender>,
    /// The runtime of the sandbox's start. An event may happen on a thread without a runtime.
    runtime: Handle,
    tasks: Arc<Mutex<Vec<JoinHandle<()>>>>,
    /// Notifications that wait for release; `None` while nothing is held back.
    held: Mutex<Option<Vec<Letter>>>,
}

impl Notifier {
    /// Uses the current runtime for sending.
    pub(crate) fn new(
        merchants: Arc<Merchants>,
        keyring: Arc<Keyring>,
        clock: Arc<Clock>,
        books: Arc<Books>,
        second: Duration,
        courier: Courier,
    ) -> Self {
        let sender = Arc::new(Sender::new(merchants, keyring, clock, books, second, courier));
        Self { sender, runtime: Handle::current(), tasks: Arc::default(), held: Mutex::default() }
    }

    /// The faults of attempts. Here the `endpoint` of a rule is an event type.
    pub(crate) fn faults(&self) -> &Faults {
        &self.sender.faults
    }

    /// Refuses a URL that notifications may not go to, with the rule that it breaks.
    pub(crate) fn may_go_to(&self, url: &str) -> Result<(), String> {
        self.sender.courier.may_go_to(url)
    }

    /// Sends `event` to `url` by the documented schedule, until it is accepted.
    pub(crate) fn send(&self, url: &str, event: &Event<'_>) {
        if let Err(error) = self.post(url, event) {
            tracing::error!(%error, "a notification could not be made");
        }
    }

    /// Does the same, and returns the notification's ID.
    pub(crate) fn post(&self, url: &str, event: &Event<'_>) -> Result<String, SandboxError> {
        let letter = self.sender.letter(url, event).map_err(SandboxError::Notifications)?;
        let id = letter.id.clone();
        if let Some(held) = &mut *lock(&self.held) {
            held.push(letter);
            return Ok(id);
        }
        self.begin(letter, 0);
        Ok(id)
    }

    /// Continues with the notifications that were being sent when the sandbox stopped.
    pub(crate) fn resume(&self) -> Result<(), SandboxError> {
        for (letter, attempts) in self.sender.books.unsettled()? {
            self.begin(letter, usize::try_from(attempts).unwrap_or(usize::MAX));
        }
        Ok(())
    }

    /// Stops sending, and releases the books.
    pub(crate) async fn stop(&self) {
        let tasks = std::mem::take(&mut *lock(&self.tasks));
        for task in tasks {
            task.abort();
            // The task was cancelled just now, or had ended.
            let _ = task.await;
        }
    }

    fn begin(&self, letter: Letter, attempts: usize) {
        let sender = self.sender.clone();
        keep(&self.tasks, self.runtime.spawn(async move { sender.deliver(letter, attempts).await }));
    }

    /// Holds back new notifications.
    pub(crate) fn hold(&self) {
        lock(&self.held).get_or_insert_default();
    }

    /// Number of notifications that are held back; `None` while nothing is held back.
    pub(crate) fn held(&self) -> Option<usize> {
        lock(&self.held).as_ref().map(Vec::len)
    }

    /// Sends the notifications that were held back, the newest first. Each waits for the answer to the one before.
    pub(crate) fn release(&self) {
        let held = lock(&self.held).take().unwrap_or_default();
        let (sender, tasks) = (self.sender.clone(), self.tasks.clone());
        let task = self.runtime.spawn(async move {
            for letter in held.into_iter().rev() {
                if !sender.attempted(&letter, 0).await {
                    let sender = sender.clone();
                    keep(&tasks, tokio::spawn(async move { sender.deliver(letter, 1).await }));
                }
            }
        });
        keep(&self.tasks, task);
    }

    /// Headers and body of a notification, for the user's own tests.
    pub(crate) async fn made(&self, event: &Event<'_>, notice: &Notice) -> Result<(HeaderMap, Bytes), String> {
        let manner = notice.manner(&self.sender.keyring)?;
        let mut body = self.sender.body(&uuid()?, event, notice.key()?)?.into_bytes();
        let (headers, signed) = self.sender.signed(event.mchid, &body, &manner).await?;
        body = signed.to_vec();
        notice.spoil(&mut body);
        Ok((headers, body.into()))
    }

    /// Sends a notification once more, whatever its state.
    pub(crate) async fn replay(&self, id: &str, manner: Manner) -> Result<Delivery, SandboxError> {
        let letter = self.sender.books.letter(id)?;
        let letter = letter.ok_or_else(|| SandboxError::Notification { id: id.to_owned() })?;
        self.sender.attempt(&letter, &manner).await
    }
}

impl Drop for Notifier {
    fn drop(&mut self) {
        lock(&self.tasks).iter().for_each(JoinHandle::abort);
    }
}

fn keep(tasks: &Mutex<Vec<JoinHandle<()>>>, task: JoinHandle<()>) {
    let mut tasks = lock(tasks);
    tasks.retain(|task| !task.is_finished());
    tasks.push(task);
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
