//! Upload of the merchant's own codes.

use crate::prelude::*;

/// Stores codes for a batch's coupons (上传预存code). The mode of the batch has to be
/// [`MerchantUpload`](super::CouponCodeMode::MerchantUpload): each coupon that is given out gets one of the codes at random.
///
/// The answer is a success even if some codes were not stored: `fail_codes`, `exist_codes` and `duplicate_codes` name them.
/// `upload_request_no` makes a repeated request safe; codes that are stored already do no harm.
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
    /// Batch ID.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// Codes, unique within the batch: at most 200, each of at most 32 characters. Allowed are digits, letters, spaces and
    /// `-_\/=|`. One official source requires this member.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z _\-\\/=|]+", items = 1..=200, label = "券code列表")]
    pub coupon_code_list: Option<Vec<String>>,
    /// The merchant's number of this upload, unique for the merchant.
    #[wxpay(label = "请求业务单据号")]
    pub upload_request_no: String,
}

/// The answer to an [`UploadCodes`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadCodesResponse {
    /// Batch ID.
    pub stock_id: String,
    /// Number of different codes in the request.
    pub total_count: i64,
    /// Number of codes that were stored.
    pub success_count: i64,
    /// Codes that were stored.
    pub success_codes: Option<Vec<String>>,
    /// Time at which they were stored.
    pub success_time: Option<DateTime>,
    /// Number of codes that were refused.
    pub fail_count: Option<i64>,
    /// Codes that were refused, with the reasons.
    pub fail_codes: Option<Vec<FailedCode>>,
    /// Codes that were stored before.
    pub exist_codes: Option<Vec<String>>,
    /// Codes that the request had more than once; each is counted once.
    pub duplicate_codes: Option<Vec<String>>,
}

/// A code that was refused.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FailedCode {
    /// The code.
    pub coupon_code: String,
    /// Reason, such as `LENGTH_LIMIT`.
    pub code: String,
    /// Reason in words.
    pub message: String,
}
