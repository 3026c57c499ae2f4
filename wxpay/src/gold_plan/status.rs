//! Membership in the Gold Plan, and the receipt.

use crate::prelude::*;

/// Adds a sub-merchant to the Gold Plan, or removes it (点金计划管理).
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
    /// Merchant number of the sub-merchant.
    #[wxpay(len = 32, label = "特约商户号")]
    pub sub_mchid: String,
    /// Add or remove.
    #[wxpay(label = "操作类型")]
    pub operation_type: OperationType,
    /// Payments that the plan applies to; those by JSAPI by default.
    #[wxpay(default = "JSAPI", label = "支付场景")]
    pub operation_pay_scene: Option<PayScene>,
}

/// A switch (操作类型).
#[wxpay_enum]
pub enum OperationType {
    /// On (开通).
    Open,
    /// Off (关闭).
    Close,
}

/// The payments that the Gold Plan applies to (支付场景).
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
    /// Merchant number of the sub-merchant.
    pub sub_mchid: String,
}

/// Switches the service provider's own receipt after the payment on or off (商家小票管理).
///
/// The receipt is a page in an iframe, which is set up on the service provider's platform. The sub-merchant has to be in the
/// plan.
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
    /// Merchant number of the sub-merchant.
    #[wxpay(len = 32, label = "特约商户号")]
    pub sub_mchid: String,
    /// On or off.
    #[wxpay(label = "操作类型")]
    pub operation_type: OperationType,
}

/// The answer to a [`ChangeCustomPageStatus`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChangeCustomPageStatusResponse {
    /// Merchant number of the sub-merchant.
    pub sub_mchid: String,
    /// State after the request. Most answers omit it.
    pub operation_type: Option<OperationType>,
}
