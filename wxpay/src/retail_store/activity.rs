//! Querying the activities of a city.

use crate::prelude::*;

/// Lists a city's activities with goods at a special price (按区域查询品牌加价购活动).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/goods-subsidy-activity/activities",
    response = Activities,
    required = ListActivitiesRequired,
    pages(offset = "offset", limit = "limit", items = "data", total = "total_count")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListActivities {
    /// ID of the city.
    #[wxpay(label = "活动所属城市的ID")]
    pub city_id: String,
    /// Number of activities to skip.
    #[wxpay(range = 0.., label = "分页页码")]
    pub offset: i64,
    /// Highest number of activities to return.
    #[wxpay(range = 1.., label = "最大返回的活动数")]
    pub limit: i64,
}

/// A page of a city's activities.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Activities {
    /// Total number on all pages.
    pub total_count: Option<i64>,
    /// The activities; `None` if the list is empty.
    pub data: Option<Vec<Activity>>,
    /// Number of skipped activities.
    pub offset: Option<i64>,
    /// Highest number of activities on the page.
    pub limit: Option<i64>,
}

/// An activity with goods at a special price (品牌加价购活动).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Activity {
    /// WeChat Pay's number for the activity.
    pub activity_id: Option<String>,
    /// ID of the brand.
    pub brand_id: Option<String>,
    /// Merchant number of the merchant that created the activity.
    pub creator_merchant_id: Option<String>,
    /// Name and times of the activity.
    pub activity_info: Option<ActivityInfo>,
    /// The goods.
    pub goods_information: Option<GoodsInformation>,
    /// Subsidies of the brand: amounts, limits and areas.
    pub rule_information: Option<RuleInformation>,
}

/// Name and times of an activity (活动信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ActivityInfo {
    /// Name of the activity.
    pub activity_name: Option<String>,
    /// Time from which stores can be entered.
    pub apply_start_time: Option<DateTime>,
    /// Time until which stores can be entered.
    pub apply_end_time: Option<DateTime>,
    /// Start of the activity.
    pub activity_start_time: Option<DateTime>,
    /// End of the activity.
    pub activity_end_time: Option<DateTime>,
    /// Description of the activity.
    pub activity_description: Option<String>,
}

/// The goods of an activity (活动商品信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GoodsInformation {
    /// ID of the goods.
    pub goods_id: Option<String>,
    /// Name of the goods.
    pub goods_name: Option<String>,
    /// URL of a picture.
    pub goods_picture_url: Option<String>,
}

/// Subsidies of a brand: amounts, limits and areas (活动规则).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RuleInformation {
    /// Amount that the store gets for each piece, in fen.
    pub store_subsidy: Option<Fen>,
    /// Amount that the service provider gets for each piece, in fen.
    pub service_provider_subsidy: Option<Fen>,
    /// Highest number of pieces for which a store gets the subsidy.
    pub store_subsidy_quota: Option<i64>,
    /// Highest number of times that a user gets the special price.
    pub user_subsidy_quota: Option<i64>,
    /// Areas of the activity.
    pub areas: Option<Vec<Area>>,
}

/// An area of an activity (活动区域).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Area {
    /// Name of the province.
    pub province: Option<String>,
    /// Name of the city.
    pub city: Option<String>,
    /// Name of the district.
    pub district: Option<String>,
}
