//! Closing and reversing an order.

use crate::prelude::*;

/// Closes an unpaid order, so that it cannot be paid any more (关单).
///
/// Closing it again is not an error. Do not close an order in the first minutes after it was created. The number of a closed
/// order cannot be used again. An order paid by a scanned code cannot be closed: see [`ReverseOrder`].
///
/// For a number that was never ordered, the page documents `ORDER_NOT_EXIST`; merchants report a 204, after which the number is
/// used up. Either way nobody can pay it now.
///
/// Errors: 400 `ORDER_PAID` (the user has paid: query it), `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 404
/// `ORDER_NOT_EXIST` (it never arrived; this is final once its time to pay is over); 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/pay/transactions/out-trade-no/{out_trade_no}/close",
    required = CloseOrderRequired,
    number = "out_trade_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012791860"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CloseOrder {
    /// The merchant's own order number.
    #[wxpay(len = 6..=32, bytes, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户订单号")]
    pub out_trade_no: String,
    /// Merchant number of the order's merchant, which signs the request.
    #[wxpay(len = 32, label = "直连商户号", caller)]
    pub mchid: String,
}

/// Reverses a code payment (撤销).
///
/// An unpaid order cannot be paid any more; a paid one is refunded. Use it if no answer came, or if the user does not complete
/// the payment. Reversing it again is not an error.
///
/// Errors: 400 `INVALID_REQUEST` (the order is of another kind), `PARAM_ERROR`; 401 `SIGN_ERROR`; 404 `ORDER_NOT_EXIST`; 429
/// `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR` (reverse it again).
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/pay/transactions/out-trade-no/{out_trade_no}/reverse",
    response = ReversedOrder,
    required = ReverseOrderRequired,
    number = "out_trade_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012382161"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReverseOrder {
    /// The merchant's own order number.
    #[wxpay(len = 6..=32, bytes, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户订单号")]
    pub out_trade_no: String,
    /// The app ID of the order.
    #[wxpay(len = 32, label = "应用AppID")]
    pub appid: String,
    /// Merchant number of the order's merchant, which signs the request.
    #[wxpay(len = 32, label = "直连商户号", caller)]
    pub mchid: String,
}

/// The answer to a [`ReverseOrder`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReversedOrder {
    /// The app ID of the order.
    pub appid: Option<String>,
    /// The merchant number.
    pub mchid: String,
    /// The merchant's own order number.
    pub out_trade_no: String,
}
