//! Who signs here: merchants and brands, their certificates, and those of WeChat Pay.

use std::sync::PoisonError;

use crate::error::SandboxError;
use crate::keys::Keys;
use crate::keys::credentials::Credentials;
use crate::watch::{self, Seen};
use crate::{Sandbox, Shared};

impl Sandbox {
    /// Another merchant, with a number, a certificate and an APIv3 key of its own; WeChat Pay's keys are the same. Its
    /// client is that of [`Credentials::client_builder`] with this sandbox's URL as host. What users do with its orders,
    /// refunds, transfers and shares goes by the [`Number`](crate::Number), which is found whoever has it.
    ///
    /// It has the [`Keys`] that the sandbox was started with; [`set_keys`](Self::set_keys) gives it others.
    ///
    /// # Errors
    /// The key cannot be made.
    pub fn register_merchant(&self) -> Result<Credentials, SandboxError> {
        self.shared.register_merchant(None)
    }

    /// Sets which of WeChat Pay's keys a merchant has from now on, as when it changes from certificates to the public key:
    /// answers, notifications and the download of certificates go by it, clients that are there already stay as they are.
    ///
    /// # Errors
    /// The merchant is unknown here, or a brand, or `sandbox.json` cannot be written.
    pub fn set_keys(&self, mchid: &str, keys: Keys) -> Result<(), SandboxError> {
        self.shared.set_keys(mchid, keys)
    }

    /// A brand (品牌), with an ID, a certificate and an APIv3 key of its own; WeChat Pay's public key is the same, and
    /// certificates of WeChat Pay a brand has not. It calls the paths that begin with `/brand/`, and no others.
    ///
    /// # Errors
    /// The key cannot be made.
    pub fn register_brand(&self) -> Result<Credentials, SandboxError> {
        self.shared.known(self.shared.credentials.of_brand(self.shared.merchants.count()))
    }

    /// Another certificate for a merchant; the old ones stay until they are withdrawn.
    ///
    /// # Errors
    /// The key cannot be made.
    pub fn issue_merchant_certificate(&self, credentials: &Credentials) -> Result<Credentials, SandboxError> {
        self.shared.issue_merchant_certificate(credentials)
    }

    /// A certificate (`apiclient_cert.pem`) for a key of the merchant's own making, as WeChat Pay issues one on request.
    /// `spki` is its public half as SPKI in DER; the private one stays where it is, such as in an HSM.
    ///
    /// # Errors
    /// It is no RSA key, or the merchant is unknown here.
    pub fn certify_merchant_key(&self, mchid: &str, spki: &[u8]) -> Result<String, SandboxError> {
        let certify = || {
            let (certificate, serial, key) = self.shared.credentials.certified(mchid, spki)?;
            self.shared.merchants.certify(mchid, serial, key).map(|()| certificate)
        };
        certify().map_err(SandboxError::Keys)
    }

    /// Another APIv3 key for a merchant, as one is set on the merchant platform: it is in force at once. Notifications that
    /// are under way stay encrypted with the old one, however often they are repeated.
    ///
    /// # Errors
    /// The key cannot be made, or the merchant is unknown here.
    pub fn exchange_api_v3_key(&self, credentials: &Credentials) -> Result<Credentials, SandboxError> {
        let renewed = credentials.rekeyed().map_err(SandboxError::Keys)?;
        watch::show(&renewed, Seen::Merchant);
        self.shared.merchants.exchange_key(&renewed).map_err(SandboxError::Keys)?;
        Ok(renewed)
    }

    /// Believes a merchant's certificate no more; whether there was one.
    pub fn withdraw_merchant_certificate(&self, serial: &str) -> bool {
        self.shared.merchants.withdraw(serial)
    }

    /// Issues another platform certificate, which begins now, and gives its serial. The old ones stay until they are
    /// withdrawn. Merchants see it that have certificates: see [`Keys`].
    ///
    /// # Errors
    /// The key cannot be made.
    pub fn issue_certificate(&self) -> Result<String, SandboxError> {
        self.shared.keyring.issue(self.shared.clock.now()).map_err(SandboxError::Keys)
    }

    /// Uses a platform certificate no more; whether there was one. Without any, every merchant has the public key alone.
    pub fn withdraw_certificate(&self, serial: &str) -> bool {
        self.shared.keyring.withdraw(serial)
    }
}

impl Shared {
    /// With other keys of WeChat Pay than those of the start, if some are given.
    pub(crate) fn register_merchant(&self, keys: Option<Keys>) -> Result<Credentials, SandboxError> {
        let first = self.credentials.with_keys(keys.unwrap_or(self.credentials.keys));
        self.known(first.of_another(self.merchants.count()))
    }

    pub(crate) fn set_keys(&self, mchid: &str, keys: Keys) -> Result<(), SandboxError> {
        let unfit = |problem| SandboxError::Merchant { mchid: mchid.to_owned(), problem };
        self.merchants.change_over(mchid, keys).map_err(unfit)?;
        if mchid == self.credentials.mchid { self.announce() } else { Ok(()) }
    }

    /// Says in `sandbox.json` what is so, if there is a folder.
    pub(crate) fn announce(&self) -> Result<(), SandboxError> {
        let directory = self.directory.lock().unwrap_or_else(PoisonError::into_inner);
        directory.as_ref().map_or(Ok(()), |directory| directory.announce(self))
    }

    /// From now on nothing says that the sandbox runs.
    pub(crate) fn retract(&self) {
        drop(self.directory.lock().unwrap_or_else(PoisonError::into_inner).take());
    }

    pub(crate) fn issue_merchant_certificate(&self, credentials: &Credentials) -> Result<Credentials, SandboxError> {
        self.known(credentials.recertified())
    }

    fn known(&self, made: Result<Credentials, String>) -> Result<Credentials, SandboxError> {
        let credentials = made.map_err(SandboxError::Keys)?;
        watch::show(&credentials, Seen::Merchant);
        self.merchants.know(&credentials).map_err(SandboxError::Keys)?;
        Ok(credentials)
    }
}
