//! A brand's small stores.

use crate::prelude::*;

/// Adds small stores to a brand's activities (添加小店活动门店).
///
/// The merchant that owns the brand, and the brand's service provider, can call it. `out_request_no` makes repeating safe;
/// additions and removals take effect in the order of their times. The answer lists the stores that were not added.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/goods-subsidy-activity/retail-store-act/{brand_id}/stores",
    response = AddStoresResponse,
    required = AddStoresRequired,
    number = "out_request_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012384359"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AddStores {
    /// ID of the brand.
    #[wxpay(len = 32, label = "品牌ID")]
    pub brand_id: String,
    /// The merchant's own number for this addition, unique under the merchant.
    #[wxpay(len = 128, pattern = r"[0-9A-Za-z|_*\-]+", label = "请求业务单据")]
    pub out_request_no: String,
    /// The current time.
    #[wxpay(label = "添加时间")]
    pub add_time: DateTime,
    /// The stores.
    #[wxpay(label = "待新增的小店活动门店列表")]
    pub stores: Vec<Store>,
}

/// The answer to an [`AddStores`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AddStoresResponse {
    /// Time at which the other stores were added.
    pub add_time: Option<DateTime>,
    /// Stores that were not added.
    pub failed_stores: Option<Vec<Store>>,
}

/// Removes small stores from a brand's activities (删除小店活动门店).
///
/// The merchant that owns the brand, and the brand's service provider, can call it. `out_request_no` makes repeating safe;
/// additions and removals take effect in the order of their times. The answer lists the stores that were not removed.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "DELETE",
    path = "/v3/marketing/goods-subsidy-activity/retail-store-act/{brand_id}/stores",
    response = DeleteStoresResponse,
    required = DeleteStoresRequired,
    number = "out_request_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012384363"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeleteStores {
    /// ID of the brand.
    #[wxpay(len = 32, label = "品牌ID")]
    pub brand_id: String,
    /// The merchant's own number for this removal, unique under the merchant.
    #[wxpay(len = 128, pattern = r"[0-9A-Za-z|_*\-]+", label = "请求业务单据")]
    pub out_request_no: String,
    /// The current time.
    #[wxpay(label = "删除时间")]
    pub delete_time: DateTime,
    /// The stores.
    #[wxpay(label = "待删除的小店活动门店列表")]
    pub stores: Vec<Store>,
}

/// The answer to a [`DeleteStores`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeleteStoresResponse {
    /// Time at which the other stores were removed.
    pub delete_time: Option<DateTime>,
    /// Stores that were not removed.
    pub failed_stores: Option<Vec<Store>>,
}

/// Queries a small store by the merchant's own number for it (查询小店活动门店详情).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/goods-subsidy-activity/retail-store-act/{brand_id}/stores/{store_code}",
    response = Store,
    required = QueryStoreRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012384379"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryStore {
    /// ID of the brand.
    #[wxpay(len = 32, label = "品牌ID")]
    pub brand_id: String,
    /// The merchant's own number for the store.
    #[wxpay(len = 128, pattern = r"[0-9A-Za-z|_*\-]+", label = "门店编码")]
    pub store_code: String,
}

/// Lists a brand's small stores (查询小店活动门店列表).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/goods-subsidy-activity/retail-store-act/{brand_id}/stores",
    response = Stores,
    required = ListStoresRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012384355",
    pages(page = "offset", first = 0, limit = "limit", items = "data", total = "total_count")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListStores {
    /// ID of the brand.
    #[wxpay(len = 32, label = "品牌ID")]
    pub brand_id: String,
    /// Number of the page, from 0.
    #[wxpay(range = 0.., label = "分页页码")]
    pub offset: i64,
    /// Number of stores on a page, such as 10.
    #[wxpay(range = 1.., label = "分页大小")]
    pub limit: i64,
}

/// A page of a brand's small stores.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stores {
    /// Total number on all pages.
    pub total_count: Option<i64>,
    /// The stores; `None` if the list is empty.
    pub data: Option<Vec<Store>>,
    /// Number of the page, from 0.
    pub offset: Option<i64>,
    /// Number of stores on a page.
    pub limit: Option<i64>,
}

/// A small store (小店活动门店).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Store {
    /// The merchant's own number for the store.
    #[wxpay(len = 128, pattern = r"[0-9A-Za-z|_*\-]+", label = "门店编码")]
    pub store_code: Option<String>,
    /// Name of the store.
    #[wxpay(len = 15, label = "门店名称")]
    pub store_name: Option<String>,
}
