//! The payment of a subsidy.

use crate::prelude::*;

/// Pays a subsidy of the platform for a sub-merchant's order (请求补差).
///
/// The order has to be paid and settled, and must not be shared yet. It gets one subsidy, with the amount that the order
/// announced, or less after a partial refund. The same parameters, repeated within 180 days, take the money once. **Another
/// amount may take it again**; money that was taken twice comes back a day later.
///
/// Errors: 400 `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 403 `NOT_ENOUGH`, `NO_AUTH`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR` (repeat the same request).
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
    /// Merchant number of the sub-merchant that receives the subsidy.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: String,
    /// WeChat Pay's number of the payment.
    #[wxpay(len = 64, label = "微信订单号")]
    pub transaction_id: String,
    /// Amount in fen, at most the amount that the order announced.
    #[wxpay(range = 1.., label = "补差金额")]
    pub amount: Fen,
    /// Description, which the answer repeats.
    #[wxpay(len = 80, label = "补差描述")]
    pub description: String,
    /// WeChat Pay's refund number of the refund that reduces the announced amount.
    #[wxpay(label = "微信退款单号")]
    pub refund_id: Option<String>,
    /// The platform's number of the subsidy.
    #[wxpay(pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户补差单号")]
    pub out_subsidy_no: Option<String>,
}

/// A subsidy for an order (补差单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Subsidy {
    /// Merchant number of the sub-merchant that receives the subsidy.
    pub sub_mchid: String,
    /// WeChat Pay's number of the payment.
    pub transaction_id: String,
    /// WeChat Pay's number of the subsidy.
    pub subsidy_id: String,
    /// Description of the request.
    pub description: Option<String>,
    /// Amount in fen.
    pub amount: Fen,
    /// Result.
    pub result: SubsidyResult,
    /// Time of success.
    pub success_time: Option<DateTime>,
    /// The platform's number of the subsidy.
    pub out_subsidy_no: Option<String>,
}

/// The result of a subsidy or of its return (补差单结果, 补差回退结果).
#[wxpay_enum]
pub enum SubsidyResult {
    /// Succeeded (成功).
    Success,
    /// Failed (失败).
    Fail,
    /// Fully returned (已全额回退).
    Refund,
}
