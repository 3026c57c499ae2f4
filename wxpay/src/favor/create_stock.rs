//! A new batch of coupons.

use super::{CouponUseRule, StockType};
use crate::prelude::*;

/// Creates a batch of cash coupons (创建代金券批次).
///
/// The batch waits until [`StartStock`](super::StartStock) activates it. If money moves (`no_cash` is false), its
/// budget is locked in the merchant's balance then.
///
/// `out_request_no` makes repeating safe: the same number with the same content is the same batch.
///
/// A merchant may call 60 times a minute.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`; 401 `SIGN_ERROR`; 403 `NO_AUTH` (the product is not
/// opened); 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
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
    /// The batch's name, which users see. Nine Chinese characters or 20 letters are the most.
    #[wxpay(len = 20, label = "批次名称")]
    pub stock_name: String,
    /// From when coupons are given out and used. Not in the past, and less than a year ahead.
    #[wxpay(label = "开始时间")]
    pub available_begin_time: DateTime,
    /// Until when coupons are given out and used.
    #[wxpay(label = "结束时间")]
    pub available_end_time: DateTime,
    /// How many coupons, to whom.
    #[wxpay(label = "发放规则")]
    pub stock_use_rule: StockUseRule,
    /// Whether the merchant bears the reduction without money moving (无资金流, 免充值): it then simply receives less.
    /// Otherwise (预充值) the batch's budget pays for it.
    #[wxpay(label = "是否无资金流")]
    pub no_cash: bool,
    /// What its coupons do; which rule of `coupon_use_rule` has to be there depends on it.
    #[wxpay(label = "批次类型")]
    pub stock_type: StockType,
    /// A remark that only the merchant sees.
    #[wxpay(len = 60, label = "批次备注")]
    pub comment: Option<String>,
    /// The merchant that the batch belongs to: a direct merchant's own number, or that of a service provider's
    /// sub-merchant.
    #[wxpay(len = 32, label = "归属商户号")]
    pub belong_merchant: String,
    /// What a coupon looks like.
    #[wxpay(label = "样式信息")]
    pub pattern_info: Option<PatternInfo>,
    /// When and on what a coupon is used.
    #[wxpay(label = "核销规则")]
    pub coupon_use_rule: CouponUseRule,
    /// The merchant's own number for the batch, unique under the merchant.
    #[wxpay(len = 128, label = "商户单据号")]
    pub out_request_no: String,
    /// Reserved (扩展属性), any JSON as text. Leave it out.
    #[wxpay(label = "扩展属性")]
    pub ext_info: Option<JsonText<serde_json::Value>>,
}

/// How many coupons of a batch are given out (发放规则).
#[wxpay_object(required = StockUseRuleRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StockUseRule {
    /// How many coupons at most.
    #[wxpay(label = "发放总上限")]
    pub max_coupons: i64,
    /// The budget in fen: what all coupons together may take off. For coupons of a fixed amount, that times
    /// `max_coupons`.
    #[wxpay(label = "总预算")]
    pub max_amount: Fen,
    /// The most that the coupons of one day may take off, in fen.
    #[wxpay(label = "单天发放上限金额")]
    pub max_amount_by_day: Option<Fen>,
    /// How many one user gets at most.
    #[wxpay(label = "单个用户可领个数")]
    pub max_coupons_per_user: i64,
    /// Whether the accounts of one identity count as one user.
    #[wxpay(label = "是否开启自然人限制")]
    pub natural_person_limit: bool,
    /// Whether suspicious accounts are refused.
    #[wxpay(label = "api发券防刷")]
    pub prevent_api_abuse: bool,
}

/// What a coupon looks like (样式信息).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct PatternInfo {
    /// The terms, as the coupon's page shows them. One official source demands them.
    #[wxpay(label = "使用说明")]
    pub description: Option<String>,
    /// The merchant's logo: an address that the upload of marketing pictures (图片上传) answered.
    #[wxpay(label = "商户logo")]
    pub merchant_logo: Option<String>,
    /// The merchant's name on the coupon.
    #[wxpay(label = "商户名称")]
    pub merchant_name: Option<String>,
    /// The coupon's colour.
    #[wxpay(label = "背景颜色")]
    pub background_color: Option<BackgroundColor>,
    /// The picture on the coupon's page: an address that the upload of marketing pictures answered.
    #[wxpay(label = "券详情图片")]
    pub coupon_image: Option<String>,
    /// Where "use now" leads; a missing one means the default page.
    #[wxpay(label = "卡包跳转目标")]
    pub jump_target: Option<JumpTarget>,
    /// The mini program to open, if that is the target; bound to a merchant that accepts the coupon.
    #[wxpay(len = 32, label = "小程序appid")]
    pub mini_program_appid: Option<String>,
    /// The page of the mini program, if that is the target.
    #[wxpay(label = "小程序path")]
    pub mini_program_path: Option<String>,
}

/// A coupon's colour, by its name in the official chart (卡券背景颜色图).
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

/// Where a coupon's "use now" leads (卡包跳转目标).
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
    /// WeChat Pay's number for the batch.
    pub stock_id: String,
    /// When it was created.
    pub create_time: DateTime,
}
