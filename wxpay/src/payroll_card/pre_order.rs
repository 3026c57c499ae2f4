//! Beginning a worker's identity check.

use super::{AuthenticateType, EmploymentType};
use crate::prelude::*;

/// Begins an identity check of a worker by face (微工卡核身预下单), and returns the token with which the front end continues.
///
/// The worker must have authorized the sub-merchant; otherwise use [`CreatePreOrderWithAuth`]. At most 20 checks a day for one
/// worker. [`QueryAuthentication`](super::QueryAuthentication) returns the result. The documentation does not say that repeating
/// with the same `authenticate_number` is safe: after an unknown outcome use a new number. No money is involved.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payroll-card/authentications/pre-order",
    response = PreOrder,
    required = CreatePreOrderRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012923362",
    any_of("appid", "sub_appid")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreatePreOrder {
    /// The worker's openid under the app ID that opens the card's mini program.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// The service provider's app ID, bound to the service provider. Either `appid` or `sub_appid` is required: the one that
    /// opens the card's mini program.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: Option<String>,
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// The sub-merchant's app ID, bound to the sub-merchant. Either `sub_appid` or `appid` is required.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// The merchant's own number for this check, unique under the service provider.
    #[wxpay(len = 64, pattern = "[0-9A-Za-z]+", label = "商家核身单号")]
    pub authenticate_number: String,
    /// Name of the worker's project.
    #[wxpay(len = 128, label = "项目名称")]
    pub project_name: String,
    /// Name of the employer.
    #[wxpay(len = 128, label = "单位名称")]
    pub employer_name: String,
    /// Purpose of the check.
    #[wxpay(label = "核身类型")]
    pub authenticate_type: Option<AuthenticateType>,
}

/// Begins an identity check as [`CreatePreOrder`] does, and first has the worker open the card and authorize the sub-merchant if
/// that is still to be done (微工卡核身预下单, 流程中完成授权).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payroll-card/authentications/pre-order-with-auth",
    response = PreOrder,
    required = CreatePreOrderWithAuthRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012461761",
    any_of("appid", "sub_appid")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreatePreOrderWithAuth {
    /// The worker's openid under the app ID that opens the card's mini program.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// The service provider's app ID, bound to the service provider. Either `appid` or `sub_appid` is required: the one that
    /// opens the card's mini program.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: Option<String>,
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// The sub-merchant's app ID, bound to the sub-merchant. Either `sub_appid` or `appid` is required.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// The merchant's own number for this check, unique under the service provider.
    #[wxpay(len = 64, pattern = "[0-9A-Za-z]+", label = "商家核身单号")]
    pub authenticate_number: String,
    /// Name of the worker's project.
    #[wxpay(len = 128, label = "项目名称")]
    pub project_name: String,
    /// Name of the employer.
    #[wxpay(len = 128, label = "用工单位名称")]
    pub employer_name: String,
    /// The worker's name. Encrypted when it is sent.
    #[wxpay(label = "用户实名")]
    pub user_name: Sensitive,
    /// Number of the worker's identity card. Encrypted when it is sent.
    #[wxpay(label = "用户证件号")]
    pub id_card_number: Sensitive,
    /// Type of the employment. It must be the same as in the worker's authorization.
    #[wxpay(label = "用工类型")]
    pub employment_type: EmploymentType,
    /// Purpose of the check.
    #[wxpay(label = "核身类型")]
    pub authenticate_type: Option<AuthenticateType>,
}

/// An identity check that can begin.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PreOrder {
    /// The merchant's own number for the check.
    pub authenticate_number: String,
    /// The worker's openid.
    pub openid: String,
    /// The service provider's merchant number.
    pub mchid: String,
    /// The sub-merchant's merchant number.
    pub sub_mchid: Option<String>,
    /// The token for the front end.
    pub token: String,
    /// Lifetime of the token in seconds, such as 300.
    pub expires_in: i64,
}
