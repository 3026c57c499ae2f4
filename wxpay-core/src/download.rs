//! A file of WeChat Pay: its place, and the digest that proves it.
//!
//! Answers with files are not signed. A digest from a signed answer proves the file:
//! [`Client::download`](crate::client::Client::download) compares the two before it returns `Ok`. A few files have no digest:
//! [`Download::without_digest`].

use std::fmt;
use std::sync::Arc;

use crate::crypto::{AesKey, BoxFuture, DigestAlgorithm};
use crate::encoded::Encoded;
use crate::endpoint::HostRole;
#[doc(no_inline)]
pub use bytes::Bytes;

pub use crate::error::DownloadError;
use crate::error::Error;

/// A file to download. `wxpay` makes it from the answer that names the file, such as the answer to a request for a bill.
///
/// It may be several files, which are written one after the other to the same place.
#[derive(Clone)]
#[must_use]
pub struct Download {
    pub(crate) files: Vec<File>,
    pub(crate) limit: u64,
    pub(crate) progress: Option<Arc<dyn Fn(Progress) + Send + Sync>>,
    pub(crate) renewal: Option<Renewal>,
}

/// A file, with its key and digest.
#[derive(Clone)]
pub(crate) struct File {
    pub(crate) source: Source,
    pub(crate) promise: Option<Promise>,
    pub(crate) key: Option<FileKey>,
    pub(crate) gunzip: bool,
}

/// The source of a file.
#[derive(Clone)]
pub(crate) enum Source {
    Url(String),
    Request(Arc<Requested>),
}

impl Source {
    /// The query, or an empty text.
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

/// A file that a declared request asks for: [`Client::file`](crate::client::Client::file). Choose what proves the file to get a
/// [`Download`].
#[must_use]
pub struct RequestedFile(pub(crate) Requested);

impl RequestedFile {
    /// The file, whose plain content has this digest, as for [`Download::new`]. The digest comes from a signed answer.
    pub fn with_digest(self, hash_type: impl Into<String>, hash_value: impl Into<String>) -> Download {
        let promise = Promise { hash_type: hash_type.into(), hash_value: hash_value.into() };
        Download::of(Source::Request(Arc::new(self.0)), Some(promise))
    }

    /// The file without a digest, as for [`Download::without_digest`]: only the encrypted connection to WeChat Pay proves it. If
    /// WeChat Pay signs digests of such files, as of bills, the download fails and nothing is sent.
    pub fn without_digest(self) -> Download {
        Download::of(Source::Request(Arc::new(self.0)), None)
    }
}

/// Hides the query, which may have a token.
impl fmt::Debug for RequestedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RequestedFile").field(&self.0.encoded.template()).finish()
    }
}

/// The digest that a signed answer has given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Promise {
    hash_type: String,
    hash_value: String,
}

/// The renewal of URLs that have become too old.
#[derive(Clone)]
pub(crate) struct Renewal {
    /// Time when they were new, in seconds since 1970.
    pub(crate) since: i64,
    /// Maximum age of the URLs, in seconds.
    pub(crate) age: u64,
    pub(crate) ask: Arc<dyn Fn() -> BoxFuture<'static, Result<Download, Error>> + Send + Sync>,
}

impl Download {
    /// The file at `url`, whose plain content has this digest: `hash_type` is `SHA1` or `SHA256`, `hash_value` the digest in hex,
    /// in upper or lower case.
    pub fn new(url: impl Into<String>, hash_type: impl Into<String>, hash_value: impl Into<String>) -> Self {
        Self::of(Source::Url(url.into()), Some(Promise { hash_type: hash_type.into(), hash_value: hash_value.into() }))
    }

    /// The file at `url`, whose digest is in no signed answer, such as an image of a complaint.
    ///
    /// Only the encrypted connection to WeChat Pay proves it. That is no protection against a third party in between whose
    /// certificate is trusted, such as your own proxy. Only URLs whose files have no digest are requested.
    pub fn without_digest(url: impl Into<String>) -> Self {
        Self::of(Source::Url(url.into()), None)
    }

    fn of(source: Source, promise: Option<Promise>) -> Self {
        let files = vec![File { source, promise, key: None, gunzip: false }];
        Self { files, limit: LIMIT, progress: None, renewal: None }
    }

    /// Sets whether the file comes as gzip, and is unpacked as it arrives. The digest is that of the unpacked content.
    pub fn gunzip(mut self, gunzip: bool) -> Self {
        self.files.iter_mut().for_each(|file| file.gunzip = gunzip);
        self
    }

    /// Unpacks the file if its URL says that it comes as gzip (`tartype=gzip`).
    pub fn gunzip_as_named(mut self) -> Self {
        for file in &mut self.files {
            let query = file.source.query();
            file.gunzip = query.split('&').any(|parameter| parameter.eq_ignore_ascii_case("tartype=gzip"));
        }
        self
    }

    /// Sets the key of an encrypted file, which is opened as it arrives, before it is unpacked. The bytes that are passed on are
    /// proved only when tag and digest match, at the end.
    pub fn open_with(mut self, key: FileKey) -> Self {
        self.files.iter_mut().for_each(|file| file.key = Some(key.clone()));
        self
    }

    /// Joins the files of a list of `count` parts in the order of their numbers, which are 1 to `count`, each once.
    ///
    /// # Errors
    /// [`DownloadError::Parts`]: a part is missing, given twice, or has a higher number.
    pub fn joined(count: i64, parts: impl IntoIterator<Item = (i64, Self)>) -> Result<Self, DownloadError> {
        let mut parts: Vec<_> = parts.into_iter().collect();
        parts.sort_by_key(|(number, _)| *number);
        if count < 1 || !parts.iter().map(|(number, _)| *number).eq(1..=count) {
            return Err(DownloadError::Parts { count, found: parts.into_iter().map(|(number, _)| number).collect() });
        }
        let files = parts.into_iter().flat_map(|(_, part)| part.files).collect();
        Ok(Self { files, limit: LIMIT, progress: None, renewal: None })
    }

    /// Size limit of the plain content of all files together, in bytes; by default 8 GiB. A download that exceeds it, also by
    /// unpacking, fails at that point.
    pub fn limit(self, bytes: u64) -> Self {
        Self { limit: bytes, ..self }
    }

    /// Reports the progress after every piece. `progress` is called while the file arrives, and should be quick.
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

/// The key of an encrypted file: a key of AES-256-GCM with its nonce, without associated data.
#[derive(Clone)]
pub struct FileKey {
    pub(crate) key: AesKey,
    pub(crate) nonce: Vec<u8>,
}

impl FileKey {
    /// Takes key and nonce as in the answer, the key decrypted: a text of 32 bytes, and a text of any length.
    ///
    /// # Errors
    /// [`DownloadError::Key`]: the key is not one of AES-256, but for example of SM4, or the nonce is empty.
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
    /// Hides the token in the URL.
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

/// The progress of a download.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// Number of bytes that have arrived.
    pub received: u64,
    /// Number of bytes that will have arrived at the end of this file, if the server said so.
    pub total: Option<u64>,
    /// Number of plain bytes that were passed on.
    pub written: u64,
}

/// The result of a download that is complete and as promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Downloaded {
    /// Number of bytes that arrived.
    pub received: u64,
    /// Number of plain bytes that were passed on.
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
