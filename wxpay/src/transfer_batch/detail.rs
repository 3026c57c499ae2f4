//! Querying a transfer.

use crate::prelude::*;

/// Queries a transfer by the merchant's own numbers (商家明细单号查询明细单).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `NOT_FOUND`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/transfer/batches/out-batch-no/{out_batch_no}/details/out-detail-no/{out_detail_no}",
    response = TransferDetail,
    required = QueryDetailByNumberRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012458902"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryDetailByNumber {
    /// The merchant's own number for the batch.
    #[wxpay(len = 32, pattern = "[0-9A-Za-z]+", label = "商家批次单号")]
    pub out_batch_no: String,
    /// The merchant's own number for the transfer.
    #[wxpay(len = 32, pattern = "[0-9A-Za-z]+", label = "商家明细单号")]
    pub out_detail_no: String,
}

/// Queries a transfer by WeChat Pay's numbers (微信明细单号查询明细单).
///
/// Errors: as [`QueryDetailByNumber`].
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/transfer/batches/batch-id/{batch_id}/details/detail-id/{detail_id}",
    response = TransferDetail,
    required = QueryDetailRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012458886"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryDetail {
    /// WeChat Pay's number for the batch.
    #[wxpay(label = "微信批次单号")]
    pub batch_id: String,
    /// WeChat Pay's number for the transfer.
    #[wxpay(label = "微信明细单号")]
    pub detail_id: String,
}

/// A transfer of a batch (转账明细单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TransferDetail {
    /// Merchant number of the merchant that pays.
    pub mchid: Option<String>,
    /// The merchant's own number for the batch.
    pub out_batch_no: String,
    /// WeChat Pay's number for the batch.
    pub batch_id: String,
    /// The app ID.
    pub appid: Option<String>,
    /// The merchant's own number for the transfer.
    pub out_detail_no: String,
    /// WeChat Pay's number for the transfer.
    pub detail_id: String,
    /// State of the transfer.
    pub detail_status: DetailStatus,
    /// Amount in fen.
    pub transfer_amount: Fen,
    /// Remark on the transfer.
    pub transfer_remark: String,
    /// Reason for the failure: a code such as `ACCOUNT_FROZEN`. New codes may appear.
    pub fail_reason: Option<String>,
    /// The user's openid under the app ID.
    pub openid: String,
    /// The user's name, if it was given. Encrypted in the answer: [`Client::open`](crate::client::Client::open) opens it.
    pub user_name: Option<Sensitive>,
    /// Time at which the transfer began.
    pub initiate_time: Option<DateTime>,
    /// Time of the last change of state.
    pub update_time: Option<DateTime>,
}

/// States of a transfer (明细状态). [`Success`](Self::Success) and [`Fail`](Self::Fail) are final, except that a bank can return the
/// money.
#[wxpay_enum]
pub enum DetailStatus {
    /// Being checked (初始态).
    Init,
    /// The merchant's staff have to approve the payment (待确认).
    WaitPay,
    /// Being transferred; the result is not yet known (转账中).
    Processing,
    /// The user has the money (转账成功).
    Success,
    /// The user does not have the money (转账失败). Check the reason before you transfer again, in another batch.
    Fail,
    /// Returned by the bank (转账退票), if a service provider transfers to bank cards.
    Refund,
}
