//! How a batch stands.

use super::{DetailStatus, TransferBatchStatus};
use crate::prelude::*;
use crate::together::needs;
use crate::validate::Violation;

/// Asks for a batch by the merchant's own number (商家批次单号查询批次单).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `NOT_FOUND`: it was not accepted, and the same
/// request can be sent again; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/transfer/batches/out-batch-no/{out_batch_no}",
    response = FoundBatch,
    required = QueryBatchByNumberRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012458877",
    check = by_number_which_details,
    pages(offset = "offset", limit = "limit", items = "transfer_detail_list")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryBatchByNumber {
    /// The merchant's own number for the batch.
    #[wxpay(len = 32, pattern = "[0-9A-Za-z]+", label = "商家批次单号")]
    pub out_batch_no: String,
    /// Whether its transfers are listed, once the batch is [`Finished`](TransferBatchStatus::Finished).
    #[wxpay(label = "是否查询转账明细单")]
    pub need_query_detail: bool,
    /// How many transfers to pass over; 0 without it.
    #[wxpay(range = 0.., default = 0, label = "请求资源起始位置")]
    pub offset: Option<i64>,
    /// How many transfers to list: 20 to 100; 20 without it.
    #[wxpay(range = 20..=100, default = 20, label = "最大资源条数")]
    pub limit: Option<i64>,
    /// Which of them: needed with `need_query_detail`. Without that leave it out: WeChat Pay was [seen to
    /// refuse](https://github.com/minibear2021/wechatpayv3/issues/27) it.
    #[wxpay(label = "明细状态")]
    pub detail_status: Option<DetailFilter>,
}

/// Asks for a batch by WeChat Pay's number (微信批次单号查询批次单).
///
/// Errors: as [`QueryBatchByNumber`].
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/transfer/batches/batch-id/{batch_id}",
    response = FoundBatch,
    required = QueryBatchRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012458868",
    check = which_details,
    pages(offset = "offset", limit = "limit", items = "transfer_detail_list")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryBatch {
    /// WeChat Pay's number for the batch.
    #[wxpay(label = "微信批次单号")]
    pub batch_id: String,
    /// Whether its transfers are listed, once the batch is [`Finished`](TransferBatchStatus::Finished).
    #[wxpay(label = "是否查询转账明细单")]
    pub need_query_detail: bool,
    /// How many transfers to pass over; 0 without it.
    #[wxpay(range = 0.., default = 0, label = "请求资源起始位置")]
    pub offset: Option<i64>,
    /// How many transfers to list: 20 to 100; 20 without it.
    #[wxpay(range = 20..=100, default = 20, label = "最大资源条数")]
    pub limit: Option<i64>,
    /// Which of them: needed with `need_query_detail`. Without that leave it out: WeChat Pay was [seen to
    /// refuse](https://github.com/minibear2021/wechatpayv3/issues/27) it.
    #[wxpay(label = "明细状态")]
    pub detail_status: Option<DetailFilter>,
}

/// Which transfers of a batch are listed (明细状态).
#[wxpay_enum]
pub enum DetailFilter {
    /// All.
    All,
    /// Those that wait for the merchant's agreement.
    WaitPay,
    /// Those that succeeded.
    Success,
    /// Those that failed.
    Fail,
    /// Those that came back from the bank, for service providers.
    Refund,
}

/// A batch, and some of its transfers.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FoundBatch {
    /// The batch.
    pub transfer_batch: Batch,
    /// The transfers that were asked for.
    pub transfer_detail_list: Option<Vec<DetailSummary>>,
    /// How many transfers were passed over.
    pub offset: Option<i64>,
    /// How many transfers are listed at most.
    pub limit: Option<i64>,
}

/// A batch of transfers (转账批次单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Batch {
    /// The merchant that pays.
    pub mchid: String,
    /// The merchant's own number.
    pub out_batch_no: String,
    /// WeChat Pay's number.
    pub batch_id: String,
    /// The app ID.
    pub appid: String,
    /// Where it stands.
    pub batch_status: TransferBatchStatus,
    /// How it was created.
    pub batch_type: BatchType,
    /// What it is called.
    pub batch_name: String,
    /// What it is for.
    pub batch_remark: String,
    /// Why it was closed.
    pub close_reason: Option<CloseReason>,
    /// The sum of all transfers, in fen.
    pub total_amount: Fen,
    /// How many transfers there are.
    pub total_num: i64,
    /// When it was accepted.
    pub create_time: Option<DateTime>,
    /// When its state changed last.
    pub update_time: Option<DateTime>,
    /// How much users have, in fen. It changes while the batch is worked on.
    pub success_amount: Option<Fen>,
    /// How many transfers succeeded. It changes while the batch is worked on.
    pub success_num: Option<i64>,
    /// How much users do not have, in fen.
    pub fail_amount: Option<Fen>,
    /// How many transfers failed.
    pub fail_num: Option<i64>,
    /// The occasion.
    pub transfer_scene_id: Option<String>,
}

/// How a batch was created (批次类型).
#[wxpay_enum]
pub enum BatchType {
    /// By a call.
    Api,
    /// On the merchant platform.
    Web,
}

/// Why a batch was closed (批次关闭原因).
#[wxpay_enum]
pub enum CloseReason {
    /// It took too long, perhaps for lack of funds.
    OverdueClose,
    /// The occasion is not the merchant's.
    TransferSceneInvalid,
    /// The merchant revoked it, on the merchant platform.
    MerchantRevocation,
    /// The account of the merchant that pays is not in order.
    PayerAccountAbnormal,
}

/// A transfer of a batch, in short.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DetailSummary {
    /// WeChat Pay's number for the transfer.
    pub detail_id: String,
    /// The merchant's own number for the transfer.
    pub out_detail_no: String,
    /// What became of it.
    pub detail_status: DetailStatus,
}

fn which_details(query: &QueryBatch) -> Result<(), Violation> {
    status_of_details(query.need_query_detail, &query.detail_status)
}

fn by_number_which_details(query: &QueryBatchByNumber) -> Result<(), Violation> {
    status_of_details(query.need_query_detail, &query.detail_status)
}

pub(crate) fn status_of_details(listed: bool, status: &Option<DetailFilter>) -> Result<(), Violation> {
    needs(listed, "/detail_status", status, "`need_query_detail` asks for transfers, and this says which")
}
