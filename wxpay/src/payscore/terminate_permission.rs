//! The end of a user's permission.

use crate::prelude::*;

/// Gives a permission up, by the merchant's own number (解除用户授权关系（授权协议号）).
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
    /// The number that the permission was applied for with.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "授权协议号")]
    pub authorization_code: String,
    /// The service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// Why.
    #[wxpay(len = 50, label = "撤销原因")]
    pub reason: String,
}

/// Gives a user's permission up (解除用户授权关系（openid）).
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/permissions/openid/{openid}/terminate",
    required = TerminatePermissionByOpenidRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012647413"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TerminatePermissionByOpenid {
    /// The user under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// The service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The app ID, bound to the merchant.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// Why.
    #[wxpay(len = 50, label = "撤销原因")]
    pub reason: String,
}
