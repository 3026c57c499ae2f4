//! Platform certificates that were not downloaded.

use super::{ApiError, Error};
use crate::decode::DecodeError;
use crate::envelope::EnvelopeError;
use crate::keys::KeyError;
use crate::verify::VerifyError;

/// The reason why there are no platform certificates. Nothing but their download was sent.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CertificatesError {
    /// The client does not download them.
    #[error("the download is off; `download_certificates` turns it on")]
    Off,
    /// The client has no crypto library.
    #[error("no crypto library is compiled in")]
    NoBackend,
    /// The client has no APIv3 key to open them with.
    #[error("there is no APIv3 key to open them with")]
    NoKey,
    /// The merchant has none, and uses WeChat Pay's public key (微信支付公钥); this is WeChat Pay's answer.
    #[error(
        "this merchant has none; use the public key: give WeChat Pay's public key (微信支付公钥) and its ID with \
         `platform_public_key_pem`, and leave `download_certificates` out ({0})"
    )]
    NotIssued(#[source] ApiError),
    /// WeChat Pay refused the download.
    #[error("{status} {0}", status = .0.status().as_u16())]
    Refused(#[source] ApiError),
    /// There was no answer.
    #[error("{0}")]
    Call(#[source] Error),
    /// The answer is not as documented.
    #[error("the answer is not as documented: {0}")]
    Decode(#[from] DecodeError),
    /// A certificate does not open with the APIv3 key.
    #[error("a certificate: {0}")]
    Sealed(#[from] EnvelopeError),
    /// A certificate was opened, and is not text.
    #[error("a certificate is not text")]
    NotText,
    /// A certificate cannot be believed, such as the merchant's own.
    #[error("a certificate: {0}")]
    Key(#[from] KeyError),
    /// The answer has no RSA certificate.
    #[error("the answer has no RSA certificate")]
    Empty,
    /// The answer is not signed with one of the certificates in it, or with a key that is known.
    #[error("{0}")]
    Unverified(#[from] VerifyError),
}
