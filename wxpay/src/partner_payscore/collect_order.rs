//! A collection out of turn.

use crate::prelude::*;

/// Collects a sub-merchant's completed service order now (商户发起催收扣款).
///
/// It is for orders whose `collection.state` is `USER_PAYING`, and changes nothing about the collections that WeChat Pay
/// makes by itself. An order is paid once, however often this is called. Success only says that it was accepted: ask
/// for the order.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/partner/serviceorder/{out_order_no}/pay",
    required = CollectOrderRequired,
    number = "out_order_no",
    doc = "https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-order/collect-partner-service-order.html"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CollectOrder {
    /// The merchant's own number for the order.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户服务订单号")]
    pub out_order_no: String,
    /// The service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: Option<String>,
    /// The sub-merchant.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
}
