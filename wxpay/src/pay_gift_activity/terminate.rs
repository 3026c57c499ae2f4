//! Ending an activity.

use crate::prelude::*;

/// Ends an activity before its time (终止活动). It cannot be undone; repeating it changes nothing.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `APPID_MCHID_NOT_MATCH`, `MCH_NOT_EXISTS`; 401 `SIGN_ERROR`; 403 `NO_AUTH`;
/// 404 `RESOURCE_NOT_EXISTS`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/paygiftactivity/activities/{activity_id}/terminate",
    response = TerminateActivityResponse,
    required = TerminateActivityRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012466523"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TerminateActivity {
    /// WeChat Pay's number for the activity.
    #[wxpay(len = 20, label = "活动id")]
    pub activity_id: String,
}

/// The answer to a [`TerminateActivity`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TerminateActivityResponse {
    /// WeChat Pay's number for the activity.
    pub activity_id: Option<String>,
    /// Time at which the activity ended.
    pub terminate_time: Option<DateTime>,
}
