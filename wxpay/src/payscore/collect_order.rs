//! A collection out of turn.

use super::OrderReference;
use crate::prelude::*;

/// Collects a completed service order now (商户发起催收扣款).
///
/// It is for orders whose `collection.state` is `USER_PAYING`, and changes nothing about the collections that WeChat Pay
/// makes by itself. An order is paid once, however often this is called. The answer only says that it was accepted:
/// ask for the order.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/serviceorder/{out_order_no}/pay",
    response = OrderReference,
    required = CollectOrderRequired,
    number = "out_order_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4013394596"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CollectOrder {
    /// The merchant's own number for the order.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户服务订单号")]
    pub out_order_no: String,
    /// The app ID that created the order. Sources disagree on whether it is required.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: Option<String>,
    /// The service. Sources disagree on whether it is required.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: Option<String>,
}
