//! Queries of a sharing order, and of the amount that can be shared.

use super::{SharingOrder, UnsplitAmount};
use crate::prelude::*;

/// Queries a sharing order or a [`FinishSharing`](super::FinishSharing) (查询分账结果).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`: the sharing order was never
/// accepted, and the same request can be sent again; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/brand/profitsharing/orders",
    response = SharingOrder,
    required = QuerySharingRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012467002"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuerySharing {
    /// Merchant number of the sub-merchant that shares.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// WeChat Pay's number of the payment.
    #[wxpay(len = 32, label = "微信订单号")]
    pub transaction_id: String,
    /// The service provider's number of the sharing order.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户分账单号")]
    pub out_order_no: String,
}

/// Queries the amount of a payment that can still be shared (查询订单剩余待分金额).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST` (the order was not created for profit sharing, or belongs to another merchant);
/// 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/brand/profitsharing/orders/{transaction_id}/amounts",
    response = UnsplitAmount,
    required = QueryUnsplitAmountRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012467021"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryUnsplitAmount {
    /// WeChat Pay's number of the payment.
    #[wxpay(len = 32, label = "微信订单号")]
    pub transaction_id: String,
}

/// Queries the highest ratio of a payment that a brand allows to share (查询最大分账比例).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/brand/profitsharing/brand-configs/{brand_mchid}",
    response = MaxRatio,
    required = QueryMaxRatioRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012467022"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryMaxRatio {
    /// Merchant number of the brand.
    #[wxpay(len = 32, label = "品牌主商户号")]
    pub brand_mchid: String,
}

/// The highest ratio of a payment that a brand allows to share (最大分账比例).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MaxRatio {
    /// Merchant number of the brand.
    pub brand_mchid: String,
    /// Ratio in hundredths of a percent: 2000 is 20 %.
    pub max_ratio: i64,
}
