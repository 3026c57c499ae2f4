//! The cancellation of a subsidy.

use crate::prelude::*;

/// Cancels the subsidy that an order has announced (取消补差).
///
/// The order must not be shared yet, and the subsidy not paid. A repeated request transfers no money.
///
/// Errors: 400 `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`
/// (repeat the same request).
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/ecommerce/subsidies/cancel",
    response = CanceledSubsidy,
    required = CancelSubsidyRequired,
    number = "transaction_id",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012477639"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CancelSubsidy {
    /// Merchant number of the sub-merchant.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: String,
    /// WeChat Pay's number of the payment.
    #[wxpay(label = "微信订单号")]
    pub transaction_id: String,
    /// Description, which the answer repeats.
    #[wxpay(label = "取消补差描述")]
    pub description: String,
}

/// The answer to a [`CancelSubsidy`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CanceledSubsidy {
    /// Merchant number of the sub-merchant.
    pub sub_mchid: String,
    /// WeChat Pay's number of the payment.
    pub transaction_id: String,
    /// Result.
    pub result: CancelResult,
    /// Description of the request.
    pub description: Option<String>,
}

/// The result of a [`CancelSubsidy`] (取消补差结果).
#[wxpay_enum]
pub enum CancelResult {
    /// The subsidy is cancelled (成功).
    Success,
    /// Nothing has changed (失败).
    Fail,
}
