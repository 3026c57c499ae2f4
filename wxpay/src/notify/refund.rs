//! Refunds.

use super::ExchangeRate;
use crate::prelude::*;

/// A notification of a refund's result (退款结果通知): `REFUND.SUCCESS`, `REFUND.ABNORMAL` or `REFUND.CLOSED`.
///
/// A merchant's notification has `mchid`; a service provider's has `sp_mchid`, and `sub_mchid` or `individual_auth_id`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Refund {
    /// Merchant number of a merchant that signs for itself.
    pub mchid: Option<String>,
    /// Merchant number of the service provider or platform.
    pub sp_mchid: Option<String>,
    /// The sub-merchant's merchant number.
    pub sub_mchid: Option<String>,
    /// ID of the contract of the individual that was paid (个人收款方受理授权ID), instead of a sub-merchant.
    pub individual_auth_id: Option<String>,
    /// WeChat Pay's number for the payment.
    pub transaction_id: String,
    /// The merchant's own order number.
    pub out_trade_no: String,
    /// WeChat Pay's number for the refund.
    pub refund_id: String,
    /// The merchant's own number for the refund.
    pub out_refund_no: String,
    /// State of the refund.
    pub refund_status: RefundStatus,
    /// Time at which the refund succeeded.
    pub success_time: Option<DateTime>,
    /// Account that received the refund, in Chinese, such as the bank, the kind of card and its last digits.
    pub user_received_account: Option<String>,
    /// Name of `user_received_account` in the cross-border form.
    pub recv_account: Option<String>,
    /// Source of the refund's money, such as `REFUND_SOURCE_UNSETTLED_FUNDS`. Cross-border only.
    pub fund_source: Option<String>,
    /// Payer of the refund, on a platform that may advance it: `REFUND_SOURCE_PARTNER_ADVANCE` or `REFUND_SOURCE_SUB_MERCHANT`.
    pub refund_account: Option<String>,
    /// Amounts of the order and of the refund.
    pub amount: RefundAmount,
}

/// Amount of an order, and the part that was refunded (金额信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RefundAmount {
    /// Total amount of the order, in fen.
    pub total: Fen,
    /// Refund amount in fen.
    pub refund: Fen,
    /// Settled amount of the refund, in fen. Cross-border only.
    pub settlement_refund: Option<Fen>,
    /// The currency of `settlement_refund`. Cross-border only.
    pub settlement_currency: Option<String>,
    /// Amount that the user paid, in fen, without coupons.
    pub payer_total: Option<Fen>,
    /// Amount that the user gets back, in fen, without coupons.
    pub payer_refund: Option<Fen>,
    /// Currency of `total` and `refund`; `CNY` if it is missing.
    pub currency: Option<String>,
    /// Currency of `payer_total` and `payer_refund`. Cross-border only.
    pub payer_currency: Option<String>,
    /// Exchange rate between the two currencies. Cross-border only.
    pub exchange_rate: Option<ExchangeRate>,
}

/// States of a refund (退款状态).
#[wxpay_enum]
pub enum RefundStatus {
    /// The user has the money (退款成功).
    Success,
    /// Nothing was refunded (退款关闭).
    Closed,
    /// Being processed (退款处理中); never notified.
    Processing,
    /// Rejected by the user's bank (退款异常): the refund has to be paid in another way.
    Abnormal,
}
