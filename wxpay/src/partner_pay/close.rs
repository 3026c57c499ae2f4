//! The end of a sub-merchant's order that is not wanted any more.

use crate::prelude::*;

/// Closes a sub-merchant's order that nobody has paid, so that nobody will (服务商关单).
///
/// Closing it again is no error. An order just made should be left alone for some minutes. The number of a closed order
/// cannot be used again; a number that was never ordered is said to be used up by closing it, too.
///
/// Errors: 400 `ORDER_PAID` (the user was faster: query it), `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 404
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
    /// The service provider of the order; the one that signs.
    #[wxpay(len = 32, label = "服务商户号", caller)]
    pub sp_mchid: String,
    /// The sub-merchant of the order.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
}
