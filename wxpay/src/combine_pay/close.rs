//! The end of a combined order that is not wanted any more.

use crate::prelude::*;

/// Closes a combined order that nobody has paid, so that nobody will (合单关闭订单).
///
/// It closes the whole: every one of its orders is named, as it was ordered. Orders of a combined order cannot be
/// closed one by one, nor by another product's close.
///
/// While the user is about to pay, the answer is 202, which is no success
/// ([`Accepted`](crate::error::ErrorKind::Accepted)): query it in some seconds.
///
/// Errors: 400 `APPID_MCHID_NOT_MATCH`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`, `ORDER_CLOSED`, `PARAM_ERROR`; 401
/// `SIGN_ERROR`; 403 `ACCOUNT_ERROR`, `NO_AUTH`, `OUT_TRADE_NO_USED`, `RULE_LIMIT`, `TRADE_ERROR`; 404
/// `ORDER_NOT_EXIST`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/combine-transactions/out-trade-no/{combine_out_trade_no}/close",
    required = CloseOrderRequired,
    number = "combine_out_trade_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012577452"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CloseOrder {
    /// The number of the whole.
    #[wxpay(len = 32, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "合单商户订单号")]
    pub combine_out_trade_no: String,
    /// The app ID that ordered.
    #[wxpay(len = 32, label = "合单商户appid")]
    pub combine_appid: String,
    /// Every one of its orders.
    #[wxpay(items = 1..=50, label = "商品单信息")]
    pub sub_orders: Vec<ClosedSubOrder>,
}

/// One of the orders that are closed (商品单), named as it was ordered.
#[wxpay_object(required = ClosedSubOrderRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClosedSubOrder {
    /// The merchant of the order.
    #[wxpay(len = 32, label = "子单商户号")]
    pub mchid: String,
    /// The number of the order.
    #[wxpay(len = 32, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商品单商户订单号")]
    pub out_trade_no: String,
    /// The sub-merchant of the order, if it has one.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: Option<String>,
    /// The sub-merchant's app ID, if the order gave one.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// The contract of the individual that was to be paid (个人收款方受理授权ID), if the order gave one.
    #[wxpay(label = "商品单个人收款方受理授权ID")]
    pub individual_auth_id: Option<String>,
}
