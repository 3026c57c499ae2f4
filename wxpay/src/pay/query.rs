//! Queries of an order.

use super::{Detail, LimitPay, SceneInfo};
use crate::notify::{InstallmentInfo, PaidAmount, Payer, Promotion, TradeState, TradeType};
use crate::prelude::*;

/// Queries an order by the merchant's own number (商户订单号查询).
///
/// Only this query finds an unpaid order. It also tells whether an order exists whose answer was lost.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `ORDER_NOT_EXIST` (the order never arrived, and the same
/// request can be sent again); 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/pay/transactions/out-trade-no/{out_trade_no}",
    response = Order,
    required = QueryOrderByNumberRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012791859"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryOrderByNumber {
    /// The merchant's own order number.
    #[wxpay(len = 6..=32, bytes, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户订单号")]
    pub out_trade_no: String,
    /// Merchant number of the order's merchant, which signs the request.
    #[wxpay(len = 32, label = "直连商户号", caller)]
    pub mchid: String,
}

/// Queries a paid order by WeChat Pay's number (微信支付订单号查询).
///
/// Errors: as [`QueryOrderByNumber`].
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/pay/transactions/id/{transaction_id}",
    response = Order,
    required = QueryOrderRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012791858"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryOrder {
    /// WeChat Pay's number for the payment.
    #[wxpay(len = 32, label = "微信支付订单号")]
    pub transaction_id: String,
    /// Merchant number of the order's merchant, which signs the request.
    #[wxpay(len = 32, label = "直连商户号", caller)]
    pub mchid: String,
}

/// An order in its current state (订单).
///
/// `trade_state` says whether it is paid; [`check`](Self::check) says whether it is the order that you created. Only some of the
/// order's members are returned.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Order {
    /// The app ID of the order.
    #[wxpay(compared)]
    pub appid: Option<String>,
    /// The merchant number.
    pub mchid: String,
    /// The merchant's own order number.
    pub out_trade_no: String,
    /// WeChat Pay's number for the payment, once it is paid.
    pub transaction_id: Option<String>,
    /// Transaction type.
    pub trade_type: Option<TradeType>,
    /// State of the order.
    #[wxpay(compared)]
    pub trade_state: Option<TradeState>,
    /// Description of the state in Chinese.
    pub trade_state_desc: Option<String>,
    /// The code of the payer's bank and kind of card, such as `CMB_DEBIT`; `OTHERS` for the balance.
    pub bank_type: Option<String>,
    /// Time of payment.
    pub success_time: Option<DateTime>,
    /// The payer.
    #[wxpay(compared)]
    pub payer: Option<Payer>,
    /// The amount.
    #[wxpay(compared)]
    pub amount: Option<PaidAmount>,
    /// The coupons that were used.
    pub promotion_detail: Option<Vec<Promotion>>,
    /// Instalments whose interest the merchant pays.
    pub installment_info: Option<InstallmentInfo>,
    /// The merchant's own data, as the order gave it.
    pub attach: Option<String>,
    /// Description of the goods.
    pub description: Option<String>,
    /// URL that receives the notification of the payment.
    pub notify_url: Option<String>,
    /// Time until which the order can be paid.
    pub time_expire: Option<DateTime>,
    /// Discount tag.
    pub goods_tag: Option<String>,
    /// Payment methods that were excluded or required.
    pub limit_pay: Option<Vec<LimitPay>>,
    /// True if the entry for an electronic invoice is shown.
    pub support_fapiao: Option<bool>,
    /// Details of the goods.
    pub detail: Option<Detail>,
    /// Scene of the payment; often only `device_id` is returned.
    pub scene_info: Option<SceneInfo>,
}
