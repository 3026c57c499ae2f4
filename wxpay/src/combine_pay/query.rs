//! Queries of a combined order.

use super::TradeScenario;
use crate::notify::{InstallmentInfo, PaidScene, PaidSubOrder, Payer};
use crate::prelude::*;

/// Queries a combined order by its combined order number (合单查询订单).
///
/// Each of its orders has its own state. The queries of [`pay`](crate::pay) and [`partner_pay`](crate::partner_pay) do not work
/// for combined orders.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `ORDER_NOT_EXIST`: the order never arrived, and
/// the same request can be sent again; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/combine-transactions/out-trade-no/{combine_out_trade_no}",
    response = Order,
    required = QueryOrderByNumberRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012557006"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryOrderByNumber {
    /// Combined order number.
    #[wxpay(len = 32, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "合单商户订单号")]
    pub combine_out_trade_no: String,
}

/// Queries a paid combined order by WeChat Pay's number; documented for payments to individuals
/// (个人收款交易通过微信支付订单号查单).
///
/// Errors: those of [`QueryOrderByNumber`].
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/combine-transactions/id/{combine_transaction_id}",
    response = Order,
    required = QueryOrderRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012602242"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryOrder {
    /// WeChat Pay's number of the combined order.
    #[wxpay(len = 32, label = "交易单微信支付订单号")]
    pub combine_transaction_id: String,
}

/// The state of a combined order (合单订单). The notification [`CombinedPayment`](crate::notify::CombinedPayment) has the same
/// content.
///
/// A combined order has no state of its own: it is paid if each of its orders is paid.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Order {
    /// App ID of the combined order.
    pub combine_appid: Option<String>,
    /// Merchant number of the combining merchant.
    pub combine_mchid: String,
    /// Combined order number.
    pub combine_out_trade_no: String,
    /// WeChat Pay's number of the combined order, once it is paid.
    pub combine_transaction_id: Option<String>,
    /// Scene of the payment.
    pub scene_info: Option<PaidScene>,
    /// Orders.
    #[wxpay(compared)]
    pub sub_orders: Option<Vec<PaidSubOrder>>,
    /// Payer.
    pub combine_payer_info: Option<Payer>,
    /// Special kind of trade.
    pub trade_scenario: Option<TradeScenario>,
    /// Instalments, if the merchant pays their interest.
    pub installment_info: Option<InstallmentInfo>,
}
