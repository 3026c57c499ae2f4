//! Queries of a brand.

use crate::prelude::*;

/// Queries a brand: the number of donations, and of meals that it has given (查询爱心餐品牌信息).
///
/// Errors: the general ones, 400 `PARAM_ERROR` and `INVALID_REQUEST`, 401 `SIGN_ERROR`, 500 `SYSTEM_ERROR`.
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
    /// Brand ID at WeChat Pay: digits.
    #[wxpay(label = "品牌ID")]
    pub brand_id: String,
}

/// A brand that takes part (品牌).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Brand {
    /// Number of donations through the brand.
    pub donate_count: i64,
    /// Number of meals that the brand has given. Some brands do not have this member.
    pub consume_count: Option<i64>,
}
