//! Who signs here: merchants and brands, their certificates, and those of WeChat Pay.

use super::{Deeds, Merchant};
use crate::error::SandboxError;
use crate::keys::Keys;
use crate::keys::credentials::Credentials;
use crate::watch::{self, Seen};

/// Merchants and brands, and WeChat Pay's certificates.
impl Deeds {
    /// Another merchant, with a number, a certificate and an APIv3 key of its own; WeChat Pay's keys are the same. Its
    /// client is that of [`Credentials::client_builder`] with this sandbox's URL as host. What users do with its orders,
    /// refunds, transfers and shares are methods of [`merchant`](Self::merchant) with its number.
    ///
    /// It has the [`Keys`] that the sandbox was started with; [`Merchant::set_keys`] gives it others.
    ///
    /// # Errors
    /// The key cannot be made.
    pub fn register_merchant(&self) -> Result<Credentials, SandboxError> {
        self.register_merchant_with(self.office.credentials.keys)
    }

    /// The same with other keys of WeChat Pay.
    pub(crate) fn register_merchant_with(&self, keys: Keys) -> Result<Credentials, SandboxError> {
        self.known(self.office.credentials.with_keys(keys).of_another(self.office.merchants.place()))
    }

    /// A brand (品牌), with an ID, a certificate and an APIv3 key of its own; WeChat Pay's public key is the same, and
    /// certificates of WeChat Pay a brand has not. It calls the paths that begin with `/brand/`, and no others.
    ///
    /// # Errors
    /// The key cannot be made.
    pub fn register_brand(&self) -> Result<Credentials, SandboxError> {
        self.known(self.office.credentials.of_brand(self.office.merchants.place()))
    }

    /// Believes a merchant's certificate no more; whether there was one.
    pub fn withdraw_merchant_certificate(&self, serial: &str) -> bool {
        self.office.merchants.withdraw(serial)
    }

    /// Issues another platform certificate, which begins now, and gives its serial. The old ones stay until they are
    /// withdrawn. Merchants see it that have certificates: see [`Keys`].
    ///
    /// # Errors
    /// The key cannot be made.
    pub fn issue_certificate(&self) -> Result<String, SandboxError> {
        self.office.keyring.issue(self.office.clock.now()).map_err(SandboxError::Keys)
    }

    /// Uses a platform certificate no more; whether there was one. Without any, every merchant has the public key alone.
    pub fn withdraw_certificate(&self, serial: &str) -> bool {
        self.office.keyring.withdraw(serial)
    }
}

/// The merchant's own keys and certificates. As the sandbox's methods, these are the first merchant's.
impl Merchant {
    /// Sets which of WeChat Pay's keys the merchant has from now on, as when it changes from certificates to the public key:
    /// answers, notifications and the download of certificates go by it, clients that are there already stay as they are.
    ///
    /// # Errors
    /// The merchant is unknown here, or a brand, or `sandbox.json` cannot be written.
    pub fn set_keys(&self, keys: Keys) -> Result<(), SandboxError> {
        let mchid = self.named();
        self.office.merchants.change_over(mchid, keys)?;
        if mchid == self.office.credentials.mchid { self.announce() } else { Ok(()) }
    }

    /// Another certificate for the merchant; the old ones stay until they are withdrawn.
    ///
    /// # Errors
    /// The key cannot be made, or the merchant is unknown here.
    pub fn issue_merchant_certificate(&self) -> Result<Credentials, SandboxError> {
        self.known(self.latest()?.recertified())
    }

    /// A certificate (`apiclient_cert.pem`) for a key of the merchant's own making, as WeChat Pay issues one on request.
    /// `spki` is its public half as SPKI in DER; the private one stays where it is, such as in an HSM.
    ///
    /// # Errors
    /// It is not an RSA key, or the merchant is unknown here.
    pub fn certify_merchant_key(&self, spki: &[u8]) -> Result<String, SandboxError> {
        let certify = || {
            let (certificate, serial, key) = self.office.credentials.certified(self.named(), spki)?;
            self.office.merchants.certify(self.named(), serial, key).map(|()| certificate)
        };
        certify().map_err(SandboxError::Keys)
    }

    /// Another APIv3 key for the merchant, as one is set on the merchant platform: it is in force at once. Notifications that
    /// are under way stay encrypted with the old one, however often they are repeated.
    ///
    /// # Errors
    /// The key cannot be made, or the merchant is unknown here.
    pub fn exchange_api_v3_key(&self) -> Result<Credentials, SandboxError> {
        let renewed = self.latest()?.rekeyed().map_err(SandboxError::Keys)?;
        watch::show(&renewed, Seen::Merchant);
        self.office.merchants.exchange_key(&renewed).map_err(SandboxError::Keys)
    }

    /// The merchant; the first one, where nobody is named.
    pub(super) fn named(&self) -> &str {
        self.mchid.as_deref().unwrap_or(&self.office.credentials.mchid)
    }

    fn latest(&self) -> Result<Credentials, SandboxError> {
        let unknown = || SandboxError::UnknownMerchant { mchid: self.named().to_owned() };
        self.office.merchants.credentials(self.named()).ok_or_else(unknown)
    }

    /// Says in `sandbox.json` what is so, if there is a folder.
    pub(crate) fn announce(&self) -> Result<(), SandboxError> {
        self.board.announce(self.office.merchants.keys(&self.office.credentials.mchid))
    }

    fn known(&self, made: Result<Credentials, String>) -> Result<Credentials, SandboxError> {
        let credentials = made.map_err(SandboxError::Keys)?;
        watch::show(&credentials, Seen::Merchant);
        self.office.merchants.know(&credentials).map_err(SandboxError::Keys)
    }
}
