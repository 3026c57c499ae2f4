//! Ending the sharing of a payment.

use super::SharingOrder;
use crate::prelude::*;

/// Gives the rest of a payment to the merchant, whether the payment was shared or not (解冻剩余资金).
///
/// The order cannot be shared any more. WeChat Pay processes the request after its answer; [`QuerySharing`](super::QuerySharing)
/// returns the result. The same number with the same parameters is the same request.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`, `NOT_ENOUGH` (there is no rest); 429
/// `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/profitsharing/orders/unfreeze",
    response = SharingOrder,
    required = UnfreezeRestRequired,
    number = "out_order_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012526374"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnfreezeRest {
    /// Merchant number of the sub-merchant that shares, if a service provider signs the request.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// WeChat Pay's number for the payment.
    #[wxpay(len = 32, label = "微信订单号")]
    pub transaction_id: String,
    /// Your own number for this request, unique under the caller; not the number of a sharing.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户分账单号")]
    pub out_order_no: String,
    /// The reason, which the bill shows.
    #[wxpay(len = 80, label = "分账描述")]
    pub description: String,
    /// URL that receives the notification of the result. Only the official Java SDK has it.
    #[wxpay(url)]
    pub notify_url: Option<String>,
}
