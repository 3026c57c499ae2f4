//! An extra collection.

use super::OrderReference;
use crate::prelude::*;

/// Collects a completed service order now (商户发起催收扣款).
///
/// Use it for orders whose `collection.state` is `USER_PAYING`. WeChat Pay's own collections continue. Repeated calls do not make
/// the user pay twice. The answer only means that the request was accepted: query the order.
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
    /// The service's ID. Sources disagree on whether it is required.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: Option<String>,
}
