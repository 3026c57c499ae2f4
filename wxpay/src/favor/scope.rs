//! The goods and the merchants of a batch's coupons.

use crate::prelude::*;

/// Lists the goods that a batch's coupons are for (查询代金券可用单品).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (no such
/// batch); 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/favor/stocks/{stock_id}/items",
    response = AvailableIds,
    required = ListItemsRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012463442",
    pages(page = "offset", first = 0, limit = "limit", items = "data", total = "total_count")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListItems {
    /// Batch ID.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// Merchant number of the batch's creator.
    #[wxpay(len = 32, label = "创建批次的商户号")]
    pub stock_creator_mchid: String,
    /// Page number, from 0 to 1000.
    #[wxpay(label = "分页页码")]
    pub offset: i64,
    /// Number of entries on a page.
    #[wxpay(label = "分页大小")]
    pub limit: i64,
}

/// Lists the merchants that accept a batch's coupons (查询代金券可用商户).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (no such
/// batch); 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/favor/stocks/{stock_id}/merchants",
    response = AvailableIds,
    required = ListMerchantsRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012463358",
    pages(page = "offset", first = 0, limit = "limit", items = "data", total = "total_count")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListMerchants {
    /// Batch ID.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// Page number, from 0 to 1000.
    #[wxpay(label = "分页页码")]
    pub offset: i64,
    /// Number of entries on a page, at most 50.
    #[wxpay(label = "分页大小")]
    pub limit: i64,
    /// Merchant number of the batch's creator.
    #[wxpay(len = 32, label = "创建批次的商户号")]
    pub stock_creator_mchid: String,
}

/// A page of a batch's goods or merchants.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AvailableIds {
    /// Number of entries on all pages.
    pub total_count: i64,
    /// Merchant numbers, or the merchant's numbers of the goods.
    pub data: Option<Vec<String>>,
    /// Page number of the request.
    pub offset: i64,
    /// Number of entries on a page.
    pub limit: i64,
    /// Batch ID.
    pub stock_id: String,
}
