//! A brand's sales people.

use crate::prelude::*;

/// Adds sales people to an activity of small shops (添加零售小店活动业务代理).
///
/// For the merchant that made the activity, and those that own or run the brand. `out_request_no` makes repeating safe;
/// additions and removals take effect in the order of their times. The answer names those that were not added.
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
    /// The sales people.
    #[wxpay(label = "业务代理信息列表")]
    pub representative_info_list: Vec<Representative>,
    /// The merchant's own number for this addition, unique under the merchant.
    #[wxpay(len = 128, pattern = r"[0-9A-Za-z|_*\-]+", label = "请求业务单据号")]
    pub out_request_no: String,
    /// Now.
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
    /// Those that were not added.
    pub failed_representative_info_list: Option<Vec<Representative>>,
    /// When the others were added.
    pub add_time: Option<DateTime>,
}

/// Takes sales people out of an activity of small shops (删除零售小店活动业务代理).
///
/// For the merchant that made the activity, and those that own or run the brand. `out_request_no` makes repeating safe;
/// additions and removals take effect in the order of their times. The answer names those that were not taken out.
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
    /// The sales people.
    #[wxpay(label = "业务代理信息列表")]
    pub representative_info_list: Vec<Representative>,
    /// The merchant's own number for this removal, unique under the merchant.
    #[wxpay(len = 128, pattern = r"[0-9A-Za-z|_*\-]+", label = "请求业务单据号")]
    pub out_request_no: String,
    /// Now.
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
    /// Those that were not taken out.
    pub failed_representative_info_list: Option<Vec<Representative>>,
    /// When the others were.
    pub delete_time: Option<DateTime>,
}

/// Lists the sales people of an activity of small shops (查询零售小店活动业务代理).
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
    /// The page, counted from 0.
    #[wxpay(range = 0.., label = "分页页码")]
    pub offset: i64,
    /// How many sales people a page holds, such as 10.
    #[wxpay(range = 1.., label = "分页大小")]
    pub limit: i64,
}

/// An activity's sales people, a page of them.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Representatives {
    /// How many there are on all pages.
    pub total_count: Option<i64>,
    /// They; nothing, if there is none.
    pub data: Option<Vec<Representative>>,
    /// The page, counted from 0.
    pub offset: i64,
    /// How many sales people a page holds.
    pub limit: i64,
}

/// One of a brand's sales people (业务代理).
#[wxpay_object(required = RepresentativeRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Representative {
    /// Who.
    #[wxpay(len = 128, label = "业务代理的OpenID")]
    pub openid: String,
}
