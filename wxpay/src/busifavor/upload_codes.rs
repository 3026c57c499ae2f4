//! Codes of the merchant's own, stored in advance.

use crate::prelude::*;

/// Stores codes for a batch's coupons (上传预存code). The batch's mode is
/// [`MerchantUpload`](super::CouponCodeMode::MerchantUpload): each coupon that is given out takes one, at random.
///
/// The answer is a success even if codes were left out: `fail_codes`, `exist_codes` and `duplicate_codes` say which.
/// `upload_request_no` makes repeating safe; codes that are there already do no harm.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (no such batch); 429
/// `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/busifavor/stocks/{stock_id}/couponcodes",
    response = UploadCodesResponse,
    required = UploadCodesRequired,
    number = "upload_request_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012487038"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadCodes {
    /// The batch.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// The codes, unique within the batch: at most 200, each of at most 32 characters out of digits, letters, spaces
    /// and `-_\/=|`. One official source demands them.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z _\-\\/=|]+", items = 1..=200, label = "券code列表")]
    pub coupon_code_list: Option<Vec<String>>,
    /// The merchant's own number for this upload, unique under the merchant.
    #[wxpay(label = "请求业务单据号")]
    pub upload_request_no: String,
}

/// The answer to an [`UploadCodes`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadCodesResponse {
    /// The batch.
    pub stock_id: String,
    /// How many different codes the request had.
    pub total_count: i64,
    /// How many of them were stored.
    pub success_count: i64,
    /// Which of them were stored.
    pub success_codes: Option<Vec<String>>,
    /// When they were stored.
    pub success_time: Option<DateTime>,
    /// How many were refused.
    pub fail_count: Option<i64>,
    /// Which were refused, and why.
    pub fail_codes: Option<Vec<FailedCode>>,
    /// Which were there already.
    pub exist_codes: Option<Vec<String>>,
    /// Which the request had more than once; each counted once.
    pub duplicate_codes: Option<Vec<String>>,
}

/// A code that was refused.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FailedCode {
    /// The code.
    pub coupon_code: String,
    /// Why, such as `LENGTH_LIMIT`.
    pub code: String,
    /// Why, in words.
    pub message: String,
}
