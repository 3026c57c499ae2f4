//! Changes to the number of a batch's coupons.

use crate::prelude::*;

/// Changes the number of coupons that a batch gives out (修改批次预算): in total, or per day, but not both at once.
///
/// The current limit has to be named too. `modify_budget_request_no` makes a repeated request safe.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (no such batch); 429
/// `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "PATCH",
    path = "/v3/marketing/busifavor/stocks/{stock_id}/budget",
    response = UpdateBudgetResponse,
    required = UpdateBudgetRequired,
    number = "modify_budget_request_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012465739",
    one_of("target_max_coupons", "target_max_coupons_by_day")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UpdateBudget {
    /// Batch ID.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// New limit of coupons.
    #[wxpay(needs = "current_max_coupons", label = "目标批次最大发放个数")]
    pub target_max_coupons: Option<i64>,
    /// New limit of coupons per day.
    #[wxpay(needs = "current_max_coupons_by_day", label = "目标单天发放上限个数")]
    pub target_max_coupons_by_day: Option<i64>,
    /// Current limit of coupons. Required with `target_max_coupons`.
    #[wxpay(label = "当前批次最大发放个数")]
    pub current_max_coupons: Option<i64>,
    /// Current limit of coupons per day. Required with `target_max_coupons_by_day`.
    #[wxpay(label = "当前单天发放上限个数")]
    pub current_max_coupons_by_day: Option<i64>,
    /// The merchant's number of this change, unique for the merchant.
    #[wxpay(label = "修改预算请求单据号")]
    pub modify_budget_request_no: String,
}

/// The answer to an [`UpdateBudget`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UpdateBudgetResponse {
    /// New limit of coupons.
    pub max_coupons: i64,
    /// New limit of coupons per day.
    pub max_coupons_by_day: Option<i64>,
}
