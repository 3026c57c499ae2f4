//! Bills of pay score.

use crate::download::{Download, DownloadError, FileKey};
use crate::prelude::*;

/// Queries the download URLs of a bill of service orders (申请获取对账单). Bills of the last three months are available.
///
/// The bill consists of files, encrypted and packed: [`BillFiles::download`] joins them into one download.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/payscore/merchant-bill",
    response = BillFiles,
    required = ApplyBillRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4013394586"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplyBill {
    /// Day of the bill, as `yyyy-MM-dd`. The newest page requires `yyyyMMddHH` instead.
    #[wxpay(len = 10, label = "账单日期")]
    pub bill_date: String,
    /// Compression of the files. The newest page requires it.
    #[wxpay(label = "压缩类型")]
    pub tar_type: Option<TarType>,
    /// Encryption of the files.
    #[wxpay(label = "加密算法")]
    pub encryption_algorithm: BillEncryption,
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
}

/// Compressions of a bill's files (压缩类型).
#[wxpay_enum]
pub enum TarType {
    /// `.gzip`.
    Gzip,
}

/// Encryptions of a bill's files (加密算法).
#[wxpay_enum]
pub enum BillEncryption {
    /// AES-256-GCM.
    #[wxpay(rename = "AEAD_AES_256_GCM")]
    AeadAes256Gcm,
}

/// The files of a bill.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BillFiles {
    /// Number of files.
    pub download_bill_count: i64,
    /// The files.
    pub download_bill_list: Option<Vec<BillFile>>,
}

impl BillFiles {
    /// Returns the files, in their order, as one download: each is decrypted, unpacked if `.gzip` was requested, and compared
    /// with its hash.
    ///
    /// # Errors
    /// [`DownloadError::Parts`] if a file is missing or is listed twice; [`DownloadError::Key`] if a key is not an AES-256-GCM
    /// key, or was not opened.
    pub fn download(&self, packed: Option<&TarType>) -> Result<Download, DownloadError> {
        let files = self.download_bill_list.iter().flatten().map(|file| {
            let key = FileKey::new(file.encrypt_key.expose().ok_or(DownloadError::Key)?, &file.nonce)?;
            let download = Download::new(&file.download_url, &file.hash_type, &file.hash_value).open_with(key);
            Ok((file.bill_sequence, download))
        });
        let files: Result<Vec<_>, _> = files.collect();
        Ok(Download::joined(self.download_bill_count, files?)?.gunzip(packed.is_some()))
    }
}

/// One file of a bill (下载信息明细).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BillFile {
    /// Sequence number of the file in the bill, from 1.
    pub bill_sequence: i64,
    /// Type of `hash_value`: `SHA1`.
    pub hash_type: String,
    /// Hash of the file's content, decrypted and unpacked.
    pub hash_value: String,
    /// URL of the file, valid for a short time.
    pub download_url: String,
    /// Key of the file, encrypted in the answer for the merchant's own key.
    pub encrypt_key: Sensitive,
    /// Nonce of the file's encryption.
    pub nonce: String,
}
