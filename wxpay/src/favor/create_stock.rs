//! The creation of a batch.

use super::{CouponUseRule, StockType};
use crate::prelude::*;

/// Creates a batch of cash coupons (创建代金券批次).
///
/// The batch waits until [`StartStock`](super::StartStock) activates it. If `no_cash` is false, the activation locks the budget
/// in the merchant's balance.
///
/// `out_request_no` makes a repeated request safe: the same number with the same content is the same batch.
///
/// Limit for a merchant: 60 calls a minute.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`; 401 `SIGN_ERROR`; 403 `NO_AUTH` (the product is not enabled);
/// 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/favor/coupon-stocks",
    response = CreateStockResponse,
    required = CreateStockRequired,
    number = "out_request_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012534633"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateStock {
    /// Name of the batch, which users see: at most nine Chinese characters or 20 letters.
    #[wxpay(len = 20, label = "批次名称")]
    pub stock_name: String,
    /// Time from which coupons are given out and used. Not in the past, and less than a year ahead.
    #[wxpay(label = "开始时间")]
    pub available_begin_time: DateTime,
    /// Time until which coupons are given out and used.
    #[wxpay(label = "结束时间")]
    pub available_end_time: DateTime,
    /// Rules for giving out coupons.
    #[wxpay(label = "发放规则")]
    pub stock_use_rule: StockUseRule,
    /// True if no money is transferred for the discount (无资金流, 免充值): the merchant receives less. False if the budget of
    /// the batch pays for it (预充值).
    #[wxpay(label = "是否无资金流")]
    pub no_cash: bool,
    /// Type of the batch, which decides which rule `coupon_use_rule` needs.
    #[wxpay(label = "批次类型")]
    pub stock_type: StockType,
    /// Remark that only the merchant sees.
    #[wxpay(len = 60, label = "批次备注")]
    pub comment: Option<String>,
    /// Merchant number of the batch's owner: a direct merchant's own number, or that of a service provider's sub-merchant.
    #[wxpay(len = 32, label = "归属商户号")]
    pub belong_merchant: String,
    /// Appearance of a coupon.
    #[wxpay(label = "样式信息")]
    pub pattern_info: Option<PatternInfo>,
    /// Redemption rules of a coupon.
    #[wxpay(label = "核销规则")]
    pub coupon_use_rule: CouponUseRule,
    /// The merchant's number of the batch, unique for the merchant.
    #[wxpay(len = 128, label = "商户单据号")]
    pub out_request_no: String,
    /// Reserved (扩展属性), any JSON as text. Omit it.
    #[wxpay(label = "扩展属性")]
    pub ext_info: Option<JsonText<serde_json::Value>>,
}

/// The rules for giving out coupons of a batch (发放规则).
#[wxpay_object(required = StockUseRuleRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StockUseRule {
    /// Limit of coupons.
    #[wxpay(label = "发放总上限")]
    pub max_coupons: i64,
    /// Budget in fen: the most that all coupons together may deduct. For a fixed discount, it is the discount times
    /// `max_coupons`.
    #[wxpay(label = "总预算")]
    pub max_amount: Fen,
    /// Daily budget in fen: the most that the coupons of one day may deduct.
    #[wxpay(label = "单天发放上限金额")]
    pub max_amount_by_day: Option<Fen>,
    /// Limit of coupons per user.
    #[wxpay(label = "单个用户可领个数")]
    pub max_coupons_per_user: i64,
    /// True to count all accounts of one person as one user.
    #[wxpay(label = "是否开启自然人限制")]
    pub natural_person_limit: bool,
    /// True to refuse suspicious accounts.
    #[wxpay(label = "api发券防刷")]
    pub prevent_api_abuse: bool,
}

/// The appearance of a coupon (样式信息).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct PatternInfo {
    /// Terms of use, as the coupon's page shows them. One official source requires this member.
    #[wxpay(label = "使用说明")]
    pub description: Option<String>,
    /// URL of the merchant's logo, returned by the upload of marketing pictures (图片上传).
    #[wxpay(label = "商户logo")]
    pub merchant_logo: Option<String>,
    /// Name of the merchant on the coupon.
    #[wxpay(label = "商户名称")]
    pub merchant_name: Option<String>,
    /// Background colour of the coupon.
    #[wxpay(label = "背景颜色")]
    pub background_color: Option<BackgroundColor>,
    /// URL of the picture on the coupon's page, returned by the upload of marketing pictures.
    #[wxpay(label = "券详情图片")]
    pub coupon_image: Option<String>,
    /// Target of "use now"; the default page if missing.
    #[wxpay(label = "卡包跳转目标")]
    pub jump_target: Option<JumpTarget>,
    /// App ID of the mini program, if that is the target; bound to a merchant that accepts the coupon.
    #[wxpay(len = 32, label = "小程序appid")]
    pub mini_program_appid: Option<String>,
    /// Path of the page in the mini program, if that is the target.
    #[wxpay(label = "小程序path")]
    pub mini_program_path: Option<String>,
}

/// The background colour of a coupon, named as in the official chart (卡券背景颜色图).
#[wxpay_enum]
pub enum BackgroundColor {
    /// Number 010 of the chart.
    #[wxpay(rename = "Color010")]
    Color010,
    /// Number 020 of the chart.
    #[wxpay(rename = "Color020")]
    Color020,
    /// Number 030 of the chart.
    #[wxpay(rename = "Color030")]
    Color030,
    /// Number 040 of the chart.
    #[wxpay(rename = "Color040")]
    Color040,
    /// Number 050 of the chart.
    #[wxpay(rename = "Color050")]
    Color050,
    /// Number 060 of the chart.
    #[wxpay(rename = "Color060")]
    Color060,
    /// Number 070 of the chart.
    #[wxpay(rename = "Color070")]
    Color070,
    /// Number 080 of the chart.
    #[wxpay(rename = "Color080")]
    Color080,
    /// Number 090 of the chart.
    #[wxpay(rename = "Color090")]
    Color090,
    /// Number 100 of the chart.
    #[wxpay(rename = "Color100")]
    Color100,
}

/// The target of a coupon's "use now" (卡包跳转目标).
#[wxpay_enum]
pub enum JumpTarget {
    /// The user's payment code (付款码).
    PaymentCode,
    /// A mini program (小程序).
    MiniProgram,
    /// The default page.
    DefaultPage,
}

/// The answer to a [`CreateStock`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateStockResponse {
    /// Batch ID.
    pub stock_id: String,
    /// Time of creation.
    pub create_time: DateTime,
}
