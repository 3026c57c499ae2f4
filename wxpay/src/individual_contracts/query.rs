//! Queries of a contract, by application number or openid.

use crate::prelude::*;

/// Queries a contract by the platform's application number (根据业务申请单号查签约信息).
///
/// After a pre-signing, the state is [`Unauthorized`](AuthState::Unauthorized) until the user has signed.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`. The answer for a number that was never
/// pre-signed is not documented.
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
    /// Application number of the pre-signing (业务申请单号).
    #[wxpay(len = 128, pattern = "[0-9A-Za-z_-]+", label = "业务申请单号")]
    pub out_contract_code: String,
    /// App ID of the caller.
    #[wxpay(len = 32, label = "签约和付款的AppID")]
    pub appid: String,
}

/// Queries a user's authorization of the platform by openid (查询个人收款方授权结果).
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
    /// Openid of the user, under `appid`.
    #[wxpay(len = 128, label = "个人收款方在平台appid下的唯一标识")]
    pub openid: String,
    /// App ID of the mini program for signing and paying.
    #[wxpay(len = 32, label = "签约和付款的微信小程序AppID")]
    pub appid: String,
    /// Permission to query.
    #[wxpay(label = "权限类型")]
    pub permission_type: PermissionType,
}

/// A permission that a user grants (权限类型).
#[wxpay_enum]
pub enum PermissionType {
    /// Receiving payments as an individual.
    IndividualPayee,
}

/// A user's authorization of the platform (授权结果).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PayeeAuthorization {
    /// Contract ID (授权ID).
    pub individual_auth_id: Option<String>,
    /// Time at which the user signed or withdrew.
    pub operation_time: Option<DateTime>,
    /// State of the authorization.
    pub auth_state: AuthState,
}

/// A contract with an individual.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Contract {
    /// Contract ID (授权ID), once the user has signed.
    #[wxpay(len = 128)]
    pub individual_auth_id: Option<String>,
    /// Time of signing. The page requires this member, but it is missing before the signing.
    pub signed_time: Option<DateTime>,
    /// State of the authorization.
    pub auth_state: AuthState,
    /// Openid of the user under the platform's app ID, once the user has signed.
    pub individual_openid: Option<String>,
    /// Identity information that the user shares, if it is requested at signing.
    pub real_name_auth_result: Option<RealNameAuthResult>,
}

/// The identity information that a user shares with a platform (实名授权结果).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RealNameAuthResult {
    /// Scope of the token.
    pub scope: Option<RealNameScope>,
    /// Token for querying the identity. Anyone who has the token can use it.
    pub access_token: Option<String>,
    /// Time at which the token expires.
    pub access_token_expire_time: Option<DateTime>,
}

/// The scope of a token of [`RealNameAuthResult`] (应用授权作用域).
#[wxpay_enum]
pub enum RealNameScope {
    /// Querying the real name of the user's WeChat Pay account.
    #[wxpay(rename = "pay_realname")]
    PayRealname,
}

/// The state of a user's authorization (授权状态).
#[wxpay_enum]
pub enum AuthState {
    /// Signed (已授权).
    Authorized,
    /// Not signed (未授权).
    Unauthorized,
}
