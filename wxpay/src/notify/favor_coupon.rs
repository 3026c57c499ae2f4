//! Cash coupons.

use super::PromotionGoods;
use crate::prelude::*;

/// A notification that a cash coupon was used (代金券核销事件通知): `COUPON.USE`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FavorCoupon {
    /// Merchant number of the merchant that created the batch.
    pub stock_creator_mchid: String,
    /// ID of the coupon batch.
    pub stock_id: String,
    /// ID of the coupon.
    pub coupon_id: String,
    /// Highest price that is reduced, for single goods.
    pub singleitem_discount_off: Option<SingleItemDiscount>,
    /// Reduced price, for a coupon that cuts the price to an amount.
    pub discount_to: Option<DiscountTo>,
    /// Name of the coupon.
    pub coupon_name: Option<String>,
    /// State of the coupon.
    pub status: Option<FavorCouponStatus>,
    /// Description of the coupon's rules.
    pub description: Option<String>,
    /// Time at which the user got the coupon.
    pub create_time: Option<DateTime>,
    /// Type of the coupon.
    pub coupon_type: Option<FavorCouponType>,
    /// True if the merchant grants the discount without money moving (无资金流).
    pub no_cash: Option<bool>,
    /// Time from which the coupon can be used.
    pub available_begin_time: Option<DateTime>,
    /// Time until which the coupon can be used.
    pub available_end_time: Option<DateTime>,
    /// True if the coupon is for single goods.
    pub singleitem: Option<bool>,
    /// Discount, for a coupon of a fixed amount.
    pub normal_coupon_information: Option<NormalCoupon>,
    /// Details of the use.
    pub consume_information: Option<ConsumeInformation>,
    /// Special kind of coupon: `MULTIUSE`, which is spent in several payments (消费金).
    pub business_type: Option<String>,
}

/// The discount of a coupon for single goods (单品优惠).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SingleItemDiscount {
    /// Highest price of one piece that is reduced, in fen.
    pub single_price_max: Option<Fen>,
}

/// The discount of a coupon that cuts the price to an amount (减至优惠).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DiscountTo {
    /// Price after the discount, in fen.
    pub cut_to_price: Option<Fen>,
    /// Highest price that is cut, in fen.
    pub max_price: Option<Fen>,
}

/// The discount of a coupon of a fixed amount (满减券).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NormalCoupon {
    /// Amount of the discount, in fen.
    pub coupon_amount: Option<Fen>,
    /// Lowest order amount that the coupon applies to, in fen.
    pub transaction_minimum: Option<Fen>,
}

/// Details of a coupon's use (核销信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ConsumeInformation {
    /// Time of use.
    pub consume_time: Option<DateTime>,
    /// Merchant number of the merchant that accepted the coupon.
    pub consume_mchid: Option<String>,
    /// WeChat Pay's number for the payment.
    pub transaction_id: Option<String>,
    /// Amount that was used, in fen, if the coupon is spent in several payments.
    pub consume_amount: Option<Fen>,
    /// Goods that the coupon applied to.
    pub goods_detail: Option<Vec<PromotionGoods>>,
}

/// States of a cash coupon (代金券状态).
#[wxpay_enum]
pub enum FavorCouponStatus {
    /// Usable (可用).
    Sended,
    /// Used (已实扣).
    Used,
    /// Expired (已过期).
    Expired,
    /// Withdrawn (已回收).
    Recover,
}

/// Types of cash coupons (券类型).
#[wxpay_enum]
pub enum FavorCouponType {
    /// Takes off an amount (满减券).
    Normal,
    /// Cuts the price to an amount (减至券).
    CutTo,
}
