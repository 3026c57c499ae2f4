//! A file that WeChat Pay has: where it is, and the digest that proves it.
//!
//! Answers with files are not signed. What proves a file is its digest, which came in a signed answer:
//! [`Client::download`](crate::client::Client::download) compares the two before it says that all is well.

use std::fmt;
use std::io;
use std::sync::Arc;

use crate::crypto::DigestAlgorithm;

/// What to download. `wxpay` makes it from the answer that names the file, such as that to an application for a bill.
#[derive(Clone)]
#[must_use]
pub struct Download {
    pub(crate) url: String,
    pub(crate) hash_type: String,
    pub(crate) hash_value: String,
    pub(crate) gunzip: bool,
    pub(crate) limit: u64,
    pub(crate) progress: Option<Arc<dyn Fn(Progress) + Send + Sync>>,
}

impl Download {
    /// The file at `url`, whose plain content has this digest: `hash_type` is `SHA1` or `SHA256`, `hash_value` its digits
    /// in hex, of either case.
    pub fn new(url: impl Into<String>, hash_type: impl Into<String>, hash_value: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            hash_type: hash_type.into(),
            hash_value: hash_value.into(),
            gunzip: false,
            limit: LIMIT,
            progress: None,
        }
    }

    /// The file comes as gzip, and is unpacked on the way. The digest is that of what was packed.
    pub fn gunzip(self, gunzip: bool) -> Self {
        Self { gunzip, ..self }
    }

    /// The largest plain content in bytes; by default 8 GiB. A file that is larger, or unpacks to more, is refused when it
    /// gets there.
    pub fn limit(self, bytes: u64) -> Self {
        Self { limit: bytes, ..self }
    }

    /// Tells how far it is, after every piece. It is called on the way, and should be quick.
    pub fn on_progress(self, progress: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        Self { progress: Some(Arc::new(progress)), ..self }
    }

    /// Algorithm and digest, as bytes.
    pub(crate) fn digest(&self) -> Result<(DigestAlgorithm, Vec<u8>), DownloadError> {
        let algorithm = match self.hash_type.as_str() {
            "SHA1" => DigestAlgorithm::Sha1,
            "SHA256" => DigestAlgorithm::Sha256,
            other => return Err(DownloadError::HashType(other.to_owned())),
        };
        let digest = from_hex(&self.hash_value).filter(|digest| digest.len() == algorithm.length());
        Ok((algorithm, digest.ok_or(DownloadError::HashValue)?))
    }
}

impl fmt::Debug for Download {
    /// Says nothing of the token in the URL.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.url.split('?').next().unwrap_or_default();
        f.debug_struct("Download")
            .field("url", &place)
            .field("hash_type", &self.hash_type)
            .field("hash_value", &self.hash_value)
            .field("gunzip", &self.gunzip)
            .field("limit", &self.limit)
            .finish_non_exhaustive()
    }
}

/// How far a download is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// The bytes that have arrived.
    pub received: u64,
    /// How many will arrive, where the server said so.
    pub total: Option<u64>,
    /// The plain bytes that were passed on.
    pub written: u64,
}

/// A file that is whole, and the one that was promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Downloaded {
    /// The bytes that arrived.
    pub received: u64,
    /// The plain bytes that were passed on.
    pub written: u64,
}

/// Why a file was not downloaded, or is not believed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DownloadError {
    /// The URL is none, or has characters that have to be percent-encoded. Nothing was sent.
    #[error("the download URL is not one")]
    Url,
    /// The URL leads to somebody else than WeChat Pay, who shall not see a signature. Nothing was sent.
    #[error("`{0}` is no host of WeChat Pay")]
    ForeignHost(String),
    /// No file is there whose answer may come unsigned. Nothing was sent.
    #[error("`{0}` is no place of downloads")]
    Place(String),
    /// A digest that this library does not make, such as SM3. Nothing was sent.
    #[error("the digest is made with `{0}`; known are SHA1 and SHA256")]
    HashType(String),
    /// The digest is not as many hex digits as the algorithm makes. Nothing was sent.
    #[error("the digest to compare with is none")]
    HashValue,
    /// The features bring no crypto library. Nothing was sent.
    #[error("there is no crypto library to digest with; one of the features `aws-lc` and `rustcrypto` must be on")]
    NoBackend,
    /// What arrived is not what WeChat Pay has signed the digest of: damaged or changed on the way. Ask for the file again.
    #[error("the file has another digest than the one that was promised")]
    Digest,
    /// What arrived is no gzip file, is damaged, or was cut off.
    #[error("the file does not unpack: {0}")]
    Gzip(io::Error),
    /// The plain content is larger than [`Download::limit`].
    #[error("the file has more than {0} bytes")]
    TooLarge(u64),
    /// It cannot be written here.
    #[error("the file cannot be written: {0}")]
    Write(io::Error),
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> =
        text.chars().map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
    let (pairs, rest) = digits.as_deref()?.as_chunks::<2>();
    rest.is_empty().then(|| pairs.iter().map(|[high, low]| high << 4 | low).collect())
}

const LIMIT: u64 = 8 << 30;
