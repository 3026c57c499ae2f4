//! A sharing order, as the answers have it.

use super::{ReceiverType, ShareFailReason, ShareResult, SharingState};
use crate::prelude::*;

/// The profit sharing order of a sub-merchant's payment (分账单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SharingOrder {
    /// Merchant number of the sub-merchant that shares.
    pub sub_mchid: String,
    /// WeChat Pay's number of the payment.
    pub transaction_id: String,
    /// The platform's number of the sharing order.
    pub out_order_no: String,
    /// WeChat Pay's number of the sharing order.
    pub order_id: String,
    /// State of the sharing order.
    pub status: Option<SharingState>,
    /// Receivers and their amounts.
    #[wxpay(compared)]
    pub receivers: Option<Vec<ShareDetail>>,
    /// Reason of closing, a code such as `NO_AUTH`.
    pub close_reason: Option<String>,
    /// Remaining amount in fen that the sub-merchant received at the end of sharing.
    pub finish_amount: Option<Fen>,
    /// Description of a [`FinishSharing`](super::FinishSharing).
    pub finish_description: Option<String>,
    /// State of abnormal funds, which could not reach their receiver (异常处理状态). Sources disagree on whether this and the
    /// next three members are here or in each of the `receivers`.
    pub abnormal_status: Option<AbnormalFundsStatus>,
    /// Reason for closing the handling of abnormal funds (异常处理关单原因).
    pub funds_abnormal_closed_reason: Option<AbnormalClosedReason>,
    /// WeChat Pay's number of the payment of abnormal funds.
    pub funds_abnormal_redirect_id: Option<String>,
    /// Receivers of abnormal funds, for the platform.
    pub funds_abnormal_receivers: Option<Vec<AbnormalFundsReceiver>>,
}

/// A receiver's share (分账明细).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ShareDetail {
    /// Kind of `receiver_account`.
    pub r#type: ReceiverType,
    /// Merchant number or openid.
    pub receiver_account: String,
    /// Merchant number, if the receiver is a merchant.
    pub receiver_mchid: Option<String>,
    /// Amount in fen.
    pub amount: Fen,
    /// Description.
    pub description: String,
    /// Result for this receiver.
    pub result: Option<ShareResult>,
    /// Time of the result.
    pub finish_time: Option<DateTime>,
    /// Reason of a failure.
    pub fail_reason: Option<ShareFailReason>,
    /// WeChat Pay's number of this share, as the fund flow bill has it.
    pub detail_id: String,
    /// State of abnormal funds, which could not reach their receiver (异常处理状态).
    pub abnormal_status: Option<AbnormalFundsStatus>,
    /// Reason for closing the handling of abnormal funds (异常处理关单原因).
    pub funds_abnormal_closed_reason: Option<AbnormalClosedReason>,
    /// WeChat Pay's number of the payment of abnormal funds.
    pub funds_abnormal_redirect_id: Option<String>,
    /// Receivers of abnormal funds, for the platform.
    pub funds_abnormal_receivers: Option<Vec<AbnormalFundsReceiver>>,
}

/// The state of abnormal funds, which could not reach their receiver (异常处理状态).
#[wxpay_enum]
pub enum AbnormalFundsStatus {
    /// The handling is in progress.
    #[wxpay(rename = "ABNORMAL_PENDING")]
    Pending,
    /// The funds were paid to the receiver that the platform named.
    #[wxpay(rename = "ABNORMAL_FINISHED")]
    Finished,
    /// The handling is closed, and the funds were not paid.
    #[wxpay(rename = "ABNORMAL_CLOSED")]
    Closed,
}

/// The reason for closing the handling of abnormal funds (异常处理关单原因).
#[wxpay_enum]
pub enum AbnormalClosedReason {
    /// The handling took too long.
    #[wxpay(rename = "CLOSED_REASON_TIMEOUT")]
    Timeout,
    /// The funds must not be transferred.
    #[wxpay(rename = "CLOSED_REASON_RESTRICT_TRANSFER")]
    RestrictTransfer,
}

/// A receiver of abnormal funds for the platform (平台接收异常资金商户号).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AbnormalFundsReceiver {
    /// Merchant number that belongs to the platform.
    pub mchid: Option<String>,
}
