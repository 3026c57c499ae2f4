//! A user's risk level.

use super::{AuthorizationState, Goods};
use crate::prelude::*;

/// Queries a user's risk level (评估用户分层), before an order is created without confirmation.
///
/// Give exactly one of `authorization_code` and `openid`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/permissions/assess-user-risk-level",
    response = RiskAssessment,
    required = AssessUserRiskLevelRequired,
    doc = "https://pay.weixin.qq.com/docs/merchant/apis/weixin-pay-score/service-auth/assess-user-risk-level.html",
    one_of("authorization_code", "openid")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AssessUserRiskLevel {
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// App ID, bound to the merchant number.
    #[wxpay(len = 32, label = "公众号ID")]
    pub appid: String,
    /// The merchant's own number for the user's permission.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "授权协议号")]
    pub authorization_code: Option<String>,
    /// The user's openid under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: Option<String>,
    /// The goods that the user wants to buy.
    #[wxpay(label = "先用后付商品信息")]
    pub shopping_info: Option<AssessedGoods>,
}

/// Goods that a user wants to buy first and pay for later (先用后付商品信息).
#[wxpay_object(required = AssessedGoodsRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AssessedGoods {
    /// The goods.
    #[wxpay(label = "商品列表")]
    pub goods: Vec<Goods>,
}

/// A user's permission with its risk level (用户分层), for merchants and service providers.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RiskAssessment {
    /// ID of the service.
    pub service_id: String,
    /// The app ID of the merchant or service provider.
    pub appid: String,
    /// Merchant number of the merchant or service provider.
    pub mchid: String,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The sub-merchant's merchant number.
    pub sub_mchid: Option<String>,
    /// The channel's merchant number (渠道商商户号).
    pub channel_id: Option<String>,
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
    /// Label of the user (用户标签), such as `A`.
    pub user_label: Option<String>,
    /// Risk level (用户分层).
    pub user_risk_level: Option<i64>,
    /// Version of the levels (分层版本). Levels of different versions cannot be compared.
    pub risk_level_version: Option<i64>,
}
