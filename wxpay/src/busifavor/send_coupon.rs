//! A coupon for a user.

use crate::prelude::*;

/// Gives a user a coupon of a batch (向用户发券).
///
/// `out_request_no` makes repeating safe: the same number gives the same coupon, a new number gives another one.
///
/// Errors: 400 `APPID_MCHID_NOT_MATCH`, `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 403 `RULE_LIMIT` (a limit
/// of the batch); 404 `RESOURCE_NOT_EXISTS` (no such batch); 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/busifavor/coupons/send",
    response = SendCouponResponse,
    required = SendCouponRequired,
    number = "out_request_no"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SendCoupon {
    /// The user, under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// An app ID of the merchant that gives the coupon.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// The batch.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// The merchant's own number for this coupon, unique within the batch and the user.
    #[wxpay(len = 128, pattern = r"[0-9A-Za-z_\-|*]+", label = "发券凭证")]
    pub out_request_no: String,
    /// The coupon's code: needed with [`CouponCodeMode::MerchantApi`](super::CouponCodeMode::MerchantApi).
    #[wxpay(len = 32, label = "券code")]
    pub coupon_code: Option<String>,
}

/// The answer to a [`SendCoupon`]. Official SDKs read the inner object, the page has its members outside: either may be
/// there.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SendCouponResponse {
    /// The batch.
    pub stock_id: Option<String>,
    /// The coupon.
    pub coupon_code: Option<String>,
    /// The merchant's own number.
    pub out_request_no: Option<String>,
    /// The same, as official SDKs read it.
    pub send_coupon_result: Option<SendCouponResult>,
}

/// What was sent (发券结果).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SendCouponResult {
    /// The coupon.
    pub coupon_code: Option<String>,
    /// The merchant's own number.
    pub out_request_no: Option<String>,
    /// The batch.
    pub stock_id: Option<String>,
}
