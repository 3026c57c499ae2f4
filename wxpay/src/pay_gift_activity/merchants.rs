//! The merchants whose customers an activity rewards.

use crate::prelude::*;

/// Lists the merchants whose customers an activity rewards (查询活动发券商户号).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 404 `RESOURCE_NOT_EXISTS` (the activity does
/// not exist); 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/paygiftactivity/activities/{activity_id}/merchants",
    response = Merchants,
    required = ListMerchantsRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012466149",
    pages(page = "offset", first = 0, limit = "limit", items = "data", total = "total_count")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListMerchants {
    /// WeChat Pay's number for the activity.
    #[wxpay(len = 20, label = "活动id")]
    pub activity_id: String,
    /// Number of the page.
    #[wxpay(range = 0.., label = "分页页码")]
    pub offset: Option<i64>,
    /// Number of merchants on a page.
    #[wxpay(range = 1.., label = "分页大小")]
    pub limit: Option<i64>,
}

/// A page of an activity's merchants.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Merchants {
    /// Number of the page.
    pub offset: Option<i64>,
    /// Number of merchants on a page.
    pub limit: Option<i64>,
    /// Total number on all pages.
    pub total_count: Option<i64>,
    /// WeChat Pay's number for the activity.
    pub activity_id: Option<String>,
    /// The merchants.
    pub data: Option<Vec<Merchant>>,
}

/// A merchant of an activity (发券商户).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Merchant {
    /// The merchant number.
    pub mchid: Option<String>,
    /// Name of the merchant.
    pub merchant_name: Option<String>,
    /// Time at which the merchant was added.
    pub create_time: Option<DateTime>,
    /// Time of the last change.
    pub update_time: Option<DateTime>,
}

/// Adds merchants to an activity (新增活动发券商户号).
///
/// The answer lists merchants that were not added, with the reason, for example that a merchant does not belong to the creator of
/// the activity. `add_request_no` makes repeating safe.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `APPID_MCHID_NOT_MATCH`, `MCH_NOT_EXISTS`; 401 `SIGN_ERROR`; 403 `NO_AUTH`;
/// 404 `RESOURCE_NOT_EXISTS`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/paygiftactivity/activities/{activity_id}/merchants/add",
    response = AddMerchantsResponse,
    required = AddMerchantsRequired,
    number = "add_request_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012466671"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AddMerchants {
    /// WeChat Pay's number for the activity.
    #[wxpay(len = 20, label = "活动id")]
    pub activity_id: String,
    /// Merchant numbers to add, at most 500.
    #[wxpay(len = 8..=15, items = 1..=500, label = "发券商户号")]
    pub merchant_id_list: Vec<String>,
    /// The merchant's own number for this addition, unique under the merchant.
    #[wxpay(len = 128, label = "请求业务单据号")]
    pub add_request_no: String,
}

/// The answer to an [`AddMerchants`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AddMerchantsResponse {
    /// WeChat Pay's number for the activity.
    pub activity_id: Option<String>,
    /// Time at which the other merchants were added.
    pub add_time: Option<DateTime>,
    /// Merchants that were not added.
    pub invalid_merchant_id_list: Option<Vec<InvalidMerchant>>,
}

/// A merchant that was not added.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidMerchant {
    /// The merchant number.
    pub mchid: Option<String>,
    /// The reason, in words.
    pub invalid_reason: Option<String>,
}

/// Removes merchants from an activity (删除活动发券商户号). `delete_request_no` makes repeating safe.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `APPID_MCHID_NOT_MATCH`, `MCH_NOT_EXISTS`; 401 `SIGN_ERROR`; 403 `NO_AUTH`;
/// 404 `RESOURCE_NOT_EXISTS`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/paygiftactivity/activities/{activity_id}/merchants/delete",
    response = DeleteMerchantsResponse,
    required = DeleteMerchantsRequired,
    number = "delete_request_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012466787"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeleteMerchants {
    /// WeChat Pay's number for the activity.
    #[wxpay(len = 20, label = "活动id")]
    pub activity_id: String,
    /// Merchant numbers to remove, at most 500.
    #[wxpay(len = 8..=15, items = 1..=500, label = "删除的发券商户号")]
    pub merchant_id_list: Vec<String>,
    /// The merchant's own number for this removal, unique under the merchant.
    #[wxpay(len = 128, pattern = r"[0-9A-Za-z|_*\-]+", label = "商户请求单号")]
    pub delete_request_no: String,
}

/// The answer to a [`DeleteMerchants`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeleteMerchantsResponse {
    /// WeChat Pay's number for the activity.
    pub activity_id: Option<String>,
    /// Time of the removal.
    pub delete_time: Option<DateTime>,
}
