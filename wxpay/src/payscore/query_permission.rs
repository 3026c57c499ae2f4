//! Querying a user's permission.

use super::AuthorizationState;
use crate::prelude::*;

/// Queries a permission by the merchant's own number (查询用户授权记录（授权协议号）).
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/payscore/permissions/authorization-code/{authorization_code}",
    response = Permission,
    required = QueryPermissionRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012647401"
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
}

/// Queries a user's permission (查询用户授权记录（openid）).
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/payscore/permissions/openid/{openid}",
    response = Permission,
    required = QueryPermissionByOpenidRequired,
    doc = "https://pay.weixin.qq.com/docs/merchant/apis/weixin-pay-score/service-auth/get-permissions-by-open-id.html"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryPermissionByOpenid {
    /// The user's openid under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// App ID, bound to the merchant number.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
}

/// A user's permission for a service (授权记录).
///
/// Merchant, app and user are those of the last time that the permission was given, whichever query was made.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Permission {
    /// ID of the service.
    pub service_id: String,
    /// The app ID.
    pub appid: String,
    /// The merchant number.
    pub mchid: String,
    /// The user's openid under `appid`.
    pub openid: Option<String>,
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
    /// Version of the levels (分层版本). Levels of different versions cannot be compared.
    pub risk_level_version: Option<i64>,
}
