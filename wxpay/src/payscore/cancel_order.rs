//! Cancelling a service order.

use super::OrderReference;
use crate::prelude::*;

/// Cancels a service order (取消支付分订单) that waits for the user, is in progress, or is completed and not paid.
///
/// `DOING` includes orders that are being collected: cancelling one gives up its money. Cancelling is refused while the user is
/// at the cashier or a deduction is under way; try again in 3 minutes.
///
/// Repeating it succeeds if all parameters, including the reason, are the same.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/serviceorder/{out_order_no}/cancel",
    response = OrderReference,
    required = CancelOrderRequired,
    number = "out_order_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012587905"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CancelOrder {
    /// The merchant's own number for the order.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户服务订单号")]
    pub out_order_no: String,
    /// The app ID that created the order.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The reason, which WeChat's message to the user shows.
    #[wxpay(len = 50, label = "取消原因")]
    pub reason: String,
}
