//! Files that were not downloaded.

use std::io;

use super::ApiError;
use crate::text::{Given, escaped};

/// A file that was not downloaded, or is not believed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DownloadError {
    /// It is not a URL, or has characters that have to be percent-encoded. Nothing was sent.
    #[error("not a usable download URL")]
    Url,
    /// The URL leads to somebody else than WeChat Pay, who must not see a signature. Nothing was sent.
    #[error("`{}` is not a host of WeChat Pay", escaped(.0))]
    ForeignHost(String),
    /// The path does not serve files, whose answers come unsigned. Nothing was sent.
    #[error("`{}` does not serve downloads", escaped(.0))]
    Place(String),
    /// The endpoint answers a file, which nobody signs: it is downloaded
    /// ([`Client::file_dyn`](crate::client::Client::file_dyn)), and not sent. Nothing was sent.
    #[error("`{}` answers a file, which is downloaded", escaped(.0))]
    NotSendable(String),
    /// A file of this place has a digest, and is not downloaded without. Nothing was sent.
    #[error("a file at `{}` is not downloaded without its digest", escaped(.0))]
    NoDigest(String),
    /// The request for the file was encoded by the client of another merchant. Nothing was sent.
    #[error("asked for by {encoded_for}, and this client is of {client}")]
    OtherCaller {
        /// The merchant or brand whose client has encoded it.
        encoded_for: Given,
        /// The merchant or brand of this client.
        client: Given,
    },
    /// A digest that this library does not make, such as SM3. Nothing was sent.
    #[error("the digest is made with `{}`; known are SHA1 and SHA256", escaped(.0))]
    HashType(String),
    /// The digest is not as many hex digits as the algorithm makes. Nothing was sent.
    #[error("the expected digest is not a SHA-1 or SHA-256 hex digest")]
    HashValue,
    /// The key is not one of AES-256, or is not there decrypted. Nothing was sent.
    #[error("the file key is not a 32-byte AES-256-GCM key")]
    Key,
    /// A part is missing, or there twice, or beyond the last: ask for the files again. Nothing was sent.
    #[error("the parts are {found:?}, and should be 1 to {count}, each once")]
    Parts {
        /// How many there should be.
        count: i64,
        /// The numbers of those that are there, in order.
        found: Vec<i64>,
    },
    /// Asked again for a file that comes in parts, WeChat Pay named other ones: it has made another file meanwhile. Begin
    /// again.
    #[error("the file is another one than it was when its first part was downloaded")]
    Changed,
    /// The features bring no crypto library. Nothing was sent.
    #[error("there is no crypto library to digest with; one of the features `aws-lc` and `rustcrypto` must be on")]
    NoBackend,
    /// WeChat Pay no longer knows the file by this URL (400 `INVALID_REQUEST`, for which the documentation says to ask for
    /// another URL): its time is over, or it is not as it was given. [`Error::api`](super::Error::api) has what WeChat Pay said.
    #[error("the URL has expired, or was never one; ask for another: {0}")]
    Expired(Box<ApiError>),
    /// What arrived is not what was encrypted with the key: another key, or changed or cut off on the way. Where it is
    /// packed too, damage may be seen as [`DownloadError::Gzip`] before.
    #[error("the file does not open: another key, damaged, or cut off")]
    Sealed,
    /// What arrived is not what WeChat Pay has signed the digest of: damaged or changed on the way. Ask for the file again.
    #[error("the file has another digest than the one that was promised")]
    Digest,
    /// What arrived is not a gzip file, is damaged, or was cut off.
    #[error("the file does not unpack: {}", escaped(.0))]
    Gzip(#[source] io::Error),
    /// The plain content is larger than [`Download::limit`](crate::download::Download::limit).
    #[error("the file has more than {0} bytes")]
    TooLarge(u64),
    /// It cannot be written here.
    #[error("the file cannot be written: {}", escaped(.0))]
    Write(#[source] io::Error),
}
