//! The contract behind an application number or an openid.

use crate::prelude::*;

/// Asks for a contract by the platform's own application number (根据业务申请单号查签约信息).
///
/// After a pre-sign it answers [`Unauthorized`](AuthState::Unauthorized) until the user has signed.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`. What is answered about a number
/// that was never pre-signed is not documented.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/ecommerce/individual-contracts/out-contract-code/{out_contract_code}",
    response = Contract,
    required = QueryContractByCodeRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4015851492"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryContractByCode {
    /// The number that was pre-signed (业务申请单号).
    #[wxpay(len = 128, pattern = "[0-9A-Za-z_-]+", label = "业务申请单号")]
    pub out_contract_code: String,
    /// The caller's app ID.
    #[wxpay(len = 32, label = "签约和付款的AppID")]
    pub appid: String,
}

/// Asks whether a user has authorized the platform, by openid (查询个人收款方授权结果).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/ecommerce/individual-contracts/{openid}",
    response = PayeeAuthorization,
    required = QueryContractByOpenidRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012739528"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryContractByOpenid {
    /// The user under `appid`.
    #[wxpay(len = 128, label = "个人收款方在平台appid下的唯一标识")]
    pub openid: String,
    /// The mini program's ID for signing and paying.
    #[wxpay(len = 32, label = "签约和付款的微信小程序AppID")]
    pub appid: String,
    /// What the user has authorized.
    #[wxpay(label = "权限类型")]
    pub permission_type: PermissionType,
}

/// What a user authorizes (权限类型).
#[wxpay_enum]
pub enum PermissionType {
    /// To be paid as an individual.
    IndividualPayee,
}

/// Whether a user has authorized the platform (授权结果).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PayeeAuthorization {
    /// The contract's ID (授权ID).
    pub individual_auth_id: Option<String>,
    /// When the user signed or withdrew.
    pub operation_time: Option<DateTime>,
    /// Whether it is in force.
    pub auth_state: AuthState,
}

/// A contract with an individual.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Contract {
    /// The contract's ID (授权ID), once the user has signed.
    #[wxpay(len = 128)]
    pub individual_auth_id: Option<String>,
    /// When the user signed. The page calls it required, but before signing there is nothing to say.
    pub signed_time: Option<DateTime>,
    /// Whether the user has signed.
    pub auth_state: AuthState,
    /// The user's openid under the platform's app ID, once the user has signed.
    pub individual_openid: Option<String>,
    /// What the user lets the platform know of the identity, if it is asked for on signing.
    pub real_name_auth_result: Option<RealNameAuthResult>,
}

/// What a user lets a platform know of the identity (实名授权结果).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RealNameAuthResult {
    /// What the token is good for.
    pub scope: Option<RealNameScope>,
    /// The token to ask with. Whoever has it can ask.
    pub access_token: Option<String>,
    /// When the token ends.
    pub access_token_expire_time: Option<DateTime>,
}

/// What a token of [`RealNameAuthResult`] is good for (应用授权作用域).
#[wxpay_enum]
pub enum RealNameScope {
    /// To ask for the real name that the user pays under.
    #[wxpay(rename = "pay_realname")]
    PayRealname,
}

/// Whether a user has signed (授权状态).
#[wxpay_enum]
pub enum AuthState {
    /// Signed (已授权).
    Authorized,
    /// Not signed (未授权).
    Unauthorized,
}
