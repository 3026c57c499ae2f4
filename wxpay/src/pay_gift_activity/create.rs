//! Creating an activity.

use super::{ActivityBaseInfo, AdvancedSetting, FullSendRule};
use crate::prelude::*;

/// Creates an activity that sends coupons to users who pay a certain amount (创建全场满额送活动).
///
/// An activity lasts at most 90 days and ends within a year. Its number, [`out_request_no`](ActivityBaseInfo::out_request_no), is
/// inside of another member; therefore the client does not repeat this request automatically. After an unknown outcome look for
/// the activity with [`ListActivities`](super::ListActivities), or repeat with the same number.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `APPID_MCHID_NOT_MATCH`, `MCH_NOT_EXISTS`; 401 `SIGN_ERROR`; 403 `NO_AUTH`;
/// 404 `RESOURCE_NOT_EXISTS`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/paygiftactivity/unique-threshold-activity",
    response = CreateActivityResponse,
    required = CreateActivityRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012487898"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateActivity {
    /// Name, time and appearance of the activity.
    #[wxpay(label = "活动基本信息")]
    pub activity_base_info: ActivityBaseInfo,
    /// Users and payments that the activity is restricted to; by default all of them.
    #[wxpay(label = "活动高级设置")]
    pub advanced_setting: Option<AdvancedSetting>,
    /// Gifts, and the amount that they require.
    #[wxpay(label = "活动奖品发放规则")]
    pub award_send_rule: FullSendRule,
}

/// The answer to a [`CreateActivity`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateActivityResponse {
    /// WeChat Pay's number for the activity.
    pub activity_id: String,
    /// Time of creation.
    pub create_time: DateTime,
}
