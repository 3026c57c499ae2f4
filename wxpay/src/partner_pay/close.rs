//! Closing and reversing a sub-merchant's order.

use crate::prelude::*;

/// Closes a sub-merchant's unpaid order, so that it cannot be paid any more (服务商关单).
///
/// Closing it again is not an error. Do not close an order in the first minutes after it was created. The number of a closed
/// order cannot be used again; closing a number that was never ordered is said to use it up too. An order paid by a scanned code
/// cannot be closed: see [`ReverseOrder`].
///
/// Errors: 400 `ORDER_PAID` (the user has paid: query it), `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 404
/// `ORDER_NOT_EXIST`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/pay/partner/transactions/out-trade-no/{out_trade_no}/close",
    required = CloseOrderRequired,
    number = "out_trade_no",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012739019"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CloseOrder {
    /// The service provider's own order number.
    #[wxpay(len = 6..=32, bytes, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户订单号")]
    pub out_trade_no: String,
    /// Merchant number of the order's service provider, which signs the request.
    #[wxpay(len = 32, label = "服务商户号", caller)]
    pub sp_mchid: String,
    /// Merchant number of the order's sub-merchant.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
}

/// Reverses a sub-merchant's code payment (服务商撤销).
///
/// An unpaid order cannot be paid any more; a paid one is refunded. Use it if no answer came, or if the user does not complete
/// the payment. Reversing it again is not an error.
///
/// Errors: 400 `INVALID_REQUEST` (the order is of another kind), `PARAM_ERROR`; 401 `SIGN_ERROR`; 404 `ORDER_NOT_EXIST`; 429
/// `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR` (reverse it again).
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/pay/partner/transactions/out-trade-no/{out_trade_no}/reverse",
    response = ReversedOrder,
    required = ReverseOrderRequired,
    number = "out_trade_no",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012382181"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReverseOrder {
    /// The service provider's own order number.
    #[wxpay(len = 6..=32, bytes, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户订单号")]
    pub out_trade_no: String,
    /// The service provider's app ID of the order.
    #[wxpay(len = 32, label = "合作伙伴应用AppID")]
    pub sp_appid: Option<String>,
    /// Merchant number of the order's service provider, which signs the request.
    #[wxpay(len = 32, label = "合作伙伴商户号", caller)]
    pub sp_mchid: String,
    /// The sub-merchant's app ID of the order, if it gave one.
    #[wxpay(len = 32, label = "特约商户应用AppID")]
    pub sub_appid: Option<String>,
    /// Merchant number of the order's sub-merchant.
    #[wxpay(len = 32, label = "特约商户商户号")]
    pub sub_mchid: String,
}

/// The answer to a [`ReverseOrder`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReversedOrder {
    /// The service provider's app ID of the order.
    pub sp_appid: Option<String>,
    /// The service provider's merchant number.
    pub sp_mchid: String,
    /// The sub-merchant's app ID of the order.
    pub sub_appid: Option<String>,
    /// The sub-merchant's merchant number.
    pub sub_mchid: String,
    /// The service provider's own order number.
    pub out_trade_no: String,
}
