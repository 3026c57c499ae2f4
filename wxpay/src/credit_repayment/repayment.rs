//! Repayments, which are collected under a contract.

use super::Repayment;
use crate::prelude::*;

/// Collects a repayment under a contract (发起还款).
///
/// The answer has the current state; WeChat Pay sends a notification of the final state, and [`QueryRepayment`] returns it. A
/// repeated request with the same number and parameters is the same repayment.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `RULE_LIMIT`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/credit-repayment/partner/deduct-orders",
    response = Repayment,
    required = CreateRepaymentRequired,
    number = "out_trade_no",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4016779462"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateRepayment {
    /// WeChat Pay's number of the contract.
    #[wxpay(label = "还款协议ID")]
    pub contract_id: String,
    /// The merchant's number of the repayment, unique for the merchant number.
    #[wxpay(pattern = "[0-9A-Za-z]+", label = "商户侧交易单号")]
    pub out_trade_no: String,
    /// The merchant's number of the repayment's announcement: see [`ScheduleRepayments`](super::ScheduleRepayments).
    #[wxpay(label = "商户侧预约还款单号")]
    pub out_record_id: String,
    /// Amount in fen.
    #[wxpay(range = 0.., label = "还款金额")]
    pub deduct_amount: FenText,
    /// URL for the notification of the repayment.
    #[wxpay(bare_url, label = "商户回调地址")]
    pub notify_url: String,
    /// Description of the repayment, as the user's bill shows it.
    #[wxpay(label = "产品描述")]
    pub description: String,
    /// Attached data: returned by queries and notifications, shown in the trade bill.
    #[wxpay(label = "商户数据包")]
    pub attach: Option<String>,
}

/// Queries a repayment by the merchant's number (查询还款单).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`: the repayment was never accepted;
/// 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/credit-repayment/partner/deduct-orders/{out_trade_no}",
    response = Repayment,
    required = QueryRepaymentRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4016779468"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryRepayment {
    /// The merchant's number of the repayment.
    #[wxpay(pattern = "[0-9A-Za-z]+", label = "商户侧交易单号")]
    pub out_trade_no: String,
}
