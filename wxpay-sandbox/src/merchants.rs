//! The merchants that the sandbox knows: each with an APIv3 key, and with certificates that come and go.

use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use wxpay::crypto::PublicKey;
use wxpay::keys::ApiV3Key;

use crate::credentials::Credentials;

pub(crate) struct Merchants(RwLock<Vec<Account>>);

struct Account {
    mchid: String,
    api_v3_key: ApiV3Key,
    /// Those that were given out last.
    credentials: Credentials,
    /// Serial and key of each.
    certificates: Vec<(String, PublicKey)>,
}

/// Who has signed a request, and with what.
pub(crate) struct Caller {
    pub(crate) mchid: String,
    /// Verifies the signature, and is what answers are encrypted to.
    pub(crate) key: PublicKey,
}

impl Merchants {
    pub(crate) fn new(first: &Credentials) -> Result<Self, String> {
        let merchants = Self(RwLock::default());
        merchants.know(first)?;
        Ok(merchants)
    }

    /// Another merchant, or another certificate of one that is known.
    pub(crate) fn know(&self, credentials: &Credentials) -> Result<(), String> {
        let certificate = (credentials.merchant_serial.clone(), credentials.merchant.clone());
        let api_v3_key = ApiV3Key::new(&credentials.api_v3_key).ok_or("the APIv3 key has not 32 characters")?;
        let mut accounts = self.write();
        match accounts.iter_mut().find(|account| account.mchid == credentials.mchid) {
            Some(known) => {
                known.credentials = credentials.clone();
                known.certificates.push(certificate);
            }
            None => {
                let (mchid, credentials) = (credentials.mchid.clone(), credentials.clone());
                accounts.push(Account { mchid, api_v3_key, credentials, certificates: vec![certificate] });
            }
        }
        Ok(())
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.read().len()
    }

    /// The merchant who says to have signed with the certificate of that serial.
    pub(crate) fn caller(&self, mchid: &str, serial: &str) -> Option<Caller> {
        let accounts = self.read();
        let mut certificates = accounts.iter().find(|account| account.mchid == mchid)?.certificates.iter();
        let (_, key) = certificates.find(|(known, _)| known == serial)?;
        Some(Caller { mchid: mchid.to_owned(), key: key.clone() })
    }

    /// What a merchant was given last.
    pub(crate) fn credentials(&self, mchid: &str) -> Option<Credentials> {
        self.read().iter().find(|account| account.mchid == mchid).map(|account| account.credentials.clone())
    }

    /// What a merchant's notifications and downloads are encrypted with.
    pub(crate) fn api_v3_key(&self, mchid: &str) -> Result<ApiV3Key, String> {
        let accounts = self.read();
        let known = accounts.iter().find(|account| account.mchid == mchid);
        known.map(|account| account.api_v3_key.clone()).ok_or_else(|| format!("there is no merchant `{mchid}`"))
    }

    /// Believes a certificate no more; whether there was one.
    pub(crate) fn withdraw(&self, serial: &str) -> bool {
        let mut accounts = self.write();
        accounts.iter_mut().any(|account| {
            let before = account.certificates.len();
            account.certificates.retain(|(known, _)| known != serial);
            account.certificates.len() < before
        })
    }

    fn read(&self) -> RwLockReadGuard<'_, Vec<Account>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Vec<Account>> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}
