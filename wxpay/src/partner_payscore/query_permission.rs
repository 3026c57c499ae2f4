//! A user's permission, as it is now.

use super::AuthorizationState;
use crate::prelude::*;

/// Asks for a permission by the merchant's own number (查询用户授权记录（授权协议号）).
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
    /// The number that the permission was applied for with.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "授权协议号")]
    pub authorization_code: String,
    /// The service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The sub-merchant.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
}

/// Asks for a user's permission (查询用户授权记录（openid）). Give exactly one of `openid` and `sub_openid`.
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
    /// The service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The service provider's app ID.
    #[wxpay(len = 32, label = "服务商应用ID")]
    pub appid: String,
    /// The sub-merchant.
    #[wxpay(len = 32, label = "子商户商户号")]
    pub sub_mchid: String,
    /// The sub-merchant's app ID.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// The user under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: Option<String>,
    /// The user under `sub_appid`.
    #[wxpay(len = 128, label = "子商户公众号下openid")]
    pub sub_openid: Option<String>,
}

/// A user's permission for a sub-merchant's service (授权记录).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Permission {
    /// The service.
    pub service_id: String,
    /// The service provider's app ID.
    pub appid: String,
    /// The service provider.
    pub mchid: String,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The sub-merchant.
    pub sub_mchid: String,
    /// The user under `appid`.
    pub openid: Option<String>,
    /// The user under `sub_appid`.
    pub sub_openid: Option<String>,
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
    /// The version of the levels (分层版本); [`QueryServiceQuota`](super::QueryServiceQuota) takes it.
    pub risk_level_version: Option<i64>,
}
