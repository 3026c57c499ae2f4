//! Notifications (回调通知): from raw headers and raw bytes to a value that can be trusted, in one step.
//!
//! [`Notifications`] decrypts nothing that it has not verified. ([`Envelope::open`] decrypts an envelope by itself.)

#[cfg(feature = "axum")]
mod axum;
mod guard;
mod reply;
mod told;

#[cfg(feature = "axum")]
pub use self::axum::Receivers;
pub use crate::error::NotificationError;
#[cfg(feature = "redis")]
pub use guard::RedisGuard;
pub use guard::{Claim, Guard, GuardError, Lease, MemoryGuard, OnceError, once};
#[cfg(feature = "blocking")]
pub(crate) use guard::{claimed, recorded, released};
pub use reply::{accepted, refused};

use std::error::Error as StdError;
use std::fmt;

use bytes::Bytes;
use http::HeaderMap;
use http_body::Body;
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use serde_json::Value;
use zeroize::Zeroizing;

use crate::client::Client;
use crate::crypto::{Backend, BoxFuture};
use crate::decode::{DecodeError, Fault, FaultKind};
use crate::envelope::Envelope;
use crate::error::{OpenError, SharedError};
use crate::keys::ApiV3Keys;
use crate::sign::Scheme;
use crate::value::DateTime;
use told::Seen;

/// Receives the notifications to a `notify_url`, with the keys of a client. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Notifications {
    client: Client,
    backend: Backend,
    keys: ApiV3Keys,
}

/// A notification that WeChat Pay has signed and encrypted.
///
/// It may come again, even after a reply of success, so its effect has to happen once, under a lock named after the merchant, the
/// event and the business number ([`Notification::guard_id_of`] names it, [`once`] does the rest). And it may never come, so ask
/// for the state of important objects.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Notification<R> {
    /// The ID of the notification; a repetition has the same.
    pub id: String,
    /// The time of its creation.
    pub create_time: Option<DateTime>,
    /// The type of the event, such as `TRANSACTION.SUCCESS`.
    pub event_type: String,
    /// A summary for people.
    pub summary: Option<String>,
    /// The kind of `resource`, such as `transaction`.
    pub original_type: Option<String>,
    /// The merchant number of the client that received and opened it, or its brand's ID.
    pub receiver: String,
    /// The object of the event, decrypted.
    pub resource: R,
    plaintext: Plaintext,
}

impl<R> Notification<R> {
    /// The decrypted JSON of the resource, with the members that [`resource`](Self::resource) has no field for, and those that
    /// were left out because of their form. Its memory is wiped with the notification.
    #[must_use]
    pub fn plaintext(&self) -> &[u8] {
        &self.plaintext.0
    }
}

/// A decrypted resource. `Debug` shows only its length.
#[derive(Clone, PartialEq)]
struct Plaintext(Zeroizing<Vec<u8>>);

impl fmt::Debug for Plaintext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

/// The resource of a notification: one type, or an enum of several.
pub trait Resource: Sized + Send {
    /// Reads the decrypted JSON.
    ///
    /// # Errors
    /// The JSON does not fit the event type.
    fn read(event_type: &str, json: &[u8]) -> Result<Self, DecodeError>;

    /// The merchant number that WeChat Pay notifies, if a member of the resource is documented to be that: `mchid`, `sp_mchid` or
    /// `combine_mchid`, and never `sub_mchid`. A notification that names another merchant than its receiver is refused with
    /// [`NotificationError::OtherMerchant`]. By default nothing is compared.
    fn addressee(&self) -> Option<&str> {
        None
    }

    /// Decrypts the sensitive members with the merchant's private key. By default it does nothing.
    fn open<'a>(&'a mut self, _client: &'a Client) -> BoxFuture<'a, Result<(), OpenError>> {
        Box::pin(std::future::ready(Ok(())))
    }

    /// The reason why the JSON does not fit its event type, for a type that keeps such JSON instead of refusing it. It is logged
    /// at ERROR, and reported to the [`Observer`](crate::client::Observer). By default it is `None`.
    fn unread(&self) -> Option<&DecodeError> {
        None
    }
}

/// Any JSON, for events that have no type.
impl Resource for Value {
    fn read(_: &str, json: &[u8]) -> Result<Self, DecodeError> {
        serde_json::from_slice(json).map_err(|error| DecodeError::Syntax(error.to_string()))
    }
}

impl Client {
    /// The receiver of this merchant's notifications.
    ///
    /// # Errors
    /// [`NotificationError::NoKey`]: the client has no APIv3 key. [`NotificationError::NoBackend`]: it has no crypto library.
    pub fn notifications(&self) -> Result<Notifications, NotificationError> {
        let keys = self.merchant().api_v3_keys().ok_or(NotificationError::NoKey)?;
        let backend = self.backend().ok_or(NotificationError::NoBackend)?;
        Ok(Notifications { client: self.clone(), backend, keys: keys.clone() })
    }
}

