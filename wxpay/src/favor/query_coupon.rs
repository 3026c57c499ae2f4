//! The coupons that a user has.

use super::{BusinessType, ConsumeInformation, CutTo, FavorCouponStatus, FavorCouponType, NormalCoupon};
use crate::prelude::*;

/// Asks for one coupon of a user (查询代金券详情).
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
    /// The user, under `appid`.
    #[wxpay(len = 128, label = "用户openid")]
    pub openid: String,
    /// The coupon.
    #[wxpay(label = "代金券id")]
    pub coupon_id: String,
    /// An app ID of the merchant that gave the coupon.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
}

/// Lists the coupons that a user has of one merchant (根据商户号查用户的券).
///
/// One of `creator_mchid`, `sender_mchid` and `available_mchid` says which merchant; beside `creator_mchid`,
/// `available_mchid` does not count. With `available_mchid`, the batch, the status and the page are disregarded: the answer
/// has every coupon that the merchant would accept.
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
    /// The user, under `appid`.
    #[wxpay(len = 128, label = "用户openid")]
    pub openid: String,
    /// An app ID of the merchant.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// Only coupons of this batch.
    #[wxpay(label = "批次号")]
    pub stock_id: Option<String>,
    /// Only coupons in this state.
    #[wxpay(label = "券或消费金状态")]
    pub status: Option<CouponFilterStatus>,
    /// Coupons of batches that this merchant made.
    #[wxpay(len = 32, label = "创建批次的商户号")]
    pub creator_mchid: Option<String>,
    /// Coupons that this merchant gave out.
    #[wxpay(len = 32, label = "批次发放商户号")]
    pub sender_mchid: Option<String>,
    /// Coupons that this merchant accepts.
    #[wxpay(len = 32, label = "可用商户号")]
    pub available_mchid: Option<String>,
    /// The page, from 0, which is also what a missing one means.
    #[wxpay(default = 0, label = "分页页码")]
    pub offset: Option<i64>,
    /// How many a page holds; a missing one means 20.
    #[wxpay(default = 20, label = "分页大小")]
    pub limit: Option<i64>,
    /// Only coupons of this special kind.
    #[wxpay(label = "业务类型")]
    pub business_type: Option<BusinessType>,
}

/// A state to list coupons by (券状态): there is no asking for the others.
#[wxpay_enum]
pub enum CouponFilterStatus {
    /// May be used (可用).
    Sended,
    /// Used (已实扣).
    Used,
}

/// A page of a user's coupons.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Coupons {
    /// How many there are on all pages.
    pub total_count: i64,
    /// The page that was asked for.
    pub offset: i64,
    /// How many a page holds.
    pub limit: i64,
    /// The coupons of this page.
    pub data: Option<Vec<Coupon>>,
}

/// A cash coupon that a user has.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Coupon {
    /// The merchant that made the batch.
    pub stock_creator_mchid: Option<String>,
    /// The batch.
    pub stock_id: Option<String>,
    /// The coupon.
    pub coupon_id: Option<String>,
    /// Its name.
    pub coupon_name: Option<String>,
    /// What became of it.
    pub status: Option<FavorCouponStatus>,
    /// How it may be used, in words.
    pub description: Option<String>,
    /// When the user got it.
    pub create_time: Option<DateTime>,
    /// What it does.
    pub coupon_type: Option<FavorCouponType>,
    /// Whether the merchant bears it without money moving (无资金流).
    pub no_cash: Option<bool>,
    /// When its batch was activated.
    pub start_time: Option<DateTime>,
    /// When its batch was ended for good.
    pub stop_time: Option<DateTime>,
    /// Whether it is for single goods.
    pub singleitem: Option<bool>,
    /// The prices, if it cuts a price to an amount.
    pub cut_to_message: Option<CutTo>,
    /// From when it may be used.
    pub available_begin_time: Option<DateTime>,
    /// Until when it may be used.
    pub available_end_time: Option<DateTime>,
    /// The amounts, if it takes a fixed amount off.
    pub normal_coupon_information: Option<NormalCoupon>,
    /// How it was used, once it was.
    pub consume_information: Option<ConsumeInformation>,
    /// What is left of it, in fen, if it is used up step by step.
    pub available_balance: Option<Fen>,
    /// The special kind of coupon that it is.
    pub business_type: Option<BusinessType>,
}
