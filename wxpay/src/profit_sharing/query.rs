//! Querying a sharing.

use super::SharingOrder;
use crate::prelude::*;

/// Queries a sharing, or an [`UnfreezeRest`](super::UnfreezeRest) (查询分账结果).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (it was never accepted, and the same
/// request can be sent again); 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/profitsharing/orders/{out_order_no}",
    response = SharingOrder,
    required = QuerySharingRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012525210"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuerySharing {
    /// Your own number for the sharing.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户分账单号")]
    pub out_order_no: String,
    /// Merchant number of the sub-merchant that shares, if a service provider signs the request.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// WeChat Pay's number for the payment.
    #[wxpay(len = 32, label = "微信订单号")]
    pub transaction_id: String,
}
