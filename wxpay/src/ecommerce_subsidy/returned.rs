//! The return of a subsidy.

use super::SubsidyResult;
use crate::prelude::*;

/// Takes back all or part of a subsidy for the platform (请求补差回退).
///
/// The sub-merchant pays it back after a refund of the order. `out_order_no` identifies the return: the same number is the same
/// return.
///
/// Errors: 400 `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 403 `NOT_ENOUGH` (the sub-merchant's balance is not
/// sufficient), `NO_AUTH`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR` (repeat the same request).
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/ecommerce/subsidies/return",
    response = SubsidyReturn,
    required = ReturnSubsidyRequired,
    number = "out_order_no",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012477636"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReturnSubsidy {
    /// Merchant number of the sub-merchant that pays.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: String,
    /// The platform's number of the return.
    #[wxpay(label = "商户补差回退单号")]
    pub out_order_no: String,
    /// WeChat Pay's number of the payment.
    #[wxpay(label = "微信订单号")]
    pub transaction_id: String,
    /// WeChat Pay's refund number.
    #[wxpay(label = "微信退款单号")]
    pub refund_id: String,
    /// Amount in fen, at most the amount of the subsidy.
    #[wxpay(range = 1.., label = "补差回退金额")]
    pub amount: Fen,
    /// Description, which the answer repeats.
    #[wxpay(label = "补差回退描述")]
    pub description: String,
    /// WeChat Pay's number of the subsidy.
    #[wxpay(label = "微信补差单号")]
    pub subsidy_id: Option<String>,
    /// Accounts that pay, with their amounts.
    #[wxpay(label = "回退出资账户及金额")]
    pub from: Option<Vec<ReturnSource>>,
}

/// The amount that one account pays (回退出资账户及金额).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ReturnSource {
    /// Account.
    #[wxpay(label = "出资账户类型")]
    pub account: Option<ReturnAccount>,
    /// Amount in fen.
    #[wxpay(label = "出资金额")]
    pub amount: Option<Fen>,
}

/// An account that pays for a return (出资账户类型).
#[wxpay_enum]
pub enum ReturnAccount {
    /// Available balance.
    Available,
    /// Frozen balance.
    Unavailable,
}

/// A return of a subsidy (补差回退单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubsidyReturn {
    /// Merchant number of the sub-merchant that pays.
    pub sub_mchid: String,
    /// WeChat Pay's number of the payment.
    pub transaction_id: String,
    /// WeChat Pay's number of the return.
    pub subsidy_refund_id: String,
    /// WeChat Pay's refund number.
    pub refund_id: String,
    /// The platform's number of the return.
    pub out_order_no: String,
    /// Amount in fen.
    pub amount: Fen,
    /// Description of the request.
    pub description: Option<String>,
    /// Result.
    pub result: SubsidyResult,
    /// Time of success.
    pub success_time: Option<DateTime>,
    /// WeChat Pay's number of the subsidy.
    pub subsidy_id: Option<String>,
    /// Accounts that paid, with their amounts.
    pub from: Option<Vec<ReturnSource>>,
}
