//! How an attempt is signed, and what is wrong with it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Deserialize;

use crate::faults::{Damage, Fault, Hitch, Moment};
use crate::keyring::{Issued, Keyring};

/// Which of WeChat Pay's keys sign a merchant's notifications.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotificationKeys {
    /// The public key (微信支付公钥).
    PublicKey,
    /// The newest platform certificate (平台证书); the public key, if there is none.
    Certificate,
    /// Each in its turn, the public key first, as while a merchant changes from certificates to the public key.
    Alternating,
}

/// Which keys sign for each merchant.
#[derive(Default)]
pub(crate) struct KeysOfMerchants(Mutex<HashMap<String, Keys>>);

/// What is known of a merchant.
#[derive(Default)]
struct Keys {
    /// What was set.
    set: Option<NotificationKeys>,
    /// Whether its last request that named a key named a certificate.
    calls_with_certificate: bool,
    /// Whether the certificate's turn is next.
    turn: bool,
}

impl KeysOfMerchants {
    pub(crate) fn set(&self, mchid: &str, keys: NotificationKeys) {
        let mut merchants = self.merchants();
        let known = merchants.entry(mchid.to_owned()).or_default();
        (known.set, known.turn) = (Some(keys), false);
    }

    /// The merchant has called, and named a certificate or the public key.
    pub(crate) fn called(&self, mchid: &str, with_certificate: bool) {
        self.merchants().entry(mchid.to_owned()).or_default().calls_with_certificate = with_certificate;
    }

    /// Which keys sign the merchant's notifications, as it stands.
    pub(crate) fn of(&self, mchid: &str) -> NotificationKeys {
        match self.merchants().get(mchid) {
            Some(Keys { set: Some(set), .. }) => *set,
            Some(Keys { calls_with_certificate: true, .. }) => NotificationKeys::Certificate,
            _ => NotificationKeys::PublicKey,
        }
    }

    /// The key that signs the next attempt.
    pub(super) fn next(&self, mchid: &str, keyring: &Keyring) -> Arc<Issued> {
        let mut merchants = self.merchants();
        let certificate = merchants.get_mut(mchid).is_some_and(|known| match known.set {
            None => known.calls_with_certificate,
            Some(NotificationKeys::PublicKey) => false,
            Some(NotificationKeys::Certificate) => true,
            Some(NotificationKeys::Alternating) => {
                known.turn = !known.turn;
                !known.turn
            }
        });
        if certificate { keyring.unasked() } else { keyring.public_key() }
    }

    fn merchants(&self) -> MutexGuard<'_, HashMap<String, Keys>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How an attempt is signed, and what is wrong with it.
#[derive(Default)]
pub(crate) struct Manner {
    /// What happens to what is sent.
    pub(super) damage: Option<Damage>,
    /// Another key than that of the moment.
    pub(super) key: Option<Arc<Issued>>,
    /// It is lost: before it arrives, or with the answer on its way back.
    pub(super) lost: Option<Moment>,
    /// What all of this is called.
    pub(super) fault: Option<&'static str>,
}

impl Manner {
    /// This damage and no other.
    pub(crate) fn damaged(damage: Damage) -> Self {
        Self { damage: Some(damage), fault: Some(Fault::Damage(damage).name()), ..Self::default() }
    }

    /// With this key, if there is one.
    pub(crate) fn signed_by(self, key: Option<Arc<Issued>>) -> Self {
        Self { key, ..self }
    }

    /// A fault of an answer, as a notification meets it. Repetitions are never probes.
    pub(super) fn of(fault: Option<Fault>, attempt: usize) -> Self {
        match fault {
            None => Self::default(),
            Some(Fault::Damage(Damage::Probe)) if attempt > 0 => Self::default(),
            Some(Fault::Damage(damage)) => Self::damaged(damage),
            Some(fault @ Fault::Failure(_, moment)) => {
                Self { lost: Some(moment), fault: Some(fault.name()), ..Self::default() }
            }
            Some(Fault::Hitch(Hitch::Slow(_))) => Self::default(),
            Some(fault @ (Fault::Denial(_) | Fault::Hitch(Hitch::CutOff))) => {
                Self { lost: Some(Moment::Before), fault: Some(fault.name()), ..Self::default() }
            }
        }
    }
}
