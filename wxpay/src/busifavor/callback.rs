//! Where coupons that users get are reported.

use crate::prelude::*;

/// Sets where WeChat Pay reports that users got coupons (设置商家券事件通知地址).
///
/// One address holds for all batches of the merchant; setting another replaces it.
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
    /// The merchant; a missing one means the caller.
    #[wxpay(len = 32, label = "商户号")]
    pub mchid: Option<String>,
    /// Where the notifications go.
    #[wxpay(bare_url, label = "通知URL地址")]
    pub notify_url: String,
}

/// The answer to a [`SetCallback`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetCallbackResponse {
    /// Since when the address holds.
    pub update_time: Option<DateTime>,
    /// The address.
    pub notify_url: String,
    /// The merchant.
    pub mchid: String,
}

/// Asks where coupons that users get are reported (查询商家券事件通知地址).
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
    /// The merchant; a missing one means the caller. The page demands it, an official SDK does not.
    #[wxpay(len = 32, label = "商户号")]
    pub mchid: Option<String>,
}

/// Where coupons that users get are reported.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Callback {
    /// The address.
    pub notify_url: String,
    /// The merchant.
    pub mchid: String,
}
