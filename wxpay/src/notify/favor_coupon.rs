//! A cash coupon.

use super::PromotionGoods;
use crate::prelude::*;

/// A cash coupon that was used (代金券核销事件通知): `COUPON.USE`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FavorCoupon {
    /// The merchant that made the batch.
    pub stock_creator_mchid: String,
    /// The batch.
    pub stock_id: String,
    /// The coupon.
    pub coupon_id: String,
    /// For single goods: the highest price that is reduced.
    pub singleitem_discount_off: Option<SingleItemDiscount>,
    /// For a coupon that cuts the price to an amount.
    pub discount_to: Option<DiscountTo>,
    /// Its name.
    pub coupon_name: Option<String>,
    /// What became of it.
    pub status: Option<FavorCouponStatus>,
    /// How it may be used, in words.
    pub description: Option<String>,
    /// When the user got it.
    pub create_time: Option<DateTime>,
    /// What it does.
    pub coupon_type: Option<FavorCouponType>,
    /// Whether the merchant bears it without money moving (无资金流).
    pub no_cash: Option<bool>,
    /// From when it may be used.
    pub available_begin_time: Option<DateTime>,
    /// Until when it may be used.
    pub available_end_time: Option<DateTime>,
    /// Whether it is for single goods.
    pub singleitem: Option<bool>,
    /// For a coupon of a fixed amount.
    pub normal_coupon_information: Option<NormalCoupon>,
    /// How it was used.
    pub consume_information: Option<ConsumeInformation>,
    /// A special kind of coupon: `MULTIUSE`, which is used up step by step (消费金).
    pub business_type: Option<String>,
}

/// The goods that a coupon for single goods reduces (单品优惠).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SingleItemDiscount {
    /// The highest price of one that is reduced, in fen.
    pub single_price_max: Option<Fen>,
}

/// What a coupon cuts a price to (减至优惠).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DiscountTo {
    /// The price after the cut, in fen.
    pub cut_to_price: Option<Fen>,
    /// The highest price that is cut, in fen.
    pub max_price: Option<Fen>,
}

/// A coupon of a fixed amount (满减券).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NormalCoupon {
    /// What it takes off, in fen.
    pub coupon_amount: Option<Fen>,
    /// What the order has to cost at least, in fen.
    pub transaction_minimum: Option<Fen>,
}

/// How a coupon was used (核销信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConsumeInformation {
    /// When.
    pub consume_time: Option<DateTime>,
    /// The merchant that was paid with it.
    pub consume_mchid: Option<String>,
    /// WeChat Pay's number for the payment.
    pub transaction_id: Option<String>,
    /// What was used of it, in fen, if it is used up step by step.
    pub consume_amount: Option<Fen>,
    /// The goods it applied to.
    pub goods_detail: Option<Vec<PromotionGoods>>,
}

/// What became of a cash coupon (代金券状态).
#[wxpay_enum]
pub enum FavorCouponStatus {
    /// May be used (可用).
    Sended,
    /// Used (已实扣).
    Used,
    /// Too old (已过期).
    Expired,
    /// Taken back (已回收).
    Recover,
}

/// What a cash coupon does (券类型).
#[wxpay_enum]
pub enum FavorCouponType {
    /// Takes an amount off (满减券).
    Normal,
    /// Cuts the price to an amount (减至券).
    CutTo,
}