impl Notifications {
    /// Verifies, opens and decodes a notification. Pass `headers` and `body` unchanged: a body that was parsed and printed again
    /// cannot be verified.
    ///
    /// # Errors
    /// The notification must not be acted upon; send the error's [`reply`](NotificationError::reply).
    pub async fn receive<R: Resource>(
        &self,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Notification<R>, NotificationError> {
        let mut seen = Seen::begin();
        let received = match body.len() {
            size if size > LARGEST => Err(NotificationError::TooLarge(size)),
            _ => self.received(headers, Bytes::copy_from_slice(body), &mut seen).await,
        };
        seen.tell(&self.client, &received);
        received
    }

    /// Verifies, opens and decodes a notification that comes as a request of the crate `http`. Reads no more of its body than a
    /// notification can have. Method, path and content type do not matter.
    ///
    /// # Errors
    /// As [`receive`](Self::receive).
    pub async fn receive_request<R, B>(&self, request: http::Request<B>) -> Result<Notification<R>, NotificationError>
    where
        R: Resource,
        B: Body,
        B::Error: Into<Box<dyn StdError + Send + Sync>>,
    {
        let (head, body) = request.into_parts();
        let mut seen = Seen::begin();
        let received = match collected(body).await {
            Ok(body) => self.received(&head.headers, body, &mut seen).await,
            Err(error) => Err(error),
        };
        seen.tell(&self.client, &received);
        received
    }

    async fn received<R: Resource>(
        &self,
        headers: &HeaderMap,
        body: Bytes,
        seen: &mut Seen,
    ) -> Result<Notification<R>, NotificationError> {
        let body = self.client.verify_incoming(headers, body).await?;
        seen.verified = true;
        let envelope: Value = serde_json::from_slice(body.get())
            .map_err(|error| NotificationError::Malformed(DecodeError::Syntax(error.to_string())))?;
        let id = seen.id.insert(text(&envelope, "/id")?.to_owned()).clone();
        let event_type = seen.event_type.insert(text(&envelope, "/event_type")?.to_owned()).clone();
        let sealed = envelope.get("resource").ok_or_else(|| malformed(RESOURCE, FaultKind::Missing))?;
        let sealed = Envelope::read(sealed, RESOURCE)
            .map_err(|fault| NotificationError::Malformed(DecodeError::Faults(vec![fault])))?;
        let json = self.keys.open(&sealed, self.backend)?;
        let mut resource = R::read(&event_type, &json)
            .map_err(|error| NotificationError::Resource { event_type: event_type.clone(), error })?;
        self.is_for_this_merchant(resource.addressee())?;
        resource.open(&self.client).await?;
        let optional = |pointer: &str| envelope.pointer(pointer).and_then(Value::as_str);
        Ok(Notification {
            id,
            create_time: optional("/create_time").and_then(|time| time.parse().ok()),
            summary: optional("/summary").map(str::to_owned),
            original_type: optional("/resource/original_type").map(str::to_owned),
            event_type,
            receiver: self.client.merchant().id().to_owned(),
            plaintext: Plaintext(json),
            resource,
        })
    }

    /// Refuses another merchant's notification, which can be opened if both have the same APIv3 key. A brand has an ID instead of
    /// a number.
    fn is_for_this_merchant(&self, named: Option<&str>) -> Result<(), NotificationError> {
        let merchant = self.client.merchant();
        match named.filter(|named| merchant.scheme() == Scheme::MERCHANT && !named.is_empty()) {
            Some(named) if named != merchant.id() => {
                Err(NotificationError::OtherMerchant { named: named.to_owned(), receiver: merchant.id().to_owned() })
            }
            _ => Ok(()),
        }
    }
}

/// Reads a body, up to the size that a notification can have.
async fn collected<B>(body: B) -> Result<Bytes, NotificationError>
where
    B: Body,
    B::Error: Into<Box<dyn StdError + Send + Sync>>,
{
    let announced = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    if announced > LARGEST {
        return Err(NotificationError::TooLarge(announced));
    }
    let body = Limited::new(body, LARGEST).collect().await.map_err(|error| match error {
        error if error.is::<LengthLimitError>() => NotificationError::TooLarge(LARGEST + 1),
        error => NotificationError::Incomplete(SharedError::new(error)),
    })?;
    Ok(body.to_bytes())
}

/// A string that is not empty: under an empty ID, all notifications would be duplicates of one.
fn text<'a>(envelope: &'a Value, pointer: &str) -> Result<&'a str, NotificationError> {
    let found = envelope.pointer(pointer).and_then(Value::as_str).filter(|text| !text.is_empty());
    found.ok_or_else(|| malformed(pointer, FaultKind::Type { expected: "a non-empty string" }))
}

fn malformed(pointer: &str, kind: FaultKind) -> NotificationError {
    let fault = Fault { pointer: pointer.to_owned(), label: None, kind };
    NotificationError::Malformed(DecodeError::Faults(vec![fault]))
}

const RESOURCE: &str = "/resource";

/// Maximum size of a notification in bytes: a ciphertext has up to 1 MiB, and the rest is small. A server need not read more, but
/// should read as much; many have a lower limit.
pub const LARGEST: usize = (1 << 20) + (1 << 16);
