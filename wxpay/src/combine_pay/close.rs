//! The closing of a combined order.

use crate::prelude::*;

/// Closes an unpaid combined order, so that it can no longer be paid (合单关闭订单).
///
/// The request closes the whole order and names each of its orders as it was created. The orders cannot be closed one by one,
/// and not by the close endpoint of another product.
///
/// While the user is paying, WeChat Pay answers 202, which is not a success ([`Accepted`](crate::error::ErrorKind::Accepted)):
/// query the order after a few seconds.
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
    /// Combined order number.
    #[wxpay(len = 32, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "合单商户订单号")]
    pub combine_out_trade_no: String,
    /// App ID of the combined order.
    #[wxpay(len = 32, label = "合单商户appid")]
    pub combine_appid: String,
    /// All orders of the combined order.
    #[wxpay(items = 1..=50, label = "商品单信息")]
    pub sub_orders: Vec<ClosedSubOrder>,
}

/// An order to close (商品单), named as it was created.
#[wxpay_object(required = ClosedSubOrderRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClosedSubOrder {
    /// Merchant number of the order.
    #[wxpay(len = 32, label = "子单商户号")]
    pub mchid: String,
    /// Merchant order number.
    #[wxpay(len = 32, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商品单商户订单号")]
    pub out_trade_no: String,
    /// Merchant number of the sub-merchant, if the order has one.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: Option<String>,
    /// App ID of the sub-merchant, if the order has one.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// Contract ID of the individual (个人收款方受理授权ID), if the order has one.
    #[wxpay(label = "商品单个人收款方受理授权ID")]
    pub individual_auth_id: Option<String>,
}
