//! Giving out coupons.

use crate::prelude::*;

/// Gives a user a coupon of a batch (发放代金券).
///
/// The batch has to be active and created by the caller; coupons of another merchant's batch need that merchant's permission.
/// `stock_id` and `stock_creator_mchid` then belong to the other merchant, all other members to the caller.
///
/// `out_request_no` makes a repeated request safe: the same number returns the same coupon, a new number gives another coupon.
/// [`ListCoupons`](super::ListCoupons) returns a user's coupons.
///
/// Up to 500 calls a second. Errors: 400 `APPID_MCHID_NOT_MATCH`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`, `PARAM_ERROR`; 401
/// `SIGN_ERROR`; 403 `NOT_ENOUGH` (the batch's budget is used up), `REQUEST_BLOCKED`, `RULE_LIMIT` (a limit of the batch),
/// `USER_ACCOUNT_ABNORMAL` (this user gets no coupons); 404 `RESOURCE_NOT_EXISTS` (no such batch); 429 `FREQUENCY_LIMIT_EXCEED`;
/// 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/favor/users/{openid}/coupons",
    response = SendCouponResponse,
    required = SendCouponRequired,
    number = "out_request_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012463767"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SendCoupon {
    /// Openid of the user, under `appid`.
    #[wxpay(len = 128, label = "用户openid")]
    pub openid: String,
    /// Batch ID of a batch of coupons, not of automatic discounts (立减与折扣).
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// The merchant's number of this coupon, unique for the merchant.
    #[wxpay(len = 128, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户单据号")]
    pub out_request_no: String,
    /// App ID of the merchant that gives the coupon.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// Merchant number of the batch's creator.
    #[wxpay(len = 32, label = "创建批次的商户号")]
    pub stock_creator_mchid: String,
    /// Discount of the coupon in fen, if the batch lets the sender choose it (指定面额发券).
    #[wxpay(label = "指定面额发券，面额")]
    pub coupon_value: Option<Fen>,
    /// Minimum price of the order in fen, if the batch lets the sender choose it.
    #[wxpay(label = "指定面额发券，券门槛")]
    pub coupon_minimum: Option<Fen>,
}

/// The answer to a [`SendCoupon`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SendCouponResponse {
    /// Coupon ID.
    pub coupon_id: String,
}
