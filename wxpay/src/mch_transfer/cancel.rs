//! The end of a transfer that is not wanted any more.

use super::TransferState;
use crate::prelude::*;

/// Cancels a transfer that the user has not accepted yet (撤销转账).
///
/// The answer is [`Canceling`](TransferState::Canceling): whether the user was faster, a query tells. Cancelling again
/// is no error.
///
/// Errors: 400 `INVALID_REQUEST` (it cannot be cancelled any more), `PARAM_ERROR`; 401 `SIGN_ERROR`; 404 `NOT_FOUND`; 429
/// `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}/cancel",
    response = CancelledTransfer,
    required = CancelTransferRequired,
    number = "out_bill_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012716458"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CancelTransfer {
    /// The merchant's own number for the transfer.
    #[wxpay(len = 32, pattern = "[0-9A-Za-z]+", label = "商户单号")]
    pub out_bill_no: String,
}

/// The answer to a [`CancelTransfer`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CancelledTransfer {
    /// The merchant's own number.
    pub out_bill_no: String,
    /// WeChat Pay's number.
    pub transfer_bill_no: String,
    /// [`Canceling`](TransferState::Canceling) or [`Cancelled`](TransferState::Cancelled).
    pub state: TransferState,
    /// When its state changed last.
    pub update_time: Option<DateTime>,
}
