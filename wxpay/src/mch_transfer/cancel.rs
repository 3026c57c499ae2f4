//! The cancellation of a transfer.

use super::TransferState;
use crate::prelude::*;

/// Cancels a transfer that the user has not accepted yet (撤销转账).
///
/// The answer's state is [`Canceling`](TransferState::Canceling): query the transfer to learn if the user accepted it first.
/// Cancelling again is not an error.
///
/// Errors: 400 `INVALID_REQUEST` (it can no longer be cancelled), `PARAM_ERROR`; 401 `SIGN_ERROR`; 404 `NOT_FOUND`; 429
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
    /// The merchant's number of the transfer.
    #[wxpay(len = 32, pattern = "[0-9A-Za-z]+", label = "商户单号")]
    pub out_bill_no: String,
}

/// The answer to a [`CancelTransfer`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CancelledTransfer {
    /// The merchant's number of the transfer.
    pub out_bill_no: String,
    /// WeChat Pay's number of the transfer.
    pub transfer_bill_no: String,
    /// State: [`Canceling`](TransferState::Canceling) or [`Cancelled`](TransferState::Cancelled).
    pub state: TransferState,
    /// Time of the last change.
    pub update_time: Option<DateTime>,
}
