//! A file that WeChat Pay has: where it is, and the digest that proves it.
//!
//! Answers with files are not signed. What proves a file is its digest, which came in a signed answer:
//! [`Client::download`](crate::client::Client::download) compares the two before it says that all is well. Few files have
//! none: [`Download::without_digest`].

use std::fmt;
use std::sync::Arc;

use crate::crypto::{AesKey, BoxFuture, DigestAlgorithm};
use crate::encoded::Encoded;
use crate::endpoint::HostRole;
#[doc(no_inline)]
pub use bytes::Bytes;

pub use crate::error::DownloadError;
use crate::error::Error;

/// What to download. `wxpay` makes it from the answer that names the file, such as that to an application for a bill.
///
/// It may be several files, which follow each other in one place.
#[derive(Clone)]
#[must_use]
pub struct Download {
    pub(crate) files: Vec<File>,
    pub(crate) limit: u64,
    pub(crate) progress: Option<Arc<dyn Fn(Progress) + Send + Sync>>,
    pub(crate) renewal: Option<Renewal>,
}

/// A file, and what there is to know of it.
#[derive(Clone)]
pub(crate) struct File {
    pub(crate) source: Source,
    pub(crate) promise: Option<Promise>,
    pub(crate) key: Option<FileKey>,
    pub(crate) gunzip: bool,
}

/// Where a file is.
#[derive(Clone)]
pub(crate) enum Source {
    Url(String),
    Request(Arc<Requested>),
}

impl Source {
    /// The query, if there is one.
    fn query(&self) -> &str {
        let place = match self {
            Self::Url(url) => url,
            Self::Request(request) => request.encoded.target(),
        };
        place.split_once('?').map_or("", |(_, query)| query)
    }
}

/// A declared request, and the hosts that serve it.
pub(crate) struct Requested {
    pub(crate) encoded: Encoded,
    pub(crate) host: HostRole,
}

/// A file that a declared request asks for: [`Client::file`](crate::client::Client::file). What proves it decides whether it
/// can be downloaded.
#[must_use]
pub struct RequestedFile(pub(crate) Requested);

impl RequestedFile {
    /// The file, whose plain content has this digest, as [`Download::new`] takes it. The digest came in a signed answer.
    pub fn with_digest(self, hash_type: impl Into<String>, hash_value: impl Into<String>) -> Download {
        let promise = Promise { hash_type: hash_type.into(), hash_value: hash_value.into() };
        Download::of(Source::Request(Arc::new(self.0)), Some(promise))
    }

    /// The file, of which nobody has signed a digest, as [`Download::without_digest`]: what proves it is the encrypted
    /// connection to WeChat Pay, and nothing else. Where WeChat Pay is known to sign digests, as of bills, nothing is
    /// sent without.
    pub fn without_digest(self) -> Download {
        Download::of(Source::Request(Arc::new(self.0)), None)
    }
}

/// Says nothing of what is in the query, which may be a token.
impl fmt::Debug for RequestedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RequestedFile").field(&self.0.encoded.template()).finish()
    }
}

/// The digest that a signed answer has named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Promise {
    hash_type: String,
    hash_value: String,
}

/// How URLs that have got too old are exchanged for others.
#[derive(Clone)]
pub(crate) struct Renewal {
    /// When they were new, in seconds since 1970.
    pub(crate) since: i64,
    /// How old they may get, in seconds.
    pub(crate) age: u64,
    pub(crate) ask: Arc<dyn Fn() -> BoxFuture<'static, Result<Download, Error>> + Send + Sync>,
}

impl Download {
    /// The file at `url`, whose plain content has this digest: `hash_type` is `SHA1` or `SHA256`, `hash_value` its digits
    /// in hex, of either case.
    pub fn new(url: impl Into<String>, hash_type: impl Into<String>, hash_value: impl Into<String>) -> Self {
        Self::of(Source::Url(url.into()), Some(Promise { hash_type: hash_type.into(), hash_value: hash_value.into() }))
    }

    /// The file at `url`, of which nobody has signed a digest: an image of a complaint.
    ///
    /// What proves it is the encrypted connection to WeChat Pay, and nothing else: not against who sits between, such as
    /// a proxy of one's own whose certificate is trusted. Only the places are asked whose files have no digest.
    pub fn without_digest(url: impl Into<String>) -> Self {
        Self::of(Source::Url(url.into()), None)
    }

