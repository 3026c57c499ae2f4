//! The URL for notifications of coupons that users received.

use crate::prelude::*;

/// Sets the URL for notifications of coupons that users received (设置商家券事件通知地址).
///
/// One URL is valid for all batches of the merchant; a new URL replaces it.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/busifavor/callbacks",
    response = SetCallbackResponse,
    required = SetCallbackRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012465431"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetCallback {
    /// Merchant number; the caller's by default.
    #[wxpay(len = 32, label = "商户号")]
    pub mchid: Option<String>,
    /// URL for the notifications.
    #[wxpay(bare_url, label = "通知URL地址")]
    pub notify_url: String,
}

/// The answer to a [`SetCallback`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetCallbackResponse {
    /// Time from which the URL is valid.
    pub update_time: Option<DateTime>,
    /// URL for the notifications.
    pub notify_url: String,
    /// Merchant number.
    pub mchid: String,
}

/// Queries the URL for notifications of coupons that users received (查询商家券事件通知地址).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/busifavor/callbacks",
    response = Callback,
    required = (),
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012465507"
)]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct QueryCallback {
    /// Merchant number; the caller's by default. The page requires it, an official SDK does not.
    #[wxpay(len = 32, label = "商户号")]
    pub mchid: Option<String>,
}

/// The URL for notifications of coupons that users received.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Callback {
    /// URL for the notifications.
    pub notify_url: String,
    /// Merchant number.
    pub mchid: String,
}
