//! How much of a risk a user is.

use super::{AuthorizationState, Goods};
use crate::prelude::*;

/// Asks on which level the user's risk is (评估用户分层), before an order is created without confirmation.
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
    /// The service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The app ID, bound to the merchant.
    #[wxpay(len = 32, label = "公众号ID")]
    pub appid: String,
    /// The merchant's own number for the user's permission.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "授权协议号")]
    pub authorization_code: Option<String>,
    /// The user under `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: Option<String>,
    /// What the user wants to buy.
    #[wxpay(label = "先用后付商品信息")]
    pub shopping_info: Option<AssessedGoods>,
}

/// What a user wants to buy first and pay afterwards (先用后付商品信息).
#[wxpay_object(required = AssessedGoodsRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AssessedGoods {
    /// The goods.
    #[wxpay(label = "商品列表")]
    pub goods: Vec<Goods>,
}

/// A user's permission with the level of the risk (用户分层), for merchants and service providers.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RiskAssessment {
    /// The service.
    pub service_id: String,
    /// The app ID of the merchant or service provider.
    pub appid: String,
    /// The merchant or service provider.
    pub mchid: String,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The sub-merchant.
    pub sub_mchid: Option<String>,
    /// The channel's merchant number (渠道商商户号).
    pub channel_id: Option<String>,
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
    /// A label (用户标签), such as `A`.
    pub user_label: Option<String>,
    /// The level (用户分层).
    pub user_risk_level: Option<i64>,
    /// The version of the levels (分层版本): levels of different versions do not compare.
    pub risk_level_version: Option<i64>,
}
