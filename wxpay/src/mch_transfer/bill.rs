//! A transfer as it stands.

use super::TransferState;
use crate::prelude::*;

/// A transfer as it stands (转账单). Its notification is a type of its own:
/// [`notify::TransferBill`](crate::notify::TransferBill).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TransferBill {
    /// The merchant.
    pub mch_id: String,
    /// The merchant's own number.
    pub out_bill_no: String,
    /// WeChat Pay's number.
    pub transfer_bill_no: String,
    /// The app ID.
    #[wxpay(compared)]
    pub appid: Option<String>,
    /// Where it stands.
    pub state: TransferState,
    /// How much, in fen.
    pub transfer_amount: Fen,
    /// What for.
    pub transfer_remark: Option<String>,
    /// Why it failed, a code such as `PAYEE_ACCOUNT_ABNORMAL`. The list grows.
    pub fail_reason: Option<String>,
    /// The user under the app ID.
    #[wxpay(compared)]
    pub openid: Option<String>,
    /// The user's name, if the order gave it. Decrypted.
    pub user_name: Option<Sensitive>,
    /// When it was ordered.
    pub create_time: Option<DateTime>,
    /// When its state changed last.
    pub update_time: Option<DateTime>,
    /// What the front end needs to ask the user, while the state is
    /// [`WaitUserConfirm`](TransferState::WaitUserConfirm).
    pub package_info: Option<String>,
}
