//! Receipts of transfers (电子回单): documents that WeChat Pay has stamped.

use crate::download::Download;
use crate::prelude::*;

/// Applies for the receipt of a transfer by the merchant's own number (商户单号申请电子回单).
///
/// It takes a while: [`QueryReceiptByNumber`] tells when it is there. Only a transfer that succeeded has one.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `ALREADY_EXISTS`; 401 `SIGN_ERROR`; 404 `NOT_FOUND`; 429
/// `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/fund-app/mch-transfer/elecsign/out-bill-no",
    response = RequestedReceipt,
    required = ApplyReceiptByNumberRequired,
    number = "out_bill_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012716452"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplyReceiptByNumber {
    /// The merchant's own number for the transfer.
    #[wxpay(len = 32, pattern = "[0-9A-Za-z]+", label = "商户转账单号")]
    pub out_bill_no: String,
}

/// Asks for the receipt of a transfer by the merchant's own number (商户单号查询电子回单).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `NOT_FOUND` (nobody has applied for it); 429
/// `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/fund-app/mch-transfer/elecsign/out-bill-no/{out_bill_no}",
    response = Receipt,
    required = QueryReceiptByNumberRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012716436"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryReceiptByNumber {
    /// The merchant's own number for the transfer.
    #[wxpay(len = 32, pattern = "[0-9A-Za-z]+", label = "商户转账单号")]
    pub out_bill_no: String,
}

/// Applies for the receipt of a transfer by WeChat Pay's number (微信单号申请电子回单).
///
/// It takes a while: [`QueryReceipt`] tells when it is there. Only a transfer that succeeded has one.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `ALREADY_EXISTS`; 401 `SIGN_ERROR`; 404 `NOT_FOUND`; 429
/// `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/fund-app/mch-transfer/elecsign/transfer-bill-no",
    response = RequestedReceipt,
    required = ApplyReceiptRequired,
    number = "transfer_bill_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012716456"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplyReceipt {
    /// WeChat Pay's number for the transfer.
    #[wxpay(label = "微信转账单号")]
    pub transfer_bill_no: String,
}

/// Asks for the receipt of a transfer by WeChat Pay's number (微信单号查询电子回单).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `NOT_FOUND` (nobody has applied for it); 429
/// `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/fund-app/mch-transfer/elecsign/transfer-bill-no/{transfer_bill_no}",
    response = Receipt,
    required = QueryReceiptRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012716455"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryReceipt {
    /// WeChat Pay's number for the transfer.
    #[wxpay(label = "微信转账单号")]
    pub transfer_bill_no: String,
}

/// The answer to an application for a receipt.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RequestedReceipt {
    /// [`Generating`](ReceiptState::Generating).
    pub state: ReceiptState,
    /// When it was applied for.
    pub create_time: Option<DateTime>,
}

/// A receipt as it stands (电子回单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Receipt {
    /// Where it stands.
    pub state: ReceiptState,
    /// When it was applied for.
    pub create_time: Option<DateTime>,
    /// When its state changed last.
    pub update_time: Option<DateTime>,
    /// How `hash_value` was reckoned.
    pub hash_type: Option<ReceiptHashType>,
    /// The file's hash in hex: what is downloaded has no signature, and is compared with this.
    pub hash_value: Option<String>,
    /// Where the file is, for a short time; asking for it takes a signature like any other call.
    pub download_url: Option<String>,
    /// Why there is none, in Chinese.
    pub fail_reason: Option<String>,
}

impl Receipt {
    /// The file, a PDF, for [`Client::download_file`](crate::client::Client::download_file); `None` while there is none.
    /// One whose digest is made with SM3 is not downloaded.
    #[must_use]
    pub fn download(&self) -> Option<Download> {
        let (url, hash_type, hash_value) =
            (self.download_url.as_ref()?, self.hash_type.as_ref()?, self.hash_value.as_ref()?);
        Some(Download::new(url, hash_type.as_str(), hash_value))
    }
}

/// Where a receipt stands (申请单状态).
#[wxpay_enum]
pub enum ReceiptState {
    /// Being made (生成中).
    Generating,
    /// There (已完成).
    Finished,
    /// There is none (失败).
    Failed,
}

/// The hash of a receipt's file (回单文件摘要类型).
#[wxpay_enum]
pub enum ReceiptHashType {
    /// SHA-256.
    #[wxpay(rename = "SHA256")]
    Sha256,
    /// SM3.
    #[wxpay(rename = "SM3")]
    Sm3,
}
