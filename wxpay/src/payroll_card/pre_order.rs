//! What precedes a worker's proof of identity.

use super::{AuthenticateType, EmploymentType};
use crate::prelude::*;

/// Announces that a worker is going to prove by face who it is (微工卡核身预下单), and makes the token with which the front
/// end does it.
///
/// The worker has authorized the merchant; otherwise see [`CreatePreOrderWithAuth`]. At most 20 a day for a worker. The
/// outcome tells [`QueryAuthentication`](super::QueryAuthentication). The documentation does not say that repeating under
/// the same `authenticate_number` is safe: after an unknown outcome take a new one, no money is at stake.
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
    /// The worker, under the app ID that opens the card's mini program.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// The service provider's app ID, bound to it. This or `sub_appid` is needed: the one that opens the card's mini
    /// program.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: Option<String>,
    /// The merchant.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// The merchant's app ID, bound to it. This or `appid` is needed.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// The merchant's own number for this proof, unique under the service provider.
    #[wxpay(len = 64, pattern = "[0-9A-Za-z]+", label = "商家核身单号")]
    pub authenticate_number: String,
    /// The project that the worker works at.
    #[wxpay(len = 128, label = "项目名称")]
    pub project_name: String,
    /// The employer.
    #[wxpay(len = 128, label = "单位名称")]
    pub employer_name: String,
    /// What the proof is for.
    #[wxpay(label = "核身类型")]
    pub authenticate_type: Option<AuthenticateType>,
}

/// Does what [`CreatePreOrder`] does, and has the worker open the card and authorize the merchant on the way where that
/// is still to be done (微工卡核身预下单, 流程中完成授权).
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
    /// The worker, under the app ID that opens the card's mini program.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// The service provider's app ID, bound to it. This or `sub_appid` is needed: the one that opens the card's mini
    /// program.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: Option<String>,
    /// The merchant.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// The merchant's app ID, bound to it. This or `appid` is needed.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// The merchant's own number for this proof, unique under the service provider.
    #[wxpay(len = 64, pattern = "[0-9A-Za-z]+", label = "商家核身单号")]
    pub authenticate_number: String,
    /// The project that the worker works at.
    #[wxpay(len = 128, label = "项目名称")]
    pub project_name: String,
    /// The employer.
    #[wxpay(len = 128, label = "用工单位名称")]
    pub employer_name: String,
    /// The worker's name. Encrypted when it is sent.
    #[wxpay(label = "用户实名")]
    pub user_name: Sensitive,
    /// The number of the worker's identity card. Encrypted when it is sent.
    #[wxpay(label = "用户证件号")]
    pub id_card_number: Sensitive,
    /// What the worker is to the merchant. It has to be what it was when the worker authorized the merchant.
    #[wxpay(label = "用工类型")]
    pub employment_type: EmploymentType,
    /// What the proof is for.
    #[wxpay(label = "核身类型")]
    pub authenticate_type: Option<AuthenticateType>,
}

/// A proof of identity that may begin.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PreOrder {
    /// The merchant's own number for it.
    pub authenticate_number: String,
    /// The worker.
    pub openid: String,
    /// The service provider.
    pub mchid: String,
    /// The merchant.
    pub sub_mchid: Option<String>,
    /// The token, as the front end passes it on.
    pub token: String,
    /// How long it is good for, in seconds, such as 300.
    pub expires_in: i64,
}
