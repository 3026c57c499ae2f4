//! The rules of batches and coupons.

use super::WeekDay;
use crate::prelude::*;

/// The rules for giving out coupons of a batch (发放规则).
#[wxpay_object(required = StockSendRuleRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StockSendRule {
    /// Budget in fen: the most that all coupons together may deduct. Not available to every merchant.
    #[wxpay(label = "批次总预算")]
    pub max_amount: Option<Fen>,
    /// Limit of coupons. The page requires it, an official SDK does not.
    #[wxpay(range = 1..=1000000000, label = "批次最大发放个数")]
    pub max_coupons: Option<i64>,
    /// Limit of coupons per user, at most 100.
    #[wxpay(range = 1..=100, label = "用户最大可领个数")]
    pub max_coupons_per_user: i64,
    /// Daily budget in fen: the most that the coupons of one day may deduct. Not available to every merchant.
    #[wxpay(label = "单天发放上限金额")]
    pub max_amount_by_day: Option<Fen>,
    /// Limit of coupons per day.
    #[wxpay(range = 1..=1000000000, label = "单天发放上限个数")]
    pub max_coupons_by_day: Option<i64>,
    /// True to count all accounts of one person as one user; false by default.
    #[wxpay(default = false, label = "是否开启自然人限制")]
    pub natural_person_limit: Option<bool>,
    /// True to refuse suspicious accounts; false by default.
    #[wxpay(default = false, label = "可疑账号拦截")]
    pub prevent_api_abuse: Option<bool>,
    /// True to let users give their coupons away; false by default. Not available yet.
    #[wxpay(default = false, label = "是否允许转赠")]
    pub transferable: Option<bool>,
    /// True to let users share the link to the coupons; false by default. Not available yet.
    #[wxpay(default = false, label = "是否允许分享链接")]
    pub shareable: Option<bool>,
}

/// The redemption rules of a coupon (核销规则), in answers.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UseRule {
    /// Period of validity.
    pub coupon_available_time: Option<AvailableTime>,
    /// Weekly hours of validity. Sources disagree on whether this member is here or in `coupon_available_time`.
    pub available_week: Option<AvailableDays>,
    /// Irregular periods of validity. Sources disagree on whether this member is here or in `coupon_available_time`.
    pub irregulary_avaliable_time: Option<Vec<IrregularAvailableTime>>,
    /// Fixed discount.
    pub fixed_normal_coupon: Option<FixedNormalCoupon>,
    /// Percentage discount.
    pub discount_coupon: Option<DiscountCoupon>,
    /// Special price for goods.
    pub exchange_coupon: Option<ExchangeCoupon>,
    /// Redemption method.
    pub use_method: UseMethod,
    /// App ID of the mini program for redemption, with [`UseMethod::MiniPrograms`].
    pub mini_programs_appid: Option<String>,
    /// Path of the page in the mini program.
    pub mini_programs_path: Option<String>,
}

/// The period in which a coupon may be used (券可核销时间), in answers.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AvailableTime {
    /// Start of the period.
    pub available_begin_time: Option<DateTime>,
    /// End of the period.
    pub available_end_time: Option<DateTime>,
    /// Number of days for which the coupon stays valid: 1 is the first day only.
    pub available_day_after_receive: Option<i64>,
    /// Weekly hours of validity.
    pub available_week: Option<AvailableDays>,
    /// Irregular periods of validity.
    pub irregulary_avaliable_time: Option<Vec<IrregularAvailableTime>>,
    /// Number of days from receipt until the coupon becomes valid: 1 is the next day.
    pub wait_days_after_receive: Option<i64>,
}

/// Weekly hours (固定周期有效时间段), in answers.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AvailableDays {
    /// Days of the week.
    pub week_day: Option<Vec<WeekDay>>,
    /// Hours of the day, at most two spans.
    pub available_day_time: Option<Vec<AvailableDayTime>>,
}

/// Weekly hours (固定周期有效时间段).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AvailableWeek {
    /// Days of the week: 0 is Sunday, 6 is Saturday. Required with `available_day_time`.
    #[wxpay(range = 0..=6, label = "可用星期数")]
    pub week_day: Option<Vec<i64>>,
    /// Hours of the day, at most two spans.
    #[wxpay(items = ..=2, needs = "week_day", label = "当天可用时间段")]
    pub available_day_time: Option<Vec<AvailableDayTime>>,
}

/// A span of hours of a day (当天可用时间段).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AvailableDayTime {
    /// Start, in seconds since midnight.
    #[wxpay(range = 0..=86399, label = "当天可用开始时间")]
    pub begin_time: Option<i64>,
    /// End, in seconds since midnight.
    #[wxpay(range = 1..=86399, label = "当天可用结束时间")]
    pub end_time: Option<i64>,
}

/// An irregular period (无规律的有效时间段).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct IrregularAvailableTime {
    /// Start of the period.
    #[wxpay(label = "开始时间")]
    pub begin_time: Option<DateTime>,
    /// End of the period.
    #[wxpay(label = "结束时间")]
    pub end_time: Option<DateTime>,
}

/// A fixed discount (固定面额满减券). For a new batch the page requires both members, an official SDK does not.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct FixedNormalCoupon {
    /// Discount in fen.
    #[wxpay(range = 1..=10000000, label = "优惠金额")]
    pub discount_amount: Option<Fen>,
    /// Minimum price of the purchase in fen.
    #[wxpay(range = 1..=10000000, label = "消费门槛")]
    pub transaction_minimum: Option<Fen>,
}

/// A percentage discount (折扣券). For a new batch the page requires both members, an official SDK does not.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct DiscountCoupon {
    /// Percentage that remains to pay: 88 is 12 % off (八八折).
    #[wxpay(range = 1..=100, label = "折扣比例")]
    pub discount_percent: Option<i64>,
    /// Minimum price of the purchase in fen.
    #[wxpay(range = 1..=10000000, label = "消费门槛")]
    pub transaction_minimum: Option<Fen>,
}

/// A special price for goods (换购券). For a new batch the page requires both members, an official SDK does not.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ExchangeCoupon {
    /// Price of the goods with the coupon, in fen.
    #[wxpay(range = 0..=10000000, label = "单品换购价")]
    pub exchange_price: Option<Fen>,
    /// Minimum price of the purchase in fen.
    #[wxpay(range = 1..=10000000, label = "消费门槛")]
    pub transaction_minimum: Option<Fen>,
}

/// The type of a batch (批次类型).
#[wxpay_enum]
pub enum StockType {
    /// Coupons with a fixed discount (固定面额满减券).
    Normal,
    /// Coupons with a percentage discount (折扣券).
    Discount,
    /// Coupons with a special price for goods (换购券).
    Exchange,
}

/// The redemption method of a coupon (核销方式).
#[wxpay_enum]
pub enum UseMethod {
    /// The shop scans the coupon code (线下扫码).
    #[wxpay(rename = "OFF_LINE")]
    Offline,
    /// In a mini program (线上小程序).
    MiniPrograms,
    /// The user confirms the redemption alone (用户自助).
    SelfConsume,
    /// With the user's payment code (微信支付付款码).
    PaymentCode,
}
