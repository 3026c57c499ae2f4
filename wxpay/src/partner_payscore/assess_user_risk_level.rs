//! How much of a risk a user is.

use super::{AssessedGoods, RiskAssessment};
use crate::prelude::*;

/// Asks on which level the user's risk is (评估用户分层), before an order is created without confirmation.
///
/// Give exactly one of `authorization_code`, `openid` and `sub_openid`.
/// [`QueryServiceQuota`](super::QueryServiceQuota) says what the levels mean in money.
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
    /// The sub-merchant. It goes into the query, unlike the rest.
    #[wxpay(query, len = 32, label = "子商户商户号")]
    pub sub_mchid: String,
    /// The service.
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
    /// The user under `appid`.
    #[wxpay(len = 128, label = "服务商的用户标识")]
    pub openid: Option<String>,
    /// The user under `sub_appid`.
    #[wxpay(len = 128, label = "子商户的用户标识")]
    pub sub_openid: Option<String>,
    /// What the user wants to buy.
    #[wxpay(label = "先用后付商品信息")]
    pub shopping_info: Option<AssessedGoods>,
}
