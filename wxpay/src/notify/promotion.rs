//! Discounts of payments.

use crate::prelude::*;

/// A coupon or discount that was used (优惠功能). In the cross-border form several members have other names.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Promotion {
    /// ID of the coupon.
    pub coupon_id: Option<String>,
    /// Name of `coupon_id` in the cross-border form.
    pub promotion_id: Option<String>,
    /// Name of the coupon.
    pub name: Option<String>,
    /// Scope of the discount.
    pub scope: Option<PromotionScope>,
    /// Type of the coupon: it says who bears the discount.
    pub r#type: Option<PromotionType>,
    /// Amount of the discount, in fen.
    pub amount: Option<Fen>,
    /// ID of the coupon batch.
    pub stock_id: Option<String>,
    /// Name of `stock_id` in the cross-border form.
    pub activity_id: Option<String>,
    /// Part of the discount that WeChat Pay bears, in fen.
    pub wechatpay_contribute: Option<Fen>,
    /// Part of the discount that the merchant bears, in fen.
    pub merchant_contribute: Option<Fen>,
    /// Part of the discount that others bear, in fen.
    pub other_contribute: Option<Fen>,
    /// Name of `wechatpay_contribute` in the cross-border form.
    pub wechatpay_contribute_amount: Option<Fen>,
    /// Name of `merchant_contribute` in the cross-border form.
    pub merchant_contribute_amount: Option<Fen>,
    /// Name of `other_contribute` in the cross-border form.
    pub other_contribute_amount: Option<Fen>,
    /// Currency of the amounts; `CNY` if it is missing.
    pub currency: Option<String>,
    /// Goods that the coupon applied to.
    pub goods_detail: Option<Vec<PromotionGoods>>,
}

/// Goods that a coupon applied to (单品).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PromotionGoods {
    /// The merchant's number for the goods.
    pub goods_id: Option<String>,
    /// Quantity of the goods.
    pub quantity: Option<i64>,
    /// Unit price in fen.
    pub unit_price: Option<Fen>,
    /// Name of `unit_price` in cross-border payments and in coupon notifications.
    pub price: Option<Fen>,
    /// Amount of the discount, in fen.
    pub discount_amount: Option<Fen>,
    /// The merchant's remark about the goods.
    pub goods_remark: Option<String>,
}

/// Scopes of coupons (优惠范围).
#[wxpay_enum]
pub enum PromotionScope {
    /// The whole order (全场).
    Global,
    /// Single goods (单品).
    Single,
}

/// Types of coupons, by who bears the discount (优惠类型).
#[wxpay_enum]
pub enum PromotionType {
    /// Prepaid: the merchant receives the whole amount (充值型).
    Cash,
    /// Borne by the merchant (免充值型).
    #[wxpay(rename = "NOCASH")]
    NoCash,
    /// Name of `CASH` in cross-border payments and in some industries.
    Coupon,
    /// Name of `NOCASH` in cross-border payments and in some industries.
    Discount,
}

/// Instalments whose interest the merchant pays (商户贴息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InstallmentInfo {
    /// True if the merchant's subsidy was used.
    pub use_subsidy: Option<bool>,
    /// Number of instalments that the user chose.
    pub selected_installment_number: Option<i64>,
}
