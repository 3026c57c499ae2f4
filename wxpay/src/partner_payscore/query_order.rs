//! Querying a service order.

use super::ServiceOrder;
use crate::prelude::*;

/// Queries a sub-merchant's service order (查询支付分订单) by exactly one of its numbers.
///
/// Query it if a notification does not come, when the user returns from WeChat's page, and after every write whose answer has no
/// content.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/payscore/partner/serviceorder",
    response = ServiceOrder,
    required = QueryOrderRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4013138559",
    one_of("out_order_no", "query_id")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryOrder {
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// The merchant's own number for the order.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户服务订单号")]
    pub out_order_no: Option<String>,
    /// ID that the front end received when the user returned from WeChat's page.
    #[wxpay(len = 512, label = "回跳查询ID")]
    pub query_id: Option<String>,
}
