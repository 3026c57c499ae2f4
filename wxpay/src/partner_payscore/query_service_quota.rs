//! Amounts of the risk levels.

use crate::prelude::*;

/// Queries the suggested credit of users on each risk level (查询用户分层对应建议先享金额).
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/payscore/partner/servicequotas/service-id/{service_id}",
    response = ServiceQuota,
    required = QueryServiceQuotaRequired,
    doc = "https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/service-quota/get-partner-user-risk-level-quota.html"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryServiceQuota {
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户商户号")]
    pub sub_mchid: String,
    /// The service provider's app ID.
    #[wxpay(len = 32, label = "服务商的公众号ID")]
    pub appid: String,
    /// The sub-merchant's app ID.
    #[wxpay(len = 32, label = "子商户的公众号ID")]
    pub sub_appid: Option<String>,
    /// Version of the levels, from the answer to [`AssessUserRiskLevel`](super::AssessUserRiskLevel).
    #[wxpay(label = "分层版本")]
    pub risk_level_version: i64,
}

/// Suggested credit of a service's users.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServiceQuota {
    /// ID of the service.
    pub service_id: String,
    /// The service provider's merchant number.
    pub mchid: String,
    /// The sub-merchant's merchant number.
    pub sub_mchid: String,
    /// The service provider's app ID.
    pub appid: String,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// Version of the levels.
    pub risk_level_version: i64,
    /// Suggested credit of each level.
    pub quotas: Vec<Quota>,
}

/// Suggested credit of users on one level (先享金额).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Quota {
    /// Risk level (用户分层).
    pub risk_level: i64,
    /// Suggested amount (建议先享金额), in fen.
    pub suggested_quota: Fen,
}
