//! Authorizations of workers.

use crate::prelude::*;

/// Queries a worker's payroll card and authorization of a sub-merchant (查询微工卡授权关系).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/payroll-card/relations/{openid}",
    response = Relation,
    required = QueryRelationRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012461728",
    any_of("appid", "sub_appid")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryRelation {
    /// The worker's openid.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// The service provider's app ID, if `openid` is under it. Either `appid` or `sub_appid` is required.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: Option<String>,
    /// The sub-merchant's app ID, if `openid` is under it. Either `sub_appid` or `appid` is required.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
}

/// A worker's relation to a sub-merchant (授权关系).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Relation {
    /// The worker's openid.
    pub openid: String,
    /// The service provider's merchant number.
    pub mchid: String,
    /// The sub-merchant's merchant number.
    pub sub_mchid: Option<String>,
    /// The service provider's app ID, if the query gave it.
    pub appid: Option<String>,
    /// The sub-merchant's app ID, if the query gave it.
    pub sub_appid: Option<String>,
    /// State of the worker's authorization.
    pub authorize_state: AuthorizeState,
    /// Time of the authorization, if the worker gave it.
    pub authorize_time: Option<DateTime>,
    /// Time of the withdrawal, if the worker withdrew the authorization.
    pub deauthorize_time: Option<DateTime>,
    /// State of the worker's payroll card.
    pub register_state: Option<RegisterState>,
    /// Time at which the card was opened, if it was.
    pub register_time: Option<DateTime>,
    /// Time at which the card was closed, if it was.
    pub close_time: Option<DateTime>,
}

/// States of a worker's authorization (授权状态).
#[wxpay_enum]
pub enum AuthorizeState {
    /// Not yet given (未授权).
    Unauthorized,
    /// Given (已授权).
    Authorized,
    /// Withdrawn (已取消授权).
    Deauthorized,
}

/// States of a worker's payroll card (开通状态).
#[wxpay_enum]
pub enum RegisterState {
    /// Not yet opened (未开通).
    Unregistered,
    /// Open (已开通).
    Registered,
    /// Closed (已关闭).
    Closed,
}
