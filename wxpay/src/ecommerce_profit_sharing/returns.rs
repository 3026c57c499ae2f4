//! Shares that go back.

use super::ReturnFailReason;
use crate::prelude::*;

/// Takes a share back from a merchant that received it, all or some of it (请求分账回退).
///
/// Meant for refunds, before them or after: neither needs the other. Possible for 180 days after the sharing and, for
/// one receiver, 20 times. What a person received cannot be taken back. The same number with the same parameters is the
/// same return.
///
/// `order_id` or `out_order_no` says which sharing.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH` (the receiver has not agreed),
/// `NOT_ENOUGH` (less is left of the share); 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/ecommerce/profitsharing/returnorders",
    response = SharingReturn,
    required = CreateReturnRequired,
    number = "out_return_no",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012477737",
    any_of("order_id", "out_order_no")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateReturn {
    /// The sub-merchant that shared.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: String,
    /// WeChat Pay's number for the sharing.
    #[wxpay(len = 64, label = "微信分账单号")]
    pub order_id: Option<String>,
    /// The platform's own number for the sharing.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户分账单号")]
    pub out_order_no: Option<String>,
    /// The platform's own number for the return, unique under it.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户回退单号")]
    pub out_return_no: String,
    /// The merchant that received the share.
    #[wxpay(len = 32, label = "回退商户号")]
    pub return_mchid: String,
    /// How much, in fen. All returns of a share together are at most the share.
    #[wxpay(range = 1.., label = "回退金额")]
    pub amount: Fen,
    /// Why.
    #[wxpay(len = 80, label = "回退描述")]
    pub description: String,
    /// WeChat Pay's number for the payment, needed for orders older than 6 months.
    #[wxpay(len = 32, label = "微信订单号")]
    pub transaction_id: Option<String>,
}

/// Asks what became of a return (查询分账回退结果).
///
/// `order_id` or `out_order_no` says of which sharing.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`: it was never accepted,
/// and the same request can be sent again; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/ecommerce/profitsharing/returnorders",
    response = SharingReturn,
    required = QueryReturnRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012477740",
    any_of("order_id", "out_order_no")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryReturn {
    /// The sub-merchant that shared.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: String,
    /// WeChat Pay's number for the sharing.
    #[wxpay(len = 64, label = "微信分账单号")]
    pub order_id: Option<String>,
    /// The platform's own number for the sharing.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户分账单号")]
    pub out_order_no: Option<String>,
    /// The platform's own number for the return.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户回退单号")]
    pub out_return_no: String,
}

/// A share that goes back (分账回退单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SharingReturn {
    /// The sub-merchant that shared.
    pub sub_mchid: String,
    /// WeChat Pay's number for the sharing.
    pub order_id: String,
    /// The platform's own number for the sharing.
    pub out_order_no: String,
    /// The platform's own number for the return.
    pub out_return_no: String,
    /// The merchant that received the share.
    pub return_mchid: String,
    /// How much, in fen.
    pub amount: Fen,
    /// WeChat Pay's number for the return.
    pub return_no: String,
    /// Whether it went back.
    pub result: ReturnResult,
    /// Why not.
    pub fail_reason: Option<ReturnFailReason>,
    /// When it ended.
    pub finish_time: Option<DateTime>,
    /// WeChat Pay's number for the payment.
    pub transaction_id: Option<String>,
}

/// Whether a share went back (回退结果). Failure has two spellings: some pages have one, some the other.
#[wxpay_enum]
pub enum ReturnResult {
    /// Not yet: ask again (处理中).
    Processing,
    /// It did (已成功).
    Success,
    /// It did not (已失败), as `FAIL`.
    Fail,
    /// It did not (已失败), as `FAILED`.
    Failed,
}
