//! What became of a combined order.

use super::TradeScenario;
use crate::notify::{InstallmentInfo, PaidScene, PaidSubOrder, Payer};
use crate::prelude::*;

/// Asks for a combined order by its own number (合单查询订单).
///
/// Each of its orders has its own state. The queries of [`pay`](crate::pay) and [`partner_pay`](crate::partner_pay) are
/// not for combined orders.
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
    /// The number of the whole.
    #[wxpay(len = 32, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "合单商户订单号")]
    pub combine_out_trade_no: String,
}

/// Asks for a paid combined order by WeChat Pay's number for the whole; documented for payments to individuals
/// (个人收款交易通过微信支付订单号查单).
///
/// Errors: as [`QueryOrderByNumber`].
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
    /// WeChat Pay's number for the whole.
    #[wxpay(len = 32, label = "交易单微信支付订单号")]
    pub combine_transaction_id: String,
}

/// A combined order as it stands (合单订单). The notification tells the same:
/// [`CombinedPayment`](crate::notify::CombinedPayment).
///
/// It has no state of its own: it is paid if each of its orders is.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Order {
    /// The app ID that ordered.
    pub combine_appid: Option<String>,
    /// The one that combined the orders.
    pub combine_mchid: String,
    /// Its own number for the whole.
    pub combine_out_trade_no: String,
    /// WeChat Pay's number for the whole, once it is paid.
    pub combine_transaction_id: Option<String>,
    /// Where it is paid.
    pub scene_info: Option<PaidScene>,
    /// The orders.
    #[wxpay(compared)]
    pub sub_orders: Option<Vec<PaidSubOrder>>,
    /// Who paid.
    pub combine_payer_info: Option<Payer>,
    /// A special kind of trade.
    pub trade_scenario: Option<TradeScenario>,
    /// The instalments, where the merchant pays their interest.
    pub installment_info: Option<InstallmentInfo>,
}
