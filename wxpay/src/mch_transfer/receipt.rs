//! Receipts of transfers (电子回单): documents with WeChat Pay's stamp.

use crate::download::Download;
use crate::prelude::*;

/// Requests the receipt of a transfer by the merchant's number (商户单号申请电子回单).
///
/// Only a successful transfer has a receipt. It takes some time until it is available: [`QueryReceiptByNumber`] returns its
/// state.
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
    /// The merchant's number of the transfer.
    #[wxpay(len = 32, pattern = "[0-9A-Za-z]+", label = "商户转账单号")]
    pub out_bill_no: String,
}

/// Queries the receipt of a transfer by the merchant's number (商户单号查询电子回单).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `NOT_FOUND` (the receipt was not requested); 429
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
    /// The merchant's number of the transfer.
    #[wxpay(len = 32, pattern = "[0-9A-Za-z]+", label = "商户转账单号")]
    pub out_bill_no: String,
}

/// Requests the receipt of a transfer by WeChat Pay's number (微信单号申请电子回单).
///
/// Only a successful transfer has a receipt. It takes some time until it is available: [`QueryReceipt`] returns its state.
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
    /// WeChat Pay's number of the transfer.
    #[wxpay(label = "微信转账单号")]
    pub transfer_bill_no: String,
}

/// Queries the receipt of a transfer by WeChat Pay's number (微信单号查询电子回单).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `NOT_FOUND` (the receipt was not requested); 429
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
    /// WeChat Pay's number of the transfer.
    #[wxpay(label = "微信转账单号")]
    pub transfer_bill_no: String,
}

/// The answer to a request for a receipt.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RequestedReceipt {
    /// State: [`Generating`](ReceiptState::Generating).
    pub state: ReceiptState,
    /// Time of the request.
    pub create_time: Option<DateTime>,
}

/// A receipt (电子回单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Receipt {
    /// State of the receipt.
    pub state: ReceiptState,
    /// Time of the request.
    pub create_time: Option<DateTime>,
    /// Time of the last change.
    pub update_time: Option<DateTime>,
    /// Algorithm of `hash_value`.
    pub hash_type: Option<ReceiptHashType>,
    /// Hash of the file in hex. The download has no signature and is verified by this hash.
    pub hash_value: Option<String>,
    /// URL of the file, valid for a short time. The request of the download is signed like any other.
    pub download_url: Option<String>,
    /// Reason of a failure, in Chinese.
    pub fail_reason: Option<String>,
}

impl Receipt {
    /// Returns the download of the PDF for [`Client::download_file`](crate::client::Client::download_file), or `None` if it is
    /// not available. A file with an SM3 digest cannot be downloaded.
    #[must_use]
    pub fn download(&self) -> Option<Download> {
        let (url, hash_type, hash_value) =
            (self.download_url.as_ref()?, self.hash_type.as_ref()?, self.hash_value.as_ref()?);
        Some(Download::new(url, hash_type.as_str(), hash_value))
    }
}

/// The state of a receipt (申请单状态).
#[wxpay_enum]
pub enum ReceiptState {
    /// In progress (生成中).
    Generating,
    /// Available (已完成).
    Finished,
    /// Failed (失败).
    Failed,
}

/// The hash algorithm of a receipt's file (回单文件摘要类型).
#[wxpay_enum]
pub enum ReceiptHashType {
    /// SHA-256.
    #[wxpay(rename = "SHA256")]
    Sha256,
    /// SM3.
    #[wxpay(rename = "SM3")]
    Sm3,
}
