//! Objects of several bills.

use crate::download::Download;
use crate::prelude::*;

/// A bill that is ready for download (账单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bill {
    /// Algorithm of `hash_value`.
    pub hash_type: HashType,
    /// Digest of the uncompressed bill in hexadecimal digits, upper or lower case.
    pub hash_value: String,
    /// URL of the bill, valid for 30 seconds to 5 minutes (pages differ), and only for the merchant that requested it. The request
    /// of the download is signed as usual. Its answer is not signed: only the digest verifies it.
    pub download_url: String,
}

impl Bill {
    /// Returns the download for [`Client::download_file`](crate::client::Client::download_file). The file is decompressed during
    /// the download if its URL says that it is compressed.
    pub fn download(&self) -> Download {
        Download::new(&self.download_url, self.hash_type.as_str(), &self.hash_value).gunzip_as_named()
    }
}

/// The digest algorithm of a bill (哈希类型).
#[wxpay_enum]
pub enum HashType {
    /// SHA-1.
    #[wxpay(rename = "SHA1")]
    Sha1,
    /// SM3, for merchants that use the Chinese national algorithms (国密).
    #[wxpay(rename = "SM3")]
    Sm3,
}

/// The compression of a bill (压缩类型).
#[wxpay_enum]
pub enum TarType {
    /// A gzip file.
    Gzip,
}
