//! Queries of a user's coupons.

use super::{BusinessType, ConsumeInformation, CutTo, FavorCouponStatus, FavorCouponType, NormalCoupon};
use crate::prelude::*;

/// Queries one coupon of a user (查询代金券详情).
///
/// Errors: 400 `APPID_MCHID_NOT_MATCH`, `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`
/// (no such coupon); 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/favor/users/{openid}/coupons/{coupon_id}",
    response = Coupon,
    required = QueryCouponRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012486942"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryCoupon {
    /// Openid of the user, under `appid`.
    #[wxpay(len = 128, label = "用户openid")]
    pub openid: String,
    /// Coupon ID.
    #[wxpay(label = "代金券id")]
    pub coupon_id: String,
    /// App ID of the merchant that gave the coupon.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
}

/// Lists a user's coupons of one merchant (根据商户号查用户的券).
///
/// One of `creator_mchid`, `sender_mchid` and `available_mchid` names the merchant; `creator_mchid` overrides `available_mchid`.
/// With `available_mchid`, the batch, the state and the page are ignored: the answer has every coupon that the merchant accepts.
///
/// Errors: 400 `APPID_MCHID_NOT_MATCH`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 429
/// `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/favor/users/{openid}/coupons",
    response = Coupons,
    required = ListCouponsRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012534690",
    pages(page = "offset", first = 0, limit = "limit", items = "data", total = "total_count"),
    any_of("creator_mchid", "sender_mchid", "available_mchid")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListCoupons {
    /// Openid of the user, under `appid`.
    #[wxpay(len = 128, label = "用户openid")]
    pub openid: String,
    /// App ID of the merchant.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// Batch ID of the coupons to list.
    #[wxpay(label = "批次号")]
    pub stock_id: Option<String>,
    /// State of the coupons to list.
    #[wxpay(label = "券或消费金状态")]
    pub status: Option<CouponFilterStatus>,
    /// Merchant number of the creator of the batches.
    #[wxpay(len = 32, label = "创建批次的商户号")]
    pub creator_mchid: Option<String>,
    /// Merchant number of the sender of the coupons.
    #[wxpay(len = 32, label = "批次发放商户号")]
    pub sender_mchid: Option<String>,
    /// Merchant number that accepts the coupons.
    #[wxpay(len = 32, label = "可用商户号")]
    pub available_mchid: Option<String>,
    /// Page number, from 0; 0 by default.
    #[wxpay(default = 0, label = "分页页码")]
    pub offset: Option<i64>,
    /// Number of coupons on a page; 20 by default.
    #[wxpay(default = 20, label = "分页大小")]
    pub limit: Option<i64>,
    /// Special kind of the coupons to list.
    #[wxpay(label = "业务类型")]
    pub business_type: Option<BusinessType>,
}

/// A state by which coupons can be listed (券状态); the other states are not allowed.
#[wxpay_enum]
pub enum CouponFilterStatus {
    /// Available (可用).
    Sended,
    /// Used (已实扣).
    Used,
}

/// A page of a user's coupons.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Coupons {
    /// Number of coupons on all pages.
    pub total_count: i64,
    /// Page number of the request.
    pub offset: i64,
    /// Number of coupons on a page.
    pub limit: i64,
    /// The coupons of this page.
    pub data: Option<Vec<Coupon>>,
}

/// A cash coupon of a user.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Coupon {
    /// Merchant number of the batch's creator.
    pub stock_creator_mchid: Option<String>,
    /// Batch ID.
    pub stock_id: Option<String>,
    /// Coupon ID.
    pub coupon_id: Option<String>,
    /// Name of the coupon.
    pub coupon_name: Option<String>,
    /// State of the coupon.
    pub status: Option<FavorCouponStatus>,
    /// Terms of use.
    pub description: Option<String>,
    /// Time at which the user received the coupon.
    pub create_time: Option<DateTime>,
    /// Type of the coupon.
    pub coupon_type: Option<FavorCouponType>,
    /// True if no money is transferred for the discount (无资金流): the merchant receives less.
    pub no_cash: Option<bool>,
    /// Time at which the batch was activated.
    pub start_time: Option<DateTime>,
    /// Time at which the batch was stopped.
    pub stop_time: Option<DateTime>,
    /// True for a single-item coupon.
    pub singleitem: Option<bool>,
    /// Prices, if the coupon cuts a price to an amount.
    pub cut_to_message: Option<CutTo>,
    /// Start of validity.
    pub available_begin_time: Option<DateTime>,
    /// End of validity.
    pub available_end_time: Option<DateTime>,
    /// Amounts, if the coupon has a fixed discount.
    pub normal_coupon_information: Option<NormalCoupon>,
    /// Details of its use, once it is used.
    pub consume_information: Option<ConsumeInformation>,
    /// Remaining amount in fen, if the coupon is used up step by step.
    pub available_balance: Option<Fen>,
    /// Special kind of coupon.
    pub business_type: Option<BusinessType>,
}
