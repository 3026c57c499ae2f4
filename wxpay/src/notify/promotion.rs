//! What reduced a payment.

use crate::prelude::*;

/// A coupon or reduction that was used (优惠功能). The cross-border form has names of its own for half of it.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Promotion {
    /// The coupon.
    pub coupon_id: Option<String>,
    /// The cross-border form's name for `coupon_id`.
    pub promotion_id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// What it applies to.
    pub scope: Option<PromotionScope>,
    /// Who pays for it.
    pub r#type: Option<PromotionType>,
    /// How much it took off, in fen.
    pub amount: Option<Fen>,
    /// The batch it belongs to.
    pub stock_id: Option<String>,
    /// The cross-border form's name for `stock_id`.
    pub activity_id: Option<String>,
    /// What of it WeChat Pay bears, in fen.
    pub wechatpay_contribute: Option<Fen>,
    /// What of it the merchant bears, in fen.
    pub merchant_contribute: Option<Fen>,
    /// What of it others bear, in fen.
    pub other_contribute: Option<Fen>,
    /// The cross-border form's name for `wechatpay_contribute`.
    pub wechatpay_contribute_amount: Option<Fen>,
    /// The cross-border form's name for `merchant_contribute`.
    pub merchant_contribute_amount: Option<Fen>,
    /// The cross-border form's name for `other_contribute`.
    pub other_contribute_amount: Option<Fen>,
    /// The currency of the amounts; a missing one is `CNY`.
    pub currency: Option<String>,
    /// The goods it applied to.
    pub goods_detail: Option<Vec<PromotionGoods>>,
}

/// One kind of goods that a coupon applied to (单品).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PromotionGoods {
    /// The merchant's number for it.
    pub goods_id: Option<String>,
    /// How many.
    pub quantity: Option<i64>,
    /// The price of one, in fen.
    pub unit_price: Option<Fen>,
    /// The name of `unit_price` in cross-border payments and in coupon notifications.
    pub price: Option<Fen>,
    /// How much was taken off, in fen.
    pub discount_amount: Option<Fen>,
    /// The merchant's remark about it.
    pub goods_remark: Option<String>,
}

/// What a coupon applies to (优惠范围).
#[wxpay_enum]
pub enum PromotionScope {
    /// The whole order (全场).
    Global,
    /// Single goods (单品).
    Single,
}

/// Who pays for a coupon (优惠类型).
#[wxpay_enum]
pub enum PromotionType {
    /// Paid in advance: the merchant receives the whole amount (充值型).
    Cash,
    /// Borne by the merchant (免充值型).
    #[wxpay(rename = "NOCASH")]
    NoCash,
    /// Cross-border and some industries: `CASH` by another name.
    Coupon,
    /// Cross-border and some industries: `NOCASH` by another name.
    Discount,
}

/// Instalments whose interest the merchant pays (商户贴息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InstallmentInfo {
    /// Whether the merchant's subsidy was used.
    pub use_subsidy: Option<bool>,
    /// How many instalments the user chose.
    pub selected_installment_number: Option<i64>,
}
