//! The answers about a refund.

use super::{PromotionScope, PromotionType, RefundSource, SourceAmount};
use crate::prelude::*;

/// The answer to a [`CreateRefund`](super::CreateRefund), which accepts it.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreatedRefund {
    /// WeChat Pay's refund number.
    pub refund_id: String,
    /// The platform's refund number.
    pub out_refund_no: String,
    /// Time of acceptance.
    pub create_time: Option<DateTime>,
    /// Amount of the refund.
    pub amount: RefundedAmount,
    /// Coupons that are given back.
    pub promotion_detail: Option<Vec<RefundPromotion>>,
    /// Merchant that pays the refund, if already known.
    pub refund_account: Option<RefundSource>,
    /// WeChat Pay's number of the payment.
    pub transaction_id: Option<String>,
    /// The platform's order number.
    pub out_trade_no: Option<String>,
    /// Refund channel.
    pub channel: Option<RefundChannel>,
    /// Account that receives the refund, in Chinese, such as the bank, the kind of card and its last digits.
    pub user_received_account: Option<String>,
    /// Time at which the user received the money.
    pub success_time: Option<DateTime>,
    /// State of the refund.
    pub status: Option<RefundStatus>,
    /// Funds that paid the refund.
    pub funds_account: Option<SettlementAccount>,
}

/// A refund (退款单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Refund {
    /// WeChat Pay's refund number.
    pub refund_id: String,
    /// The platform's refund number.
    pub out_refund_no: String,
    /// WeChat Pay's number of the payment.
    pub transaction_id: String,
    /// The platform's order number.
    pub out_trade_no: String,
    /// Refund channel.
    pub channel: Option<RefundChannel>,
    /// Account that receives the refund, in Chinese, such as the bank, the kind of card and its last digits.
    pub user_received_account: Option<String>,
    /// Time at which the user received the money.
    pub success_time: Option<DateTime>,
    /// Time of acceptance.
    pub create_time: Option<DateTime>,
    /// State of the refund.
    pub status: RefundStatus,
    /// Amount of the refund.
    pub amount: RefundedAmount,
    /// Coupons that were given back.
    pub promotion_detail: Option<Vec<RefundPromotion>>,
    /// Merchant that paid the refund; missing until it is paid.
    pub refund_account: Option<RefundSource>,
    /// Funds that paid the refund.
    pub funds_account: Option<SettlementAccount>,
}

/// The state of a refund (退款状态).
#[wxpay_enum]
pub enum RefundStatus {
    /// The user has received the money (退款成功).
    Success,
    /// Nothing was refunded (退款关闭), as notifications and the official Java SDK spell it.
    Closed,
    /// Nothing was refunded, as the page of the query spells it. [`is_closed`](Self::is_closed) covers both.
    Close,
    /// In progress (退款处理中).
    Processing,
    /// The user's bank refused the money (退款异常): it has to be refunded another way.
    Abnormal,
}

impl RefundStatus {
    /// True if nothing was refunded and nothing will be, in either spelling.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        matches!(self, Self::Closed | Self::Close)
    }
}

/// The channel of a refund (退款渠道).
#[wxpay_enum]
pub enum RefundChannel {
    /// Back to the payment method of the order.
    Original,
    /// To the user's balance.
    Balance,
    /// To another balance, because the user's account cannot be used.
    OtherBalance,
    /// To another card, because the original card cannot be used.
    #[wxpay(rename = "OTHER_BANKCARD")]
    OtherBankCard,
}

/// The funds that paid a refund (资金账户).
#[wxpay_enum]
pub enum SettlementAccount {
    /// Unsettled money.
    Unsettled,
    /// Available balance.
    Available,
    /// Frozen balance.
    Unavailable,
    /// Operating account.
    Operation,
    /// Basic account, including the frozen balance.
    Basic,
    /// Basic account in digital renminbi.
    EcnyBasic,
}

/// The amounts of a refund, and the accounts that paid (金额信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RefundedAmount {
    /// Amount of the refund in fen.
    pub refund: Fen,
    /// Accounts that paid, with their amounts.
    pub from: Option<Vec<SourceAmount>>,
    /// Amount in fen that the user gets back, without coupons.
    pub payer_refund: Option<Fen>,
    /// Amount of the coupons in fen that are given back.
    pub discount_refund: Option<Fen>,
    /// Currency: `CNY`.
    pub currency: Option<String>,
    /// Amount in fen that the platform has advanced.
    pub advance: Option<Fen>,
}

/// A coupon that was given back (优惠退款详情).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RefundPromotion {
    /// Coupon ID.
    pub promotion_id: Option<String>,
    /// Scope of the coupon.
    pub scope: Option<PromotionScope>,
    /// Type of the coupon: `COUPON` (WeChat Pay advanced the money) or `DISCOUNT` (the merchant paid).
    pub r#type: Option<PromotionType>,
    /// Amount in fen that the coupon had deducted.
    pub amount: Option<Fen>,
    /// Amount in fen that is given back.
    pub refund_amount: Option<Fen>,
}
