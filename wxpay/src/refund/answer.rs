//! A refund as it stands.

use super::{PromotionScope, PromotionType, RefundGoods, RefundSource, RefundStatus, SourceAmount};
use crate::prelude::*;

/// A refund as it stands (退款单).
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
    /// The way back.
    pub channel: Option<RefundChannel>,
    /// Where the money goes, in Chinese, such as the bank, the kind of card and its last digits.
    pub user_received_account: Option<String>,
    /// When the user had the money.
    pub success_time: Option<DateTime>,
    /// When it was accepted.
    pub create_time: Option<DateTime>,
    /// What became of it.
    pub status: RefundStatus,
    /// Which of the merchant's funds paid it.
    pub funds_account: Option<SettlementAccount>,
    /// Who paid it, where a service provider may advance refunds.
    pub refund_account: Option<RefundSource>,
    /// How much.
    pub amount: RefundedAmount,
    /// The coupons that were given back.
    pub promotion_detail: Option<Vec<RefundPromotion>>,
}

/// The way a refund goes back (退款渠道).
#[wxpay_enum]
pub enum RefundChannel {
    /// The way the payment came.
    Original,
    /// To the user's balance.
    Balance,
    /// To another balance, where the user's account is not usable.
    OtherBalance,
    /// To another card, where the card is not usable.
    #[wxpay(rename = "OTHER_BANKCARD")]
    OtherBankCard,
}

/// Which of a merchant's funds paid a refund (资金账户).
#[wxpay_enum]
pub enum SettlementAccount {
    /// The money not settled yet.
    Unsettled,
    /// The balance.
    Available,
    /// The frozen balance.
    Unavailable,
    /// The operating account.
    Operation,
    /// The basic account, which includes what may be paid out.
    Basic,
    /// The basic account in digital renminbi.
    EcnyBasic,
}

/// What an order cost, and what of it is refunded to whom (金额信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RefundedAmount {
    /// The whole order, in fen.
    pub total: Fen,
    /// The refund, in fen.
    pub refund: Fen,
    /// Which accounts paid how much of it.
    pub from: Option<Vec<SourceAmount>>,
    /// What the user had paid, in fen, without coupons.
    pub payer_total: Option<Fen>,
    /// What the user gets back, in fen, without coupons.
    pub payer_refund: Option<Fen>,
    /// What of the refund the merchant bears, in fen: without coupons that WeChat Pay had paid for.
    pub settlement_refund: Option<Fen>,
    /// What of the order the merchant had received, in fen.
    pub settlement_total: Option<Fen>,
    /// The coupons that are given back, in fen.
    pub discount_refund: Option<Fen>,
    /// The currency: `CNY`.
    pub currency: Option<String>,
    /// The fee that the merchant gets back, in fen.
    pub refund_fee: Option<Fen>,
    /// What was advanced, in fen.
    pub advance: Option<Fen>,
}

/// A coupon that was given back (优惠退款信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RefundPromotion {
    /// The coupon.
    pub promotion_id: Option<String>,
    /// What it applied to.
    pub scope: Option<PromotionScope>,
    /// Who paid for it: `COUPON` (WeChat Pay, in advance) or `DISCOUNT` (the merchant).
    pub r#type: Option<PromotionType>,
    /// How much it had taken off, in fen.
    pub amount: Option<Fen>,
    /// How much of that is given back, in fen.
    pub refund_amount: Option<Fen>,
    /// The goods it applied to.
    pub goods_detail: Option<Vec<RefundGoods>>,
}
