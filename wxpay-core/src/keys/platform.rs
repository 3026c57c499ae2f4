//! The keys of WeChat Pay that are trusted, by serial: public keys and certificates side by side.

use std::fmt;
use std::sync::{Arc, PoisonError, RwLock, RwLockWriteGuard};

use super::{Certificate, KeyError, PUBLIC_KEY_ID_PREFIX};
use crate::crypto::PublicKey;

/// WeChat Pay's keys. Clones share one map, so that a key that is added or removed counts for all of them at once.
#[derive(Clone, Default)]
pub struct Platform(Arc<RwLock<Keys>>);

#[derive(Clone, Default)]
struct Keys {
    list: Vec<Arc<PlatformKey>>,
    /// Serials and public keys of merchants, which must not be taken for WeChat Pay's.
    own: Vec<(Option<String>, Option<Vec<u8>>)>,
}

impl Keys {
    fn is_own(&self, key: &PlatformKey) -> bool {
        self.own
            .iter()
            .any(|(serial, spki)| serial.as_ref() == Some(&key.serial) || spki.as_ref() == Some(&key.key.spki))
    }
}

/// A key of WeChat Pay with its name.
#[derive(Clone)]
pub struct PlatformKey {
    serial: String,
    key: PublicKey,
    /// Begin and end of a certificate's validity, in seconds since 1970; `None` for a public key.
    validity: Option<(i64, i64)>,
}

impl PlatformKey {
    /// The public key (微信支付公钥) with that ID. The ID is not checked.
    #[must_use]
    pub fn public_key(id: impl Into<String>, key: PublicKey) -> Self {
        Self { serial: id.into(), key, validity: None }
    }

    /// A platform certificate (平台证书) and the key in it.
    #[must_use]
    pub fn certificate(certificate: &Certificate, key: PublicKey) -> Self {
        let seconds = |time: u64| i64::try_from(time).unwrap_or(i64::MAX);
        let validity = (seconds(certificate.not_before()), seconds(certificate.not_after()));
        Self { serial: certificate.serial().to_owned(), key, validity: Some(validity) }
    }

    /// The key's name in `Wechatpay-Serial`.
    #[must_use]
    pub fn serial(&self) -> &str {
        &self.serial
    }

    /// Tells whether it is a public key, which has an ID, and not a certificate, which has a serial number.
    #[must_use]
    pub fn is_public_key(&self) -> bool {
        self.serial.starts_with(PUBLIC_KEY_ID_PREFIX)
    }

    /// The end of a certificate's validity, in seconds since 1970; `None` for a public key, which does not expire.
    #[must_use]
    pub fn expires(&self) -> Option<i64> {
        self.validity.map(|(_, end)| end)
    }

    /// The key itself.
    #[must_use]
    pub fn key(&self) -> &PublicKey {
        &self.key
    }
}

impl Platform {
    /// Adds a key, or replaces the one with the same serial.
    ///
    /// # Errors
    /// [`KeyError::Own`]: the key is that of a merchant who uses this map.
    pub fn add(&self, key: PlatformKey) -> Result<(), KeyError> {
        let mut keys = self.write();
        if keys.is_own(&key) {
            return Err(KeyError::Own);
        }
        keys.list.retain(|other| other.serial != key.serial);
        keys.list.push(Arc::new(key));
        Ok(())
    }

    /// Refuses a merchant's own key from now on.
    ///
    /// # Errors
    /// [`KeyError::Own`]: the key is in the map already.
    pub(crate) fn never(&self, serial: Option<String>, spki: Option<Vec<u8>>) -> Result<(), KeyError> {
        let mut keys = self.write();
        // Many clients may share a map, and a client may be built many times.
        if !keys.own.contains(&(serial.clone(), spki.clone())) {
            keys.own.push((serial, spki));
        }
        if keys.list.iter().any(|key| keys.is_own(key)) { Err(KeyError::Own) } else { Ok(()) }
    }

    /// A separate map with the same keys.
    pub(crate) fn copy(&self) -> Self {
        Self(Arc::new(RwLock::new(self.0.read().unwrap_or_else(PoisonError::into_inner).clone())))
    }

    /// Removes the key with that serial. Returns true if there was one.
    pub fn remove(&self, serial: &str) -> bool {
        let list = &mut self.write().list;
        let before = list.len();
        list.retain(|key| key.serial != serial);
        list.len() < before
    }

    /// The key with that serial, byte for byte.
    #[must_use]
    pub fn find(&self, serial: &str) -> Option<Arc<PlatformKey>> {
        self.read(|keys| keys.iter().find(|key| key.serial == serial).cloned())
    }

    /// The key to encrypt to and to name in requests at the time `now`, in seconds since 1970: the public key if there is one,
    /// otherwise the valid certificate that began last. If no certificate is valid, one that has expired comes before one that
    /// has not begun.
    #[must_use]
    pub fn newest(&self, now: i64) -> Option<Arc<PlatformKey>> {
        let rank = |key: &Arc<PlatformKey>| match key.validity {
            None => (true, true, i64::MAX),
            Some((begin, end)) => (begin <= now && now < end, begin <= now, begin),
        };
        self.read(|keys| keys.iter().max_by_key(|key| rank(key)).cloned())
    }

    /// Removes certificates that have expired at the time `now`, in seconds since 1970.
    pub fn forget_expired(&self, now: i64) {
        self.write().list.retain(|key| key.expires().is_none_or(|end| end > now));
    }

    /// Every key, in no particular order.
    #[must_use]
    pub fn keys(&self) -> Vec<Arc<PlatformKey>> {
        self.read(<[_]>::to_vec)
    }

    /// The names of all keys.
    #[must_use]
    pub fn serials(&self) -> Vec<String> {
        self.read(|keys| keys.iter().map(|key| key.serial.clone()).collect())
    }

    fn read<T>(&self, look: impl FnOnce(&[Arc<PlatformKey>]) -> T) -> T {
        look(&self.0.read().unwrap_or_else(PoisonError::into_inner).list)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Keys> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Platform").field(&self.serials()).finish()
    }
}
