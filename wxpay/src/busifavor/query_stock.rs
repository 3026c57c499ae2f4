//! A batch as it stands.

use super::{CouponCodeMode, CustomEntrance, DisplayPatternInfo, NotifyConfig, StockSendRule, StockType, UseRule};
use crate::prelude::*;

/// Asks for a batch (查询商家券详情): its rules, its state, how many coupons were given out.
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
    /// The batch.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
}

/// A batch of a merchant's own coupons.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stock {
    /// Its name.
    pub stock_name: String,
    /// The merchant that it belongs to.
    pub belong_merchant: String,
    /// The merchant's remark.
    pub comment: Option<String>,
    /// What the coupons are good for, in words.
    pub goods_name: String,
    /// What the coupons do.
    pub stock_type: StockType,
    /// When and how a coupon is redeemed.
    pub coupon_use_rule: UseRule,
    /// How many coupons, to whom.
    pub stock_send_rule: StockSendRule,
    /// Where the coupon's page leads.
    pub custom_entrance: Option<CustomEntrance>,
    /// What a coupon looks like.
    pub display_pattern_info: Option<DisplayPatternInfo>,
    /// Whether coupons are given out.
    pub stock_state: StockState,
    /// Whose codes the coupons bear.
    pub coupon_code_mode: CouponCodeMode,
    /// WeChat Pay's number for it.
    pub stock_id: String,
    /// How many codes were stored, with [`CouponCodeMode::MerchantUpload`].
    pub coupon_code_count: Option<CouponCodeCount>,
    /// How notifications name the user.
    pub notify_config: Option<NotifyConfig>,
    /// How many coupons were given out.
    pub send_count_information: Option<SendCount>,
    /// Whether a subsidy may be paid for its coupons (营销补差).
    pub subsidy: Option<bool>,
}

/// Whether coupons of a batch are given out (批次状态).
#[wxpay_enum]
pub enum StockState {
    /// Not yet: it is being looked at by WeChat Pay (审核中).
    #[wxpay(rename = "UNAUDIT")]
    Unaudited,
    /// Yes (运行中).
    Running,
    /// Not any more (已停止). The API spells it `STOPED`.
    #[wxpay(rename = "STOPED")]
    Stopped,
    /// Not for the time being (暂停发放).
    Paused,
}

/// How many codes were stored for a batch (券code数量).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CouponCodeCount {
    /// All of them.
    pub total_count: i64,
    /// Those that no coupon took yet.
    pub available_count: i64,
}

/// How many coupons of a batch were given out (批次发放情况).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SendCount {
    /// How many.
    pub total_send_num: Option<i64>,
    /// What they take off, in fen, if each takes a fixed amount off.
    pub total_send_amount: Option<Fen>,
    /// How many today, if the batch has a limit for the day.
    pub today_send_num: Option<i64>,
    /// What those of today take off, in fen, if each takes a fixed amount off and the batch has a limit for the day.
    pub today_send_amount: Option<Fen>,
}
