//! The bill of pay score.

use crate::download::{Download, DownloadError, FileKey};
use crate::prelude::*;

/// Asks where a bill of service orders can be downloaded (申请获取对账单). Bills of the last three months are there.
///
/// The bill comes in files, encrypted and packed: [`BillFiles::download`] makes one of them.
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
    /// The day, as `yyyy-MM-dd`. The newest page wants `yyyyMMddHH` instead.
    #[wxpay(len = 10, label = "账单日期")]
    pub bill_date: String,
    /// How the files are packed. The newest page requires it.
    #[wxpay(label = "压缩类型")]
    pub tar_type: Option<TarType>,
    /// How the files are encrypted.
    #[wxpay(label = "加密算法")]
    pub encryption_algorithm: BillEncryption,
    /// The service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
}

/// How the files of a bill are packed (压缩类型).
#[wxpay_enum]
pub enum TarType {
    /// As `.gzip`.
    Gzip,
}

/// How the files of a bill are encrypted (加密算法).
#[wxpay_enum]
pub enum BillEncryption {
    /// With AES-256-GCM.
    #[wxpay(rename = "AEAD_AES_256_GCM")]
    AeadAes256Gcm,
}

/// Where a bill can be downloaded.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BillFiles {
    /// How many files it has.
    pub download_bill_count: i64,
    /// The files.
    pub download_bill_list: Option<Vec<BillFile>>,
}

impl BillFiles {
    /// The files in their order, as one download: opened, unpacked if they were asked for as `.gzip`, proved one by one.
    ///
    /// # Errors
    /// [`DownloadError::Parts`] if a file is missing or there twice; [`DownloadError::Key`] if the key is none of
    /// AES-256-GCM, or was not opened.
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
    /// Its place in the bill, from 1.
    pub bill_sequence: i64,
    /// What `hash_value` is: `SHA1`.
    pub hash_type: String,
    /// The hash of what is in the file, decrypted and unpacked.
    pub hash_value: String,
    /// Where it is, for a short time.
    pub download_url: String,
    /// The key that it is encrypted with. Encrypted itself in the answer, for the merchant's own key.
    pub encrypt_key: Sensitive,
    /// The nonce that it is encrypted with.
    pub nonce: String,
}
