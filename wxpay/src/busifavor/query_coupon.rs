//! Queries of a user's coupons.

use super::{CustomEntrance, DisplayPatternInfo, StockType, UseRule};
use crate::prelude::*;

/// Queries one coupon of a user (查询用户单张券详情), as a merchant does before redeeming it.
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
    /// Openid of the user, under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// Coupon code.
    #[wxpay(len = 32, label = "券code")]
    pub coupon_code: String,
    /// App ID of an official account or mini program that is bound to the caller or to the merchant that owns the batch.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
}

/// Lists a user's coupons (根据过滤条件查询用户券).
///
/// The caller has to name itself in its role: as `creator_merchant` if it created the batch, as `belong_merchant` if it owns the
/// batch, as `sender_merchant` if it gave out the coupons.
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
    /// Openid of the user, under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// App ID of an official account or mini program that is bound to the caller or to the merchant that owns the batch.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// Batch ID of the coupons to list.
    #[wxpay(label = "批次号")]
    pub stock_id: Option<String>,
    /// State of the coupons to list. The states of online redemption are not allowed here.
    #[wxpay(label = "券状态")]
    pub coupon_state: Option<CouponState>,
    /// Merchant number of the creator of the batches to list.
    #[wxpay(len = 32, label = "创建批次的商户号")]
    pub creator_merchant: Option<String>,
    /// Merchant number of the owner of the batches to list.
    #[wxpay(len = 32, label = "批次归属商户号")]
    pub belong_merchant: Option<String>,
    /// Merchant number of the sender of the coupons to list.
    #[wxpay(len = 32, label = "批次发放商户号")]
    pub sender_merchant: Option<String>,
    /// Page number, from 0.
    #[wxpay(label = "分页页码")]
    pub offset: Option<i64>,
    /// Number of coupons on a page.
    #[wxpay(label = "分页大小")]
    pub limit: Option<i64>,
}

/// A page of a user's coupons.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// A merchant coupon of a user.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Coupon {
    /// Name of the batch.
    pub stock_name: String,
    /// Merchant number of the batch's owner.
    pub belong_merchant: String,
    /// Remark of the merchant on the batch.
    pub comment: Option<String>,
    /// Goods that the coupon is for.
    pub goods_name: String,
    /// Type of the batch.
    pub stock_type: StockType,
    /// Redemption rules.
    pub coupon_use_rule: UseRule,
    /// Target of the coupon's page.
    pub custom_entrance: Option<CustomEntrance>,
    /// Appearance of the coupon.
    pub display_pattern_info: Option<DisplayPatternInfo>,
    /// Coupon code.
    pub coupon_code: Option<String>,
    /// State of the coupon.
    pub coupon_state: Option<CouponState>,
    /// Batch ID.
    pub stock_id: Option<String>,
    /// True if the user may give the coupon away.
    pub transferable: Option<bool>,
    /// True if the user may share the link to the coupons.
    pub shareable: Option<bool>,
    /// The merchant's number of the request that gave out the coupon.
    pub send_request_no: Option<String>,
    /// The merchant's number of the redemption.
    pub use_request_no: Option<String>,
    /// Start of this coupon's validity.
    pub available_start_time: Option<DateTime>,
    /// End of this coupon's validity.
    pub expire_time: Option<DateTime>,
    /// Time at which the user received the coupon.
    pub receive_time: Option<DateTime>,
    /// Time of redemption.
    pub use_time: Option<DateTime>,
    /// Merchant order number of the associated order, after an [`AssociateOrder`](super::AssociateOrder).
    pub associate_out_trade_no: Option<String>,
    /// The merchant's number of the return.
    pub return_request_no: Option<String>,
    /// Time of the return.
    pub return_time: Option<DateTime>,
    /// The merchant's number of the deactivation.
    pub deactivate_request_no: Option<String>,
    /// Time of the deactivation.
    pub deactivate_time: Option<DateTime>,
    /// Reason of the deactivation.
    pub deactivate_reason: Option<String>,
}

/// The state of a merchant coupon (券状态).
#[wxpay_enum]
pub enum CouponState {
    /// Available (可用).
    Sended,
    /// Redeemed (已核销).
    Used,
    /// Expired (已过期).
    Expired,
    /// Deleted by the user (已删除).
    Deleted,
    /// Deactivated by the merchant (已失效).
    Deactivated,
    /// Waits for redemption.
    PendingRedeem,
    /// The redemption is being confirmed.
    RedeemConfirming,
    /// The redemption failed.
    RedeemFailed,
    /// The time for redemption has expired.
    RedeemExpired,
}
