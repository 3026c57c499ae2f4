//! The fund flow bills of sub-merchants, which are encrypted.

use super::{HashType, TarType};
use crate::download::{Download, DownloadError, FileKey};
use crate::prelude::*;

/// Requests the fund flow bill of a day for one sub-merchant (申请单个子商户资金账单).
///
/// For service providers and platforms that have enabled this product. A day's bill is available from 10:00 of the next day
/// (Beijing time), for three months. Amounts are in yuan. The request changes nothing and may be repeated.
///
/// Errors: 400 `NO_STATEMENT_EXIST` (nothing happened on that day), `STATEMENT_CREATING` (repeat in half an hour),
/// `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/bill/sub-merchant-fundflowbill",
    response = EncryptedBills,
    required = ApplySubMerchantFundFlowBillRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012760249"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplySubMerchantFundFlowBill {
    /// Merchant number of the sub-merchant.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// Day of the bill, such as `2019-06-11`.
    #[wxpay(label = "账单日期")]
    pub bill_date: Date,
    /// Account of the sub-merchant.
    #[wxpay(label = "资金账户类型")]
    pub account_type: SubMerchantAccountType,
    /// Encryption of the files.
    #[wxpay(label = "加密算法")]
    pub algorithm: BillAlgorithm,
    /// Compression of the files; none by default.
    #[wxpay(label = "压缩类型")]
    pub tar_type: Option<TarType>,
}

/// Requests the fund flow bill of a day for all sub-merchants (申请二级商户资金账单).
///
/// For platforms (收付通). A day's bill is available from 10:00 of the next day (Beijing time), for three months. Amounts are in
/// yuan. The request changes nothing and may be repeated.
///
/// Errors: those of [`ApplySubMerchantFundFlowBill`].
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/ecommerce/bill/fundflowbill",
    response = EncryptedBills,
    required = ApplyEcommerceFundFlowBillRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012760697"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplyEcommerceFundFlowBill {
    /// Day of the bill, such as `2019-06-11`.
    #[wxpay(label = "账单日期")]
    pub bill_date: Date,
    /// Accounts. There is only one choice.
    #[wxpay(label = "资金账户类型")]
    pub account_type: EcommerceAccountType,
    /// Encryption of the files.
    #[wxpay(label = "加密算法")]
    pub algorithm: BillAlgorithm,
    /// Compression of the files; none by default.
    #[wxpay(label = "压缩类型")]
    pub tar_type: Option<TarType>,
}

/// An account of a sub-merchant (资金账户类型).
#[wxpay_enum]
pub enum SubMerchantAccountType {
    /// Account that receives payments (基本账户).
    Basic,
    /// Account that pays for marketing and transfers (运营账户).
    Operation,
    /// Account for fees (手续费账户).
    Fees,
    /// Account for deposits (保证金账户).
    Deposit,
}

/// The accounts in a platform's bill of all its sub-merchants (资金账户类型).
#[wxpay_enum]
pub enum EcommerceAccountType {
    /// All accounts.
    All,
}

/// The encryption of a bill's files (加密算法).
#[wxpay_enum]
pub enum BillAlgorithm {
    /// AES-256 in Galois/counter mode.
    #[wxpay(rename = "AEAD_AES_256_GCM")]
    AeadAes256Gcm,
    /// SM4 in Galois/counter mode, with a key of 128 bits (国密).
    #[wxpay(rename = "SM4_GCM")]
    Sm4Gcm,
}

/// A bill of sub-merchants that is ready for download, in parts of up to about 16 GB. Each part is decrypted by itself, and
/// `bill_sequence` gives their order.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EncryptedBills {
    /// Number of parts.
    pub download_bill_count: i64,
    /// The parts.
    pub download_bill_list: Option<Vec<EncryptedBill>>,
}

impl EncryptedBills {
    /// Joins the parts in their order into one download. Each part is opened, decompressed if its URL says that it is compressed,
    /// and verified. The URLs are valid for 30 seconds to 5 minutes (pages differ), within which the last part has to
    /// begin; [`ask_encrypted`](super::ask_encrypted) makes a download that requests new URLs.
    ///
    /// # Errors
    /// [`DownloadError::Parts`] if a part is missing or appears twice; [`DownloadError::Key`] if the key is not one of
    /// AES-256-GCM, as with [`BillAlgorithm::Sm4Gcm`], or was not opened.
    pub fn download(&self) -> Result<Download, DownloadError> {
        let parts = self.download_bill_list.iter().flatten();
        let parts: Result<Vec<_>, _> = parts.map(|part| Ok((part.bill_sequence, part.download()?))).collect();
        let count = u64::try_from(self.download_bill_count).unwrap_or_default();
        Ok(Download::joined(self.download_bill_count, parts?)?.limit(LARGEST_PART.saturating_mul(count)))
    }
}

/// A part of a bill of sub-merchants (下载信息明细).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EncryptedBill {
    /// Position of the part, from 1.
    pub bill_sequence: i64,
    /// URL of the file, valid for 30 seconds to 5 minutes (pages differ), and only for the merchant that requested it. The request
    /// of the download is signed as usual; its answer is not signed.
    pub download_url: String,
    /// Key of the file, encrypted for the merchant.
    pub encrypt_key: Sensitive,
    /// Nonce of the file.
    pub nonce: String,
    /// Algorithm of `hash_value`.
    pub hash_type: HashType,
    /// Digest of the bill's plain text in hexadecimal digits, upper or lower case.
    pub hash_value: String,
}

impl EncryptedBill {
    /// Returns the download of this part alone; see [`EncryptedBills::download`].
    ///
    /// # Errors
    /// [`DownloadError::Key`]: the key is not an AES-256-GCM key, or was not opened.
    pub fn download(&self) -> Result<Download, DownloadError> {
        let key = FileKey::new(self.encrypt_key.expose().ok_or(DownloadError::Key)?, &self.nonce)?;
        let file = Download::new(&self.download_url, self.hash_type.as_str(), &self.hash_value);
        Ok(file.gunzip_as_named().open_with(key).limit(LARGEST_PART))
    }
}

/// The largest size of a part in bytes, decompressed. WeChat Pay splits files of more than about 16 GB.
const LARGEST_PART: u64 = 20 << 30;
