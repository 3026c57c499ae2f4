//! The end of sharing.

use crate::prelude::*;

/// Gives what is left of a payment to the sub-merchant, shared before or not (完结分账, 解冻剩余资金).
///
/// Nothing can be shared of the order afterwards; [`QuerySharing`](super::QuerySharing) tells what became of it. The
/// same number with the same parameters is the same request.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`, `NOT_ENOUGH` (nothing is left); 429
/// `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/ecommerce/profitsharing/finish-order",
    response = FinishedSharing,
    required = FinishSharingRequired,
    number = "out_order_no",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012477745"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FinishSharing {
    /// The sub-merchant that shares.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: String,
    /// WeChat Pay's number for the payment.
    #[wxpay(len = 32, label = "微信订单号")]
    pub transaction_id: String,
    /// The platform's own number for this, unique under it; none of an earlier sharing.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户分帐单号")]
    pub out_order_no: String,
    /// Why; the bill shows it.
    #[wxpay(len = 80, label = "分账描述")]
    pub description: String,
    /// Where WeChat Pay reports the result. Only the official Java SDK has it.
    #[wxpay(url)]
    pub notify_url: Option<String>,
}

/// The answer to a [`FinishSharing`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FinishedSharing {
    /// The sub-merchant that shares.
    pub sub_mchid: String,
    /// WeChat Pay's number for the payment.
    pub transaction_id: String,
    /// The platform's own number.
    pub out_order_no: String,
    /// WeChat Pay's number.
    pub order_id: String,
}
