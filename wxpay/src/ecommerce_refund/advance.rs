//! Money that the platform has advanced, on its way back.

use crate::prelude::*;

/// Takes what the platform has advanced for a refund back from the sub-merchant (垫付退款回补).
///
/// It is taken whole. Where it is [`Processing`](AdvanceResult::Processing), [`QueryAdvanceReturn`] tells the end. That
/// repeating it is safe is not documented: after an unknown outcome ask first.
///
/// Errors: 400 `INVALID_REQUEST` (nothing was advanced), `PARAM_ERROR`; 401 `SIGN_ERROR`; 403 `NOT_ENOUGH` (the
/// sub-merchant has too little), `NO_AUTH`; 404 `RESOURCE_NOT_EXISTS`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
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
    /// WeChat Pay's number for the refund, one that the platform has advanced.
    #[wxpay(len = 32, label = "微信退款单号")]
    pub refund_id: String,
    /// The sub-merchant.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: String,
}

/// Asks what became of a [`ReturnAdvance`] (查询垫付回补结果).
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
    /// WeChat Pay's number for the refund.
    #[wxpay(len = 32, label = "微信退款单号")]
    pub refund_id: String,
    /// The sub-merchant.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: String,
}

/// What the platform had advanced, on its way back (垫付回补).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AdvanceReturn {
    /// WeChat Pay's number for the refund.
    pub refund_id: String,
    /// WeChat Pay's number for the way back (微信回补单号).
    pub advance_return_id: String,
    /// What had been advanced, in fen.
    pub return_amount: Fen,
    /// Who pays it: the sub-merchant.
    pub payer_mchid: String,
    /// From which account.
    pub payer_account: AdvanceAccount,
    /// Who gets it: the platform.
    pub payee_mchid: String,
    /// To which account.
    pub payee_account: AdvanceAccount,
    /// What became of it.
    pub result: AdvanceResult,
    /// When it was done.
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

/// What became of a [`ReturnAdvance`] (垫付回补结果).
#[wxpay_enum]
pub enum AdvanceResult {
    /// The platform has the money (回补成功).
    Success,
    /// It does not (回补失败).
    Failed,
    /// Not known yet (处理中).
    Processing,
}
