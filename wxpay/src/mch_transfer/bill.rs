//! The state of a transfer.

use super::TransferState;
use crate::prelude::*;

/// A transfer (转账单). Its notification has a type of its own: [`notify::TransferBill`](crate::notify::TransferBill).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TransferBill {
    /// Merchant number.
    pub mch_id: String,
    /// The merchant's number of the transfer.
    pub out_bill_no: String,
    /// WeChat Pay's number of the transfer.
    pub transfer_bill_no: String,
    /// App ID.
    #[wxpay(compared)]
    pub appid: Option<String>,
    /// State of the transfer.
    pub state: TransferState,
    /// Amount in fen.
    pub transfer_amount: Fen,
    /// Remark.
    pub transfer_remark: Option<String>,
    /// Reason of a failure, a code such as `PAYEE_ACCOUNT_ABNORMAL`. New codes may appear.
    pub fail_reason: Option<String>,
    /// Openid of the user, under the app ID.
    #[wxpay(compared)]
    pub openid: Option<String>,
    /// Name of the user, if the transfer was created with it. Decrypted.
    pub user_name: Option<Sensitive>,
    /// Time of creation.
    pub create_time: Option<DateTime>,
    /// Time of the last change.
    pub update_time: Option<DateTime>,
    /// Data with which the front end asks the user, while the state is [`WaitUserConfirm`](TransferState::WaitUserConfirm).
    pub package_info: Option<String>,
}
