//! Querying a user's permission.

use super::AuthorizationState;
use crate::prelude::*;

/// Queries a permission by the merchant's own number (查询用户授权记录（授权协议号）).
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/payscore/partner/permissions/authorization-code/{authorization_code}",
    response = Permission,
    required = QueryPermissionRequired,
    doc = "https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-auth/get-partner-permissions-by-code.html"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryPermission {
    /// Number with which the permission was applied for.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "授权协议号")]
    pub authorization_code: String,
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
}

/// Queries a user's permission (查询用户授权记录（openid）). Give exactly one of `openid` and `sub_openid`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/payscore/partner/permissions/search",
    response = Permission,
    required = QueryPermissionByOpenidRequired,
    doc = "https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-auth/get-partner-permissions-by-open-id.html",
    one_of("openid", "sub_openid")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryPermissionByOpenid {
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The service provider's app ID.
    #[wxpay(len = 32, label = "服务商应用ID")]
    pub appid: String,
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户商户号")]
    pub sub_mchid: String,
    /// The sub-merchant's app ID.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// The user's openid under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: Option<String>,
    /// The user's openid under `sub_appid`.
    #[wxpay(len = 128, label = "子商户公众号下openid")]
    pub sub_openid: Option<String>,
}

/// A user's permission for a sub-merchant's service (授权记录).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Permission {
    /// ID of the service.
    pub service_id: String,
    /// The service provider's app ID.
    pub appid: String,
    /// The service provider's merchant number.
    pub mchid: String,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The sub-merchant's merchant number.
    pub sub_mchid: String,
    /// The user's openid under `appid`.
    pub openid: Option<String>,
    /// The user's openid under `sub_appid`.
    pub sub_openid: Option<String>,
    /// The merchant's own number for the permission (授权协议号).
    pub authorization_code: Option<String>,
    /// State of the permission.
    pub authorization_state: AuthorizationState,
    /// URL that receives the notifications that the permission was given or withdrawn.
    pub notify_url: Option<String>,
    /// Time at which the permission was last withdrawn.
    pub cancel_authorization_time: Option<DateTime>,
    /// Time at which the permission was last given.
    pub authorization_success_time: Option<DateTime>,
    /// The user's risk level (用户分层).
    pub user_risk_level: Option<i64>,
    /// Version of the levels (分层版本), for [`QueryServiceQuota`](super::QueryServiceQuota).
    pub risk_level_version: Option<i64>,
}
