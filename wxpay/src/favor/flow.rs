//! What became of a batch's coupons, as files.

use crate::prelude::*;

/// Asks for the file of a batch's used coupons (下载批次核销明细).
///
/// The answer names the file's address, which is good for **30 seconds**: ask again for a new one.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (no such batch); 429
/// `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/favor/stocks/{stock_id}/use-flow",
    response = FlowFile,
    required = DownloadUseFlowRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012463585"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DownloadUseFlow {
    /// The batch.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
}

/// Asks for the file of a batch's refunds (下载批次退款明细): what came back because orders with its coupons were
/// refunded.
///
/// The answer names the file's address, which is good for **30 seconds**: ask again for a new one.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (no such batch); 429
/// `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/favor/stocks/{stock_id}/refund-flow",
    response = FlowFile,
    required = DownloadRefundFlowRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012463523"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DownloadRefundFlow {
    /// The batch.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
}

/// Where a file is, and how to tell that it is whole.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FlowFile {
    /// The file's address, good for 30 seconds.
    pub url: String,
    /// The hash of the file's content, in hexadecimal digits. Downloads are not signed: compare it.
    pub hash_value: String,
    /// How the hash is made: `SHA1`.
    pub hash_type: String,
}
