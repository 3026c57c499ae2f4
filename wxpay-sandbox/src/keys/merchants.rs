//! The merchants and brands that the sandbox knows. Each has an APIv3 key, and certificates that are issued and withdrawn.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use wxpay::crypto::PublicKey;
use wxpay::keys::ApiV3Key;
use wxpay::sign::Scheme;

use crate::error::{Failure, SandboxError};
use crate::keys::Keys;
use crate::keys::credentials::Credentials;

pub(crate) struct Merchants {
    accounts: RwLock<Vec<Account>>,
    /// Running number of the next merchant or brand.
    next: AtomicUsize,
}

struct Account {
    scheme: Scheme,
    /// The merchant number; a brand's ID.
    mchid: String,
    api_v3_key: ApiV3Key,
    /// The latest credentials.
    credentials: Credentials,
    /// Serial and key of each certificate.
    certificates: Vec<(String, PublicKey)>,
    /// True if the key of a certificate signs the next notification; used only if the merchant has both kinds of keys.
    certificate_is_next: bool,
}

/// The caller that signed a request, and its keys.
pub(crate) struct Caller {
    pub(crate) mchid: String,
    /// Verifies the request's signature and seals the answer's sensitive members.
    pub(crate) key: PublicKey,
    /// WeChat Pay's keys that the caller has.
    pub(crate) keys: Keys,
}

/// A merchant's certificate, for the diagnosis of a signature.
pub(crate) struct Certificate {
    pub(crate) mchid: String,
    pub(crate) serial: String,
    /// Its key as SPKI in DER.
    pub(crate) spki: Vec<u8>,
}

impl Merchants {
    pub(crate) fn new(first: &Credentials) -> Result<Self, String> {
        let merchants = Self { accounts: RwLock::default(), next: AtomicUsize::new(1) };
        merchants.know(first)?;
        Ok(merchants)
    }

    /// Reserves the number of the next merchant. Making its keys takes a while, and other merchants may be registered meanwhile.
    pub(crate) fn place(&self) -> usize {
        self.next.fetch_add(1, Ordering::Relaxed)
    }

    /// Adds a merchant, or another certificate of a known merchant, and returns its present credentials. The APIv3 key of a known
    /// merchant does not change: it may have been exchanged while the certificate was made.
    pub(crate) fn know(&self, credentials: &Credentials) -> Result<Credentials, String> {
        let certificate = (credentials.merchant_serial.clone(), credentials.merchant.clone());
        let api_v3_key = ApiV3Key::new(&credentials.api_v3_key).ok_or("the APIv3 key does not have 32 characters")?;
        let mut accounts = self.write();
        match accounts.iter_mut().find(|account| account.mchid == credentials.mchid) {
            Some(known) => {
                let Credentials { keys, api_v3_key, .. } = known.credentials.clone();
                known.credentials = Credentials { keys, api_v3_key, ..credentials.clone() };
                known.certificates.push(certificate);
                Ok(known.credentials.clone())
            }
            None => {
                let (mchid, credentials) = (credentials.mchid.clone(), credentials.clone());
                let (scheme, certificates) = (credentials.scheme, vec![certificate]);
                let certificate_is_next = false;
                let made = credentials.clone();
                accounts.push(Account { scheme, mchid, api_v3_key, credentials, certificates, certificate_is_next });
                Ok(made)
            }
        }
    }

    /// Adds a certificate of a known merchant.
    pub(crate) fn certify(&self, mchid: &str, serial: String, key: PublicKey) -> Result<(), String> {
        let mut accounts = self.write();
        let known = accounts.iter_mut().find(|account| account.mchid == mchid);
        known.ok_or_else(|| unknown(mchid))?.certificates.push((serial, key));
        Ok(())
    }

    /// Replaces the APIv3 key of a known merchant at once: nothing is sealed with the old key any more. Returns the present
    /// credentials.
    pub(crate) fn exchange_key(&self, credentials: &Credentials) -> Result<Credentials, String> {
        let key = ApiV3Key::new(&credentials.api_v3_key).ok_or("the APIv3 key does not have 32 characters")?;
        let mut accounts = self.write();
        let known = accounts.iter_mut().find(|account| account.mchid == credentials.mchid);
        let known = known.ok_or_else(|| unknown(&credentials.mchid))?;
        known.api_v3_key = key;
        known.credentials.api_v3_key.clone_from(&credentials.api_v3_key);
        Ok(known.credentials.clone())
    }

    /// The latest credentials of each merchant and brand, in the order of registration.
    pub(crate) fn list(&self) -> Vec<Credentials> {
        self.read().iter().map(|account| account.credentials.clone()).collect()
    }

    /// The numbers of all merchants and brands except `mchid`.
    pub(crate) fn beside(&self, mchid: &str) -> Vec<String> {
        self.read().iter().map(|account| account.mchid.clone()).filter(|other| other != mchid).collect()
    }

