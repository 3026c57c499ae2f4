//! What the levels of risk mean in money.

use crate::prelude::*;

/// Asks how much a user of each level should be trusted with (查询用户分层对应建议先享金额).
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
    /// The service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The sub-merchant.
    #[wxpay(len = 32, label = "子商户商户号")]
    pub sub_mchid: String,
    /// The service provider's app ID.
    #[wxpay(len = 32, label = "服务商的公众号ID")]
    pub appid: String,
    /// The sub-merchant's app ID.
    #[wxpay(len = 32, label = "子商户的公众号ID")]
    pub sub_appid: Option<String>,
    /// The version of the levels, as [`AssessUserRiskLevel`](super::AssessUserRiskLevel) answers it.
    #[wxpay(label = "分层版本")]
    pub risk_level_version: i64,
}

/// How much the users of a service should be trusted with.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServiceQuota {
    /// The service.
    pub service_id: String,
    /// The service provider.
    pub mchid: String,
    /// The sub-merchant.
    pub sub_mchid: String,
    /// The service provider's app ID.
    pub appid: String,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The version of the levels.
    pub risk_level_version: i64,
    /// Each level.
    pub quotas: Vec<Quota>,
}

/// How much a user of one level should be trusted with (先享金额).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Quota {
    /// The level (用户分层).
    pub risk_level: i64,
    /// The amount that is suggested (建议先享金额), in fen.
    pub suggested_quota: Fen,
}
