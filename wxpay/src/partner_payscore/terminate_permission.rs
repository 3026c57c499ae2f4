//! Ending a user's permission.

use crate::prelude::*;

/// Ends a permission by the merchant's own number (解除用户授权关系（授权协议号）).
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/partner/permissions/authorization-code/{authorization_code}/terminate",
    required = TerminatePermissionRequired,
    number = "authorization_code",
    doc = "https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-auth/terminate-partner-permissions-by-code.html"
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
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// The reason.
    #[wxpay(len = 50, label = "撤销原因")]
    pub reason: String,
}

/// Ends a user's permission (解除用户授权关系（openid）). Give exactly one of `openid` and `sub_openid`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/partner/permissions/terminate",
    required = TerminatePermissionByOpenidRequired,
    doc = "https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-auth/terminate-partner-permissions-by-open-id.html",
    one_of("openid", "sub_openid")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TerminatePermissionByOpenid {
    /// The user's openid under `appid`.
    #[wxpay(len = 128, label = "服务商公众号下的用户标识")]
    pub openid: Option<String>,
    /// The user's openid under `sub_appid`.
    #[wxpay(len = 128, label = "子商户公众号下openid")]
    pub sub_openid: Option<String>,
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The service provider's app ID.
    #[wxpay(len = 32, label = "服务商应用ID")]
    pub appid: String,
    /// The sub-merchant's app ID.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// The reason.
    #[wxpay(len = 50, label = "撤销原因")]
    pub reason: String,
}
