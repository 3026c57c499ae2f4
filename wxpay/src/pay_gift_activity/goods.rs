//! Querying the goods of an activity.

use crate::prelude::*;

/// Lists the goods that an activity is restricted to (查询活动指定商品列表).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 404 `RESOURCE_NOT_EXISTS` (the activity does
/// not exist); 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/paygiftactivity/activities/{activity_id}/goods",
    response = Goods,
    required = ListGoodsRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012466448",
    pages(page = "offset", first = 0, limit = "limit", items = "data", total = "total_count")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListGoods {
    /// WeChat Pay's number for the activity.
    #[wxpay(len = 20, label = "活动id")]
    pub activity_id: String,
    /// Number of the page.
    #[wxpay(range = 0.., label = "分页页码")]
    pub offset: Option<i64>,
    /// Number of goods on a page.
    #[wxpay(range = 1.., label = "分页大小")]
    pub limit: Option<i64>,
}

/// A page of an activity's goods.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Goods {
    /// Number of the page.
    pub offset: Option<i64>,
    /// Number of goods on a page.
    pub limit: Option<i64>,
    /// Total number on all pages.
    pub total_count: Option<i64>,
    /// WeChat Pay's number for the activity.
    pub activity_id: Option<String>,
    /// The goods.
    pub data: Option<Vec<GoodsItem>>,
}

/// One of an activity's goods (指定商品).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GoodsItem {
    /// The merchant's own number for the goods (商户SKU).
    pub goods_id: Option<String>,
    /// Time at which the goods were added.
    pub create_time: Option<DateTime>,
    /// Time of the last change.
    pub update_time: Option<DateTime>,
}
