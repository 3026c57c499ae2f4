//! Limits of sharing.

use crate::prelude::*;

/// Queries the amount of a payment that can still be shared (查询剩余待分金额).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST` (the order was not created for sharing, or belongs to another merchant); 401
/// `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/profitsharing/transactions/{transaction_id}/amounts",
    response = UnsplitAmount,
    required = QueryUnsplitAmountRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012457939"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryUnsplitAmount {
    /// WeChat Pay's number for the payment.
    #[wxpay(len = 32, label = "微信订单号")]
    pub transaction_id: String,
}

/// The amount of a payment that can still be shared (剩余待分金额).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnsplitAmount {
    /// WeChat Pay's number for the payment.
    pub transaction_id: String,
    /// Amount that can still be shared, in fen.
    pub unsplit_amount: Fen,
}

/// Queries the part of its payments that a sub-merchant allows the service provider to share (查询最大分账比例).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/profitsharing/merchant-configs/{sub_mchid}",
    response = MaxRatio,
    required = QueryMaxRatioRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012466864"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryMaxRatio {
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
}

/// The part of its payments that a sub-merchant allows the service provider to share (最大分账比例).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MaxRatio {
    /// The sub-merchant's merchant number.
    pub sub_mchid: Option<String>,
    /// Highest ratio, in hundredths of a percent: 2000 is 20 %.
    pub max_ratio: i64,
}
