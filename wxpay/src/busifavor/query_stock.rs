//! Queries of a batch.

use super::{CouponCodeMode, CustomEntrance, DisplayPatternInfo, NotifyConfig, StockSendRule, StockType, UseRule};
use crate::prelude::*;

/// Queries a batch: its rules, its state, and the number of coupons given out (查询商家券详情).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (no such batch); 429
/// `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/busifavor/stocks/{stock_id}",
    response = Stock,
    required = QueryStockRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012534928"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryStock {
    /// Batch ID.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
}

/// A batch of a merchant's own coupons.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stock {
    /// Name of the batch.
    pub stock_name: String,
    /// Merchant number of the batch's owner.
    pub belong_merchant: String,
    /// Remark of the merchant.
    pub comment: Option<String>,
    /// Goods that the coupons are for.
    pub goods_name: String,
    /// Type of the batch.
    pub stock_type: StockType,
    /// Redemption rules of a coupon.
    pub coupon_use_rule: UseRule,
    /// Rules for giving out coupons.
    pub stock_send_rule: StockSendRule,
    /// Target of the coupon's page.
    pub custom_entrance: Option<CustomEntrance>,
    /// Appearance of a coupon.
    pub display_pattern_info: Option<DisplayPatternInfo>,
    /// State of the batch.
    pub stock_state: StockState,
    /// Source of the coupon codes.
    pub coupon_code_mode: CouponCodeMode,
    /// Batch ID.
    pub stock_id: String,
    /// Number of stored codes, with [`CouponCodeMode::MerchantUpload`].
    pub coupon_code_count: Option<CouponCodeCount>,
    /// Configuration of notifications.
    pub notify_config: Option<NotifyConfig>,
    /// Number of coupons given out.
    pub send_count_information: Option<SendCount>,
    /// True if subsidies are allowed for the coupons (营销补差).
    pub subsidy: Option<bool>,
}

/// The state of a batch (批次状态).
#[wxpay_enum]
pub enum StockState {
    /// Under review by WeChat Pay (审核中).
    #[wxpay(rename = "UNAUDIT")]
    Unaudited,
    /// Coupons are given out (运行中).
    Running,
    /// No more coupons are given out (已停止). The API spells it `STOPED`.
    #[wxpay(rename = "STOPED")]
    Stopped,
    /// No coupons are given out for the time being (暂停发放).
    Paused,
}

/// The number of codes stored for a batch (券code数量).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CouponCodeCount {
    /// Number of all codes.
    pub total_count: i64,
    /// Number of codes that are not assigned to a coupon yet.
    pub available_count: i64,
}

/// The number of a batch's coupons that were given out (批次发放情况).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SendCount {
    /// Number of coupons.
    pub total_send_num: Option<i64>,
    /// Sum of their discounts in fen, if the discount is a fixed amount.
    pub total_send_amount: Option<Fen>,
    /// Number of today's coupons, if the batch has a daily limit.
    pub today_send_num: Option<i64>,
    /// Sum of the discounts of today's coupons in fen, if the discount is a fixed amount and the batch has a daily limit.
    pub today_send_amount: Option<Fen>,
}
