//! The redemption rules of coupons.

use crate::prelude::*;

/// The redemption rules of a coupon (核销规则).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct CouponUseRule {
    /// Period of validity, within that of the batch. Sources disagree on whether it is required.
    #[wxpay(label = "券可核销时间")]
    pub coupon_available_time: Option<CouponAvailableTime>,
    /// Fixed discount: required for [`StockType::Normal`](super::StockType::Normal).
    #[wxpay(label = "固定面额满减券使用规则")]
    pub fixed_normal_coupon: Option<FixedNormalCoupon>,
    /// Percentage discount: required for [`StockType::Discount`](super::StockType::Discount).
    #[wxpay(label = "折扣券使用规则")]
    pub discount_coupon: Option<DiscountCoupon>,
    /// Special price for goods: required for [`StockType::Exchange`](super::StockType::Exchange).
    #[wxpay(label = "换购券使用规则")]
    pub exchange_coupon: Option<ExchangeCoupon>,
    /// Tags, one of which the order has to have (订单优惠标记, `goods_tag`).
    #[wxpay(len = 128, items = ..=50, label = "订单优惠标记")]
    pub goods_tag: Option<Vec<String>>,
    /// Payment method that is required (指定支付方式), as WeChat Pay's code, such as `ICBC_CREDIT`. Only one entry is allowed.
    #[wxpay(label = "指定支付方式")]
    pub limit_pay: Option<Vec<String>>,
    /// Cards that are required, if `limit_pay` names a bank.
    #[wxpay(label = "指定银行卡BIN")]
    pub limit_card: Option<CardLimit>,
    /// Trade types of the orders; any by default.
    #[wxpay(label = "支付方式")]
    pub trade_type: Option<Vec<TradeType>>,
    /// Goods that the coupon is for, by the merchant's numbers. The coupon is then a single-item coupon (单品券).
    #[wxpay(len = 128, items = ..=50, label = "可核销商品编码")]
    pub available_items: Option<Vec<String>>,
    /// Goods that are excluded, by the merchant's numbers.
    #[wxpay(len = 128, items = ..=50, label = "不参与优惠商品编码")]
    pub unavailable_items: Option<Vec<String>>,
    /// Merchant numbers that accept the coupon.
    #[wxpay(len = 20, items = ..=50, label = "可核销商户号")]
    pub available_merchants: Option<Vec<String>>,
    /// True if other discounts apply to the same order.
    #[wxpay(label = "是否可叠加其他优惠")]
    pub combine_use: Option<bool>,
}

/// The period in which a coupon may be used (券可核销时间).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct CouponAvailableTime {
    /// Start of the period.
    #[wxpay(label = "开始时间")]
    pub available_begin_time: Option<DateTime>,
    /// End of the period.
    #[wxpay(label = "结束时间")]
    pub available_end_time: Option<DateTime>,
    /// Weekly hours of validity.
    #[wxpay(label = "固定时间段可用")]
    pub fix_available_time: Option<FixedAvailableTime>,
    /// True if the coupon becomes valid the day after its receipt.
    #[wxpay(label = "领取第二天生效")]
    pub second_day_available: Option<bool>,
    /// Validity after receipt, in minutes.
    #[wxpay(label = "领取后有效时间")]
    pub available_time_after_receive: Option<i64>,
}

/// Weekly hours (固定时间段可用).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct FixedAvailableTime {
    /// Days of the week: 0 is Sunday, 6 is Saturday.
    #[wxpay(range = 0..=6, label = "可用星期数")]
    pub available_week_day: Option<Vec<i64>>,
    /// Start on these days, in seconds since midnight. One official source requires it.
    #[wxpay(range = 0..=86400, label = "当天开始时间")]
    pub begin_time: Option<i64>,
    /// End on these days, in seconds since midnight; 23:59:59 by default.
    #[wxpay(range = 1..=86399, default = 86399, label = "当天结束时间")]
    pub end_time: Option<i64>,
}

/// A fixed discount (固定面额满减券).
#[wxpay_object(required = FixedNormalCouponRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FixedNormalCoupon {
    /// Discount in fen.
    #[wxpay(label = "面额")]
    pub coupon_amount: Fen,
    /// Minimum price of the order in fen.
    #[wxpay(label = "门槛")]
    pub transaction_minimum: Fen,
}

/// A percentage discount (折扣券).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct DiscountCoupon {
    /// Highest discount in fen.
    #[wxpay(label = "最高折扣金额")]
    pub discount_amount_max: Option<Fen>,
    /// Percentage that remains to pay: 88 is 12 % off (八八折).
    #[wxpay(label = "折扣百分比")]
    pub discount_percent: Option<i64>,
    /// Minimum price of the order in fen.
    #[wxpay(label = "门槛")]
    pub transaction_minimum: Option<Fen>,
}

/// A special price for goods (换购券).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ExchangeCoupon {
    /// Price of the goods with the coupon, in fen.
    #[wxpay(label = "单品换购价")]
    pub exchange_price: Option<Fen>,
    /// Minimum price of the order in fen.
    #[wxpay(label = "消费门槛")]
    pub transaction_minimum: Option<Fen>,
}

/// The bank cards that a coupon is for (指定银行卡BIN).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct CardLimit {
    /// Name of the cards, as the cashier page shows it: at most four Chinese characters. Required if cards are limited.
    #[wxpay(label = "银行卡名称")]
    pub name: Option<String>,
    /// First 6 to 9 digits of the cards. Required if cards are limited.
    #[wxpay(len = 6..=9, items = ..=10, label = "指定卡BIN")]
    pub bin: Option<Vec<String>>,
}

/// The trade type of an order (支付方式).
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
    /// By face recognition (刷脸支付).
    Face,
    /// Any other trade type.
    #[wxpay(rename = "OTHER")]
    OtherWay,
}
