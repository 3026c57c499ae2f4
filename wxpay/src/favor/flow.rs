//! Files with the used and refunded coupons of a batch.

use crate::prelude::*;

/// Requests the file of a batch's used coupons (下载批次核销明细).
///
/// The answer has the URL of the file, which is valid for **30 seconds**: repeat the request for a new URL.
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
    /// Batch ID.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
}

/// Requests the file of a batch's refunds, for orders that were paid with its coupons (下载批次退款明细).
///
/// The answer has the URL of the file, which is valid for **30 seconds**: repeat the request for a new URL.
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
    /// Batch ID.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
}

/// The URL of a file, and the hash of its content.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FlowFile {
    /// URL of the file, valid for 30 seconds.
    pub url: String,
    /// Hash of the file's content in hexadecimal digits. Downloads are not signed: compare the hash.
    pub hash_value: String,
    /// Hash algorithm: `SHA1`.
    pub hash_type: String,
}
