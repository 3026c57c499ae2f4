//! Making, scheduling and attempting notifications.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue};
use serde_json::json;
use wxpay::keys::ApiV3Key;
use wxpay::prelude::DateTime;
use wxpay::server::signature_headers;
use wxpay::sign::Scheme;

use super::{Courier, Delivery, Event, Manner};
use crate::books::{Books, Letter, NotificationState};
use crate::clock::Clock;
use crate::error::SandboxError;
use crate::faults::{Damage, Faults, Moment};
use crate::keys::credentials::{hex, text};
use crate::keys::envelope;
use crate::keys::keyring::Keyring;
use crate::keys::merchants::Merchants;
use crate::serving::headers::{REQUEST_ID, request_id};

pub(super) struct Sender {
    pub(super) courier: Courier,
    merchants: Arc<Merchants>,
    pub(super) keyring: Arc<Keyring>,
    pub(super) faults: Faults,
    clock: Arc<Clock>,
    pub(super) books: Arc<Books>,
    /// Duration of a second of the documented schedule.
    second: Duration,
}

impl Sender {
    pub(super) fn new(
        merchants: Arc<Merchants>,
        keyring: Arc<Keyring>,
        clock: Arc<Clock>,
        books: Arc<Books>,
        second: Duration,
        courier: Courier,
    ) -> Self {
        Self { courier, merchants, keyring, faults: Faults::default(), clock, books, second }
    }

    /// Makes a notification and stores it in the books.
    pub(super) fn letter(&self, url: &str, event: &Event<'_>) -> Result<Letter, String> {
        let id = uuid()?;
        let letter = Letter {
            mchid: event.mchid.to_owned(),
            event_type: event.event_type.to_owned(),
            url: url.to_owned(),
            resource: event.resource.to_string(),
            body: self.body(&id, event, None)?,
            created: self.clock.now(),
            state: NotificationState::Pending,
            id,
        };
        self.books.post(&letter).map_err(text)?;
        Ok(letter)
    }

    /// The bytes that every attempt sends, encrypted with the merchant's key or with `other`.
    pub(super) fn body(&self, id: &str, event: &Event<'_>, other: Option<ApiV3Key>) -> Result<String, String> {
        let key = other.map_or_else(|| self.merchants.api_v3_key(event.mchid), Ok)?;
        let mut resource = envelope::seal(&key, event.original_type, event.resource.to_string().as_bytes())?;
        if let Some(members) = resource.as_object_mut() {
            members.insert("original_type".to_owned(), event.original_type.into());
        }
        let body = json!({
            "id": id,
            "create_time": DateTime::from_unix_timestamp(self.clock.now()).map(|time| time.to_string()),
            "resource_type": "encrypt-resource",
            "event_type": event.event_type,
            "summary": summary(event.event_type),
            "resource": resource,
        });
        Ok(body.to_string())
    }

    /// Headers and body of an attempt.
    pub(super) async fn signed(&self, mchid: &str, body: &[u8], manner: &Manner) -> Result<(HeaderMap, Bytes), String> {
        let mut body = body.to_vec();
        if let Some(damage) = manner.damage {
            damage.spoil(&mut body);
        }
        let key =
            manner.key.clone().unwrap_or_else(|| self.keyring.unasked(self.merchants.keys_of_next_notification(mchid)));
        let now = self.clock.now().saturating_add(manner.damage.map_or(0, Damage::ahead));
        let signed = signature_headers(Scheme::MERCHANT, &*key.key.signer, &key.serial, now, &hex(16)?, &body).await;
        let mut headers = signed.map_err(|error| error.to_string())?;
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(REQUEST_ID, request_id(0)?);
        if let Some(damage) = manner.damage {
            damage.spoil_signature(&mut headers);
        }
        Ok((headers, body.into()))
    }

    /// Sends a notification by the documented schedule until it is accepted. `before` attempts were made before.
    pub(super) async fn deliver(&self, letter: Letter, before: usize) {
        for (attempt, pause) in std::iter::once(0).chain(SCHEDULE).enumerate().skip(before) {
            tokio::time::sleep(self.second.saturating_mul(pause)).await;
            if self.attempted(&letter, attempt).await {
                return;
            }
        }
        if let Err(error) = self.books.settle(&letter.id, NotificationState::GivenUp) {
            tracing::error!(%error, "the books failed");
        }
    }

    /// Makes an attempt; the first one has the number 0. Returns true if it is accepted, or if an error makes another attempt
    /// useless.
    pub(super) async fn attempted(&self, letter: &Letter, attempt: usize) -> bool {
        let accepted = |letter: Letter| letter.state == NotificationState::Accepted;
        let made = async {
            // It may have been replayed, and accepted, in the meantime.
            if self.books.letter(&letter.id)?.is_some_and(accepted) {
                return Ok(true);
            }
            let manner = Manner::of(self.faults.draw(&letter.event_type), attempt);
            Ok::<_, SandboxError>(self.attempt(letter, &manner).await?.is_accepted())
        };
        made.await.unwrap_or_else(|error| {
            tracing::error!(%error, "a notification could not be sent");
            true
        })
    }

    /// Makes one attempt, signed anew with the current key.
    pub(super) async fn attempt(&self, letter: &Letter, manner: &Manner) -> Result<Delivery, SandboxError> {
        let answered = match manner.lost {
            Some(Moment::Before) => Err("the notification was lost on its way".to_owned()),
            lost => {
                let signed = self.signed(&letter.mchid, letter.body.as_bytes(), manner).await;
                let (headers, body) = signed.map_err(SandboxError::Notifications)?;
                let answered = self.courier.post(&letter.url, headers, body).await;
                if lost.is_some() { Err("the answer was lost on its way".to_owned()) } else { answered }
            }
        };
        let (status, answer) = answered.map_or_else(|why| (None, why), |(status, start)| (Some(status), start));
        let Letter { id, event_type, url, .. } = letter;
        let (id, event_type, url) = (id.clone(), event_type.clone(), url.clone());
        let fault = manner.fault.map(str::to_owned);
        let delivery = Delivery { id, event_type, url, time: self.clock.now(), fault, status, answer };
        self.books.attempted(&delivery)?;
        if delivery.is_accepted() {
            self.books.settle(&letter.id, NotificationState::Accepted)?;
        }
        Ok(delivery)
    }
}

/// The summary. For a payment it is that of the official sample
/// (<https://pay.weixin.qq.com/docs/merchant/apis/h5-payment/payment-notice.html>); for everything else it is the type, which is
/// a choice.
fn summary(event_type: &str) -> &str {
    match event_type {
        "TRANSACTION.SUCCESS" => "支付成功",
        other => other,
    }
}

/// A random UUID.
pub(super) fn uuid() -> Result<String, String> {
    let digits = hex(16)?.to_lowercase();
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    Ok(format!("{}-{}-4{}-a{}-{}", part(0, 8), part(8, 12), part(13, 16), part(17, 20), part(20, 32)))
}

/// The pauses before the repetitions, in seconds: 24 hours and 4 minutes in total.
const SCHEDULE: [u32; 15] =
    [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600, 21_600];
