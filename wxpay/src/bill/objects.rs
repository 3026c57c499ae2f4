//! What bills have in common.

use crate::download::Download;
use crate::prelude::*;

/// A bill that is ready (账单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bill {
    /// How `hash_value` is made.
    pub hash_type: HashType,
    /// The digest of the bill in hexadecimal digits, of either case: of the plain text, also where it comes compressed.
    pub hash_value: String,
    /// Where the bill is, for 5 minutes and for the merchant that asked. The download is signed as every request is;
    /// its answer is not, so that the digest is all that proves it.
    pub download_url: String,
}

impl Bill {
    /// The file, for [`Client::download_file`](crate::client::Client::download_file). It is unpacked on the way where its
    /// URL says that it is packed.
    pub fn download(&self) -> Download {
        Download::new(&self.download_url, self.hash_type.as_str(), &self.hash_value).gunzip_as_named()
    }
}

/// The digest of a bill (哈希类型).
#[wxpay_enum]
pub enum HashType {
    /// SHA-1.
    #[wxpay(rename = "SHA1")]
    Sha1,
    /// SM3, for merchants that use the Chinese national algorithms (国密).
    #[wxpay(rename = "SM3")]
    Sm3,
}

/// How a bill is compressed (压缩类型).
#[wxpay_enum]
pub enum TarType {
    /// As a gzip file.
    Gzip,
}
