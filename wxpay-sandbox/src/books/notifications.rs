//! Notifications, and every attempt to deliver them.

use rusqlite::{Row, params};
use serde::Serialize;
use serde_json::Value;

use super::{Books, one, read_parameters, write};

/// The state of a notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NotificationState {
    /// It is still being sent, again and again.
    Pending,
    /// A receiver has accepted it.
    Accepted,
    /// Nobody accepted it, and it is not sent any more.
    GivenUp,
}

/// One attempt to deliver a notification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Delivery {
    /// The notification's ID; its repetitions have the same.
    pub id: String,
    /// The event, such as `TRANSACTION.SUCCESS`.
    pub event_type: String,
    /// The URL that it was sent to.
    pub url: String,
    /// Time of its end, in seconds since 1970.
    pub time: i64,
    /// Name of the [fault](crate::faults::Fault::name) that damaged it on purpose.
    pub fault: Option<String>,
    /// The status of the answer; `None` if there was no answer within 5 seconds.
    pub status: Option<u16>,
    /// The first 1024 bytes of the answer's body, or the reason that there was no answer.
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
    /// The event, such as `TRANSACTION.SUCCESS`.
    pub event_type: String,
    /// The URL that it is sent to.
    pub url: String,
    /// The resource, decrypted.
    pub resource: Value,
    /// Time of creation, in seconds since 1970.
    pub created: i64,
    /// Its state.
    pub state: NotificationState,
    /// Every attempt so far.
    pub attempts: Vec<Delivery>,
}

impl Delivery {
    /// Returns true if the answer accepts the notification: status 200 or 204.
    #[must_use]
    pub fn is_accepted(&self) -> bool {
        matches!(self.status, Some(200 | 204))
    }
}

/// A notification as it is sent.
pub(crate) struct Letter {
    pub(crate) id: String,
    pub(crate) mchid: String,
    pub(crate) event_type: String,
    pub(crate) url: String,
    /// The resource, decrypted.
    pub(crate) resource: String,
    /// The bytes that every attempt sends.
    pub(crate) body: String,
    /// Time of creation, in seconds since 1970.
    pub(crate) created: i64,
    pub(crate) state: NotificationState,
}

impl NotificationState {
    fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Accepted => "accepted",
            Self::GivenUp => "given_up",
        }
    }

    fn read(text: &str) -> Self {
        match text {
            "accepted" => Self::Accepted,
            "given_up" => Self::GivenUp,
            _ => Self::Pending,
        }
    }
}

impl Letter {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let state: String = row.get("state")?;
        Ok(Self {
            id: row.get("id")?,
            mchid: row.get("mchid")?,
            event_type: row.get("event_type")?,
            url: row.get("url")?,
            resource: row.get("resource")?,
            body: row.get("body")?,
            created: row.get("created")?,
            state: NotificationState::read(&state),
        })
    }
}

impl Books {
    /// Stores a notification that is about to be sent.
    pub(crate) fn post(&self, letter: &Letter) -> rusqlite::Result<()> {
        let Letter { id, mchid, event_type, url, resource, body, created, state } = letter;
        let letter = params![id, mchid, event_type, url, resource, body, created, state.as_str()];
        write(&self.open(), POST, letter)
    }

    /// The notifications that were still being sent when the sandbox stopped, each with its number of attempts.
    pub(crate) fn unsettled(&self) -> rusqlite::Result<Vec<(Letter, u32)>> {
        self.list(UNSETTLED, params![], |row| Ok((Letter::read(row)?, row.get("attempts")?)))
    }

    /// The notification with that ID.
    pub(crate) fn letter(&self, id: &str) -> rusqlite::Result<Option<Letter>> {
        one(&self.open(), BY_ID, params![id], Letter::read)
    }

    /// Stores an attempt.
    pub(crate) fn attempted(&self, delivery: &Delivery) -> rusqlite::Result<()> {
        let Delivery { id, time, fault, status, answer, .. } = delivery;
        write(&self.open(), ATTEMPT, params![id, time, fault, status, answer])
    }

