//! A user's permission, requested in advance.

use crate::prelude::*;

/// Asks a user for permission to create a sub-merchant's service orders without confirmation (商户预授权).
///
/// The answer's token opens WeChat's page for an hour. The user's action there is notified;
/// [`QueryPermission`](super::QueryPermission) tells it too.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/partner/permissions",
    response = ApplyPermissionResponse,
    required = ApplyPermissionRequired,
    number = "authorization_code",
    doc = "https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-auth/apply-partner-permissions.html"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplyPermission {
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
    /// The merchant's own number for the permission, unique under the service provider. Each user and each permission has its own
    /// number.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "授权协议号")]
    pub authorization_code: String,
    /// URL that receives the notifications that the permission was given or withdrawn.
    #[wxpay(len = 255, bare_url, label = "商户回调地址")]
    pub notify_url: Option<String>,
}

/// The answer to an [`ApplyPermission`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplyPermissionResponse {
    /// Token with which the front end opens WeChat's page (预授权token), valid for an hour.
    pub apply_permissions_token: String,
}
