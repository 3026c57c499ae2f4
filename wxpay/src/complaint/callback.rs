//! Where complaints are reported.

use crate::prelude::*;

/// Asks where complaints are reported (查询投诉通知回调地址).
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/merchant-service/complaint-notifications",
    response = Callback,
    required = (),
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012459014"
)]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct QueryCallback {}

/// Says where complaints are reported (创建投诉通知回调地址), for the first time; [`UpdateCallback`] changes it.
///
/// A service provider gets the complaints about all of its sub-merchants.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/merchant-service/complaint-notifications",
    response = Callback,
    required = CreateCallbackRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012458679"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateCallback {
    /// The address.
    #[wxpay(url, label = "通知地址")]
    pub url: String,
}

/// Changes where complaints are reported (更新投诉通知回调地址).
#[wxpay_endpoint(
    method = "PUT",
    path = "/v3/merchant-service/complaint-notifications",
    response = Callback,
    required = UpdateCallbackRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012459282"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UpdateCallback {
    /// The address.
    #[wxpay(url, label = "通知地址")]
    pub url: String,
}

/// Ends the reports of complaints (删除投诉通知回调地址).
#[wxpay_endpoint(
    method = "DELETE",
    path = "/v3/merchant-service/complaint-notifications",
    required = (),
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012460452"
)]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct DeleteCallback {}

/// Where complaints are reported (投诉通知回调地址).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Callback {
    /// The merchant.
    pub mchid: String,
    /// The address.
    pub url: String,
}
