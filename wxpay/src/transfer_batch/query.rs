//! Querying a batch.

use super::{DetailStatus, TransferBatchStatus};
use crate::prelude::*;
use crate::together::needs;
use crate::validate::Violation;

/// Queries a batch by the merchant's own number (商家批次单号查询批次单).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `NOT_FOUND` (it was not accepted, and the same request can
/// be sent again); 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
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
    /// Lists the batch's transfers, once the batch is [`Finished`](TransferBatchStatus::Finished).
    #[wxpay(label = "是否查询转账明细单")]
    pub need_query_detail: bool,
    /// Number of transfers to skip; 0 by default.
    #[wxpay(range = 0.., default = 0, label = "请求资源起始位置")]
    pub offset: Option<i64>,
    /// Number of transfers to list: 20 to 100; 20 by default.
    #[wxpay(range = 20..=100, default = 20, label = "最大资源条数")]
    pub limit: Option<i64>,
    /// State of the transfers to list. Required with `need_query_detail`. Leave it out otherwise: WeChat Pay was [seen to
    /// refuse](https://github.com/minibear2021/wechatpayv3/issues/27) it.
    #[wxpay(label = "明细状态")]
    pub detail_status: Option<DetailFilter>,
}

/// Queries a batch by WeChat Pay's number (微信批次单号查询批次单).
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
    /// Lists the batch's transfers, once the batch is [`Finished`](TransferBatchStatus::Finished).
    #[wxpay(label = "是否查询转账明细单")]
    pub need_query_detail: bool,
    /// Number of transfers to skip; 0 by default.
    #[wxpay(range = 0.., default = 0, label = "请求资源起始位置")]
    pub offset: Option<i64>,
    /// Number of transfers to list: 20 to 100; 20 by default.
    #[wxpay(range = 20..=100, default = 20, label = "最大资源条数")]
    pub limit: Option<i64>,
    /// State of the transfers to list. Required with `need_query_detail`. Leave it out otherwise: WeChat Pay was [seen to
    /// refuse](https://github.com/minibear2021/wechatpayv3/issues/27) it.
    #[wxpay(label = "明细状态")]
    pub detail_status: Option<DetailFilter>,
}

/// States of a batch's transfers that can be selected (明细状态).
#[wxpay_enum]
pub enum DetailFilter {
    /// All transfers.
    All,
    /// Transfers that wait for the merchant's approval.
    WaitPay,
    /// Transfers that succeeded.
    Success,
    /// Transfers that failed.
    Fail,
    /// Transfers that the bank returned, for service providers.
    Refund,
}

/// A batch with some of its transfers.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FoundBatch {
    /// The batch.
    pub transfer_batch: Batch,
    /// The transfers that the query selected.
    pub transfer_detail_list: Option<Vec<DetailSummary>>,
    /// Number of skipped transfers.
    pub offset: Option<i64>,
    /// Highest number of listed transfers.
    pub limit: Option<i64>,
}

/// A batch of transfers (转账批次单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Batch {
    /// Merchant number of the merchant that pays.
    pub mchid: String,
    /// The merchant's own number for the batch.
    pub out_batch_no: String,
    /// WeChat Pay's number for the batch.
    pub batch_id: String,
    /// The app ID.
    pub appid: String,
    /// State of the batch.
    pub batch_status: TransferBatchStatus,
    /// The way in which the batch was created.
    pub batch_type: BatchType,
    /// Name of the batch.
    pub batch_name: String,
    /// Remark on the batch.
    pub batch_remark: String,
    /// Reason for the closing.
    pub close_reason: Option<CloseReason>,
    /// The sum of all transfers, in fen.
    pub total_amount: Fen,
    /// Number of transfers.
    pub total_num: i64,
    /// Time of acceptance.
    pub create_time: Option<DateTime>,
    /// Time of the last change of state.
    pub update_time: Option<DateTime>,
    /// Sum of the successful transfers, in fen. It changes while the batch is processed.
    pub success_amount: Option<Fen>,
    /// Number of successful transfers. It changes while the batch is processed.
    pub success_num: Option<i64>,
    /// Sum of the failed transfers, in fen.
    pub fail_amount: Option<Fen>,
    /// Number of failed transfers.
    pub fail_num: Option<i64>,
    /// ID of the transfer scene.
    pub transfer_scene_id: Option<String>,
}

/// Ways in which a batch is created (批次类型).
#[wxpay_enum]
pub enum BatchType {
    /// A call of the API.
    Api,
    /// The merchant platform.
    Web,
}

/// Reasons for a batch's closing (批次关闭原因).
#[wxpay_enum]
pub enum CloseReason {
    /// The batch took too long, perhaps because of a lack of funds.
    OverdueClose,
    /// The transfer scene is not available to the merchant.
    TransferSceneInvalid,
    /// The merchant revoked it, on the merchant platform.
    MerchantRevocation,
    /// The account of the merchant that pays is abnormal.
    PayerAccountAbnormal,
}

/// Summary of a batch's transfer.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DetailSummary {
    /// WeChat Pay's number for the transfer.
    pub detail_id: String,
    /// The merchant's own number for the transfer.
    pub out_detail_no: String,
    /// State of the transfer.
    pub detail_status: DetailStatus,
}

fn which_details(query: &QueryBatch) -> Result<(), Violation> {
    status_of_details(query.need_query_detail, &query.detail_status)
}

fn by_number_which_details(query: &QueryBatchByNumber) -> Result<(), Violation> {
    status_of_details(query.need_query_detail, &query.detail_status)
}

pub(crate) fn status_of_details(listed: bool, status: &Option<DetailFilter>) -> Result<(), Violation> {
    needs(listed, "/detail_status", status, "`need_query_detail` lists transfers by their state")
}
