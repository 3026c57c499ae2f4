//! Querying a transfer.

use super::DetailStatus;
use crate::prelude::*;

/// Queries a transfer by the service provider's own numbers (商家明细单号查询明细单).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `NOT_FOUND`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/partner-transfer/batches/out-batch-no/{out_batch_no}/details/out-detail-no/{out_detail_no}",
    response = TransferDetail,
    required = QueryDetailByNumberRequired,
    doc = "https://pay.weixin.qq.com/docs/partner/apis/batch-transfer-accounts-money/transfer/get-transfer-detail-by-out-no.html"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryDetailByNumber {
    /// The service provider's own number for the batch.
    #[wxpay(len = 32, pattern = "[0-9A-Za-z]+", label = "商家批次单号")]
    pub out_batch_no: String,
    /// The service provider's own number for the transfer.
    #[wxpay(len = 32, pattern = "[0-9A-Za-z]+", label = "商家明细单号")]
    pub out_detail_no: String,
}

/// Queries a transfer by WeChat Pay's numbers (微信支付明细单号查询明细单).
///
/// Errors: as [`QueryDetailByNumber`].
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/partner-transfer/batches/batch-id/{batch_id}/details/detail-id/{detail_id}",
    response = TransferDetail,
    required = QueryDetailRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012465781"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryDetail {
    /// WeChat Pay's number for the batch.
    #[wxpay(label = "微信支付批次单号")]
    pub batch_id: String,
    /// WeChat Pay's number for the transfer.
    #[wxpay(label = "微信明细单号")]
    pub detail_id: String,
}

/// A transfer of a sub-merchant's batch (转账明细单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TransferDetail {
    /// The service provider's merchant number.
    pub sp_mchid: String,
    /// The service provider's own number for the batch.
    pub out_batch_no: String,
    /// WeChat Pay's number for the batch.
    pub batch_id: String,
    /// The app ID that `openid` belongs to.
    pub appid: Option<String>,
    /// The service provider's own number for the transfer.
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
    /// The user's openid under `appid`.
    pub openid: String,
    /// The user's name, if it was given. Encrypted in the answer: [`Client::open`](crate::client::Client::open) opens it.
    /// [`name`](Self::name) reads both spellings of the member.
    pub username: Option<Sensitive>,
    /// The user's name, as one source spells the member.
    pub user_name: Option<Sensitive>,
    /// Time at which the transfer began.
    pub initiate_time: Option<DateTime>,
    /// Time of the last change of state.
    pub update_time: Option<DateTime>,
    /// Type of the account that receives the money.
    pub account_type: Option<AccountType>,
    /// Name of the bank, for a bank card.
    pub bank_name: Option<String>,
    /// Last digits of the bank card.
    pub bank_card_number_tail: Option<String>,
}

impl TransferDetail {
    /// Returns the user's name, by either spelling of the member; `None` if it was not given.
    #[must_use]
    pub fn name(&self) -> Option<&Sensitive> {
        self.username.as_ref().or(self.user_name.as_ref())
    }
}

/// Types of accounts that receive transfers (收款账户类型).
#[wxpay_enum]
pub enum AccountType {
    /// The user's WeChat Pay balance (零钱).
    WechatpayAccount,
    /// A bank card (银行卡).
    BankAccount,
}
