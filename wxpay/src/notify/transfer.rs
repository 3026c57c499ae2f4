//! Transfers to users.

use crate::prelude::*;

/// The end of a transfer to a user (商家转账单据终态通知): `MCHTRANSFER.BILL.FINISHED`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TransferBill {
    /// The merchant that paid, where it signs for itself.
    pub mch_id: Option<String>,
    /// The service provider; older samples name the merchant so.
    pub mchid: Option<String>,
    /// The service provider's sub-merchant, that paid.
    pub sub_mchid: Option<String>,
    /// The merchant's own number.
    pub out_bill_no: String,
    /// WeChat Pay's number.
    pub transfer_bill_no: String,
    /// What became of it.
    pub state: TransferState,
    /// How much, in fen.
    pub transfer_amount: Fen,
    /// The user under the merchant's app ID.
    pub openid: Option<String>,
    /// Why it failed, a code such as `PAYEE_ACCOUNT_ABNORMAL`. The list grows.
    pub fail_reason: Option<String>,
    /// When it was ordered.
    pub create_time: Option<DateTime>,
    /// When its state changed last.
    pub update_time: Option<DateTime>,
    /// The wallet that received it.
    pub payment_method_type: Option<TransferMethod>,
}

impl TransferBill {
    /// The merchant that signs, by whichever name it came: the service provider of a sub-merchant.
    #[must_use]
    pub fn merchant(&self) -> Option<&str> {
        self.mch_id.as_deref().or(self.mchid.as_deref())
    }
}

/// A wallet that receives a transfer (收款方式).
#[wxpay_enum]
pub enum TransferMethod {
    /// The user's WeChat Pay balance (零钱).
    #[wxpay(rename = "CFT")]
    WeChatPay,
    /// The user's WeChat Pay HK wallet.
    #[wxpay(rename = "WPHK")]
    WeChatPayHk,
}

/// What became of a transfer (单据状态). [`Success`](Self::Success), [`Fail`](Self::Fail) and
/// [`Cancelled`](Self::Cancelled) are final.
#[wxpay_enum]
pub enum TransferState {
    /// Accepted (已受理).
    Accepted,
    /// Being worked on (处理中). A lack of funds can be the reason: top up, and it goes on.
    Processing,
    /// The user has to accept it (待收款用户确认).
    WaitUserConfirm,
    /// The money moves (转账中).
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

/// A batch of transfers to users whose work is over (商家转账批次回调通知): `MCHTRANSFER.BATCH.FINISHED`, or
/// `MCHTRANSFER.BATCH.CLOSED`.
///
/// Finished is not paid: ask what became of each transfer.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TransferBatch {
    /// The merchant that paid.
    pub mchid: Option<String>,
    /// The merchant's own number.
    pub out_batch_no: String,
    /// WeChat Pay's number.
    pub batch_id: String,
    /// Where it stands.
    pub batch_status: TransferBatchStatus,
    /// How many transfers it has.
    pub total_num: Option<i64>,
    /// How much they are together, in fen.
    pub total_amount: Fen,
    /// How much users have, in fen.
    pub success_amount: Option<Fen>,
    /// How many transfers succeeded.
    pub success_num: Option<i64>,
    /// How much users do not have, in fen.
    pub fail_amount: Option<Fen>,
    /// How many transfers failed.
    pub fail_num: Option<i64>,
    /// Why it was closed. The sample has words here; queries have a code.
    pub close_reason: Option<String>,
    /// When its state changed last.
    pub update_time: Option<DateTime>,
}

/// Where a batch of transfers stands (批次状态).
#[wxpay_enum]
pub enum TransferBatchStatus {
    /// Somebody of the merchant has to agree to pay (待付款).
    WaitPay,
    /// Accepted (已受理). After half an hour the balance may not suffice: top up, and it goes on.
    Accepted,
    /// The transfers are being made (转账中).
    Processing,
    /// Every transfer has ended (已完成), with or without success.
    Finished,
    /// Nothing was transferred (已关闭).
    Closed,
}
