//! Returns of shares.

use super::{ReturnFailReason, ReturnResult};
use crate::prelude::*;

/// Takes back all or part of a share from the merchant that received it (请求分账回退).
///
/// It is meant for refunds, before or after them. A share that a person received cannot be taken back. A repeated request with
/// the same number and parameters is the same return.
///
/// `order_id` or `out_order_no` names the sharing order.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH` (the receiver has not agreed), `NOT_ENOUGH` (the
/// remaining share is too small); 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/brand/profitsharing/returnorders",
    response = SharingReturn,
    required = CreateReturnRequired,
    number = "out_return_no",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012467097",
    any_of("order_id", "out_order_no")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateReturn {
    /// Merchant number of the sub-merchant that shared.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// WeChat Pay's number of the sharing order.
    #[wxpay(len = 64, label = "微信分账单号")]
    pub order_id: Option<String>,
    /// The service provider's number of the sharing order.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户分账单号")]
    pub out_order_no: Option<String>,
    /// The service provider's number of the return, unique for the service provider.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户回退单号")]
    pub out_return_no: String,
    /// Merchant number of the receiver that gives the share back.
    #[wxpay(len = 32, label = "回退商户号")]
    pub return_mchid: String,
    /// Amount in fen. All returns of a share together cannot exceed the share.
    #[wxpay(range = 1.., label = "回退金额")]
    pub amount: Fen,
    /// Description.
    #[wxpay(len = 80, label = "回退描述")]
    pub description: String,
}

/// Queries a return (查询分账回退结果).
///
/// `order_id` or `out_order_no` names the sharing order.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`: the return was never accepted, and
/// the same request can be sent again; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/brand/profitsharing/returnorders",
    response = SharingReturn,
    required = QueryReturnRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012467011",
    any_of("order_id", "out_order_no")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryReturn {
    /// Merchant number of the sub-merchant that shared.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// WeChat Pay's number of the sharing order.
    #[wxpay(len = 64, label = "微信分账单号")]
    pub order_id: Option<String>,
    /// The service provider's number of the sharing order.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户分账单号")]
    pub out_order_no: Option<String>,
    /// The service provider's number of the return.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户回退单号")]
    pub out_return_no: String,
}

/// A return of a share (分账回退单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SharingReturn {
    /// Merchant number of the sub-merchant that shared.
    pub sub_mchid: String,
    /// WeChat Pay's number of the sharing order.
    pub order_id: String,
    /// The service provider's number of the sharing order.
    pub out_order_no: String,
    /// The service provider's number of the return.
    pub out_return_no: String,
    /// Merchant number of the receiver that gives the share back.
    pub return_mchid: String,
    /// Amount in fen.
    pub amount: Fen,
    /// WeChat Pay's number of the return.
    pub return_no: String,
    /// Result of the return.
    pub result: ReturnResult,
    /// Reason of a failure.
    pub fail_reason: Option<ReturnFailReason>,
    /// Time of the result.
    pub finish_time: Option<DateTime>,
}
