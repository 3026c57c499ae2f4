//! Shares that go back.

use crate::prelude::*;

/// Takes a share back from a merchant that received it, all or some of it (请求分账回退).
///
/// Meant for refunds, before them or after: neither needs the other. Possible for 180 days after the sharing and, for
/// one receiver, 20 times; the receiver has to agree to it once on the merchant platform (同意分账回退). What a person
/// received cannot be taken back. The same number with the same parameters is the same return.
///
/// `order_id` or `out_order_no` says which sharing. Give `out_order_no`: [`QueryReturn`] asks for it, and so does
/// [`Client::settle`](crate::client::Client::settle).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH` (the receiver has not agreed),
/// `NOT_ENOUGH` (less is left of the share); 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
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
    /// The sub-merchant that shared, where a service provider signs.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// WeChat Pay's number for the sharing.
    #[wxpay(len = 64, label = "微信分账单号")]
    pub order_id: Option<String>,
    /// Your own number for the sharing.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户分账单号")]
    pub out_order_no: Option<String>,
    /// Your own number for the return, unique under the one who signs.
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
}

/// Asks what became of a return (查询分账回退结果).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`: it was never accepted,
/// and the same request can be sent again; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
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
    /// The sub-merchant that shared, where a service provider signs.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// Your own number for the sharing.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户分账单号")]
    pub out_order_no: String,
}

/// A share that goes back (分账回退单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SharingReturn {
    /// The sub-merchant that shared, where a service provider signs.
    pub sub_mchid: Option<String>,
    /// WeChat Pay's number for the sharing.
    pub order_id: String,
    /// Your own number for the sharing.
    pub out_order_no: String,
    /// Your own number for the return.
    pub out_return_no: String,
    /// WeChat Pay's number for the return.
    pub return_id: String,
    /// The merchant that received the share.
    pub return_mchid: String,
    /// How much, in fen.
    pub amount: Fen,
    /// Why.
    pub description: String,
    /// Whether it went back.
    pub result: ReturnResult,
    /// Why not.
    pub fail_reason: Option<ReturnFailReason>,
    /// When it was asked for.
    pub create_time: Option<DateTime>,
    /// When it ended. Before the end it means nothing: whether it has ended is what `result` says.
    pub finish_time: Option<DateTime>,
}

/// Whether a share went back (回退结果).
#[wxpay_enum]
pub enum ReturnResult {
    /// Not yet: ask again (处理中).
    Processing,
    /// It did (已成功).
    Success,
    /// It did not (已失败).
    Failed,
}

/// Why a share did not go back (回退失败原因).
#[wxpay_enum]
pub enum ReturnFailReason {
    /// The account of the merchant that shared is not in order.
    AccountAbnormal,
    /// The receiver's balance does not suffice.
    BalanceNotEnough,
    /// It took too long; nothing moved.
    TimeOutClosed,
    /// The account of the receiver, who pays, is not in order.
    PayerAccountAbnormal,
    /// The description could not be set.
    InvalidRequest,
}
