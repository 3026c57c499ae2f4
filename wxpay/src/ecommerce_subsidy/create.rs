//! The money is added.

use crate::prelude::*;

/// Adds the platform's money to a sub-merchant's order (请求补差).
///
/// After the order is paid and settled, before it is shared; once for an order, with the amount that the order has
/// announced, or less if some of it was refunded. The same parameters, repeated within 180 days, take the money once.
/// **Another amount may take it again**; what was taken too often comes back a day later.
///
/// Errors: 400 `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 403 `NOT_ENOUGH`, `NO_AUTH`; 429
/// `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`, after which the same request is repeated.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/ecommerce/subsidies/create",
    response = Subsidy,
    required = CreateSubsidyRequired,
    number = "transaction_id",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012477631"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateSubsidy {
    /// The sub-merchant that is paid.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: String,
    /// WeChat Pay's number for the payment.
    #[wxpay(len = 64, label = "微信订单号")]
    pub transaction_id: String,
    /// How much, in fen; no more than the order has announced.
    #[wxpay(range = 1.., label = "补差金额")]
    pub amount: Fen,
    /// What for; the answer repeats it.
    #[wxpay(len = 80, label = "补差描述")]
    pub description: String,
    /// WeChat Pay's number for the refund that makes the amount less than announced.
    #[wxpay(label = "微信退款单号")]
    pub refund_id: Option<String>,
    /// The platform's own number for the subsidy.
    #[wxpay(pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户补差单号")]
    pub out_subsidy_no: Option<String>,
}

/// What was added to an order (补差单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Subsidy {
    /// The sub-merchant that is paid.
    pub sub_mchid: String,
    /// WeChat Pay's number for the payment.
    pub transaction_id: String,
    /// WeChat Pay's number for the subsidy.
    pub subsidy_id: String,
    /// What for, as the request has it.
    pub description: Option<String>,
    /// How much, in fen.
    pub amount: Fen,
    /// What became of it.
    pub result: SubsidyResult,
    /// When it was done.
    pub success_time: Option<DateTime>,
    /// The platform's own number for the subsidy.
    pub out_subsidy_no: Option<String>,
}

/// What became of a subsidy, or of taking it back (补差单结果, 补差回退结果).
#[wxpay_enum]
pub enum SubsidyResult {
    /// Done (成功).
    Success,
    /// Not done (失败).
    Fail,
    /// Given back whole (已全额回退).
    Refund,
}
