//! The bills of sub-merchants' movements of money, which come encrypted.

use super::{HashType, TarType};
use crate::download::{Download, DownloadError, FileKey};
use crate::prelude::*;

/// Asks for the bill of a day's movements of one sub-merchant's money (申请单个子商户资金账单).
///
/// For service providers and platforms that have opened the product. The bill of a day is there after 10:00 of the next
/// (Beijing time), and for three months. Its amounts are in yuan. Asking changes nothing, and may be repeated.
///
/// Errors: 400 `NO_STATEMENT_EXIST` (nothing happened on that day), `STATEMENT_CREATING` (ask again in half an hour),
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
    /// The sub-merchant.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// The day, such as `2019-06-11`.
    #[wxpay(label = "账单日期")]
    pub bill_date: Date,
    /// Which of its accounts.
    #[wxpay(label = "资金账户类型")]
    pub account_type: SubMerchantAccountType,
    /// How the files are encrypted.
    #[wxpay(label = "加密算法")]
    pub algorithm: BillAlgorithm,
    /// How the files are compressed; not at all unless it says so.
    #[wxpay(label = "压缩类型")]
    pub tar_type: Option<TarType>,
}

/// Asks for the bill of a day's movements of all sub-merchants' money (申请二级商户资金账单).
///
/// For platforms (收付通). The bill of a day is there after 10:00 of the next (Beijing time), and for three months. Its
/// amounts are in yuan. Asking changes nothing, and may be repeated.
///
/// Errors: as [`ApplySubMerchantFundFlowBill`].
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
    /// The day, such as `2019-06-11`.
    #[wxpay(label = "账单日期")]
    pub bill_date: Date,
    /// Which accounts: there is no choice.
    #[wxpay(label = "资金账户类型")]
    pub account_type: EcommerceAccountType,
    /// How the files are encrypted.
    #[wxpay(label = "加密算法")]
    pub algorithm: BillAlgorithm,
    /// How the files are compressed; not at all unless it says so.
    #[wxpay(label = "压缩类型")]
    pub tar_type: Option<TarType>,
}

/// An account of a sub-merchant (资金账户类型).
#[wxpay_enum]
pub enum SubMerchantAccountType {
    /// What it is paid into (基本账户).
    Basic,
    /// What marketing and transfers are paid from (运营账户).
    Operation,
    /// Fees (手续费账户).
    Fees,
    /// Deposits (保证金账户).
    Deposit,
}

/// The accounts in a platform's bill of all its sub-merchants (资金账户类型).
#[wxpay_enum]
pub enum EcommerceAccountType {
    /// All of them.
    All,
}

/// How the files of a bill are encrypted (加密算法).
#[wxpay_enum]
pub enum BillAlgorithm {
    /// AES-256 in Galois/counter mode.
    #[wxpay(rename = "AEAD_AES_256_GCM")]
    AeadAes256Gcm,
    /// SM4 in Galois/counter mode, with a key of 128 bits (国密).
    #[wxpay(rename = "SM4_GCM")]
    Sm4Gcm,
}

/// A bill of sub-merchants that is ready: in parts of up to about 16 GB, which are decrypted one by one and joined by
/// `bill_sequence`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EncryptedBills {
    /// How many parts there are.
    pub download_bill_count: i64,
    /// The parts.
    pub download_bill_list: Option<Vec<EncryptedBill>>,
}

impl EncryptedBills {
    /// The parts in their order, as one download: opened, unpacked where their URLs say that they are packed, proved one
    /// by one. Their URLs hold for 5 minutes, by when the last of them must have begun; [`ask_encrypted`](super::ask_encrypted)
    /// makes a download that asks again.
    ///
    /// # Errors
    /// [`DownloadError::Parts`] if a part is missing or there twice; [`DownloadError::Key`] if the key is none of
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
    /// Its place among the parts, from 1.
    pub bill_sequence: i64,
    /// Where the file is, for 5 minutes and for the merchant that asked. The download is signed as every request is;
    /// its answer is not.
    pub download_url: String,
    /// The key of the file. Encrypted when it is sent.
    pub encrypt_key: Sensitive,
    /// The nonce of the file.
    pub nonce: String,
    /// How `hash_value` is made.
    pub hash_type: HashType,
    /// The digest of the bill's plain text, in hexadecimal digits of either case.
    pub hash_value: String,
}

impl EncryptedBill {
    /// This part alone; as [`EncryptedBills::download`].
    ///
    /// # Errors
    /// [`DownloadError::Key`]: the key is none of AES-256-GCM, or was not opened.
    pub fn download(&self) -> Result<Download, DownloadError> {
        let key = FileKey::new(self.encrypt_key.expose().ok_or(DownloadError::Key)?, &self.nonce)?;
        let file = Download::new(&self.download_url, self.hash_type.as_str(), &self.hash_value);
        Ok(file.gunzip_as_named().open_with(key).limit(LARGEST_PART))
    }
}

/// In bytes, unpacked. WeChat Pay divides what is larger than about 16 GB.
const LARGEST_PART: u64 = 20 << 30;
