//! A sharing order, as the answers have it.

use super::{ReceiverType, ShareFailReason, ShareResult, SharingState};
use crate::prelude::*;

/// The profit sharing order of a store's payment (分账单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SharingOrder {
    /// Merchant number of the brand, in the answer to a [`CreateSharing`](super::CreateSharing).
    pub brand_mchid: Option<String>,
    /// Merchant number of the store that shares.
    pub sub_mchid: String,
    /// WeChat Pay's number of the payment.
    pub transaction_id: String,
    /// The service provider's number of the sharing order.
    pub out_order_no: String,
    /// WeChat Pay's number of the sharing order.
    pub order_id: String,
    /// State of the sharing order.
    pub status: Option<SharingState>,
    /// Receivers and their amounts.
    #[wxpay(compared)]
    pub receivers: Option<Vec<ShareDetail>>,
    /// Remaining amount in fen that the store received at the end of sharing.
    pub finish_amount: Option<Fen>,
    /// Description of a [`FinishSharing`](super::FinishSharing).
    pub finish_description: Option<String>,
}

/// A receiver's share (分账明细).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ShareDetail {
    /// Kind of `account`.
    pub r#type: ReceiverType,
    /// Merchant number or openid.
    pub account: String,
    /// Amount in fen.
    pub amount: Fen,
    /// Description.
    pub description: String,
    /// Result for this receiver.
    pub result: ShareResult,
    /// Time of the result.
    pub finish_time: Option<DateTime>,
    /// Reason of a failure.
    pub fail_reason: Option<ShareFailReason>,
    /// WeChat Pay's number of this share, as the fund flow bill has it.
    pub detail_id: Option<String>,
}