    /// Ends the sending of a notification. An accepted one stays accepted.
    pub(crate) fn settle(&self, id: &str, state: NotificationState) -> rusqlite::Result<()> {
        write(&self.open(), SETTLE, params![id, state.as_str()])
    }

    /// All attempts, the oldest first.
    pub(crate) fn deliveries(&self) -> rusqlite::Result<Vec<Delivery>> {
        self.list(DELIVERIES, params![], delivery)
    }

    /// All notifications, the oldest first.
    pub(crate) fn notifications(&self) -> rusqlite::Result<Vec<SentNotification>> {
        let letters = self.list(LETTERS, params![], Letter::read)?;
        letters.into_iter().map(|letter| self.with_attempts(letter)).collect()
    }

    /// The newest notifications, the newest first.
    pub(crate) fn newest_notifications(&self, limit: u32) -> rusqlite::Result<Vec<SentNotification>> {
        let letters = self.list(NEWEST, params![limit], Letter::read)?;
        letters.into_iter().map(|letter| self.with_attempts(letter)).collect()
    }

    /// The notification with that ID, with its attempts.
    pub(crate) fn notification(&self, id: &str) -> rusqlite::Result<Option<SentNotification>> {
        self.letter(id)?.map(|letter| self.with_attempts(letter)).transpose()
    }

    fn with_attempts(&self, letter: Letter) -> rusqlite::Result<SentNotification> {
        Ok(SentNotification {
            attempts: self.list(DELIVERIES_OF, params![letter.id], delivery)?,
            resource: read_parameters(&letter.resource)?,
            id: letter.id,
            mchid: letter.mchid,
            event_type: letter.event_type,
            url: letter.url,
            created: letter.created,
            state: letter.state,
        })
    }
}

fn delivery(row: &Row<'_>) -> rusqlite::Result<Delivery> {
    Ok(Delivery {
        id: row.get("id")?,
        event_type: row.get("event_type")?,
        url: row.get("url")?,
        time: row.get("time")?,
        fault: row.get("fault")?,
        status: row.get("status")?,
        answer: row.get("answer")?,
    })
}

const POST: &str = "
    INSERT INTO notifications (id, mchid, event_type, url, resource, body, created, state)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
const UNSETTLED: &str = "
    SELECT *, (SELECT COUNT(*) FROM attempts WHERE notification = id) AS attempts
    FROM notifications WHERE state = 'pending' ORDER BY rowid";
const BY_ID: &str = "SELECT * FROM notifications WHERE id = ?1";
const LETTERS: &str = "SELECT * FROM notifications ORDER BY rowid";
const NEWEST: &str = "SELECT * FROM notifications ORDER BY rowid DESC LIMIT ?1";
const ATTEMPT: &str = "INSERT INTO attempts (notification, time, fault, status, answer) VALUES (?1, ?2, ?3, ?4, ?5)";
const SETTLE: &str = "UPDATE notifications SET state = ?2 WHERE id = ?1 AND state <> 'accepted'";
const DELIVERIES: &str = "
    SELECT id, event_type, url, time, fault, status, answer
    FROM attempts JOIN notifications ON id = notification ORDER BY attempts.rowid";
const DELIVERIES_OF: &str = "
    SELECT id, event_type, url, time, fault, status, answer
    FROM attempts JOIN notifications ON id = notification WHERE notification = ?1 ORDER BY attempts.rowid";

pub(super) const SCHEMA: &str = "
    CREATE TABLE notifications (
        id TEXT NOT NULL PRIMARY KEY,
        mchid TEXT NOT NULL,
        event_type TEXT NOT NULL,
        url TEXT NOT NULL,
        resource TEXT NOT NULL,
        body TEXT NOT NULL,
        created INTEGER NOT NULL,
        state TEXT NOT NULL
    ) STRICT;
    CREATE TABLE attempts (
        notification TEXT NOT NULL REFERENCES notifications (id),
        time INTEGER NOT NULL,
        fault TEXT,
        status INTEGER,
        answer TEXT NOT NULL
    ) STRICT;
    CREATE INDEX attempts_of_a_notification ON attempts (notification);
";
