//! What a brand has collected.

use crate::prelude::*;

/// Asks how much was donated through a brand, and how many meals it has given (查询爱心餐品牌信息).
///
/// Errors: those of every interface, 400 `PARAM_ERROR` and `INVALID_REQUEST`, 401 `SIGN_ERROR`, 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/lovefeast/brands/{brand_id}",
    response = Brand,
    required = QueryBrandRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012472863"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryBrand {
    /// The digits of WeChat Pay's number for the brand.
    #[wxpay(label = "品牌ID")]
    pub brand_id: String,
}

/// A brand that takes part (品牌).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Brand {
    /// How often users have donated through it.
    pub donate_count: i64,
    /// How many meals it has given. Not for every brand.
    pub consume_count: Option<i64>,
}
