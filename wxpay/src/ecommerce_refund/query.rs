//! Queries of a refund.

use super::Refund;
use crate::prelude::*;

/// Queries a refund by WeChat Pay's number (通过微信支付退款单号查询退款).
///
/// Errors: 400 `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`; 429 `FREQUENCY_LIMITED`;
/// 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/ecommerce/refunds/id/{refund_id}",
    response = Refund,
    required = QueryRefundRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012476908",
    one_of("sub_mchid", "individual_auth_id")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryRefund {
    /// WeChat Pay's refund number.
    #[wxpay(label = "微信退款单号")]
    pub refund_id: String,
    /// Contract ID of the individual that was paid, instead of a sub-merchant.
    #[wxpay(label = "商品单个人收款方受理授权ID")]
    pub individual_auth_id: Option<String>,
    /// Merchant number of the sub-merchant that was paid.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: Option<String>,
}

/// Queries a refund by the platform's number (通过商户退款单号查询退款).
///
/// Errors: 400 `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`: the refund was never accepted, and
/// the same request can be sent again; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/ecommerce/refunds/out-refund-no/{out_refund_no}",
    response = Refund,
    required = QueryRefundByNumberRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012476911",
    one_of("sub_mchid", "individual_auth_id")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryRefundByNumber {
    /// The platform's refund number.
    #[wxpay(len = 64, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户退款单号")]
    pub out_refund_no: String,
    /// Contract ID of the individual that was paid, instead of a sub-merchant.
    #[wxpay(label = "商品单个人收款方受理授权ID")]
    pub individual_auth_id: Option<String>,
    /// Merchant number of the sub-merchant that was paid.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: Option<String>,
}
