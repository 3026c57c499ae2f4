//! A transfer to a user.

use crate::prelude::*;

/// The end of a transfer to a user (商家转账单据终态通知): `MCHTRANSFER.BILL.FINISHED`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TransferBill {
    /// The merchant that paid.
    pub mchid: String,
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
