//! A new activity.

use super::{ActivityBaseInfo, AdvancedSetting, FullSendRule};
use crate::prelude::*;

/// Creates an activity that sends coupons to whoever pays enough (创建全场满额送活动).
///
/// An activity lasts at most 90 days and ends within a year. The number that belongs to it is
/// [`out_request_no`](ActivityBaseInfo::out_request_no), which is a member of a member: the client does not repeat this
/// request by itself. After an unknown outcome look with [`ListActivities`](super::ListActivities), or repeat with the same
/// number.
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
    /// What it is called, when it runs, what it looks like.
    #[wxpay(label = "活动基本信息")]
    pub activity_base_info: ActivityBaseInfo,
    /// Which users and payments it is for; all of them if it is left out.
    #[wxpay(label = "活动高级设置")]
    pub advanced_setting: Option<AdvancedSetting>,
    /// What is sent from which amount on.
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
    /// When it was created.
    pub create_time: DateTime,
}
