//! Advertisements on the page after the payment.

use super::Industry;
use crate::prelude::*;

/// Shows advertisements to users who have paid a sub-merchant (开通广告展示).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "PATCH",
    path = "/v3/goldplan/merchants/open-advertising-show",
    required = OpenAdvertisingShowRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012473794"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OpenAdvertisingShow {
    /// Merchant number of the sub-merchant.
    #[wxpay(len = 32, label = "特约商户号")]
    pub sub_mchid: String,
    /// Industries whose advertisements are excluded, up to 3.
    #[wxpay(label = "同业过滤标签值")]
    pub advertising_industry_filters: Option<Vec<Industry>>,
}

/// Stops showing advertisements to users who have paid a sub-merchant (关闭广告展示).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/goldplan/merchants/close-advertising-show",
    required = CloseAdvertisingShowRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012473781"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CloseAdvertisingShow {
    /// Merchant number of the sub-merchant.
    #[wxpay(len = 32, label = "特约商户号")]
    pub sub_mchid: String,
}

/// Sets the industries whose advertisements are excluded after payments to a sub-merchant (同业过滤标签管理).
///
/// The new setting replaces the old one.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/goldplan/merchants/set-advertising-industry-filter",
    required = SetAdvertisingIndustryFilterRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012473784"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetAdvertisingIndustryFilter {
    /// Merchant number of the sub-merchant.
    #[wxpay(len = 32, label = "特约子商户号")]
    pub sub_mchid: String,
    /// Industries, up to 3.
    #[wxpay(label = "同业过滤标签值")]
    pub advertising_industry_filters: Option<Vec<Industry>>,
}
