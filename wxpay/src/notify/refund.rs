//! A refund.

use super::ExchangeRate;
use crate::prelude::*;

/// The end of a refund (退款结果通知): `REFUND.SUCCESS`, `REFUND.ABNORMAL` or `REFUND.CLOSED`.
///
/// A merchant's has `mchid`; a service provider's has `sp_mchid`, and `sub_mchid` or `individual_auth_id`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Refund {
    /// The merchant, where it signs for itself.
    pub mchid: Option<String>,
    /// The service provider or platform.
    pub sp_mchid: Option<String>,
    /// Its sub-merchant.
    pub sub_mchid: Option<String>,
    /// The contract of the individual that had been paid (个人收款方受理授权ID), instead of a sub-merchant.
    pub individual_auth_id: Option<String>,
    /// WeChat Pay's number for the payment.
    pub transaction_id: String,
    /// The merchant's own order number.
    pub out_trade_no: String,
    /// WeChat Pay's number for the refund.
    pub refund_id: String,
    /// The merchant's own number for the refund.
    pub out_refund_no: String,
    /// What became of it.
    pub refund_status: RefundStatus,
    /// When it succeeded.
    pub success_time: Option<DateTime>,
    /// Where the money went, in Chinese, such as the bank, the kind of card and its last digits.
    pub user_received_account: Option<String>,
    /// The cross-border form's name for `user_received_account`.
    pub recv_account: Option<String>,
    /// Which of the merchant's funds paid it, such as `REFUND_SOURCE_UNSETTLED_FUNDS`. Cross-border only.
    pub fund_source: Option<String>,
    /// Who paid it, on a platform that may advance it: `REFUND_SOURCE_PARTNER_ADVANCE` or
    /// `REFUND_SOURCE_SUB_MERCHANT`.
    pub refund_account: Option<String>,
    /// How much.
    pub amount: RefundAmount,
}

/// What an order cost and what of it was refunded (金额信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RefundAmount {
    /// The whole order, in fen.
    pub total: Fen,
    /// The refund, in fen.
    pub refund: Fen,
    /// What of the refund was settled, in fen. Cross-border only.
    pub settlement_refund: Option<Fen>,
    /// The currency of `settlement_refund`. Cross-border only.
    pub settlement_currency: Option<String>,
    /// What the user had paid, in fen, without coupons.
    pub payer_total: Option<Fen>,
    /// What the user gets back, in fen, without coupons.
    pub payer_refund: Option<Fen>,
    /// The currency of `total` and `refund`; a missing one is `CNY`.
    pub currency: Option<String>,
    /// The currency of `payer_total` and `payer_refund`. Cross-border only.
    pub payer_currency: Option<String>,
    /// The rate between the two. Cross-border only.
    pub exchange_rate: Option<ExchangeRate>,
}

/// What became of a refund (退款状态).
#[wxpay_enum]
pub enum RefundStatus {
    /// The user has the money (退款成功).
    Success,
    /// Nothing was refunded (退款关闭).
    Closed,
    /// On its way (退款处理中); never notified.
    Processing,
    /// The user's bank did not take it (退款异常): it has to be sent another way.
    Abnormal,
}
