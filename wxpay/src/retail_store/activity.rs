//! The activities of a city.

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
    /// The city's number.
    #[wxpay(label = "活动所属城市的ID")]
    pub city_id: String,
    /// How many activities to skip.
    #[wxpay(range = 0.., label = "分页页码")]
    pub offset: i64,
    /// How many activities to return at most.
    #[wxpay(range = 1.., label = "最大返回的活动数")]
    pub limit: i64,
}

/// A city's activities, a page of them.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Activities {
    /// How many there are on all pages.
    pub total_count: Option<i64>,
    /// They; nothing, if there is none.
    pub data: Option<Vec<Activity>>,
    /// How many were skipped.
    pub offset: Option<i64>,
    /// How many the page may hold.
    pub limit: Option<i64>,
}

/// An activity with goods at a special price (品牌加价购活动).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Activity {
    /// WeChat Pay's number for it.
    pub activity_id: Option<String>,
    /// The brand's number.
    pub brand_id: Option<String>,
    /// The merchant that made it.
    pub creator_merchant_id: Option<String>,
    /// What it is called, and when it runs.
    pub activity_info: Option<ActivityInfo>,
    /// The goods.
    pub goods_information: Option<GoodsInformation>,
    /// What the brand pays, how often, and where.
    pub rule_information: Option<RuleInformation>,
}

/// What an activity is called, and when it runs (活动信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ActivityInfo {
    /// Its name.
    pub activity_name: Option<String>,
    /// From when shops may be entered.
    pub apply_start_time: Option<DateTime>,
    /// Until when.
    pub apply_end_time: Option<DateTime>,
    /// When it begins.
    pub activity_start_time: Option<DateTime>,
    /// When it ends.
    pub activity_end_time: Option<DateTime>,
    /// What it is about.
    pub activity_description: Option<String>,
}

/// The goods of an activity (活动商品信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GoodsInformation {
    /// Their number.
    pub goods_id: Option<String>,
    /// Their name.
    pub goods_name: Option<String>,
    /// Where a picture is.
    pub goods_picture_url: Option<String>,
}

/// What a brand pays, how often, and where (活动规则).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RuleInformation {
    /// What the shop gets for each piece, in fen.
    pub store_subsidy: Option<Fen>,
    /// What the service provider gets for each piece, in fen.
    pub service_provider_subsidy: Option<Fen>,
    /// For how many pieces a shop gets it at most.
    pub store_subsidy_quota: Option<i64>,
    /// How often a user gets the special price at most.
    pub user_subsidy_quota: Option<i64>,
    /// Where.
    pub areas: Option<Vec<Area>>,
}

/// A part of the country (活动区域).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Area {
    /// The province's name.
    pub province: Option<String>,
    /// The city's name.
    pub city: Option<String>,
    /// The district's name.
    pub district: Option<String>,
}
