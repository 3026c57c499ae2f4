//! A refund as it stands.

use super::{PromotionScope, PromotionType, RefundSource, SourceAmount};
use crate::prelude::*;

/// The answer to a [`CreateRefund`](super::CreateRefund): it was accepted.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreatedRefund {
    /// WeChat Pay's number for the refund.
    pub refund_id: String,
    /// The platform's own number for the refund.
    pub out_refund_no: String,
    /// When it was accepted.
    pub create_time: Option<DateTime>,
    /// How much.
    pub amount: RefundedAmount,
    /// The coupons that are given back.
    pub promotion_detail: Option<Vec<RefundPromotion>>,
    /// Who pays it, if that is known already.
    pub refund_account: Option<RefundSource>,
    /// WeChat Pay's number for the payment.
    pub transaction_id: Option<String>,
    /// The platform's own order number.
    pub out_trade_no: Option<String>,
    /// The way back.
    pub channel: Option<RefundChannel>,
    /// Where the money goes, in Chinese, such as the bank, the kind of card and its last digits.
    pub user_received_account: Option<String>,
    /// When the user had the money.
    pub success_time: Option<DateTime>,
    /// What became of it so far.
    pub status: Option<RefundStatus>,
    /// Which of the payer's funds paid it.
    pub funds_account: Option<SettlementAccount>,
}

/// A refund as it stands (退款单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Refund {
    /// WeChat Pay's number for the refund.
    pub refund_id: String,
    /// The platform's own number for the refund.
    pub out_refund_no: String,
    /// WeChat Pay's number for the payment.
    pub transaction_id: String,
    /// The platform's own order number.
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
    /// How much.
    pub amount: RefundedAmount,
    /// The coupons that were given back.
    pub promotion_detail: Option<Vec<RefundPromotion>>,
    /// Who paid it; not there while nobody has.
    pub refund_account: Option<RefundSource>,
    /// Which of the payer's funds paid it.
    pub funds_account: Option<SettlementAccount>,
}

/// What became of a refund (退款状态).
#[wxpay_enum]
pub enum RefundStatus {
    /// The user has the money (退款成功).
    Success,
    /// Nothing was refunded (退款关闭), as notifications and the official Java SDK spell it.
    Closed,
    /// The same, as the page of the query spells it. [`is_closed`](Self::is_closed) knows both.
    Close,
    /// On its way (退款处理中).
    Processing,
    /// The user's bank did not take it (退款异常): it has to be sent another way.
    Abnormal,
}

impl RefundStatus {
    /// Whether nothing was refunded and nothing will be, in either spelling.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        matches!(self, Self::Closed | Self::Close)
    }
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

/// Which of the payer's funds paid a refund (资金账户).
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
    /// The basic account, which includes the frozen balance.
    Basic,
    /// The basic account in digital renminbi.
    EcnyBasic,
}

/// What of an order is refunded, and by whom (金额信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RefundedAmount {
    /// The refund, in fen.
    pub refund: Fen,
    /// Which accounts paid how much of it.
    pub from: Option<Vec<SourceAmount>>,
    /// What the user gets back, in fen, without coupons.
    pub payer_refund: Option<Fen>,
    /// The coupons that are given back, in fen.
    pub discount_refund: Option<Fen>,
    /// The currency: `CNY`.
    pub currency: Option<String>,
    /// What the platform has advanced, in fen.
    pub advance: Option<Fen>,
}

/// A coupon that was given back (优惠退款详情).
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
}
