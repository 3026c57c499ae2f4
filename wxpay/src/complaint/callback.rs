//! The URL for notifications of complaints.

use crate::prelude::*;

/// Queries the URL for notifications of complaints (查询投诉通知回调地址).
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

/// Sets the URL for notifications of complaints for the first time (创建投诉通知回调地址); [`UpdateCallback`] changes it.
///
/// A service provider is notified of the complaints about all its sub-merchants.
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
    /// URL for the notifications.
    #[wxpay(url, label = "通知地址")]
    pub url: String,
}

/// Changes the URL for notifications of complaints (更新投诉通知回调地址).
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
    /// URL for the notifications.
    #[wxpay(url, label = "通知地址")]
    pub url: String,
}

/// Deletes the URL for notifications of complaints (删除投诉通知回调地址).
#[wxpay_endpoint(
    method = "DELETE",
    path = "/v3/merchant-service/complaint-notifications",
    required = (),
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012460452"
)]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct DeleteCallback {}

/// The URL for notifications of complaints (投诉通知回调地址).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Callback {
    /// Merchant number.
    pub mchid: String,
    /// URL for the notifications.
    pub url: String,
}
