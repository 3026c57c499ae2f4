//! The money is taken back.

use super::SubsidyResult;
use crate::prelude::*;

/// Takes a subsidy, or a part of it, back to the platform (请求补差回退).
///
/// After a refund of the order, from the sub-merchant. It goes by `out_order_no`: the same number is the same return.
///
/// Errors: 400 `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 403 `NOT_ENOUGH` (the sub-merchant has too little),
/// `NO_AUTH`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`, after which the same request is repeated.
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
    /// The sub-merchant that pays.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: String,
    /// The platform's own number for the return.
    #[wxpay(label = "商户补差回退单号")]
    pub out_order_no: String,
    /// WeChat Pay's number for the payment.
    #[wxpay(label = "微信订单号")]
    pub transaction_id: String,
    /// WeChat Pay's number for the refund.
    #[wxpay(label = "微信退款单号")]
    pub refund_id: String,
    /// How much, in fen; no more than was added.
    #[wxpay(range = 1.., label = "补差回退金额")]
    pub amount: Fen,
    /// What for; the answer repeats it.
    #[wxpay(label = "补差回退描述")]
    pub description: String,
    /// WeChat Pay's number for the subsidy.
    #[wxpay(label = "微信补差单号")]
    pub subsidy_id: Option<String>,
    /// Which accounts pay how much of it.
    #[wxpay(label = "回退出资账户及金额")]
    pub from: Option<Vec<ReturnSource>>,
}

/// What one account pays of a return (回退出资账户及金额).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ReturnSource {
    /// The account.
    #[wxpay(label = "出资账户类型")]
    pub account: Option<ReturnAccount>,
    /// Its part, in fen.
    #[wxpay(label = "出资金额")]
    pub amount: Option<Fen>,
}

/// An account that pays a part of a return (出资账户类型).
#[wxpay_enum]
pub enum ReturnAccount {
    /// The balance.
    Available,
    /// The frozen balance.
    Unavailable,
}

/// What was taken back (补差回退单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubsidyReturn {
    /// The sub-merchant that pays.
    pub sub_mchid: String,
    /// WeChat Pay's number for the payment.
    pub transaction_id: String,
    /// WeChat Pay's number for the return.
    pub subsidy_refund_id: String,
    /// WeChat Pay's number for the refund.
    pub refund_id: String,
    /// The platform's own number for the return.
    pub out_order_no: String,
    /// How much, in fen.
    pub amount: Fen,
    /// What for, as the request has it.
    pub description: Option<String>,
    /// What became of it.
    pub result: SubsidyResult,
    /// When it was done.
    pub success_time: Option<DateTime>,
    /// WeChat Pay's number for the subsidy.
    pub subsidy_id: Option<String>,
    /// Which accounts paid how much of it.
    pub from: Option<Vec<ReturnSource>>,
}
