//! The identities of callers: merchants and brands, their certificates, and WeChat Pay's certificates.

use super::{Deeds, Merchant};
use crate::error::SandboxError;
use crate::keys::Keys;
use crate::keys::credentials::Credentials;
use crate::watch::{self, Seen};

/// Merchants and brands, and WeChat Pay's certificates.
impl Deeds {
    /// Registers another merchant, with its own number, certificate and APIv3 key; WeChat Pay's keys are the same. For a client
    /// use [`Credentials::client_builder`] with this sandbox's URL as host. [`merchant`](Self::merchant), with its number, has
    /// methods for what its users do.
    ///
    /// It has the [`Keys`] of the sandbox's start; [`Merchant::set_keys`] changes them.
    ///
    /// # Errors
    /// The key cannot be made.
    pub fn register_merchant(&self) -> Result<Credentials, SandboxError> {
        self.register_merchant_with(self.office.credentials.keys)
    }

    /// Registers another merchant, with these keys of WeChat Pay.
    pub(crate) fn register_merchant_with(&self, keys: Keys) -> Result<Credentials, SandboxError> {
        self.known(self.office.credentials.with_keys(keys).of_another(self.office.merchants.place()))
    }

    /// Registers a brand (品牌), with its own ID, certificate and APIv3 key; WeChat Pay's public key is the same. A brand has no
    /// platform certificates. It calls the paths that begin with `/brand/`, and no others.
    ///
    /// # Errors
    /// The key cannot be made.
    pub fn register_brand(&self) -> Result<Credentials, SandboxError> {
        self.known(self.office.credentials.of_brand(self.office.merchants.place()))
    }

    /// Withdraws a merchant's certificate; returns false if there was no such certificate.
    pub fn withdraw_merchant_certificate(&self, serial: &str) -> bool {
        self.office.merchants.withdraw(serial)
    }

    /// Issues another platform certificate, which is valid from now on, and returns its serial. The old ones stay until they are
    /// withdrawn. Only merchants with certificates see it: see [`Keys`].
    ///
    /// # Errors
    /// The key cannot be made.
    pub fn issue_certificate(&self) -> Result<String, SandboxError> {
        self.office.keyring.issue(self.office.clock.now()).map_err(SandboxError::Keys)
    }

    /// Withdraws a platform certificate; returns false if there was no such certificate. If none is left, every merchant has only
    /// the public key.
    pub fn withdraw_certificate(&self, serial: &str) -> bool {
        self.office.keyring.withdraw(serial)
    }
}

/// The merchant's own keys and certificates. On the sandbox itself, these methods are about the first merchant.
impl Merchant {
    /// Sets the keys of WeChat Pay that the merchant has from now on, for example when it changes from certificates to the public
    /// key. Answers, notifications and the download of certificates follow; existing clients do not change.
    ///
    /// # Errors
    /// The merchant is unknown here, or is a brand, or `sandbox.json` cannot be written.
    pub fn set_keys(&self, keys: Keys) -> Result<(), SandboxError> {
        let mchid = self.named();
        self.office.merchants.change_over(mchid, keys)?;
        if mchid == self.office.credentials.mchid { self.announce() } else { Ok(()) }
    }

    /// Issues another certificate for the merchant; the old ones stay until they are withdrawn.
    ///
    /// # Errors
    /// The key cannot be made, or the merchant is unknown here.
    pub fn issue_merchant_certificate(&self) -> Result<Credentials, SandboxError> {
        self.known(self.latest()?.recertified())
    }

    /// Issues a certificate (`apiclient_cert.pem`) for the merchant's own key, as WeChat Pay does on request. `spki` is the
    /// public key as SPKI in DER; the private key stays where it is, such as in an HSM.
    ///
    /// # Errors
    /// `spki` is not an RSA key, or the merchant is unknown here.
    pub fn certify_merchant_key(&self, spki: &[u8]) -> Result<String, SandboxError> {
        let certify = || {
            let (certificate, serial, key) = self.office.credentials.certified(self.named(), spki)?;
            self.office.merchants.certify(self.named(), serial, key).map(|()| certificate)
        };
        certify().map_err(SandboxError::Keys)
    }

    /// Sets another APIv3 key for the merchant, as the merchant platform does: it is in force at once. Notifications that are
    /// being sent stay encrypted with the old one, however often they are repeated.
    ///
    /// # Errors
    /// The key cannot be made, or the merchant is unknown here.
    pub fn exchange_api_v3_key(&self) -> Result<Credentials, SandboxError> {
        let renewed = self.latest()?.rekeyed().map_err(SandboxError::Keys)?;
        watch::show(&renewed, Seen::Merchant);
        self.office.merchants.exchange_key(&renewed).map_err(SandboxError::Keys)
    }

    /// The merchant's number; the first merchant's, if no merchant is named.
    pub(super) fn named(&self) -> &str {
        self.mchid.as_deref().unwrap_or(&self.office.credentials.mchid)
    }

    fn latest(&self) -> Result<Credentials, SandboxError> {
        let unknown = || SandboxError::UnknownMerchant { mchid: self.named().to_owned() };
        self.office.merchants.credentials(self.named()).ok_or_else(unknown)
    }

    /// Writes the present keys to `sandbox.json`, if the sandbox has a folder.
    pub(crate) fn announce(&self) -> Result<(), SandboxError> {
        self.board.announce(self.office.merchants.keys(&self.office.credentials.mchid))
    }

    fn known(&self, made: Result<Credentials, String>) -> Result<Credentials, SandboxError> {
        let credentials = made.map_err(SandboxError::Keys)?;
        watch::show(&credentials, Seen::Merchant);
        self.office.merchants.know(&credentials).map_err(SandboxError::Keys)
    }
}
