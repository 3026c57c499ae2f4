//! A user's risk level.

use super::{AssessedGoods, RiskAssessment};
use crate::prelude::*;

/// Queries a user's risk level (评估用户分层), before an order is created without confirmation.
///
/// Give exactly one of `authorization_code`, `openid` and `sub_openid`.
/// [`QueryServiceQuota`](super::QueryServiceQuota) returns the amount that each level stands for.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/partner/permissions/assess-user-risk-level",
    response = RiskAssessment,
    required = AssessUserRiskLevelRequired,
    doc = "https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-auth/assess-partner-user-risk-level.html",
    one_of("authorization_code", "openid", "sub_openid")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AssessUserRiskLevel {
    /// The sub-merchant's merchant number. It is in the query, unlike the other members.
    #[wxpay(query, len = 32, label = "子商户商户号")]
    pub sub_mchid: String,
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The service provider's app ID.
    #[wxpay(len = 32, label = "服务商的公众号ID")]
    pub appid: String,
    /// The sub-merchant's app ID.
    #[wxpay(len = 32, label = "子商户的公众号ID")]
    pub sub_appid: Option<String>,
    /// The merchant's own number for the user's permission.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "授权协议号")]
    pub authorization_code: Option<String>,
    /// The user's openid under `appid`.
    #[wxpay(len = 128, label = "服务商的用户标识")]
    pub openid: Option<String>,
    /// The user's openid under `sub_appid`.
    #[wxpay(len = 128, label = "子商户的用户标识")]
    pub sub_openid: Option<String>,
    /// The goods that the user wants to buy.
    #[wxpay(label = "先用后付商品信息")]
    pub shopping_info: Option<AssessedGoods>,
}