    fn of(source: Source, promise: Option<Promise>) -> Self {
        let files = vec![File { source, promise, key: None, gunzip: false }];
        Self { files, limit: LIMIT, progress: None, renewal: None }
    }

    /// The file comes as gzip, and is unpacked on the way. The digest is that of what was packed.
    pub fn gunzip(mut self, gunzip: bool) -> Self {
        self.files.iter_mut().for_each(|file| file.gunzip = gunzip);
        self
    }

    /// The file is unpacked if its URL says that it comes as gzip (`tartype=gzip`).
    pub fn gunzip_as_named(mut self) -> Self {
        for file in &mut self.files {
            let query = file.source.query();
            file.gunzip = query.split('&').any(|parameter| parameter.eq_ignore_ascii_case("tartype=gzip"));
        }
        self
    }

    /// The file comes encrypted, and is opened on the way, before it is unpacked. What is passed on is true when tag and
    /// digest hold, which is at the end of it.
    pub fn open_with(mut self, key: FileKey) -> Self {
        self.files.iter_mut().for_each(|file| file.key = Some(key.clone()));
        self
    }

    /// The files of a list of `count` parts, each with its number, in the order of their numbers: from 1, each once.
    ///
    /// # Errors
    /// [`DownloadError::Parts`]: one is missing, or there twice, or beyond the last.
    pub fn joined(count: i64, parts: impl IntoIterator<Item = (i64, Self)>) -> Result<Self, DownloadError> {
        let mut parts: Vec<_> = parts.into_iter().collect();
        parts.sort_by_key(|(number, _)| *number);
        if count < 1 || !parts.iter().map(|(number, _)| *number).eq(1..=count) {
            return Err(DownloadError::Parts { count, found: parts.into_iter().map(|(number, _)| number).collect() });
        }
        let files = parts.into_iter().flat_map(|(_, part)| part.files).collect();
        Ok(Self { files, limit: LIMIT, progress: None, renewal: None })
    }

    /// The largest plain content in bytes, of all files together; by default 8 GiB. What is larger, or unpacks to more, is
    /// refused when it gets there.
    pub fn limit(self, bytes: u64) -> Self {
        Self { limit: bytes, ..self }
    }

    /// Tells how far it is, after every piece. It is called on the way, and should be quick.
    pub fn on_progress(self, progress: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        Self { progress: Some(Arc::new(progress)), ..self }
    }
}

impl Promise {
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

/// What opens a file: the key of AES-256-GCM and its nonce, without associated data.
#[derive(Clone)]
pub struct FileKey {
    pub(crate) key: AesKey,
    pub(crate) nonce: Vec<u8>,
}

impl FileKey {
    /// Takes key and nonce as the answer has them, the key decrypted: 32 bytes of text, and a text of any length.
    ///
    /// # Errors
    /// [`DownloadError::Key`]: the key is not one of AES-256, such as one of SM4, or the nonce is empty.
    pub fn new(key: &str, nonce: &str) -> Result<Self, DownloadError> {
        let key = AesKey::new(key.as_bytes()).ok_or(DownloadError::Key)?;
        if nonce.is_empty() {
            return Err(DownloadError::Key);
        }
        Ok(Self { key, nonce: nonce.as_bytes().to_vec() })
    }
}

impl fmt::Debug for FileKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FileKey(..)")
    }
}

impl fmt::Debug for Download {
    /// Says nothing of the token in the URL.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download").field("files", &self.files).field("limit", &self.limit).finish_non_exhaustive()
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = match &self.source {
            Source::Url(url) => url.split('?').next().unwrap_or_default(),
            Source::Request(request) => request.encoded.template(),
        };
        f.debug_struct("File")
            .field("url", &place)
            .field("promise", &self.promise)
            .field("key", &self.key)
            .field("gunzip", &self.gunzip)
            .finish()
    }
}

/// How far a download is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// The bytes that have arrived.
    pub received: u64,
    /// How many will have arrived at the end of this file, where the server said so.
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

pub(crate) fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> =
        text.chars().map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
    let pair = |pair: &[u8]| match *pair {
        [high, low] => Some(high << 4 | low),
        _ => None,
    };
    digits?.chunks(2).map(pair).collect()
}

const LIMIT: u64 = 8 << 30;
