//! The coupons that a user has.

use super::{CustomEntrance, DisplayPatternInfo, StockType, UseRule};
use crate::prelude::*;

/// Asks for one coupon of a user (查询用户单张券详情): what a merchant does before redeeming it.
///
/// Errors: 400 `APPID_MCHID_NOT_MATCH`, `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`
/// (no such coupon); 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids/{appid}",
    response = Coupon,
    required = QueryCouponRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012535011"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryCoupon {
    /// The user, under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// The coupon.
    #[wxpay(len = 32, label = "券code")]
    pub coupon_code: String,
    /// The app ID of an official account or mini program, bound to the caller or to the merchant that the batch belongs
    /// to.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
}

/// Lists the coupons that a user has (根据过滤条件查询用户券).
///
/// Whoever calls has to name itself in the part that it plays: as `creator_merchant` if it made the batch, as
/// `belong_merchant` if the batch belongs to it, as `sender_merchant` if it gave the coupons out.
///
/// Errors: 400 `APPID_MCHID_NOT_MATCH`, `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 429
/// `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/busifavor/users/{openid}/coupons",
    response = Coupons,
    required = ListCouponsRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012534963",
    pages(page = "offset", first = 0, limit = "limit", items = "data", total = "total_count")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListCoupons {
    /// The user, under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// The app ID of an official account or mini program, bound to the caller or to the merchant that the batch belongs
    /// to.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// Only coupons of this batch.
    #[wxpay(label = "批次号")]
    pub stock_id: Option<String>,
    /// Only coupons in this state. The states of redeeming online are not among those that can be asked for.
    #[wxpay(label = "券状态")]
    pub coupon_state: Option<CouponState>,
    /// Only coupons of batches that this merchant made.
    #[wxpay(len = 32, label = "创建批次的商户号")]
    pub creator_merchant: Option<String>,
    /// Only coupons of batches that belong to this merchant.
    #[wxpay(len = 32, label = "批次归属商户号")]
    pub belong_merchant: Option<String>,
    /// Only coupons that this merchant gave out.
    #[wxpay(len = 32, label = "批次发放商户号")]
    pub sender_merchant: Option<String>,
    /// The page, from 0.
    #[wxpay(label = "分页页码")]
    pub offset: Option<i64>,
    /// How many a page holds.
    #[wxpay(label = "分页大小")]
    pub limit: Option<i64>,
}

/// A page of a user's coupons.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// A merchant's coupon that a user has.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Coupon {
    /// The batch's name.
    pub stock_name: String,
    /// The merchant that the batch belongs to.
    pub belong_merchant: String,
    /// The merchant's remark on the batch.
    pub comment: Option<String>,
    /// What it is good for, in words.
    pub goods_name: String,
    /// What it does.
    pub stock_type: StockType,
    /// When and how it is redeemed.
    pub coupon_use_rule: UseRule,
    /// Where its page leads.
    pub custom_entrance: Option<CustomEntrance>,
    /// What it looks like.
    pub display_pattern_info: Option<DisplayPatternInfo>,
    /// Its code.
    pub coupon_code: Option<String>,
    /// What became of it.
    pub coupon_state: Option<CouponState>,
    /// The batch.
    pub stock_id: Option<String>,
    /// Whether the user may give it away.
    pub transferable: Option<bool>,
    /// Whether the user may share the link that gives coupons.
    pub shareable: Option<bool>,
    /// The merchant's own number for giving it out.
    pub send_request_no: Option<String>,
    /// The merchant's own number for its redemption, if it was redeemed.
    pub use_request_no: Option<String>,
    /// From when this very coupon may be used.
    pub available_start_time: Option<DateTime>,
    /// Until when this very coupon may be used.
    pub expire_time: Option<DateTime>,
    /// When the user got it.
    pub receive_time: Option<DateTime>,
    /// When it was redeemed, if it was.
    pub use_time: Option<DateTime>,
    /// The merchant's own number of the order that it belongs to, after an
    /// [`AssociateOrder`](super::AssociateOrder).
    pub associate_out_trade_no: Option<String>,
    /// The merchant's own number for giving it back, if it was given back.
    pub return_request_no: Option<String>,
    /// When it was given back, if it was.
    pub return_time: Option<DateTime>,
    /// The merchant's own number for making it worthless, if it was made so.
    pub deactivate_request_no: Option<String>,
    /// Since when it is worthless, if it was made so.
    pub deactivate_time: Option<DateTime>,
    /// Why it is worthless, if it was made so.
    pub deactivate_reason: Option<String>,
}

/// What became of a merchant's coupon (券状态).
#[wxpay_enum]
pub enum CouponState {
    /// May be used (可用).
    Sended,
    /// Redeemed (已核销).
    Used,
    /// Too old (已过期).
    Expired,
    /// Deleted by the user (已删除).
    Deleted,
    /// Made worthless by the merchant (已失效).
    Deactivated,
    /// To be redeemed.
    PendingRedeem,
    /// Its redemption is being confirmed.
    RedeemConfirming,
    /// Its redemption failed.
    RedeemFailed,
    /// The time to redeem it is over.
    RedeemExpired,
}
