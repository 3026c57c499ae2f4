//! The goods that an activity is for.

use crate::prelude::*;

/// Lists the goods that an activity is for (查询活动指定商品列表), where it is not for all.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 404 `RESOURCE_NOT_EXISTS` (no such activity);
/// 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
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
    /// The page.
    #[wxpay(range = 0.., label = "分页页码")]
    pub offset: Option<i64>,
    /// How many goods a page holds.
    #[wxpay(range = 1.., label = "分页大小")]
    pub limit: Option<i64>,
}

/// An activity's goods, a page of them.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Goods {
    /// The page.
    pub offset: Option<i64>,
    /// How many goods a page holds.
    pub limit: Option<i64>,
    /// How many there are on all pages.
    pub total_count: Option<i64>,
    /// WeChat Pay's number for the activity.
    pub activity_id: Option<String>,
    /// They.
    pub data: Option<Vec<GoodsItem>>,
}

/// One of an activity's goods (指定商品).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GoodsItem {
    /// The merchant's own number for it (商户SKU).
    pub goods_id: Option<String>,
    /// When it was added.
    pub create_time: Option<DateTime>,
    /// When that last changed.
    pub update_time: Option<DateTime>,
}
