//! No money will be added.

use crate::prelude::*;

/// Says that an order which has announced a subsidy gets none (取消补差).
///
/// Before it is shared, and only if nothing was added yet. It moves no money, however often it is sent.
///
/// Errors: 400 `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR`, after which the same request is repeated.
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
    /// The sub-merchant of the order.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: String,
    /// WeChat Pay's number for the payment.
    #[wxpay(label = "微信订单号")]
    pub transaction_id: String,
    /// Why; the answer repeats it.
    #[wxpay(label = "取消补差描述")]
    pub description: String,
}

/// The answer to a [`CancelSubsidy`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CanceledSubsidy {
    /// The sub-merchant of the order.
    pub sub_mchid: String,
    /// WeChat Pay's number for the payment.
    pub transaction_id: String,
    /// What became of it.
    pub result: CancelResult,
    /// Why, as the request has it.
    pub description: Option<String>,
}

/// What became of a [`CancelSubsidy`] (取消补差结果).
#[wxpay_enum]
pub enum CancelResult {
    /// The order gets no subsidy (成功).
    Success,
    /// Nothing has changed (失败).
    Fail,
}
