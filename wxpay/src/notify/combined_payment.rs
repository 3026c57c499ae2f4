//! A combined payment.

use super::{InstallmentInfo, PaidScene, Payer, Promotion, TradeState, TradeType};
use crate::prelude::*;

/// Several orders paid at once (合单支付成功通知): `TRANSACTION.SUCCESS` with `sub_orders`.
///
/// Each sub-order is paid to its own merchant; compare each with what was ordered.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CombinedPayment {
    /// The app ID that ordered.
    pub combine_appid: String,
    /// The merchant that ordered.
    pub combine_mchid: String,
    /// Its number for the whole.
    pub combine_out_trade_no: String,
    /// WeChat Pay's number for the whole.
    pub combine_transaction_id: Option<String>,
    /// Where it was paid.
    pub scene_info: Option<PaidScene>,
    /// The orders.
    pub sub_orders: Vec<PaidSubOrder>,
    /// Who paid.
    pub combine_payer_info: Option<Payer>,
    /// A special kind of trade, such as `RECOMMERCE` (second-hand goods).
    pub trade_scenario: Option<String>,
    /// The instalments, where the merchant pays their interest.
    pub installment_info: Option<InstallmentInfo>,
}

/// One of the orders paid at once (商品单信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PaidSubOrder {
    /// The merchant of this order, or the service provider of `sub_mchid`.
    pub mchid: String,
    /// The sub-merchant that was paid.
    pub sub_mchid: Option<String>,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The user under the sub-merchant's app ID.
    pub sub_openid: Option<String>,
    /// The contract of the individual that was paid (个人收款方受理授权ID), instead of a sub-merchant.
    pub individual_auth_id: Option<String>,
    /// That individual's name on the platform.
    pub individual_name: Option<String>,
    /// The merchant's own number for this order.
    pub out_trade_no: String,
    /// WeChat Pay's number for this payment; refunds go by it.
    pub transaction_id: Option<String>,
    /// How it was paid.
    pub trade_type: Option<TradeType>,
    /// What became of the order.
    #[wxpay(compared)]
    pub trade_state: Option<TradeState>,
    /// The code of the payer's bank and kind of card, such as `CMB_DEBIT`; `OTHERS` for the balance.
    pub bank_type: Option<String>,
    /// The merchant's own data, as the order gave it.
    pub attach: Option<String>,
    /// When it was paid.
    pub success_time: Option<DateTime>,
    /// How much.
    #[wxpay(compared)]
    pub amount: Option<PaidSubOrderAmount>,
    /// The coupons that were used.
    pub promotion_detail: Option<Vec<Promotion>>,
}

/// What a sub-order cost, and what of it the user paid (订单金额).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PaidSubOrderAmount {
    /// The whole sub-order, in fen.
    pub total_amount: Fen,
    /// What the user paid, in fen: less where coupons were used.
    pub payer_amount: Option<Fen>,
    /// The currency of `total_amount`; a missing one is `CNY`.
    #[wxpay(compared)]
    pub currency: Option<String>,
    /// The currency of `payer_amount`.
    pub payer_currency: Option<String>,
    /// The rate of settlement times 10 to the 8th. Cross-border only.
    pub settlement_rate: Option<i64>,
}
