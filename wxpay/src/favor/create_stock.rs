//! A new batch of coupons.

use super::StockType;
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
    number = "out_request_no"
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
    /// Reserved (扩展属性); JSON as text. Leave it out.
    #[wxpay(label = "扩展属性")]
    pub ext_info: Option<String>,
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

/// When and on what a coupon is used (核销规则).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct CouponUseRule {
    /// When, within the batch's own time. Sources disagree on whether it has to be there.
    #[wxpay(label = "券可核销时间")]
    pub coupon_available_time: Option<CouponAvailableTime>,
    /// A fixed amount off: needed for [`StockType::Normal`].
    #[wxpay(label = "固定面额满减券使用规则")]
    pub fixed_normal_coupon: Option<FixedNormalCoupon>,
    /// A percentage off: needed for [`StockType::Discount`].
    #[wxpay(label = "折扣券使用规则")]
    pub discount_coupon: Option<DiscountCoupon>,
    /// Goods at a special price: needed for [`StockType::Exchange`].
    #[wxpay(label = "换购券使用规则")]
    pub exchange_coupon: Option<ExchangeCoupon>,
    /// Only orders that carry one of these tags (订单优惠标记, `goods_tag`).
    #[wxpay(len = 128, items = ..=50, label = "订单优惠标记")]
    pub goods_tag: Option<Vec<String>>,
    /// Only this way to pay (指定支付方式), by WeChat Pay's code for it, such as `ICBC_CREDIT`. One entry is allowed.
    #[wxpay(label = "指定支付方式")]
    pub limit_pay: Option<Vec<String>>,
    /// Only these cards, where `limit_pay` names a bank.
    #[wxpay(label = "指定银行卡BIN")]
    pub limit_card: Option<CardLimit>,
    /// Only orders paid like this; without it, any.
    #[wxpay(label = "支付方式")]
    pub trade_type: Option<Vec<TradeType>>,
    /// Only these goods, by the merchant's numbers for them: the coupon is then one for single goods (单品券).
    #[wxpay(len = 128, items = ..=50, label = "可核销商品编码")]
    pub available_items: Option<Vec<String>>,
    /// Not these goods, by the merchant's numbers for them.
    #[wxpay(len = 128, items = ..=50, label = "不参与优惠商品编码")]
    pub unavailable_items: Option<Vec<String>>,
    /// The merchants that accept the coupon.
    #[wxpay(len = 20, items = ..=50, label = "可核销商户号")]
    pub available_merchants: Option<Vec<String>>,
    /// Whether other reductions apply to the same order.
    #[wxpay(label = "是否可叠加其他优惠")]
    pub combine_use: Option<bool>,
}

/// When a coupon may be used (券可核销时间).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct CouponAvailableTime {
    /// From when.
    #[wxpay(label = "开始时间")]
    pub available_begin_time: Option<DateTime>,
    /// Until when.
    #[wxpay(label = "结束时间")]
    pub available_end_time: Option<DateTime>,
    /// Only at some hours of some days.
    #[wxpay(label = "固定时间段可用")]
    pub fix_available_time: Option<FixedAvailableTime>,
    /// Whether it begins only the day after the user got it.
    #[wxpay(label = "领取第二天生效")]
    pub second_day_available: Option<bool>,
    /// For how long after the user got it, in minutes.
    #[wxpay(label = "领取后有效时间")]
    pub available_time_after_receive: Option<i64>,
}

/// Some hours of some days (固定时间段可用).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct FixedAvailableTime {
    /// The days: 0 is Sunday, 6 is Saturday.
    #[wxpay(range = 0..=6, label = "可用星期数")]
    pub available_week_day: Option<Vec<i64>>,
    /// From when on these days, in seconds since midnight. One official source demands it.
    #[wxpay(range = 0..=86400, label = "当天开始时间")]
    pub begin_time: Option<i64>,
    /// Until when on these days, in seconds since midnight; a missing one means 23:59:59.
    #[wxpay(range = 1..=86399, label = "当天结束时间")]
    pub end_time: Option<i64>,
}

/// A fixed amount off (固定面额满减券).
#[wxpay_object(required = FixedNormalCouponRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FixedNormalCoupon {
    /// What it takes off, in fen.
    #[wxpay(label = "面额")]
    pub coupon_amount: Fen,
    /// What the order has to cost at least, in fen.
    #[wxpay(label = "门槛")]
    pub transaction_minimum: Fen,
}

/// A percentage off (折扣券).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct DiscountCoupon {
    /// The most that it takes off, in fen.
    #[wxpay(label = "最高折扣金额")]
    pub discount_amount_max: Option<Fen>,
    /// The percentage that is left to pay: 88 is 12 % off (八八折).
    #[wxpay(label = "折扣百分比")]
    pub discount_percent: Option<i64>,
    /// What the order has to cost at least, in fen.
    #[wxpay(label = "门槛")]
    pub transaction_minimum: Option<Fen>,
}

/// Goods at a special price (换购券).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ExchangeCoupon {
    /// The price of the goods with the coupon, in fen.
    #[wxpay(label = "单品换购价")]
    pub exchange_price: Option<Fen>,
    /// What the order has to cost at least, in fen.
    #[wxpay(label = "消费门槛")]
    pub transaction_minimum: Option<Fen>,
}

/// Which cards of a bank a coupon is for (指定银行卡BIN).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct CardLimit {
    /// The cards' name, as the cashier shows it: at most four Chinese characters. Needed where cards are limited at all.
    #[wxpay(label = "银行卡名称")]
    pub name: Option<String>,
    /// The first 6 to 9 digits of the cards. Needed where cards are limited at all.
    #[wxpay(len = 6..=9, items = ..=10, label = "指定卡BIN")]
    pub bin: Option<Vec<String>>,
}

/// How an order is paid (支付方式).
#[wxpay_enum]
pub enum TradeType {
    /// In a mini program (小程序支付).
    #[wxpay(rename = "MICROAPP")]
    MiniProgram,
    /// In a mobile app (APP支付).
    #[wxpay(rename = "APPPAY")]
    App,
    /// Without a password (免密支付).
    #[wxpay(rename = "PPAY")]
    WithoutPassword,
    /// With the payment code (付款码支付).
    Card,
    /// With the face (刷脸支付).
    Face,
    /// In any other way.
    #[wxpay(rename = "OTHER")]
    OtherWay,
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
