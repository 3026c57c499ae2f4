//! A brand's sales representatives.

use crate::prelude::*;

/// Adds sales representatives to an activity of small stores (添加零售小店活动业务代理).
///
/// The merchant that created the activity, and those that own or run the brand, can call it. `out_request_no` makes repeating
/// safe; additions and removals take effect in the order of their times. The answer lists the representatives that were not
/// added.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "PUT",
    path = "/v3/marketing/goods-subsidy-activity/retail-store-act/{activity_id}/representative",
    response = AddRepresentativesResponse,
    required = AddRepresentativesRequired,
    number = "out_request_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012384327"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AddRepresentatives {
    /// WeChat Pay's number for the activity.
    #[wxpay(len = 128, label = "零售小店活动ID")]
    pub activity_id: String,
    /// The representatives.
    #[wxpay(label = "业务代理信息列表")]
    pub representative_info_list: Vec<Representative>,
    /// The merchant's own number for this addition, unique under the merchant.
    #[wxpay(len = 128, pattern = r"[0-9A-Za-z|_*\-]+", label = "请求业务单据号")]
    pub out_request_no: String,
    /// The current time.
    #[wxpay(label = "添加时间")]
    pub add_time: Option<DateTime>,
}

/// The answer to an [`AddRepresentatives`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AddRepresentativesResponse {
    /// WeChat Pay's number for the activity.
    pub activity_id: String,
    /// Representatives that were not added.
    pub failed_representative_info_list: Option<Vec<Representative>>,
    /// Time at which the other representatives were added.
    pub add_time: Option<DateTime>,
}

/// Removes sales representatives from an activity of small stores (删除零售小店活动业务代理).
///
/// The merchant that created the activity, and those that own or run the brand, can call it. `out_request_no` makes repeating
/// safe; additions and removals take effect in the order of their times. The answer lists the representatives that were not
/// removed.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "DELETE",
    path = "/v3/marketing/goods-subsidy-activity/retail-store-act/{activity_id}/representative",
    response = DeleteRepresentativesResponse,
    required = DeleteRepresentativesRequired,
    number = "out_request_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012384344"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeleteRepresentatives {
    /// WeChat Pay's number for the activity.
    #[wxpay(len = 128, label = "零售小店活动ID")]
    pub activity_id: String,
    /// The representatives.
    #[wxpay(label = "业务代理信息列表")]
    pub representative_info_list: Vec<Representative>,
    /// The merchant's own number for this removal, unique under the merchant.
    #[wxpay(len = 128, pattern = r"[0-9A-Za-z|_*\-]+", label = "请求业务单据号")]
    pub out_request_no: String,
    /// The current time.
    #[wxpay(label = "删除时间")]
    pub delete_time: DateTime,
}

/// The answer to a [`DeleteRepresentatives`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeleteRepresentativesResponse {
    /// WeChat Pay's number for the activity.
    pub activity_id: String,
    /// Representatives that were not removed.
    pub failed_representative_info_list: Option<Vec<Representative>>,
    /// Time at which the other representatives were removed.
    pub delete_time: Option<DateTime>,
}

/// Lists the sales representatives of an activity of small stores (查询零售小店活动业务代理).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/goods-subsidy-activity/retail-store-act/{activity_id}/representatives",
    response = Representatives,
    required = ListRepresentativesRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012384347",
    pages(page = "offset", first = 0, limit = "limit", items = "data", total = "total_count")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListRepresentatives {
    /// WeChat Pay's number for the activity.
    #[wxpay(len = 128, label = "零售小店活动ID")]
    pub activity_id: String,
    /// Number of the page, from 0.
    #[wxpay(range = 0.., label = "分页页码")]
    pub offset: i64,
    /// Number of representatives on a page, such as 10.
    #[wxpay(range = 1.., label = "分页大小")]
    pub limit: i64,
}

/// A page of an activity's sales representatives.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Representatives {
    /// Total number on all pages.
    pub total_count: Option<i64>,
    /// The representatives; `None` if the list is empty.
    pub data: Option<Vec<Representative>>,
    /// Number of the page, from 0.
    pub offset: i64,
    /// Number of representatives on a page.
    pub limit: i64,
}

/// A sales representative of a brand (业务代理).
#[wxpay_object(required = RepresentativeRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Representative {
    /// The representative's openid.
    #[wxpay(len = 128, label = "业务代理的OpenID")]
    pub openid: String,
}
