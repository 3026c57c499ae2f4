//! The end of an order that is not wanted any more.

use crate::prelude::*;

/// Closes an order that nobody has paid, so that nobody will (关单).
///
/// Closing it again is no error. An order just made should be left alone for some minutes. The number of a closed order
/// cannot be used again. An order paid by a scanned code cannot be closed: [`ReverseOrder`].
///
/// A number that was never ordered is documented to be refused with `ORDER_NOT_EXIST`; merchants report a 204 instead, and
/// a number that is used up. Either way nobody can pay it now.
///
/// Errors: 400 `ORDER_PAID` (the user was faster: query it), `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 404
/// `ORDER_NOT_EXIST` (it never arrived: the end of it, once its time to pay is over); 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
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
    /// The merchant of the order; the one that signs.
    #[wxpay(len = 32, label = "直连商户号", caller)]
    pub mchid: String,
}

/// Reverses an order by a scanned code (撤销).
///
/// Unpaid, it cannot be paid any more; paid, the money goes back. It is for when no answer came, or the user does not
/// come to an end. Reversing it again is no error.
///
/// Errors: 400 `INVALID_REQUEST` (an order of another kind), `PARAM_ERROR`; 401 `SIGN_ERROR`; 404 `ORDER_NOT_EXIST`; 429
/// `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`, after which it is reversed again.
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
    /// The merchant of the order; the one that signs.
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
    /// The merchant.
    pub mchid: String,
    /// The merchant's own order number.
    pub out_trade_no: String,
}
