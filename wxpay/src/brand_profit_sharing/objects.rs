//! A sharing, as every answer about it has it.

use super::{ReceiverType, ShareFailReason, ShareResult, SharingState};
use crate::prelude::*;

/// The sharing of a store's payment (分账单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SharingOrder {
    /// The brand's main merchant number, in the answer to a [`CreateSharing`](super::CreateSharing).
    pub brand_mchid: Option<String>,
    /// The store's merchant number, which shares.
    pub sub_mchid: String,
    /// WeChat Pay's number for the payment.
    pub transaction_id: String,
    /// The service provider's own number for the sharing.
    pub out_order_no: String,
    /// WeChat Pay's number for the sharing.
    pub order_id: String,
    /// Whether it is still worked on.
    pub status: Option<SharingState>,
    /// What each receiver gets.
    #[wxpay(compared)]
    pub receivers: Option<Vec<ShareDetail>>,
    /// What went to the store when the sharing ended, in fen.
    pub finish_amount: Option<Fen>,
    /// Why the sharing ended, as [`FinishSharing`](super::FinishSharing) said.
    pub finish_description: Option<String>,
}

/// What a receiver gets (分账明细).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ShareDetail {
    /// What `account` is.
    pub r#type: ReceiverType,
    /// A merchant number or an openid.
    pub account: String,
    /// How much, in fen.
    pub amount: Fen,
    /// What for.
    pub description: String,
    /// Whether the receiver got it.
    pub result: ShareResult,
    /// When it ended.
    pub finish_time: Option<DateTime>,
    /// Why the receiver did not get it.
    pub fail_reason: Option<ShareFailReason>,
    /// WeChat Pay's number for this share, as the fund flow bill has it.
    pub detail_id: Option<String>,
}
