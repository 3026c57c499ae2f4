//! Querying a service order.

use super::ServiceOrder;
use crate::prelude::*;

/// Queries a service order (查询支付分订单) by exactly one of its numbers.
///
/// Query it if a notification does not come, and when the user returns from WeChat's page.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/payscore/serviceorder",
    response = ServiceOrder,
    required = QueryOrderRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012587902",
    one_of("out_order_no", "query_id")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryOrder {
    /// The merchant's own number for the order.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户服务订单号")]
    pub out_order_no: Option<String>,
    /// ID that the front end received when the user returned from WeChat's page.
    #[wxpay(len = 512, label = "回跳查询ID")]
    pub query_id: Option<String>,
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The app ID that created the order.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
}
