//! How activities stand.

use super::{ActivityBaseInfo, AdvancedSetting, AwardSendRule, AwardType};
use crate::prelude::*;

/// Asks for an activity (查询活动详情).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 404 `RESOURCE_NOT_EXISTS` (no such activity);
/// 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/paygiftactivity/activities/{activity_id}",
    response = Activity,
    required = QueryActivityRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012487971"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryActivity {
    /// WeChat Pay's number for the activity.
    #[wxpay(len = 20, label = "活动id")]
    pub activity_id: String,
}

/// Lists a merchant's activities (获取支付有礼活动列表).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/paygiftactivity/activities",
    response = Activities,
    required = ListActivitiesRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012489126",
    pages(page = "offset", first = 0, limit = "limit", items = "data", total = "total_count")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListActivities {
    /// The page, counted from 0.
    #[wxpay(range = 0.., label = "分页页码")]
    pub offset: i64,
    /// How many activities a page holds.
    #[wxpay(range = 1..=100, label = "分页大小")]
    pub limit: i64,
    /// Only those whose name resembles this.
    #[wxpay(len = 10, label = "活动名称")]
    pub activity_name: Option<String>,
    /// Only those in this state.
    #[wxpay(label = "活动状态")]
    pub activity_status: Option<ActivityStatus>,
    /// Only those with such gifts.
    #[wxpay(label = "奖品类型")]
    pub award_type: Option<AwardType>,
}

/// A merchant's activities, a page of them.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Activities {
    /// The page, counted from 0.
    pub offset: Option<i64>,
    /// How many activities a page holds.
    pub limit: Option<i64>,
    /// How many there are on all pages.
    pub total_count: Option<i64>,
    /// They; nothing, if there is none.
    pub data: Option<Vec<Activity>>,
}

/// An activity (支付有礼活动).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Activity {
    /// WeChat Pay's number for it.
    pub activity_id: Option<String>,
    /// What kind it is.
    pub activity_type: Option<ActivityType>,
    /// How it stands.
    pub activity_status: Option<ActivityStatus>,
    /// The merchant that created it.
    pub creator_merchant_id: Option<String>,
    /// The merchant that it belongs to.
    pub belong_merchant_id: Option<String>,
    /// When it was paused, if it was.
    pub pause_time: Option<DateTime>,
    /// When it was resumed, if it was.
    pub recovery_time: Option<DateTime>,
    /// When it was created.
    pub create_time: Option<DateTime>,
    /// When it last changed.
    pub update_time: Option<DateTime>,
    /// What it is called, when it runs, what it looks like.
    pub activity_base_info: Option<ActivityBaseInfo>,
    /// Which users and payments it is for, if not all.
    pub advanced_setting: Option<AdvancedSetting>,
    /// What it sends.
    pub award_send_rule: Option<AwardSendRule>,
}

/// What kind an activity is (活动类型). [`CreateActivity`](super::CreateActivity) makes the first; the others are made
/// elsewhere.
#[wxpay_enum]
pub enum ActivityType {
    /// Sends from one amount on (满额送).
    #[wxpay(rename = "FULL_SEND_ACT_TYPE")]
    FullSend,
    /// Sends more, the higher the amount (阶梯送).
    #[wxpay(rename = "STEP_SEND_ACT_TYPE")]
    StepSend,
    /// Sends for certain goods (满A送B).
    #[wxpay(rename = "SPECIFIC_SEND_ACT_TYPE")]
    SpecificSend,
}

/// How an activity stands (活动状态).
#[wxpay_enum]
pub enum ActivityStatus {
    /// Not known (状态未知).
    #[wxpay(rename = "ACT_STATUS_UNKNOWN")]
    Unknown,
    /// Created, and yet to begin (已创建).
    #[wxpay(rename = "CREATE_ACT_STATUS")]
    Created,
    /// It runs (运行中).
    #[wxpay(rename = "ONGOING_ACT_STATUS")]
    Ongoing,
    /// Ended before its time (已终止).
    #[wxpay(rename = "TERMINATE_ACT_STATUS")]
    Terminated,
    /// Paused (已暂停).
    #[wxpay(rename = "STOP_ACT_STATUS")]
    Paused,
    /// Its time is over (已过期).
    #[wxpay(rename = "OVER_TIME_ACT_STATUS")]
    OverTime,
    /// It could not be created (创建活动失败).
    #[wxpay(rename = "CREATE_ACT_FAILED")]
    Failed,
}
