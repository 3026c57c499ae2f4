//! Querying a batch.

use super::{
    AuthorizationType, BatchType, CloseReason, DetailFilter, DetailSummary, TransferBatchStatus, TransferPurpose,
    TransferScene,
};
use crate::prelude::*;
use crate::transfer_batch::status_of_details;
use crate::validate::Violation;

/// Queries a batch by the service provider's own number (商家批次单号查询批次单).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `NOT_FOUND` (it was not accepted, and the same request can
/// be sent again); 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/partner-transfer/batches/out-batch-no/{out_batch_no}",
    response = Batch,
    required = QueryBatchByNumberRequired,
    doc = "https://pay.weixin.qq.com/docs/partner/apis/batch-transfer-accounts-money/transfer/get-transfer-batch-by-out-no.html",
    check = by_number_which_details,
    pages(offset = "offset", limit = "limit", items = "transfer_detail_list")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryBatchByNumber {
    /// The service provider's own number for the batch.
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

/// Queries a batch by WeChat Pay's number (微信支付批次单号查询批次单).
///
/// Errors: as [`QueryBatchByNumber`].
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/partner-transfer/batches/batch-id/{batch_id}",
    response = Batch,
    required = QueryBatchRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012465772",
    check = which_details,
    pages(offset = "offset", limit = "limit", items = "transfer_detail_list")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryBatch {
    /// WeChat Pay's number for the batch.
    #[wxpay(label = "微信支付批次单号")]
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

/// A sub-merchant's batch of transfers (转账批次单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Batch {
    /// The service provider's merchant number.
    pub sp_mchid: String,
    /// Merchant number of the sub-merchant that pays.
    pub sub_mchid: String,
    /// The service provider's own number for the batch.
    pub out_batch_no: String,
    /// WeChat Pay's number for the batch.
    pub batch_id: String,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// State of the batch.
    pub batch_status: TransferBatchStatus,
    /// The way in which the batch was created.
    pub batch_type: BatchType,
    /// Type of the sub-merchant's authorization of the service provider.
    pub authorization_type: AuthorizationType,
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
    /// The transfers that the query selected.
    pub transfer_detail_list: Option<Vec<DetailSummary>>,
    /// The service provider's app ID, if it pays with the sub-merchant's funds.
    pub sp_appid: Option<String>,
    /// The purpose.
    pub transfer_purpose: Option<TransferPurpose>,
    /// The transfer scene.
    pub transfer_scene: Option<TransferScene>,
}

fn which_details(query: &QueryBatch) -> Result<(), Violation> {
    status_of_details(query.need_query_detail, &query.detail_status)
}

fn by_number_which_details(query: &QueryBatchByNumber) -> Result<(), Violation> {
    status_of_details(query.need_query_detail, &query.detail_status)
}
