//! The return of money that the platform has advanced.

use crate::prelude::*;

/// Takes the money that the platform has advanced for a refund back from the sub-merchant (垫付退款回补).
///
/// The whole amount is taken back. If the result is [`Processing`](AdvanceResult::Processing), [`QueryAdvanceReturn`] returns the
/// final one. The pages do not say that a repeated request is safe: after an unknown outcome, query first.
///
/// Errors: 400 `INVALID_REQUEST` (nothing was advanced), `PARAM_ERROR`; 401 `SIGN_ERROR`; 403 `NOT_ENOUGH` (the sub-merchant's
/// balance is not sufficient), `NO_AUTH`; 404 `RESOURCE_NOT_EXISTS`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/ecommerce/refunds/{refund_id}/return-advance",
    response = AdvanceReturn,
    required = ReturnAdvanceRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012476927"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReturnAdvance {
    /// WeChat Pay's refund number of a refund that the platform has advanced.
    #[wxpay(len = 32, label = "微信退款单号")]
    pub refund_id: String,
    /// Merchant number of the sub-merchant.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: String,
}

/// Queries a [`ReturnAdvance`] (查询垫付回补结果).
///
/// Errors: 400 `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`; 429 `FREQUENCY_LIMITED`;
/// 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/ecommerce/refunds/{refund_id}/return-advance",
    response = AdvanceReturn,
    required = QueryAdvanceReturnRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012476916"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryAdvanceReturn {
    /// WeChat Pay's refund number.
    #[wxpay(len = 32, label = "微信退款单号")]
    pub refund_id: String,
    /// Merchant number of the sub-merchant.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: String,
}

/// The return of money that the platform has advanced (垫付回补).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AdvanceReturn {
    /// WeChat Pay's refund number.
    pub refund_id: String,
    /// WeChat Pay's number of the return (微信回补单号).
    pub advance_return_id: String,
    /// Advanced amount in fen.
    pub return_amount: Fen,
    /// Merchant number of the payer: the sub-merchant.
    pub payer_mchid: String,
    /// Account of the payer.
    pub payer_account: AdvanceAccount,
    /// Merchant number of the payee: the platform.
    pub payee_mchid: String,
    /// Account of the payee.
    pub payee_account: AdvanceAccount,
    /// Result.
    pub result: AdvanceResult,
    /// Time of success.
    pub success_time: Option<DateTime>,
}

/// An account of a merchant (出款方账户, 入账方账户).
#[wxpay_enum]
pub enum AdvanceAccount {
    /// The basic account (基本账户).
    Basic,
    /// The operating account (运营账户).
    Operation,
}

/// The result of a [`ReturnAdvance`] (垫付回补结果).
#[wxpay_enum]
pub enum AdvanceResult {
    /// The platform has received the money (回补成功).
    Success,
    /// The return failed (回补失败).
    Failed,
    /// In progress (处理中).
    Processing,
}
