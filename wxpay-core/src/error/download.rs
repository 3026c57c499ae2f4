//! Files that could not be downloaded.

use std::io;

use super::ApiError;
use crate::text::{Given, escaped};

/// The reason why a file was not downloaded, or was rejected.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DownloadError {
    /// The text is not a URL, or has characters that must be percent-encoded. Nothing was sent.
    #[error("not a usable download URL")]
    Url,
    /// The host of the URL is not WeChat Pay's, and must not see a signature. Nothing was sent.
    #[error("`{}` is not a host of WeChat Pay", escaped(.0))]
    ForeignHost(String),
    /// The path does not serve files, which come without a signature. Nothing was sent.
    #[error("`{}` does not serve downloads", escaped(.0))]
    Place(String),
    /// The endpoint answers a file, which is not signed: download it with
    /// [`Client::file_dyn`](crate::client::Client::file_dyn). Nothing was sent.
    #[error("`{}` answers a file, which is downloaded", escaped(.0))]
    NotSendable(String),
    /// A file at this path has a digest, and is not downloaded without it. Nothing was sent.
    #[error("a file at `{}` cannot be downloaded without its digest", escaped(.0))]
    NoDigest(String),
    /// The request for the file was encoded by the client of another merchant. Nothing was sent.
    #[error("the request was encoded for {encoded_for}, but this client is of {client}")]
    OtherCaller {
        /// The merchant or brand of the client that encoded the request.
        encoded_for: Given,
        /// The merchant or brand of this client.
        client: Given,
    },
    /// The digest has an algorithm that this library does not support, such as SM3. Nothing was sent.
    #[error("unknown digest algorithm `{}`; expected SHA1 or SHA256", escaped(.0))]
    HashType(String),
    /// The digest does not have the algorithm's number of hex digits. Nothing was sent.
    #[error("the expected digest is not a SHA-1 or SHA-256 hex digest")]
    HashValue,
    /// The key is not an AES-256 key, or was not decrypted. Nothing was sent.
    #[error("the file key is not a 32-byte AES-256-GCM key")]
    Key,
    /// A part is missing, appears twice, or has a number beyond the last: request the files again. Nothing was sent.
    #[error("expected the parts 1 to {count}, each once; found {found:?}")]
    Parts {
        /// Number of parts expected.
        count: i64,
        /// The numbers of the parts found, in order.
        found: Vec<i64>,
    },
    /// When asked again for a file that comes in parts, WeChat Pay named other parts: it has made another file meanwhile. Begin
    /// again.
    #[error("the file has changed since its first part was downloaded")]
    Changed,
    /// No crypto library is compiled in. Nothing was sent.
    #[error("no crypto library is compiled in to compute the digest; turn on the feature `aws-lc` or `rustcrypto`")]
    NoBackend,
    /// WeChat Pay does not know this URL (400 `INVALID_REQUEST`, after which the documentation says to request a new URL): it
    /// has expired, or was changed. [`Error::api`](super::Error::api) has WeChat Pay's answer.
    #[error("the URL has expired or is not valid; request a new one: {0}")]
    Expired(Box<ApiError>),
    /// The file cannot be decrypted: the key is another, or the file was changed or truncated on the way. If the file is also
    /// packed, damage may first appear as [`DownloadError::Gzip`].
    #[error("the file does not open: the key is another, or the file is damaged or truncated")]
    Sealed,
    /// The file does not have the digest that WeChat Pay signed: it was damaged or changed on the way. Download it again.
    #[error("the file's digest is not the expected one")]
    Digest,
    /// The file is not a gzip file, or is damaged or truncated.
    #[error("the file cannot be unpacked: {}", escaped(.0))]
    Gzip(#[source] io::Error),
    /// The plain content is larger than [`Download::limit`](crate::download::Download::limit).
    #[error("the file has more than {0} bytes")]
    TooLarge(u64),
    /// The file cannot be written.
    #[error("the file cannot be written: {}", escaped(.0))]
    Write(#[source] io::Error),
}
