//! The merchants for payments to whom gifts are sent.

use crate::prelude::*;

/// Lists the merchants for payments to whom an activity sends gifts (查询活动发券商户号).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 404 `RESOURCE_NOT_EXISTS` (no such activity);
/// 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
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
    /// The page.
    #[wxpay(range = 0.., label = "分页页码")]
    pub offset: Option<i64>,
    /// How many merchants a page holds.
    #[wxpay(range = 1.., label = "分页大小")]
    pub limit: Option<i64>,
}

/// An activity's merchants, a page of them.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Merchants {
    /// The page.
    pub offset: Option<i64>,
    /// How many merchants a page holds.
    pub limit: Option<i64>,
    /// How many there are on all pages.
    pub total_count: Option<i64>,
    /// WeChat Pay's number for the activity.
    pub activity_id: Option<String>,
    /// They.
    pub data: Option<Vec<Merchant>>,
}

/// A merchant of an activity (发券商户).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Merchant {
    /// Its number.
    pub mchid: Option<String>,
    /// Its name.
    pub merchant_name: Option<String>,
    /// When it was added.
    pub create_time: Option<DateTime>,
    /// When that last changed.
    pub update_time: Option<DateTime>,
}

/// Adds merchants to an activity (新增活动发券商户号).
///
/// The answer names those that were not added, and why, such as that a merchant does not belong to the one that created
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
    /// The merchants, at most 500.
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
    /// When the others were added.
    pub add_time: Option<DateTime>,
    /// Those that were not added.
    pub invalid_merchant_id_list: Option<Vec<InvalidMerchant>>,
}

/// A merchant that was not added.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidMerchant {
    /// Its number.
    pub mchid: Option<String>,
    /// Why, for people to read.
    pub invalid_reason: Option<String>,
}

/// Takes merchants out of an activity (删除活动发券商户号). `delete_request_no` makes repeating safe.
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
    /// The merchants, at most 500.
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
    /// When they were taken out.
    pub delete_time: Option<DateTime>,
}
