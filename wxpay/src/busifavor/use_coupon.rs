//! A coupon's end, and its second life.

use crate::prelude::*;

/// Redeems a user's coupon (核销用户券).
///
/// Whether the purchase fits the coupon and what it costs is the merchant's own affair, settled before.
///
/// `use_request_no` makes repeating safe. Up to 500 calls a second.
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
    /// The coupon.
    #[wxpay(len = 32, label = "券code")]
    pub coupon_code: String,
    /// Its batch: needed unless the code is WeChat Pay's.
    #[wxpay(label = "批次号")]
    pub stock_id: Option<String>,
    /// The app ID of an official account or mini program, bound to the caller or to the merchant that the batch belongs
    /// to; the answer's `openid` is under it.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// When the user asked for it.
    #[wxpay(label = "请求核销时间")]
    pub use_time: DateTime,
    /// The merchant's own number for this redemption, unique under the merchant.
    #[wxpay(len = 128, label = "核销请求单据号")]
    pub use_request_no: String,
    /// Who shows the coupon, for a check that it is theirs.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: Option<String>,
    /// The merchant's own number of the order that it was used for.
    #[wxpay(label = "商户订单号")]
    pub out_trade_no: Option<String>,
    /// The merchant of that order.
    #[wxpay(len = 32, label = "下单商户号")]
    pub mch_id: Option<String>,
    /// WeChat Pay's number of that order.
    #[wxpay(label = "微信支付订单号")]
    pub transaction_id: Option<String>,
}

/// The answer to a [`UseCoupon`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UseCouponResponse {
    /// The batch.
    pub stock_id: String,
    /// Whose coupon it was, under the request's `appid`.
    pub openid: String,
    /// When it was redeemed.
    pub wechatpay_use_time: DateTime,
}

/// Gives a redeemed coupon back to its user (申请退券), after a refund. The user may use it again while its time lasts;
/// one whose time is over need not be given back.
///
/// `return_request_no` makes repeating safe.
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
    /// The coupon.
    #[wxpay(len = 32, label = "券code")]
    pub coupon_code: String,
    /// Its batch.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// The merchant's own number for this return, unique under the merchant.
    #[wxpay(len = 128, label = "退券请求单据号")]
    pub return_request_no: String,
}

/// The answer to a [`ReturnCoupon`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReturnCouponResponse {
    /// When it was given back.
    pub wechatpay_return_time: DateTime,
}

/// Makes a user's coupon worthless (使券失效): it can never be redeemed again.
///
/// `deactivate_request_no` makes repeating safe.
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
    /// The coupon.
    #[wxpay(len = 32, label = "券code")]
    pub coupon_code: String,
    /// Its batch.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// The merchant's own number for this request, unique under the merchant.
    #[wxpay(len = 128, label = "失效请求单据号")]
    pub deactivate_request_no: String,
    /// Why.
    #[wxpay(label = "失效原因")]
    pub deactivate_reason: Option<String>,
}

/// The answer to a [`DeactivateCoupon`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeactivateCouponResponse {
    /// Since when it is worthless.
    pub wechatpay_deactivate_time: DateTime,
}
