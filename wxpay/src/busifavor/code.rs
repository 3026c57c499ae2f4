//! What became of the merchant's own codes.

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
    /// The batch.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// Only codes in this state. The page has the states of coupons here, official SDKs those of codes.
    #[wxpay(label = "券code状态")]
    pub status: Option<CodeStatus>,
    /// The app ID for the `openid` of those who got coupons.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: Option<String>,
    /// Where the page begins.
    #[wxpay(label = "分页页码")]
    pub offset: Option<i64>,
    /// How many a page holds.
    #[wxpay(label = "分页大小")]
    pub limit: Option<i64>,
}

/// A page of stored codes.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Codes {
    /// The batch.
    pub stock_id: String,
    /// How many were stored for the batch.
    pub total_count: i64,
    /// How many this page holds.
    pub limit: i64,
    /// Where this page begins.
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
    /// Whether a coupon took it.
    pub code_status: Option<CodeStatus>,
    /// When it was stored.
    pub upload_time: Option<DateTime>,
    /// When a coupon took it.
    pub dispatched_time: Option<DateTime>,
    /// The user who got that coupon.
    pub openid: Option<String>,
    /// The user, across the apps of one account on the open platform.
    pub unionid: Option<String>,
    /// That coupon.
    pub coupon_code: Option<String>,
}

/// Whether a coupon took a stored code (code分配状态).
#[wxpay_enum]
pub enum CodeStatus {
    /// No coupon yet (可用).
    Available,
    /// A coupon took it (已分配).
    Dispatched,
}

/// Asks for one stored code and the coupon that took it (查询预存code详情).
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
    /// The batch.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// The code, as it was stored.
    #[wxpay(len = 32, label = "商户上传的code")]
    pub coupon_code: String,
    /// The app ID for the `openid` of the user who got the coupon.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: Option<String>,
}

/// A stored code and the coupon that took it.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CodeDetail {
    /// The code.
    pub code_information: StoredCode,
    /// The coupon that took it, once one did.
    pub coupon_information: Option<Coupon>,
}

/// Deletes a stored code (删除预存code) that no coupon took yet.
///
/// `delete_request_no` makes repeating safe.
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
    /// The batch.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// The code, as it was stored.
    #[wxpay(len = 32, label = "商户上传的code")]
    pub coupon_code: String,
    /// The merchant's own number for this deletion, unique under the merchant.
    #[wxpay(query, label = "请求业务单据号")]
    pub delete_request_no: String,
}

/// The answer to a [`DeleteCode`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeleteCodeResponse {
    /// The batch.
    pub stock_id: Option<String>,
    /// When the code was deleted.
    pub delete_time: Option<DateTime>,
}
