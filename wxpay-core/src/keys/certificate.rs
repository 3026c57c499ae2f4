//! An X.509 certificate, as far as the protocol needs it.

use x509_cert::Certificate as X509;
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::der::{Decode, Encode};
use x509_cert::name::Name;

use super::KeyError;
use super::pem::certificate_der;
use crate::crypto::key_error::WECHAT_PAY;
use crate::error::SharedError;

/// A certificate of the merchant or of WeChat Pay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    serial: String,
    spki: Vec<u8>,
    not_before: u64,
    not_after: u64,
    common_name: Option<String>,
}

impl Certificate {
    /// Reads one `CERTIFICATE` block.
    ///
    /// # Errors
    /// The text has no such block, or the block is damaged.
    pub fn from_pem(pem: &str) -> Result<Self, KeyError> {
        Self::from_der(&certificate_der(pem)?)
    }

    /// Reads a certificate in DER.
    ///
    /// # Errors
    /// The bytes are not an X.509 certificate.
    pub fn from_der(der: &[u8]) -> Result<Self, KeyError> {
        let damaged = |error: x509_cert::der::Error| KeyError::NotCertificate(SharedError::new(error));
        let x509 = X509::from_der(der).map_err(damaged)?;
        let certificate = x509.tbs_certificate();
        let validity = certificate.validity();
        Ok(Self {
            serial: printed(certificate.serial_number().as_bytes()),
            spki: certificate.subject_public_key_info().to_der().map_err(damaged)?,
            not_before: validity.not_before.to_unix_duration().as_secs(),
            not_after: validity.not_after.to_unix_duration().as_secs(),
            common_name: common_name(certificate.subject()),
        })
    }

    /// The serial number as `openssl x509 -serial` prints it.
    #[must_use]
    pub fn serial(&self) -> &str {
        &self.serial
    }

    /// The common name (CN) of its owner: a merchant's is the merchant number, WeChat Pay's is `Tenpay.com sign`.
    #[must_use]
    pub fn common_name(&self) -> Option<&str> {
        self.common_name.as_deref()
    }

    /// The merchant number that the certificate is issued to; `None` if it is not a merchant's.
    #[must_use]
    pub fn merchant(&self) -> Option<&str> {
        self.common_name().filter(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// Checks by the common name that the certificate is issued to the merchant `mchid`. A certificate without a name, or with a
    /// name that is neither a number nor WeChat Pay's, passes; and if `mchid` is not a number, nothing is compared.
    ///
    /// # Errors
    /// The certificate is another merchant's, or WeChat Pay's.
    pub fn is_of(&self, mchid: &str) -> Result<(), KeyError> {
        let platform = self.common_name().filter(|name| name.starts_with(WECHAT_PAY));
        match self.merchant().or(platform) {
            Some(name) if name != mchid && mchid.bytes().all(|byte| byte.is_ascii_digit()) => {
                Err(KeyError::OtherMerchant { expected: mchid.into(), found: name.to_owned() })
            }
            _ => Ok(()),
        }
    }

    /// The public key as SPKI in DER.
    #[must_use]
    pub fn spki(&self) -> &[u8] {
        &self.spki
    }

    /// The beginning of its validity, in seconds since 1970.
    #[must_use]
    pub fn not_before(&self) -> u64 {
        self.not_before
    }

    /// The end of its validity, in seconds since 1970.
    #[must_use]
    pub fn not_after(&self) -> u64 {
        self.not_after
    }
}

fn common_name(subject: &Name) -> Option<String> {
    let mut names = subject.iter().filter(|name| name.oid == COMMON_NAME);
    let value = &names.next()?.value;
    std::str::from_utf8(value.value()).ok().map(str::to_owned)
}

/// DER puts a zero byte before a number whose first bit is set. It is not printed.
fn printed(bytes: &[u8]) -> String {
    let start = bytes.iter().position(|byte| *byte != 0).unwrap_or(bytes.len().saturating_sub(1));
    bytes.iter().skip(start).map(|byte| format!("{byte:02X}")).collect()
}

const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
