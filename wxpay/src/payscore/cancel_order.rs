//! The end of a service order that is not to be paid.

use super::OrderReference;
use crate::prelude::*;

/// Cancels a service order (取消支付分订单): one that waits for the user, is being used, or is completed and not paid.
///
/// `DOING` includes what is being collected: cancelling that gives up the money. While the user is at the cashier, or
/// a deduction is under way, it is refused; try again in 3 minutes.
///
/// The same parameters, the reason among them, succeed again.
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
    /// The service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// Why. WeChat's message to the user shows it.
    #[wxpay(len = 50, label = "取消原因")]
    pub reason: String,
}
