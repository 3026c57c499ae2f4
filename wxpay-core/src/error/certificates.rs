//! Platform certificates that could not be downloaded.

use std::error::Error as StdError;
use std::fmt;

use super::{ApiError, Error};
use crate::decode::DecodeError;
use crate::envelope::EnvelopeError;
use crate::keys::KeyError;
use crate::verify::VerifyError;

/// The reason why there are no platform certificates. Only the request for them was sent.
#[derive(Debug)]
#[non_exhaustive]
pub enum CertificatesError {
    /// The client is not set to download them.
    Off,
    /// The client has no crypto library.
    NoBackend,
    /// The client has no APIv3 key to open them with.
    NoKey,
    /// The merchant has no certificates and uses WeChat Pay's public key (微信支付公钥); this is WeChat Pay's answer.
    NotIssued(Box<ApiError>),
    /// WeChat Pay refused the download.
    Refused(Box<ApiError>),
    /// There was no answer.
    Call(Error),
    /// The answer is not as documented.
    Decode(DecodeError),
    /// A certificate does not open with the APIv3 key.
    Sealed(EnvelopeError),
    /// A certificate was opened, but is not text.
    NotText,
    /// A certificate cannot be used, for example because it is the merchant's own.
    Key(KeyError),
    /// The answer has no RSA certificate.
    Empty,
    /// The answer is not signed with one of the certificates in it, nor with a known key.
    Unverified(VerifyError),
}

impl fmt::Display for CertificatesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Off => f.write_str("the download is off; `download_certificates` turns it on"),
            Self::NoBackend => f.write_str("no crypto library is compiled in"),
            Self::NoKey => f.write_str("there is no APIv3 key to open them with"),
            Self::NotIssued(error) => write!(
                f,
                "this merchant has none; use the public key: give WeChat Pay's public key (微信支付公钥) and its ID with \
                 `platform_public_key_pem`, and leave `download_certificates` out ({error})"
            ),
            Self::Refused(error) => write!(f, "{} {error}", error.status().as_u16()),
            Self::Call(error) => write!(f, "{error}"),
            Self::Decode(error) => write!(f, "the answer is not as documented: {error}"),
            Self::Sealed(error) => write!(f, "a certificate: {error}"),
            Self::NotText => f.write_str("a certificate is not text"),
            Self::Key(error) => write!(f, "a certificate: {error}"),
            Self::Empty => f.write_str("the answer has no RSA certificate"),
            Self::Unverified(error) => write!(f, "{error}"),
        }
    }
}

impl StdError for CertificatesError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            // The error itself, since nobody downcasts to the box.
            Self::NotIssued(error) | Self::Refused(error) => Some(&**error),
            Self::Call(error) => Some(error),
            Self::Decode(error) => Some(error),
            Self::Sealed(error) => Some(error),
            Self::Key(error) => Some(error),
            Self::Unverified(error) => Some(error),
            Self::Off | Self::NoBackend | Self::NoKey | Self::NotText | Self::Empty => None,
        }
    }
}

impl From<DecodeError> for CertificatesError {
    fn from(error: DecodeError) -> Self {
        Self::Decode(error)
    }
}

impl From<EnvelopeError> for CertificatesError {
    fn from(error: EnvelopeError) -> Self {
        Self::Sealed(error)
    }
}

impl From<KeyError> for CertificatesError {
    fn from(error: KeyError) -> Self {
        Self::Key(error)
    }
}

impl From<VerifyError> for CertificatesError {
    fn from(error: VerifyError) -> Self {
        Self::Unverified(error)
    }
}
