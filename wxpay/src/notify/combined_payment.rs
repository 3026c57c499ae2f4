//! Combined payments.

use super::{InstallmentInfo, PaidScene, Payer, Promotion, TradeState, TradeType};
use crate::prelude::*;

/// A notification that several orders were paid at once (合单支付成功通知): `TRANSACTION.SUCCESS` with `sub_orders`.
///
/// Each sub-order is paid to its own merchant. Compare each one with your order.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CombinedPayment {
    /// App ID of the caller that created the orders.
    pub combine_appid: String,
    /// Merchant number of the caller that created the orders.
    pub combine_mchid: String,
    /// The caller's own number for the combined order.
    pub combine_out_trade_no: String,
    /// WeChat Pay's number for the combined payment.
    pub combine_transaction_id: Option<String>,
    /// Scene of the payment.
    pub scene_info: Option<PaidScene>,
    /// The sub-orders.
    pub sub_orders: Vec<PaidSubOrder>,
    /// The payer.
    pub combine_payer_info: Option<Payer>,
    /// A special kind of trade, such as `RECOMMERCE` (second-hand goods).
    pub trade_scenario: Option<String>,
    /// Instalments whose interest the merchant pays.
    pub installment_info: Option<InstallmentInfo>,
}

/// One of the orders paid at once (商品单信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PaidSubOrder {
    /// Merchant number of this order's merchant, or of the service provider of `sub_mchid`.
    pub mchid: String,
    /// Merchant number of the sub-merchant that was paid.
    pub sub_mchid: Option<String>,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The user's openid under the sub-merchant's app ID.
    pub sub_openid: Option<String>,
    /// ID of the contract of the individual that was paid (个人收款方受理授权ID), instead of a sub-merchant.
    pub individual_auth_id: Option<String>,
    /// Name of the individual on the platform.
    pub individual_name: Option<String>,
    /// The merchant's own number for this order.
    pub out_trade_no: String,
    /// WeChat Pay's number for this payment; refunds name it.
    pub transaction_id: Option<String>,
    /// Transaction type.
    pub trade_type: Option<TradeType>,
    /// State of the order.
    #[wxpay(compared)]
    pub trade_state: Option<TradeState>,
    /// The code of the payer's bank and kind of card, such as `CMB_DEBIT`; `OTHERS` for the balance.
    pub bank_type: Option<String>,
    /// The merchant's own data, as the order gave it.
    pub attach: Option<String>,
    /// Time of payment.
    pub success_time: Option<DateTime>,
    /// Amount of the sub-order.
    #[wxpay(compared)]
    pub amount: Option<PaidSubOrderAmount>,
    /// The coupons that were used.
    pub promotion_detail: Option<Vec<Promotion>>,
}

/// Amount of a sub-order, and the part that the user paid (订单金额).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PaidSubOrderAmount {
    /// Total amount of the sub-order, in fen.
    pub total_amount: Fen,
    /// Amount that the user paid, in fen: less if coupons were used.
    pub payer_amount: Option<Fen>,
    /// Currency of `total_amount`; `CNY` if it is missing.
    #[wxpay(compared)]
    pub currency: Option<String>,
    /// The currency of `payer_amount`.
    pub payer_currency: Option<String>,
    /// Settlement rate times 10 to the 8th. Cross-border only.
    pub settlement_rate: Option<i64>,
}
