//! The keys that WeChat Pay signs with: the public key's private key, and platform certificates that are issued and withdrawn.

use std::sync::{Arc, PoisonError, RwLock};

use wxpay::crypto::{Backend, PrivateKey};
use wxpay::keys::{Certificate, private_key_der};

use crate::keys::Keys;
use crate::keys::credentials::{Credentials, PLATFORM_NAME, certificate, rsa_key, text};

/// A key and its name.
pub(crate) struct Issued {
    /// The public key's ID, or the certificate's serial.
    pub(crate) serial: String,
    pub(crate) key: PrivateKey,
    /// The certificate as PEM; empty for the public key.
    pub(crate) certificate: String,
    /// Start and end of the certificate's validity, in seconds since 1970.
    pub(crate) validity: (i64, i64),
}

impl Issued {
    /// Returns true for a certificate's key, and false for the public key.
    pub(crate) fn is_certificate(&self) -> bool {
        !self.certificate.is_empty()
    }
}

/// The keys of one sandbox.
pub(crate) struct Keyring {
    public_key: Arc<Issued>,
    /// Certificates, the newest last.
    certificates: RwLock<Vec<Arc<Issued>>>,
}

impl Keyring {
    /// The public key and one certificate, from the process's credentials.
    pub(crate) fn new(credentials: &Credentials) -> Result<Self, String> {
        let public_key = Issued {
            serial: credentials.public_key_id.clone(),
            key: private_key(&credentials.public_key_private_half)?,
            certificate: String::new(),
            validity: (i64::MIN, i64::MAX),
        };
        let first = issued(&credentials.platform_certificate, &credentials.platform_private_key)?;
        Ok(Self { public_key: Arc::new(public_key), certificates: RwLock::new(vec![Arc::new(first)]) })
    }

    /// The key that a request names, if a merchant with `keys` has it.
    pub(crate) fn named(&self, keys: Keys, serial: &str) -> Option<Arc<Issued>> {
        let keys = self.in_force(keys);
        let has =
            |key: &Arc<Issued>| if key.is_certificate() { keys.has_certificates() } else { keys.has_public_key() };
        self.find(serial).filter(has)
    }

    /// The key with that name. A public key's ID has to be exact, a serial may have any letter case.
    pub(crate) fn find(&self, serial: &str) -> Option<Arc<Issued>> {
        if serial == self.public_key.serial {
            return Some(self.public_key.clone());
        }
        self.certificates().into_iter().find(|issued| issued.serial.eq_ignore_ascii_case(serial))
    }

    /// The key that signs for a merchant with `keys` if the request names none: the newest certificate if it has certificates,
    /// otherwise the public key.
    pub(crate) fn unasked(&self, keys: Keys) -> Arc<Issued> {
        self.certificates_of(keys).pop().unwrap_or_else(|| self.public_key.clone())
    }

    /// Certificates of a merchant with `keys`, the newest last.
    pub(crate) fn certificates_of(&self, keys: Keys) -> Vec<Arc<Issued>> {
        if keys.has_certificates() { self.certificates() } else { Vec::new() }
    }

    /// The keys in force. Once the last certificate is withdrawn (作废平台证书), every merchant has [the public
    /// key](https://pay.weixin.qq.com/doc/v3/partner/4013038589).
    fn in_force(&self, keys: Keys) -> Keys {
        if self.certificates().is_empty() { Keys::PublicKey } else { keys }
    }

    /// All certificates, the newest last.
    pub(crate) fn certificates(&self) -> Vec<Arc<Issued>> {
        self.certificates.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Issues another certificate, which is valid from that time, in seconds since 1970. Returns its serial.
    pub(crate) fn issue(&self, begins: i64) -> Result<String, String> {
        let key = rsa_key()?;
        let issued = issued(&certificate(PLATFORM_NAME, &key, begins)?, &key.serialize_pem())?;
        let serial = issued.serial.clone();
        self.certificates.write().unwrap_or_else(PoisonError::into_inner).push(Arc::new(issued));
        Ok(serial)
    }

    /// Withdraws a certificate; returns false if there was no such certificate.
    pub(crate) fn withdraw(&self, serial: &str) -> bool {
        let mut certificates = self.certificates.write().unwrap_or_else(PoisonError::into_inner);
        let before = certificates.len();
        certificates.retain(|issued| issued.serial != serial);
        certificates.len() < before
    }
}

fn issued(certificate: &str, private: &str) -> Result<Issued, String> {
    let read = Certificate::from_pem(certificate).map_err(text)?;
    let seconds = |time: u64| i64::try_from(time).unwrap_or(i64::MAX);
    Ok(Issued {
        serial: read.serial().to_owned(),
        key: private_key(private)?,
        certificate: certificate.to_owned(),
        validity: (seconds(read.not_before()), seconds(read.not_after())),
    })
}

fn private_key(pem: &str) -> Result<PrivateKey, String> {
    let backend = Backend::preferred().ok_or("no crypto library is compiled in")?;
    private_key_der(pem).and_then(|der| backend.private_key(&der)).map_err(text)
}
