//! Querying a refund.

use super::Refund;
use crate::prelude::*;

/// Queries a refund by the merchant's own number (查询单笔退款).
///
/// Errors: 400 `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (it was never accepted, and the same
/// request can be sent again); 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/refund/domestic/refunds/{out_refund_no}",
    response = Refund,
    required = QueryRefundRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4013071041"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryRefund {
    /// The merchant's own number for the refund.
    #[wxpay(len = 64, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户退款单号")]
    pub out_refund_no: String,
    /// Merchant number of the order's sub-merchant. Service providers only.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
}
