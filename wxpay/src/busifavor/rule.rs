//! The rules of batches and coupons.

use super::WeekDay;
use crate::prelude::*;

/// How many coupons of a batch are given out (发放规则).
#[wxpay_object(required = StockSendRuleRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StockSendRule {
    /// The budget in fen: what all coupons together may take off. Not open to every merchant.
    #[wxpay(label = "批次总预算")]
    pub max_amount: Option<Fen>,
    /// How many coupons at most. The page demands it, an official SDK does not.
    #[wxpay(range = 1..=1000000000, label = "批次最大发放个数")]
    pub max_coupons: Option<i64>,
    /// How many one user gets at most: no more than 100.
    #[wxpay(range = 1..=100, label = "用户最大可领个数")]
    pub max_coupons_per_user: i64,
    /// The most that the coupons of one day may take off, in fen. Not open to every merchant.
    #[wxpay(label = "单天发放上限金额")]
    pub max_amount_by_day: Option<Fen>,
    /// How many coupons on one day at most.
    #[wxpay(range = 1..=1000000000, label = "单天发放上限个数")]
    pub max_coupons_by_day: Option<i64>,
    /// Whether the accounts of one identity count as one user; a missing one means no.
    #[wxpay(default = false, label = "是否开启自然人限制")]
    pub natural_person_limit: Option<bool>,
    /// Whether suspicious accounts are refused; a missing one means no.
    #[wxpay(default = false, label = "可疑账号拦截")]
    pub prevent_api_abuse: Option<bool>,
    /// Whether users may give their coupons away; a missing one means no. Not open yet.
    #[wxpay(default = false, label = "是否允许转赠")]
    pub transferable: Option<bool>,
    /// Whether users may share the link that gives coupons; a missing one means no. Not open yet.
    #[wxpay(default = false, label = "是否允许分享链接")]
    pub shareable: Option<bool>,
}

/// When and how a coupon is redeemed (核销规则), in answers.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UseRule {
    /// When.
    pub coupon_available_time: Option<AvailableTime>,
    /// Only at some hours of some days of the week. Sources disagree on whether it is here or in
    /// `coupon_available_time`.
    pub available_week: Option<AvailableDays>,
    /// Only at these times. Sources disagree on whether it is here or in `coupon_available_time`.
    pub irregulary_avaliable_time: Option<Vec<IrregularAvailableTime>>,
    /// A fixed amount off.
    pub fixed_normal_coupon: Option<FixedNormalCoupon>,
    /// A percentage off.
    pub discount_coupon: Option<DiscountCoupon>,
    /// Goods at a special price.
    pub exchange_coupon: Option<ExchangeCoupon>,
    /// How the user shows the coupon.
    pub use_method: UseMethod,
    /// The mini program to redeem it in, with [`UseMethod::MiniPrograms`].
    pub mini_programs_appid: Option<String>,
    /// The page of that mini program.
    pub mini_programs_path: Option<String>,
}

/// When a coupon may be used (券可核销时间), in answers.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AvailableTime {
    /// From when.
    pub available_begin_time: Option<DateTime>,
    /// Until when.
    pub available_end_time: Option<DateTime>,
    /// For how many days it is good once it is: 1 is the first day only.
    pub available_day_after_receive: Option<i64>,
    /// Only at some hours of some days of the week.
    pub available_week: Option<AvailableDays>,
    /// Only at these times.
    pub irregulary_avaliable_time: Option<Vec<IrregularAvailableTime>>,
    /// How many days after the user got it it becomes good: 1 is the next day.
    pub wait_days_after_receive: Option<i64>,
}

/// Some hours of some days of the week (固定周期有效时间段), in answers.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AvailableDays {
    /// The days.
    pub week_day: Option<Vec<WeekDay>>,
    /// The hours, at most two spans.
    pub available_day_time: Option<Vec<AvailableDayTime>>,
}

/// Some hours of some days of the week (固定周期有效时间段).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AvailableWeek {
    /// The days: 0 is Sunday, 6 is Saturday. Needed with `available_day_time`.
    #[wxpay(range = 0..=6, label = "可用星期数")]
    pub week_day: Option<Vec<i64>>,
    /// The hours, at most two spans.
    #[wxpay(items = ..=2, needs = "week_day", label = "当天可用时间段")]
    pub available_day_time: Option<Vec<AvailableDayTime>>,
}

/// Some hours of a day (当天可用时间段).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AvailableDayTime {
    /// From when, in seconds since midnight.
    #[wxpay(range = 0..=86399, label = "当天可用开始时间")]
    pub begin_time: Option<i64>,
    /// Until when, in seconds since midnight.
    #[wxpay(range = 1..=86399, label = "当天可用结束时间")]
    pub end_time: Option<i64>,
}

/// A time that follows no rule (无规律的有效时间段).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct IrregularAvailableTime {
    /// From when.
    #[wxpay(label = "开始时间")]
    pub begin_time: Option<DateTime>,
    /// Until when.
    #[wxpay(label = "结束时间")]
    pub end_time: Option<DateTime>,
}

/// A fixed amount off (固定面额满减券). The page demands both members of a new batch, an official SDK
/// does not.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct FixedNormalCoupon {
    /// What it takes off, in fen.
    #[wxpay(range = 1..=10000000, label = "优惠金额")]
    pub discount_amount: Option<Fen>,
    /// What the purchase has to cost at least, in fen.
    #[wxpay(range = 1..=10000000, label = "消费门槛")]
    pub transaction_minimum: Option<Fen>,
}

/// A percentage off (折扣券). The page demands both members of a new batch, an official SDK
/// does not.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct DiscountCoupon {
    /// The percentage that is left to pay: 88 is 12 % off (八八折).
    #[wxpay(range = 1..=100, label = "折扣比例")]
    pub discount_percent: Option<i64>,
    /// What the purchase has to cost at least, in fen.
    #[wxpay(range = 1..=10000000, label = "消费门槛")]
    pub transaction_minimum: Option<Fen>,
}

/// Goods at a special price (换购券). The page demands both members of a new batch, an official SDK
/// does not.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ExchangeCoupon {
    /// The price of the goods with the coupon, in fen.
    #[wxpay(range = 0..=10000000, label = "单品换购价")]
    pub exchange_price: Option<Fen>,
    /// What the purchase has to cost at least, in fen.
    #[wxpay(range = 1..=10000000, label = "消费门槛")]
    pub transaction_minimum: Option<Fen>,
}

/// What a batch's coupons do (批次类型).
#[wxpay_enum]
pub enum StockType {
    /// Take a fixed amount off (固定面额满减券).
    Normal,
    /// Take a percentage off (折扣券).
    Discount,
    /// Sell goods at a special price (换购券).
    Exchange,
}

/// How the user shows a coupon (核销方式).
#[wxpay_enum]
pub enum UseMethod {
    /// Its code is scanned in the shop (线下扫码).
    #[wxpay(rename = "OFF_LINE")]
    Offline,
    /// In a mini program (线上小程序).
    MiniPrograms,
    /// The user confirms it alone (用户自助).
    SelfConsume,
    /// With the payment code (微信支付付款码).
    PaymentCode,
}
