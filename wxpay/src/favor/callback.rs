//! The URL for notifications of used coupons.

use crate::prelude::*;

/// Sets the URL for notifications of used coupons (设置消息通知地址).
///
/// One URL is valid for all batches that the merchant created; a new URL replaces it.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/favor/callbacks",
    response = SetCallbackResponse,
    required = SetCallbackRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012464198"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetCallback {
    /// Merchant number of the batches' creator.
    #[wxpay(len = 32, label = "商户号")]
    pub mchid: String,
    /// URL for the notifications.
    #[wxpay(bare_url, label = "通知url地址")]
    pub notify_url: String,
    /// False to stop the notifications.
    #[wxpay(label = "回调开关")]
    pub switch: Option<bool>,
}

/// The answer to a [`SetCallback`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetCallbackResponse {
    /// Time from which the URL is valid.
    pub update_time: DateTime,
    /// URL for the notifications.
    pub notify_url: String,
}

/// Queries the URL for notifications of used coupons (查询消息通知地址).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/favor/callbacks",
    response = Callback,
    required = QueryCallbackRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012464070"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryCallback {
    /// Merchant number of the batches' creator.
    #[wxpay(len = 32, label = "商户号")]
    pub mchid: String,
}

/// The URL for notifications of used coupons.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Callback {
    /// Merchant number of the batches' creator.
    pub mchid: String,
    /// URL for the notifications.
    pub notify_url: String,
}
