//! Giving out coupons.

use crate::prelude::*;

/// Gives a user a coupon of a batch (向用户发券).
///
/// `out_request_no` makes a repeated request safe: the same number returns the same coupon, a new number gives another coupon.
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
    /// Openid of the user, under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// App ID of the merchant that gives the coupon.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// Batch ID.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// The merchant's number of this coupon, unique within the batch and the user.
    #[wxpay(len = 128, pattern = r"[0-9A-Za-z_\-|*]+", label = "发券凭证")]
    pub out_request_no: String,
    /// Coupon code; required with [`CouponCodeMode::MerchantApi`](super::CouponCodeMode::MerchantApi).
    #[wxpay(len = 32, label = "券code")]
    pub coupon_code: Option<String>,
}

/// The answer to a [`SendCoupon`]. Official SDKs read the members from the inner object, the page has them outside: either form
/// may arrive.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SendCouponResponse {
    /// Batch ID.
    pub stock_id: Option<String>,
    /// Coupon code.
    pub coupon_code: Option<String>,
    /// The merchant's number of the coupon.
    pub out_request_no: Option<String>,
    /// The same members, as official SDKs read them.
    pub send_coupon_result: Option<SendCouponResult>,
}

/// The coupon that was given (发券结果).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SendCouponResult {
    /// Coupon code.
    pub coupon_code: Option<String>,
    /// The merchant's number of the coupon.
    pub out_request_no: Option<String>,
    /// Batch ID.
    pub stock_id: Option<String>,
}
