//! A user's permission, as it is now.

use super::AuthorizationState;
use crate::prelude::*;

/// Asks for a permission by the merchant's own number (查询用户授权记录（授权协议号）).
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
    /// The number that the permission was applied for with.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "授权协议号")]
    pub authorization_code: String,
    /// The service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
}

/// Asks for a user's permission (查询用户授权记录（openid）).
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
    /// The user under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// The service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The app ID, bound to the merchant.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
}

/// A user's permission for a service (授权记录).
///
/// Merchant, app and user are those of the last time that permission was given, whatever the question was.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Permission {
    /// The service.
    pub service_id: String,
    /// The app ID.
    pub appid: String,
    /// The merchant.
    pub mchid: String,
    /// The user under `appid`.
    pub openid: Option<String>,
    /// The merchant's own number for the permission (授权协议号).
    pub authorization_code: Option<String>,
    /// Whether the permission is there.
    pub authorization_state: AuthorizationState,
    /// Where WeChat Pay reports that it was given or taken back.
    pub notify_url: Option<String>,
    /// When it was last taken back.
    pub cancel_authorization_time: Option<DateTime>,
    /// When it was last given.
    pub authorization_success_time: Option<DateTime>,
    /// The level that the user's risk was put on (用户分层).
    pub user_risk_level: Option<i64>,
    /// The version of the levels (分层版本): levels of different versions do not compare.
    pub risk_level_version: Option<i64>,
}
