//! When and on what coupons are used.

use crate::prelude::*;

/// When and on what a coupon is used (核销规则).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct CouponUseRule {
    /// When, within the batch's own time. Sources disagree on whether it has to be there.
    #[wxpay(label = "券可核销时间")]
    pub coupon_available_time: Option<CouponAvailableTime>,
    /// A fixed amount off: needed for [`StockType::Normal`](super::StockType::Normal).
    #[wxpay(label = "固定面额满减券使用规则")]
    pub fixed_normal_coupon: Option<FixedNormalCoupon>,
    /// A percentage off: needed for [`StockType::Discount`](super::StockType::Discount).
    #[wxpay(label = "折扣券使用规则")]
    pub discount_coupon: Option<DiscountCoupon>,
    /// Goods at a special price: needed for [`StockType::Exchange`](super::StockType::Exchange).
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
    #[wxpay(range = 1..=86399, default = 86399, label = "当天结束时间")]
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
    /// The cards' name, as the cashier shows it: at most four Chinese characters. Needed where cards are limited.
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
