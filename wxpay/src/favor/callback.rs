//! Where the use of coupons is reported.

use crate::prelude::*;

/// Sets where WeChat Pay reports that coupons were used (设置消息通知地址).
///
/// One address holds for all batches that the merchant made; setting another replaces it.
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
    /// The merchant that makes the batches.
    #[wxpay(len = 32, label = "商户号")]
    pub mchid: String,
    /// Where the notifications go.
    #[wxpay(bare_url, label = "通知url地址")]
    pub notify_url: String,
    /// Whether there are notifications at all; `false` stops them.
    #[wxpay(label = "回调开关")]
    pub switch: Option<bool>,
}

/// The answer to a [`SetCallback`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetCallbackResponse {
    /// Since when the address holds.
    pub update_time: DateTime,
    /// The address.
    pub notify_url: String,
}

/// Asks where the use of coupons is reported (查询消息通知地址).
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
    /// The merchant that makes the batches.
    #[wxpay(len = 32, label = "商户号")]
    pub mchid: String,
}

/// Where the use of coupons is reported.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Callback {
    /// The merchant that makes the batches.
    pub mchid: String,
    /// The address.
    pub notify_url: String,
}
