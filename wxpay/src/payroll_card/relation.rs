//! What a worker authorized.

use crate::prelude::*;

/// Asks whether a worker has a payroll card and authorized a merchant (查询微工卡授权关系).
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
    /// The worker.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// The merchant.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// The service provider's app ID, if `openid` is under it. This or `sub_appid` is needed.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: Option<String>,
    /// The merchant's app ID, if `openid` is under it. This or `appid` is needed.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
}

/// How a worker stands to a merchant (授权关系).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Relation {
    /// The worker.
    pub openid: String,
    /// The service provider.
    pub mchid: String,
    /// The merchant.
    pub sub_mchid: Option<String>,
    /// The service provider's app ID, if it was asked with.
    pub appid: Option<String>,
    /// The merchant's app ID, if it was asked with.
    pub sub_appid: Option<String>,
    /// Whether the worker authorized the merchant.
    pub authorize_state: AuthorizeState,
    /// When the worker did, if so.
    pub authorize_time: Option<DateTime>,
    /// When the worker took it back, if so.
    pub deauthorize_time: Option<DateTime>,
    /// Whether the worker has a payroll card.
    pub register_state: Option<RegisterState>,
    /// When the card was opened, if it was.
    pub register_time: Option<DateTime>,
    /// When the card was closed, if it is.
    pub close_time: Option<DateTime>,
}

/// Whether a worker authorized a merchant (授权状态).
#[wxpay_enum]
pub enum AuthorizeState {
    /// Not yet (未授权).
    Unauthorized,
    /// Yes (已授权).
    Authorized,
    /// No longer (已取消授权).
    Deauthorized,
}

/// Whether a worker has a payroll card (开通状态).
#[wxpay_enum]
pub enum RegisterState {
    /// Not yet (未开通).
    Unregistered,
    /// Yes (已开通).
    Registered,
    /// No longer (已关闭).
    Closed,
}
