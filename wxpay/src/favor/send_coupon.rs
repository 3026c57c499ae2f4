//! A coupon for a user.

use crate::prelude::*;

/// Gives a user a coupon of a batch (发放代金券).
///
/// The batch has to be active, and made by the caller; coupons of other merchants' batches need their permission. With
/// such a batch, `stock_id` and `stock_creator_mchid` are theirs and everything else is the caller's.
///
/// `out_request_no` makes repeating safe: the same number gives the same coupon, a new number gives another one.
/// [`ListCoupons`](super::ListCoupons) shows what a user has.
///
/// Up to 500 calls a second. Errors: 400 `APPID_MCHID_NOT_MATCH`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`, `PARAM_ERROR`;
/// 401 `SIGN_ERROR`; 403 `NOT_ENOUGH` (the batch's budget is used up), `REQUEST_BLOCKED`, `RULE_LIMIT` (a limit of the
/// batch), `USER_ACCOUNT_ABNORMAL` (this user gets none); 404 `RESOURCE_NOT_EXISTS` (no such batch); 429
/// `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
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
    /// The user, under `appid`.
    #[wxpay(len = 128, label = "用户openid")]
    pub openid: String,
    /// The batch: one of coupons, not of automatic reductions (立减与折扣).
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// The merchant's own number for this coupon, unique under the merchant.
    #[wxpay(len = 128, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户单据号")]
    pub out_request_no: String,
    /// An app ID of the merchant that gives the coupon.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// The merchant that made the batch.
    #[wxpay(len = 32, label = "创建批次的商户号")]
    pub stock_creator_mchid: String,
    /// What the coupon takes off, in fen, if the batch lets the sender choose (指定面额发券).
    #[wxpay(label = "指定面额发券，面额")]
    pub coupon_value: Option<Fen>,
    /// What the order has to cost at least, in fen, if the batch lets the sender choose.
    #[wxpay(label = "指定面额发券，券门槛")]
    pub coupon_minimum: Option<Fen>,
}

/// The answer to a [`SendCoupon`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SendCouponResponse {
    /// WeChat Pay's number for the coupon.
    pub coupon_id: String,
}
