//! Redemption, return and deactivation of coupons.

use crate::prelude::*;

/// Redeems a user's coupon (核销用户券).
///
/// The merchant has to check before that the coupon is valid for the purchase, and to compute the price.
///
/// `use_request_no` makes a repeated request safe. Up to 500 calls a second.
///
/// Errors: 400 `APPID_MCHID_NOT_MATCH`, `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`
/// (no such coupon); 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/busifavor/coupons/use",
    response = UseCouponResponse,
    required = UseCouponRequired,
    number = "use_request_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012465292"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UseCoupon {
    /// Coupon code.
    #[wxpay(len = 32, label = "券code")]
    pub coupon_code: String,
    /// Batch ID of the coupon. Required unless WeChat Pay assigned the code.
    #[wxpay(label = "批次号")]
    pub stock_id: Option<String>,
    /// App ID of an official account or mini program that is bound to the caller or to the merchant that owns the batch. The
    /// answer's `openid` belongs to it.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// Time of the user's request.
    #[wxpay(label = "请求核销时间")]
    pub use_time: DateTime,
    /// The merchant's number of this redemption, unique for the merchant.
    #[wxpay(len = 128, label = "核销请求单据号")]
    pub use_request_no: String,
    /// Openid of the user who shows the coupon. If given, WeChat Pay checks that the coupon belongs to this user.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: Option<String>,
    /// Merchant order number of the order paid with the coupon.
    #[wxpay(label = "商户订单号")]
    pub out_trade_no: Option<String>,
    /// Merchant number of that order.
    #[wxpay(len = 32, label = "下单商户号")]
    pub mch_id: Option<String>,
    /// WeChat Pay's order number of that order.
    #[wxpay(label = "微信支付订单号")]
    pub transaction_id: Option<String>,
}

/// The answer to a [`UseCoupon`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UseCouponResponse {
    /// Batch ID.
    pub stock_id: String,
    /// Openid of the coupon's user, under the request's `appid`.
    pub openid: String,
    /// Time of redemption.
    pub wechatpay_use_time: DateTime,
}

/// Returns a redeemed coupon to its user after a refund (申请退券). The user can use it again until it expires; an expired coupon
/// need not be returned.
///
/// `return_request_no` makes a repeated request safe.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (no such coupon); 429
/// `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/busifavor/coupons/return",
    response = ReturnCouponResponse,
    required = ReturnCouponRequired,
    number = "return_request_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012465845"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReturnCoupon {
    /// Coupon code.
    #[wxpay(len = 32, label = "券code")]
    pub coupon_code: String,
    /// Batch ID of the coupon.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// The merchant's number of this return, unique for the merchant.
    #[wxpay(len = 128, label = "退券请求单据号")]
    pub return_request_no: String,
}

/// The answer to a [`ReturnCoupon`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReturnCouponResponse {
    /// Time of the return.
    pub wechatpay_return_time: DateTime,
}

/// Deactivates a user's coupon (使券失效): it can never be redeemed again.
///
/// `deactivate_request_no` makes a repeated request safe.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (no such coupon); 429
/// `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/busifavor/coupons/deactivate",
    response = DeactivateCouponResponse,
    required = DeactivateCouponRequired,
    number = "deactivate_request_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012465890"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeactivateCoupon {
    /// Coupon code.
    #[wxpay(len = 32, label = "券code")]
    pub coupon_code: String,
    /// Batch ID of the coupon.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// The merchant's number of this request, unique for the merchant.
    #[wxpay(len = 128, label = "失效请求单据号")]
    pub deactivate_request_no: String,
    /// Reason.
    #[wxpay(label = "失效原因")]
    pub deactivate_reason: Option<String>,
}

/// The answer to a [`DeactivateCoupon`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeactivateCouponResponse {
    /// Time of the deactivation.
    pub wechatpay_deactivate_time: DateTime,
}
