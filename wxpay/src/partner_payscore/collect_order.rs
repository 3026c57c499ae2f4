//! An extra collection.

use crate::prelude::*;

/// Collects a sub-merchant's completed service order now (商户发起催收扣款).
///
/// Use it for orders whose `collection.state` is `USER_PAYING`. WeChat Pay's own collections continue. Repeated calls do not make
/// the user pay twice. Success only means that the request was accepted: query the order.
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
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: Option<String>,
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
}
