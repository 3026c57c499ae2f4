//! The state of a refund.

use super::{PromotionScope, PromotionType, RefundGoods, RefundSource, RefundStatus, SourceAmount};
use crate::prelude::*;

/// A refund in its current state (退款单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Refund {
    /// WeChat Pay's number for the refund.
    pub refund_id: String,
    /// The merchant's own number for the refund.
    pub out_refund_no: String,
    /// WeChat Pay's number for the payment.
    pub transaction_id: String,
    /// The merchant's own order number.
    pub out_trade_no: String,
    /// Channel of the refund.
    pub channel: Option<RefundChannel>,
    /// Account that receives the money, in Chinese, such as the bank, the kind of card and its last digits.
    pub user_received_account: Option<String>,
    /// Time at which the user received the money.
    pub success_time: Option<DateTime>,
    /// Time of acceptance.
    pub create_time: Option<DateTime>,
    /// State of the refund.
    pub status: RefundStatus,
    /// Account of the merchant that paid the refund.
    pub funds_account: Option<SettlementAccount>,
    /// Payer of the refund, if a service provider may advance refunds.
    pub refund_account: Option<RefundSource>,
    /// Amounts of the order and of the refund.
    pub amount: RefundedAmount,
    /// The coupons that were returned.
    pub promotion_detail: Option<Vec<RefundPromotion>>,
}

/// Channels of refunds (退款渠道).
#[wxpay_enum]
pub enum RefundChannel {
    /// The way in which the user paid.
    Original,
    /// The user's balance.
    Balance,
    /// Another balance, if the user's account is not usable.
    OtherBalance,
    /// Another card, if the user's card is not usable.
    #[wxpay(rename = "OTHER_BANKCARD")]
    OtherBankCard,
}

/// Accounts of a merchant that pay refunds (资金账户).
#[wxpay_enum]
pub enum SettlementAccount {
    /// The unsettled funds.
    Unsettled,
    /// The balance.
    Available,
    /// The frozen balance.
    Unavailable,
    /// The operating account.
    Operation,
    /// The basic account, including the balance that may be withdrawn.
    Basic,
    /// The basic account in digital renminbi.
    EcnyBasic,
}

/// Amount of an order, and the parts that are refunded (金额信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RefundedAmount {
    /// Total amount of the order, in fen.
    pub total: Fen,
    /// Refund amount in fen.
    pub refund: Fen,
    /// Accounts that paid the refund, with their amounts.
    pub from: Option<Vec<SourceAmount>>,
    /// Amount that the user paid, in fen, without coupons.
    pub payer_total: Option<Fen>,
    /// Amount that the user gets back, in fen, without coupons.
    pub payer_refund: Option<Fen>,
    /// Part of the refund that the merchant bears, in fen: without coupons that WeChat Pay paid for.
    pub settlement_refund: Option<Fen>,
    /// Part of the order that the merchant received, in fen.
    pub settlement_total: Option<Fen>,
    /// Amount of the returned coupons, in fen.
    pub discount_refund: Option<Fen>,
    /// The currency: `CNY`.
    pub currency: Option<String>,
    /// Fee that the merchant gets back, in fen.
    pub refund_fee: Option<Fen>,
    /// Amount that was advanced, in fen.
    pub advance: Option<Fen>,
}

/// A coupon that was returned (优惠退款信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RefundPromotion {
    /// ID of the coupon.
    pub promotion_id: Option<String>,
    /// Scope of the discount.
    pub scope: Option<PromotionScope>,
    /// Type of the coupon: `COUPON` (WeChat Pay paid for it in advance) or `DISCOUNT` (the merchant bears it).
    pub r#type: Option<PromotionType>,
    /// Amount of the discount, in fen.
    pub amount: Option<Fen>,
    /// Returned part of the discount, in fen.
    pub refund_amount: Option<Fen>,
    /// Goods that the coupon applied to.
    pub goods_detail: Option<Vec<RefundGoods>>,
}