    /// The merchant or brand `mchid`, if it has a certificate with that serial, in any letter case. The signature is not verified
    /// yet.
    pub(crate) fn caller(&self, scheme: Scheme, mchid: &str, serial: &str) -> Option<Caller> {
        let accounts = self.read();
        let mut known = accounts.iter().filter(|account| account.scheme == scheme);
        let account = known.find(|account| account.mchid == mchid)?;
        let (_, key) = account.certificates.iter().find(|(known, _)| known.eq_ignore_ascii_case(serial))?;
        Some(Caller { mchid: mchid.to_owned(), key: key.clone(), keys: account.credentials.keys })
    }

    /// All certificates in force.
    pub(crate) fn certificates(&self, scheme: Scheme) -> Vec<Certificate> {
        let of = |account: &Account| {
            let mchid = account.mchid.clone();
            let certificate = move |(serial, key): &(String, PublicKey)| Certificate {
                mchid: mchid.clone(),
                serial: serial.clone(),
                spki: key.spki.clone(),
            };
            account.certificates.iter().map(certificate).collect::<Vec<_>>()
        };
        self.read().iter().filter(|account| account.scheme == scheme).flat_map(of).collect()
    }

    /// The latest credentials of a merchant.
    pub(crate) fn credentials(&self, mchid: &str) -> Option<Credentials> {
        self.read().iter().find(|account| account.mchid == mchid).map(|account| account.credentials.clone())
    }

    /// Sets which of WeChat Pay's keys the merchant has.
    pub(crate) fn change_over(&self, mchid: &str, keys: Keys) -> Result<(), SandboxError> {
        let mut accounts = self.write();
        let known = accounts.iter_mut().find(|account| account.mchid == mchid);
        let known = known.ok_or_else(|| SandboxError::UnknownMerchant { mchid: mchid.to_owned() })?;
        if known.scheme == Scheme::BRAND && keys != Keys::PublicKey {
            let problem = "is a brand, and brands have only the public key";
            return Err(SandboxError::Merchant { mchid: mchid.to_owned(), problem });
        }
        (known.credentials.keys, known.certificate_is_next) = (keys, false);
        Ok(())
    }

    /// The kinds of WeChat Pay's keys that a merchant has. An unknown merchant has those of the first merchant: stored books may
    /// have notifications of merchants that an earlier run registered.
    pub(crate) fn keys(&self, mchid: &str) -> Keys {
        let accounts = self.read();
        let known = accounts.iter().find(|account| account.mchid == mchid).or(accounts.first());
        known.map_or_else(Keys::default, |known| known.credentials.keys)
    }

    /// The kind of key that signs a merchant's next notification. If the merchant has both kinds, they take turns.
    pub(crate) fn keys_of_next_notification(&self, mchid: &str) -> Keys {
        let mut accounts = self.write();
        let place = accounts.iter().position(|account| account.mchid == mchid).unwrap_or(0);
        match accounts.get_mut(place) {
            Some(known) if known.credentials.keys == Keys::Both => {
                known.certificate_is_next = !known.certificate_is_next;
                if known.certificate_is_next { Keys::PublicKey } else { Keys::Certificate }
            }
            Some(known) => known.credentials.keys,
            None => Keys::default(),
        }
    }

    /// Returns true if any merchant has platform certificates.
    pub(crate) fn have_certificates(&self) -> bool {
        self.read().iter().any(|account| account.credentials.keys.has_certificates())
    }

    /// The key that a merchant's notifications and downloads are sealed with.
    pub(crate) fn api_v3_key(&self, mchid: &str) -> Result<ApiV3Key, Failure> {
        let accounts = self.read();
        let known = accounts.iter().find(|account| account.mchid == mchid);
        known.map(|account| account.api_v3_key.clone()).ok_or_else(|| Failure::Merchant(mchid.to_owned()))
    }

    /// Withdraws a certificate; returns false if there was no such certificate.
    pub(crate) fn withdraw(&self, serial: &str) -> bool {
        let mut accounts = self.write();
        accounts.iter_mut().any(|account| {
            let before = account.certificates.len();
            account.certificates.retain(|(known, _)| known != serial);
            account.certificates.len() < before
        })
    }

    fn read(&self) -> RwLockReadGuard<'_, Vec<Account>> {
        self.accounts.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Vec<Account>> {
        self.accounts.write().unwrap_or_else(PoisonError::into_inner)
    }
}

fn unknown(mchid: &str) -> String {
    Failure::Merchant(mchid.to_owned()).into()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_that_is_made_while_the_api_v3_key_is_exchanged_leaves_the_new_one() {
        let first = Credentials::of_this_process().unwrap();
        let merchants = Merchants::new(&first).unwrap();
        let (certified, rekeyed) = (first.recertified().unwrap(), first.rekeyed().unwrap());
        merchants.exchange_key(&rekeyed).unwrap();
        let known = merchants.know(&certified).unwrap();
        assert_eq!((&known.api_v3_key, &known.merchant_serial), (&rekeyed.api_v3_key, &certified.merchant_serial));
        let listed = merchants.credentials(&first.mchid).unwrap();
        assert_eq!((listed.api_v3_key, listed.merchant_serial), (known.api_v3_key, known.merchant_serial));
        // The other way round: the exchange returns the new certificate.
        let answered = merchants.exchange_key(&first.rekeyed().unwrap()).unwrap();
        assert_eq!(answered.merchant_serial, certified.merchant_serial);
    }
}
