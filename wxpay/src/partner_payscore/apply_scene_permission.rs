//! A user's permission, requested during a payment.

use crate::prelude::*;

/// Asks a user for permission during another operation (服务商场景中预授权), such as a payment that the user makes.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/partner/permissions/apply-for-scene",
    response = ApplyScenePermissionResponse,
    required = ApplyScenePermissionRequired,
    number = "authorization_code",
    doc = "https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-auth/scene-apply-partner-permissions.html"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplyScenePermission {
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The service provider's app ID.
    #[wxpay(len = 32, label = "服务商的公众号ID")]
    pub appid: String,
    /// The sub-merchant's app ID.
    #[wxpay(len = 32, label = "子商户的公众号ID")]
    pub sub_appid: Option<String>,
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户的商户号")]
    pub sub_mchid: String,
    /// The merchant's own number for the permission, unique under the service provider.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "授权协议号")]
    pub authorization_code: String,
    /// URL that receives the notifications that the permission was given or withdrawn.
    #[wxpay(len = 255, bare_url, label = "通知地址")]
    pub notify_url: Option<String>,
    /// The operation during which the user is asked.
    #[wxpay(label = "授权场景")]
    pub scene: PermissionScene,
    /// The payment, where `scene` is [`Transaction`](PermissionScene::Transaction).
    #[wxpay(label = "微信支付交易中授权附带的参数")]
    pub transaction_scene_info: Option<TransactionSceneInfo>,
}

/// Operations during which a user is asked for permission (授权场景).
#[wxpay_enum]
pub enum PermissionScene {
    /// A payment (微信支付交易中授权).
    Transaction,
}

/// A payment during which a user is asked for permission.
#[wxpay_object(required = TransactionSceneInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TransactionSceneInfo {
    /// Merchant number that creates the payment's order.
    #[wxpay(len = 32, label = "支付下单的商户号")]
    pub mchid: String,
    /// Merchant number of the sub-merchant of the payment's order.
    #[wxpay(len = 32, label = "支付下单的子商户号")]
    pub sub_mchid: String,
}

/// The answer to an [`ApplyScenePermission`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplyScenePermissionResponse {
    /// The operation during which the user is asked.
    pub scene: PermissionScene,
    /// The token for the payment (微信支付交易中授权token).
    pub transaction_permissions_token: Option<String>,
}
