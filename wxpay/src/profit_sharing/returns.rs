//! Returns of shares.

use crate::prelude::*;

/// Takes all or part of a share back from the merchant that received it (请求分账回退).
///
/// Returns are made for refunds, but neither requires the other. A share can be returned within 180 days after the sharing, up to
/// 20 times for one receiver; the receiver has to agree to it once on the merchant platform (同意分账回退). A person's share cannot be
/// returned. The same number with the same parameters is the same return.
///
/// `order_id` or `out_order_no` names the sharing. Give `out_order_no`, because [`QueryReturn`] and
/// [`Client::settle`](crate::client::Client::settle) need it.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH` (the receiver has not agreed), `NOT_ENOUGH` (the
/// rest of the share is less than the amount); 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/profitsharing/return-orders",
    response = SharingReturn,
    required = CreateReturnRequired,
    number = "out_return_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012525287",
    any_of("order_id", "out_order_no")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateReturn {
    /// Merchant number of the sub-merchant that shared, if a service provider signs the request.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// WeChat Pay's number for the sharing.
    #[wxpay(len = 64, label = "微信分账单号")]
    pub order_id: Option<String>,
    /// Your own number for the sharing.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户分账单号")]
    pub out_order_no: Option<String>,
    /// Your own number for the return, unique under the caller.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户回退单号")]
    pub out_return_no: String,
    /// Merchant number of the merchant that received the share.
    #[wxpay(len = 32, label = "回退商户号")]
    pub return_mchid: String,
    /// Amount in fen. The sum of all returns of a share is at most the share.
    #[wxpay(range = 1.., label = "回退金额")]
    pub amount: Fen,
    /// The reason.
    #[wxpay(len = 80, label = "回退描述")]
    pub description: String,
}

/// Queries a return (查询分账回退结果).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (it was never accepted, and the same
/// request can be sent again); 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/profitsharing/return-orders/{out_return_no}",
    response = SharingReturn,
    required = QueryReturnRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012526279"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryReturn {
    /// Your own number for the return.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户回退单号")]
    pub out_return_no: String,
    /// Merchant number of the sub-merchant that shared, if a service provider signs the request.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// Your own number for the sharing.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户分账单号")]
    pub out_order_no: String,
}

/// The return of a share (分账回退单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SharingReturn {
    /// Merchant number of the sub-merchant that shared, if a service provider signs the request.
    pub sub_mchid: Option<String>,
    /// WeChat Pay's number for the sharing.
    pub order_id: String,
    /// Your own number for the sharing.
    pub out_order_no: String,
    /// Your own number for the return.
    pub out_return_no: String,
    /// WeChat Pay's number for the return.
    pub return_id: String,
    /// Merchant number of the merchant that received the share.
    pub return_mchid: String,
    /// Amount in fen.
    pub amount: Fen,
    /// The reason.
    pub description: String,
    /// Result of the return.
    pub result: ReturnResult,
    /// Reason for the failure.
    pub fail_reason: Option<ReturnFailReason>,
    /// Time of the request.
    pub create_time: Option<DateTime>,
    /// Time of the end. It has no meaning before the end; `result` says whether the return has ended.
    pub finish_time: Option<DateTime>,
}

/// Results of a return (回退结果).
#[wxpay_enum]
pub enum ReturnResult {
    /// Being processed: query it again (处理中).
    Processing,
    /// Returned (已成功).
    Success,
    /// Not returned (已失败).
    Failed,
}

/// Reasons why a share was not returned (回退失败原因).
#[wxpay_enum]
pub enum ReturnFailReason {
    /// The account of the merchant that shared is abnormal.
    AccountAbnormal,
    /// The receiver's balance does not suffice.
    BalanceNotEnough,
    /// The return took too long, and no money moved.
    TimeOutClosed,
    /// The account of the receiver, which pays, is abnormal.
    PayerAccountAbnormal,
    /// The description could not be set.
    InvalidRequest,
}
