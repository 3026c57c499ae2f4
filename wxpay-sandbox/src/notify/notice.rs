//! Notifications for tests of a receiver: genuine or flawed.

use std::sync::Arc;

use serde_json::Value;
use wxpay::keys::ApiV3Key;

use super::Manner;
use crate::faults::Damage;
use crate::keys::credentials::hex;
use crate::keys::keyring::{Issued, Keyring};

/// A notification to be made by [`Merchant::notice`](crate::Merchant::notice), without an event.
///
/// The usual events have a constructor that fills in everything a receiver expects; members can be changed. For any other event
/// there is [`Notice::new`].
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use wxpay::notify::Event;
/// use wxpay::prelude::*;
/// use wxpay_sandbox::faults::Damage;
/// use wxpay_sandbox::{Notice, Sandbox};
///
/// let sandbox = Sandbox::start().await?;
/// let notifications = sandbox.client()?.notifications()?;
/// let paid = Notice::payment("20260101000001", Fen::new(100)).member("/attach", "shelf 1");
/// let (headers, body) = sandbox.notice(&paid).await?;
/// let received = notifications.receive::<Event>(&headers, &body).await?;
/// assert!(matches!(received.resource, Event::Payment(paid) if paid.attach.as_deref() == Some("shelf 1")));
///
/// let (headers, body) = sandbox.notice(&paid.flawed(Damage::WrongSignature)).await?;
/// assert!(notifications.receive::<Event>(&headers, &body).await.is_err());
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub struct Notice {
    event_type: String,
    original_type: String,
    resource: Value,
    /// Name of the member that names the merchant.
    party: Option<&'static str>,
    mchid: Option<String>,
    serial: Option<String>,
    flaw: Option<Flaw>,
}

/// A flaw of a notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Flaw {
    /// Damage as in the sandbox's answers: to the signature, the time or the form.
    Damage(Damage),
    /// A byte of the body differs from the signed body.
    AlteredBody,
    /// It is encrypted with another key than the merchant's APIv3 key; the signature is valid.
    OtherKey,
}

impl Notice {
    /// A notification of that type. `original_type` is for example `transaction`; `resource` is the part that is encrypted.
    pub fn new(event_type: impl Into<String>, original_type: impl Into<String>, resource: Value) -> Self {
        let (event_type, original_type) = (event_type.into(), original_type.into());
        Self { event_type, original_type, resource, party: None, mchid: None, serial: None, flaw: None }
    }

    /// Sets a member of the resource, by its JSON pointer; null removes it. Missing objects on the way are created.
    pub fn member(mut self, pointer: &str, value: impl Into<Value>) -> Self {
        // A merchant number that is set or removed by hand is not filled in.
        self.party = self.party.filter(|party| pointer.trim_start_matches('/') != *party);
        set(&mut self.resource, pointer.strip_prefix('/').unwrap_or(pointer), value.into());
        self
    }

    /// Makes it a notification of another merchant than the first: with its number, and encrypted with its APIv3 key.
    pub fn of_merchant(mut self, mchid: impl Into<String>) -> Self {
        self.mchid = Some(mchid.into());
        self
    }

    /// Signs with the key of that serial, which is the public key's ID or a platform certificate's serial, instead of one of the
    /// merchant's [`Keys`](crate::Keys).
    pub fn signed_by(mut self, serial: impl Into<String>) -> Self {
        self.serial = Some(serial.into());
        self
    }

    /// Adds a flaw.
    pub fn flawed(mut self, flaw: impl Into<Flaw>) -> Self {
        self.flaw = Some(flaw.into());
        self
    }

    /// Sets the name of the member that names the merchant.
    pub(super) fn party(self, member: &'static str) -> Self {
        Self { party: Some(member), ..self }
    }

    /// The merchant's number, if it is not the first merchant.
    pub(crate) fn merchant(&self) -> Option<&str> {
        self.mchid.as_deref()
    }

    /// The event, for the merchant with that number.
    pub(crate) fn event<'a>(&'a self, mchid: &'a str) -> super::Event<'a> {
        let mut resource = self.resource.clone();
        if let (Some(party), Some(members)) = (self.party, resource.as_object_mut()) {
            members.entry(party).or_insert_with(|| mchid.into());
        }
        super::Event { mchid, event_type: &self.event_type, original_type: &self.original_type, resource }
    }

    /// The way it is signed.
    pub(super) fn manner(&self, keyring: &Keyring) -> Result<Manner, String> {
        let named = |serial: &String| keyring.find(serial).ok_or_else(|| format!("there is no key `{serial}`"));
        let key: Option<Arc<Issued>> = self.serial.as_ref().map(named).transpose()?;
        let manner =
            if let Some(Flaw::Damage(damage)) = self.flaw { Manner::damaged(damage) } else { Manner::default() };
        Ok(manner.signed_by(key))
    }

    /// The key that it is encrypted with instead of the merchant's, for the flaw that demands that.
    pub(super) fn key(&self) -> Result<Option<ApiV3Key>, String> {
        match self.flaw {
            Some(Flaw::OtherKey) => Ok(ApiV3Key::new(&hex(16)?)),
            _ => Ok(None),
        }
    }

    /// Damages the body after it was signed.
    pub(super) fn spoil(&self, body: &mut [u8]) {
        // Changes the first letter of a member's name: the body stays JSON.
        if let (Some(Flaw::AlteredBody), Some(byte)) = (self.flaw, body.get_mut(2)) {
            *byte ^= 0x20;
        }
    }
}

impl From<Damage> for Flaw {
    fn from(damage: Damage) -> Self {
        Self::Damage(damage)
    }
}

fn set(resource: &mut Value, pointer: &str, value: Value) {
    let (name, rest) = match pointer.split_once('/') {
        Some((name, rest)) => (name, Some(rest)),
        None => (pointer, None),
    };
    if let (Value::Array(items), Ok(index)) = (&mut *resource, name.parse::<usize>()) {
        if let Some(item) = items.get_mut(index) {
            match rest {
                Some(rest) => set(item, rest, value),
                None => *item = value,
            }
        }
        return;
    }
    if !resource.is_object() {
        *resource = Value::Object(serde_json::Map::new());
    }
    let Some(members) = resource.as_object_mut() else { return };
    match rest {
        Some(rest) => set(members.entry(name).or_insert(Value::Null), rest, value),
        None if value.is_null() => drop(members.remove(name)),
        None => drop(members.insert(name.to_owned(), value)),
    }
}
