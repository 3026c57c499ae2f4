//! The end of sharing.

use super::SharingOrder;
use crate::prelude::*;

/// Gives what is left of a payment to the merchant, shared before or not (解冻剩余资金).
///
/// Nothing can be shared of the order afterwards. It is worked on after the answer;
/// [`QuerySharing`](super::QuerySharing) tells what became of it. The same number with the same parameters is the same
/// request.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`, `NOT_ENOUGH` (nothing is left); 429
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
    /// The sub-merchant that shares, where a service provider signs.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// WeChat Pay's number for the payment.
    #[wxpay(len = 32, label = "微信订单号")]
    pub transaction_id: String,
    /// Your own number for this, unique under the one who signs; none of an earlier sharing.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户分账单号")]
    pub out_order_no: String,
    /// Why; the bill shows it.
    #[wxpay(len = 80, label = "分账描述")]
    pub description: String,
    /// Where WeChat Pay reports the result. Only the official Java SDK has it.
    #[wxpay(url)]
    pub notify_url: Option<String>,
}
