//! Binding a platform's sub-merchant to a service.

use super::ServiceAccountApplication;
use crate::prelude::*;

/// Binds a sub-merchant of a platform (收付通) to a service (收付通子商户申请绑定支付分服务).
///
/// The service provider needs WeChat Pay's permission for this call. [`QueryServiceAccountApplication`] and the notification
/// [`notify::Event::PayScoreServiceAccount`](crate::notify::Event::PayScoreServiceAccount) tell the result.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/partner/service-account-applications",
    response = ServiceAccountApplication,
    required = ApplyServiceAccountRequired,
    number = "out_apply_no",
    doc = "https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-account/create-service-account-application.html"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplyServiceAccount {
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The service provider's app ID.
    #[wxpay(len = 32, label = "服务商应用ID")]
    pub appid: String,
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户商户号")]
    pub sub_mchid: String,
    /// The sub-merchant's app ID.
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// The service provider's own number for the application.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户申请绑定单号")]
    pub out_apply_no: String,
    /// URL that receives the notification of the result. Without it, nothing is notified.
    #[wxpay(len = 255, bare_url, label = "绑定结果回调通知地址")]
    pub result_notify_url: Option<String>,
}

/// Queries the result of an application (查询收付通子商户服务绑定结果).
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/payscore/partner/service-account-applications/{out_apply_no}",
    response = ServiceAccountApplication,
    required = QueryServiceAccountApplicationRequired,
    doc = "https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-account/get-service-account-application.html"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryServiceAccountApplication {
    /// The service provider's own number for the application.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户申请绑定单号")]
    pub out_apply_no: String,
}
