//! How much can be shared.

use crate::prelude::*;

/// Asks how much of a payment can still be shared (查询剩余待分金额).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST` (the order was not created for sharing, or is another merchant's); 401
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

/// How much of a payment can still be shared (剩余待分金额).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnsplitAmount {
    /// WeChat Pay's number for the payment.
    pub transaction_id: String,
    /// What is left, in fen.
    pub unsplit_amount: Fen,
}

/// Asks how much of its payments a sub-merchant lets the service provider share (查询最大分账比例).
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
    /// The sub-merchant.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
}

/// How much of its payments a sub-merchant lets the service provider share (最大分账比例).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MaxRatio {
    /// The sub-merchant.
    pub sub_mchid: Option<String>,
    /// The most, in hundredths of a percent: 2000 is 20 %.
    pub max_ratio: i64,
}
