//! An X.509 certificate: what the protocol needs of it.

use x509_cert::Certificate as X509;
use x509_cert::der::{Decode, Encode};

use super::KeyError;
use super::pem::certificate_der;

/// A certificate of the merchant or of WeChat Pay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    serial: String,
    spki: Vec<u8>,
    not_before: u64,
    not_after: u64,
}

impl Certificate {
    /// Reads one `CERTIFICATE` block.
    ///
    /// # Errors
    /// There is no such block, or it is damaged.
    pub fn from_pem(pem: &str) -> Result<Self, KeyError> {
        Self::from_der(&certificate_der(pem)?)
    }

    /// Reads a certificate in DER.
    ///
    /// # Errors
    /// It does not parse.
    pub fn from_der(der: &[u8]) -> Result<Self, KeyError> {
        let damaged = |error: x509_cert::der::Error| KeyError::Damaged(format!("no X.509 certificate: {error}"));
        let x509 = X509::from_der(der).map_err(damaged)?;
        let certificate = x509.tbs_certificate();
        let validity = certificate.validity();
        Ok(Self {
            serial: printed(certificate.serial_number().as_bytes()),
            spki: certificate.subject_public_key_info().to_der().map_err(damaged)?,
            not_before: validity.not_before.to_unix_duration().as_secs(),
            not_after: validity.not_after.to_unix_duration().as_secs(),
        })
    }

    /// The serial number as `openssl x509 -serial` prints it.
    #[must_use]
    pub fn serial(&self) -> &str {
        &self.serial
    }

    /// The public key as SPKI in DER.
    #[must_use]
    pub fn spki(&self) -> &[u8] {
        &self.spki
    }

    /// When it begins to hold, in seconds since 1970.
    #[must_use]
    pub fn not_before(&self) -> u64 {
        self.not_before
    }

    /// When it ceases to hold, in seconds since 1970.
    #[must_use]
    pub fn not_after(&self) -> u64 {
        self.not_after
    }
}

/// DER puts a zero byte before a number whose first bit is set; it is no part of what is printed.
fn printed(bytes: &[u8]) -> String {
    let start = bytes.iter().position(|byte| *byte != 0).unwrap_or(bytes.len().saturating_sub(1));
    bytes.iter().skip(start).map(|byte| format!("{byte:02X}")).collect()
}
