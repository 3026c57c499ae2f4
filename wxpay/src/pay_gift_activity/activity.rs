//! Querying activities.

use super::{ActivityBaseInfo, AdvancedSetting, AwardSendRule, AwardType};
use crate::prelude::*;

/// Queries an activity (查询活动详情).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 404 `RESOURCE_NOT_EXISTS` (the activity does
/// not exist); 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
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
    /// Number of the page, from 0.
    #[wxpay(range = 0.., label = "分页页码")]
    pub offset: i64,
    /// Number of activities on a page.
    #[wxpay(range = 1..=100, label = "分页大小")]
    pub limit: i64,
    /// Lists only activities whose name resembles this one.
    #[wxpay(len = 10, label = "活动名称")]
    pub activity_name: Option<String>,
    /// Lists only activities in this state.
    #[wxpay(label = "活动状态")]
    pub activity_status: Option<ActivityStatus>,
    /// Lists only activities with this type of gifts.
    #[wxpay(label = "奖品类型")]
    pub award_type: Option<AwardType>,
}

/// A page of a merchant's activities.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Activities {
    /// Number of the page, from 0.
    pub offset: Option<i64>,
    /// Number of activities on a page.
    pub limit: Option<i64>,
    /// Total number on all pages.
    pub total_count: Option<i64>,
    /// The activities; `None` if the list is empty.
    pub data: Option<Vec<Activity>>,
}

/// An activity (支付有礼活动).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Activity {
    /// WeChat Pay's number for the activity.
    pub activity_id: Option<String>,
    /// Type of the activity.
    pub activity_type: Option<ActivityType>,
    /// State of the activity.
    pub activity_status: Option<ActivityStatus>,
    /// Merchant number of the merchant that created the activity.
    pub creator_merchant_id: Option<String>,
    /// Merchant number of the merchant that the activity belongs to.
    pub belong_merchant_id: Option<String>,
    /// Time at which the activity was paused, if it was.
    pub pause_time: Option<DateTime>,
    /// Time at which the activity was resumed, if it was.
    pub recovery_time: Option<DateTime>,
    /// Time of creation.
    pub create_time: Option<DateTime>,
    /// Time of the last change.
    pub update_time: Option<DateTime>,
    /// Name, time and appearance of the activity.
    pub activity_base_info: Option<ActivityBaseInfo>,
    /// Users and payments that the activity is restricted to, if any.
    pub advanced_setting: Option<AdvancedSetting>,
    /// Gifts of the activity.
    pub award_send_rule: Option<AwardSendRule>,
}

/// Types of activities (活动类型). [`CreateActivity`](super::CreateActivity) creates the first type; the others are created
/// elsewhere.
#[wxpay_enum]
pub enum ActivityType {
    /// Sends gifts from one amount on (满额送).
    #[wxpay(rename = "FULL_SEND_ACT_TYPE")]
    FullSend,
    /// Sends more gifts for higher amounts (阶梯送).
    #[wxpay(rename = "STEP_SEND_ACT_TYPE")]
    StepSend,
    /// Sends gifts for certain goods (满A送B).
    #[wxpay(rename = "SPECIFIC_SEND_ACT_TYPE")]
    SpecificSend,
}

/// States of an activity (活动状态).
#[wxpay_enum]
pub enum ActivityStatus {
    /// Unknown (状态未知).
    #[wxpay(rename = "ACT_STATUS_UNKNOWN")]
    Unknown,
    /// Created, and not yet running (已创建).
    #[wxpay(rename = "CREATE_ACT_STATUS")]
    Created,
    /// Running (运行中).
    #[wxpay(rename = "ONGOING_ACT_STATUS")]
    Ongoing,
    /// Terminated before its end (已终止).
    #[wxpay(rename = "TERMINATE_ACT_STATUS")]
    Terminated,
    /// Paused (已暂停).
    #[wxpay(rename = "STOP_ACT_STATUS")]
    Paused,
    /// Expired (已过期).
    #[wxpay(rename = "OVER_TIME_ACT_STATUS")]
    OverTime,
    /// Creation failed (创建活动失败).
    #[wxpay(rename = "CREATE_ACT_FAILED")]
    Failed,
}
