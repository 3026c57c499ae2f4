//! In the plan or not, with a receipt or not.

use crate::prelude::*;

/// Joins a sub-merchant to the plan, or takes it out (点金计划管理).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/goldplan/merchants/changegoldplanstatus",
    response = ChangeGoldPlanStatusResponse,
    required = ChangeGoldPlanStatusRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012473796"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChangeGoldPlanStatus {
    /// The sub-merchant.
    #[wxpay(len = 32, label = "特约商户号")]
    pub sub_mchid: String,
    /// In or out.
    #[wxpay(label = "操作类型")]
    pub operation_type: OperationType,
    /// For which payments; without it those by JSAPI.
    #[wxpay(default = "JSAPI", label = "支付场景")]
    pub operation_pay_scene: Option<PayScene>,
}

/// Whether something is to be (操作类型).
#[wxpay_enum]
pub enum OperationType {
    /// It is to be (开通).
    Open,
    /// It is not to be (关闭).
    Close,
}

/// Payments that the plan goes for (支付场景).
#[wxpay_enum]
pub enum PayScene {
    /// By JSAPI, in web pages and in mini programs.
    #[wxpay(rename = "JSAPI_AND_MINIPROGRAM")]
    JsapiAndMiniProgram,
    /// By JSAPI in web pages.
    Jsapi,
    /// In mini programs.
    #[wxpay(rename = "MINIPROGRAM")]
    MiniProgram,
}

/// The answer to a [`ChangeGoldPlanStatus`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChangeGoldPlanStatusResponse {
    /// The sub-merchant.
    pub sub_mchid: String,
}

/// Shows a receipt of the service provider's own after the payment, or none (商家小票管理).
///
/// The receipt is a page in a frame, set up on the service provider's platform. The sub-merchant has to be in the plan.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/goldplan/merchants/changecustompagestatus",
    response = ChangeCustomPageStatusResponse,
    required = ChangeCustomPageStatusRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012473788"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChangeCustomPageStatus {
    /// The sub-merchant.
    #[wxpay(len = 32, label = "特约商户号")]
    pub sub_mchid: String,
    /// Shown or not.
    #[wxpay(label = "操作类型")]
    pub operation_type: OperationType,
}

/// The answer to a [`ChangeCustomPageStatus`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChangeCustomPageStatusResponse {
    /// The sub-merchant.
    pub sub_mchid: String,
    /// Shown or not, as it is now. Most answers leave it out.
    pub operation_type: Option<OperationType>,
}
