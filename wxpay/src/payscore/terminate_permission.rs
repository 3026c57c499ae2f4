//! Ending a user's permission.

use crate::prelude::*;

/// Ends a permission by the merchant's own number (解除用户授权关系（授权协议号）).
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/permissions/authorization-code/{authorization_code}/terminate",
    required = TerminatePermissionRequired,
    number = "authorization_code",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012647410"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TerminatePermission {
    /// Number with which the permission was applied for.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "授权协议号")]
    pub authorization_code: String,
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The reason.
    #[wxpay(len = 50, label = "撤销原因")]
    pub reason: String,
}

/// Ends a user's permission (解除用户授权关系（openid）).
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/permissions/openid/{openid}/terminate",
    required = TerminatePermissionByOpenidRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012647413"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TerminatePermissionByOpenid {
    /// The user's openid under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// App ID, bound to the merchant number.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// The reason.
    #[wxpay(len = 50, label = "撤销原因")]
    pub reason: String,
}
