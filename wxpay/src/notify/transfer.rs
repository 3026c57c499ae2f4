//! Transfers to users.

use crate::prelude::*;

/// A notification of a transfer's result (商家转账单据终态通知): `MCHTRANSFER.BILL.FINISHED`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TransferBill {
    /// Merchant number of the merchant that paid, if it signs for itself.
    pub mch_id: Option<String>,
    /// The service provider's merchant number; in older samples, the merchant's.
    pub mchid: Option<String>,
    /// Merchant number of the service provider's sub-merchant that paid.
    pub sub_mchid: Option<String>,
    /// The merchant's own number for the transfer.
    pub out_bill_no: String,
    /// WeChat Pay's number for the transfer.
    pub transfer_bill_no: String,
    /// State of the transfer.
    pub state: TransferState,
    /// Amount in fen.
    pub transfer_amount: Fen,
    /// The user's openid under the merchant's app ID.
    pub openid: Option<String>,
    /// Reason for the failure: a code such as `PAYEE_ACCOUNT_ABNORMAL`. New codes may appear.
    pub fail_reason: Option<String>,
    /// Time at which the transfer was ordered.
    pub create_time: Option<DateTime>,
    /// Time of the last change of state.
    pub update_time: Option<DateTime>,
    /// Wallet that received the transfer.
    pub payment_method_type: Option<TransferMethod>,
}

impl TransferBill {
    /// Returns the merchant number of the caller, by either name: the service provider's if a sub-merchant paid.
    #[must_use]
    pub fn merchant(&self) -> Option<&str> {
        self.mch_id.as_deref().or(self.mchid.as_deref())
    }
}

/// Wallets that receive transfers (收款方式).
#[wxpay_enum]
pub enum TransferMethod {
    /// The user's WeChat Pay balance (零钱).
    #[wxpay(rename = "CFT")]
    WeChatPay,
    /// The user's WeChat Pay HK wallet.
    #[wxpay(rename = "WPHK")]
    WeChatPayHk,
}

/// States of a transfer (单据状态). [`Success`](Self::Success), [`Fail`](Self::Fail) and [`Cancelled`](Self::Cancelled) are final.
#[wxpay_enum]
pub enum TransferState {
    /// Accepted (已受理).
    Accepted,
    /// Being processed (处理中). If the merchant's balance is too low, the transfer continues after a top-up.
    Processing,
    /// The user has to accept it (待收款用户确认).
    WaitUserConfirm,
    /// The money is being transferred (转账中).
    #[wxpay(rename = "TRANSFERING")]
    Transferring,
    /// The user has the money (转账成功).
    Success,
    /// Nothing was transferred (转账失败).
    Fail,
    /// Being cancelled (撤销中).
    Canceling,
    /// Cancelled (已撤销).
    Cancelled,
}

/// A notification that a batch of transfers was processed or closed (商家转账批次回调通知): `MCHTRANSFER.BATCH.FINISHED` or
/// `MCHTRANSFER.BATCH.CLOSED`.
///
/// Transfers of a finished batch may have failed: query the state of each transfer.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TransferBatch {
    /// Merchant number of the merchant that paid.
    pub mchid: Option<String>,
    /// The merchant's own number for the batch.
    pub out_batch_no: String,
    /// WeChat Pay's number for the batch.
    pub batch_id: String,
    /// State of the batch.
    pub batch_status: TransferBatchStatus,
    /// Number of transfers in the batch.
    pub total_num: Option<i64>,
    /// Sum of the transfers, in fen.
    pub total_amount: Fen,
    /// Sum of the successful transfers, in fen.
    pub success_amount: Option<Fen>,
    /// Number of successful transfers.
    pub success_num: Option<i64>,
    /// Sum of the failed transfers, in fen.
    pub fail_amount: Option<Fen>,
    /// Number of failed transfers.
    pub fail_num: Option<i64>,
    /// Reason for the closing: words in the sample, a code in queries.
    pub close_reason: Option<String>,
    /// Time of the last change of state.
    pub update_time: Option<DateTime>,
}

/// States of a batch of transfers (批次状态).
#[wxpay_enum]
pub enum TransferBatchStatus {
    /// The merchant's staff have to approve the payment (待付款).
    WaitPay,
    /// Accepted (已受理). If the batch stays in this state for half an hour, the balance may be too low: it continues after a
    /// top-up.
    Accepted,
    /// The transfers are being made (转账中).
    Processing,
    /// Every transfer has ended (已完成), with or without success.
    Finished,
    /// Nothing was transferred (已关闭).
    Closed,
}
