//! Queries and deletion of the merchant's own codes.

use super::Coupon;
use crate::prelude::*;

/// Lists the codes that were stored for a batch (查询预存code列表).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (no such batch); 429
/// `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/busifavor/stocks/{stock_id}/couponcodes",
    response = Codes,
    required = ListCodesRequired,
    pages(offset = "offset", limit = "limit", items = "data", total = "total_count")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListCodes {
    /// Batch ID.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// State of the codes to list. The page has the states of coupons here, official SDKs those of codes.
    #[wxpay(label = "券code状态")]
    pub status: Option<CodeStatus>,
    /// App ID for the `openid` of the users.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: Option<String>,
    /// Offset of the page.
    #[wxpay(label = "分页页码")]
    pub offset: Option<i64>,
    /// Number of codes on a page.
    #[wxpay(label = "分页大小")]
    pub limit: Option<i64>,
}

/// A page of stored codes.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Codes {
    /// Batch ID.
    pub stock_id: String,
    /// Number of codes stored for the batch.
    pub total_count: i64,
    /// Number of codes on this page.
    pub limit: i64,
    /// Offset of this page.
    pub offset: i64,
    /// The codes of this page.
    pub data: Option<Vec<StoredCode>>,
}

/// A code that was stored in advance (预存code).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StoredCode {
    /// The code.
    pub code: Option<String>,
    /// State of the code.
    pub code_status: Option<CodeStatus>,
    /// Time at which it was stored.
    pub upload_time: Option<DateTime>,
    /// Time at which it was assigned to a coupon.
    pub dispatched_time: Option<DateTime>,
    /// Openid of the user who received the coupon.
    pub openid: Option<String>,
    /// Union ID of the user: the same in all apps of one account on the open platform.
    pub unionid: Option<String>,
    /// Code of the coupon.
    pub coupon_code: Option<String>,
}

/// The state of a stored code (code分配状态).
#[wxpay_enum]
pub enum CodeStatus {
    /// Not assigned to a coupon yet (可用).
    Available,
    /// Assigned to a coupon (已分配).
    Dispatched,
}

/// Queries one stored code and its coupon (查询预存code详情).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (no such code); 429
/// `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/busifavor/stocks/{stock_id}/couponcodes/{coupon_code}",
    response = CodeDetail,
    required = QueryCodeRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryCode {
    /// Batch ID.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// Code, as it was stored.
    #[wxpay(len = 32, label = "商户上传的code")]
    pub coupon_code: String,
    /// App ID for the `openid` of the user.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: Option<String>,
}

/// A stored code and its coupon.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CodeDetail {
    /// The code.
    pub code_information: StoredCode,
    /// Coupon to which the code is assigned.
    pub coupon_information: Option<Coupon>,
}

/// Deletes a stored code (删除预存code) that is not assigned to a coupon yet.
///
/// `delete_request_no` makes a repeated request safe.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (no such code); 429
/// `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "DELETE",
    path = "/v3/marketing/busifavor/stocks/{stock_id}/couponcodes/{coupon_code}",
    response = DeleteCodeResponse,
    required = DeleteCodeRequired,
    number = "delete_request_no"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeleteCode {
    /// Batch ID.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// Code, as it was stored.
    #[wxpay(len = 32, label = "商户上传的code")]
    pub coupon_code: String,
    /// The merchant's number of this deletion, unique for the merchant.
    #[wxpay(query, label = "请求业务单据号")]
    pub delete_request_no: String,
}

/// The answer to a [`DeleteCode`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeleteCodeResponse {
    /// Batch ID.
    pub stock_id: Option<String>,
    /// Time of the deletion.
    pub delete_time: Option<DateTime>,
}
