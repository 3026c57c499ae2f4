//! The end of profit sharing for an order.

use crate::prelude::*;

/// Ends the profit sharing of an order and gives the remaining amount to the sub-merchant (完结分账).
///
/// The order may have been shared before or not; it cannot be shared afterwards. [`QuerySharing`](super::QuerySharing) returns
/// the result. A repeated request with the same number and parameters is the same request.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`, `NOT_ENOUGH` (nothing is left); 429
/// `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/brand/profitsharing/finish-order",
    response = FinishedSharing,
    required = FinishSharingRequired,
    number = "out_order_no",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012467016"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FinishSharing {
    /// Merchant number of the sub-merchant that shares.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// WeChat Pay's number of the payment.
    #[wxpay(len = 32, label = "微信订单号")]
    pub transaction_id: String,
    /// The service provider's number of this request, unique for the service provider and different from those of sharing orders.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户分帐单号")]
    pub out_order_no: String,
    /// Description, which the bill shows.
    #[wxpay(len = 80, label = "分账描述")]
    pub description: String,
    /// URL for the notification of the result. Only the official Java SDK has this member.
    #[wxpay(url)]
    pub notify_url: Option<String>,
}

/// The answer to a [`FinishSharing`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FinishedSharing {
    /// Merchant number of the sub-merchant that shares.
    pub sub_mchid: String,
    /// WeChat Pay's number of the payment.
    pub transaction_id: String,
    /// The service provider's number of the request.
    pub out_order_no: String,
    /// WeChat Pay's number of the request.
    pub order_id: String,
}
