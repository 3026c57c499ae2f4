//! A sharing, as every answer about it has it.

use super::{ReceiverType, ShareFailReason, ShareResult, SharingState};
use crate::prelude::*;

/// The sharing of a sub-merchant's payment (分账单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SharingOrder {
    /// The sub-merchant that shares.
    pub sub_mchid: String,
    /// WeChat Pay's number for the payment.
    pub transaction_id: String,
    /// The platform's own number for the sharing.
    pub out_order_no: String,
    /// WeChat Pay's number for the sharing.
    pub order_id: String,
    /// Whether it is still worked on.
    pub status: Option<SharingState>,
    /// What each receiver gets.
    #[wxpay(compared)]
    pub receivers: Option<Vec<ShareDetail>>,
    /// Why it was closed, a code such as `NO_AUTH`.
    pub close_reason: Option<String>,
    /// What went to the sub-merchant when the sharing ended, in fen.
    pub finish_amount: Option<Fen>,
    /// Why the sharing ended, as [`FinishSharing`](super::FinishSharing) said.
    pub finish_description: Option<String>,
    /// How far money is that could not reach its receiver (异常处理状态). Sources disagree on whether this and the next
    /// three are here or at each of the `receivers`.
    pub abnormal_status: Option<AbnormalFundsStatus>,
    /// Why such money went no further (异常处理关单原因).
    pub funds_abnormal_closed_reason: Option<AbnormalClosedReason>,
    /// WeChat Pay's number for the payment of such money.
    pub funds_abnormal_redirect_id: Option<String>,
    /// Who receives such money for the platform.
    pub funds_abnormal_receivers: Option<Vec<AbnormalFundsReceiver>>,
}

/// What a receiver gets (分账明细).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ShareDetail {
    /// What `receiver_account` is.
    pub r#type: ReceiverType,
    /// A merchant number or an openid.
    pub receiver_account: String,
    /// The merchant number, of a merchant.
    pub receiver_mchid: Option<String>,
    /// How much, in fen.
    pub amount: Fen,
    /// What for.
    pub description: String,
    /// Whether the receiver got it.
    pub result: Option<ShareResult>,
    /// When it ended.
    pub finish_time: Option<DateTime>,
    /// Why the receiver did not get it.
    pub fail_reason: Option<ShareFailReason>,
    /// WeChat Pay's number for this share, as the fund flow bill has it.
    pub detail_id: String,
    /// How far money is that could not reach its receiver (异常处理状态).
    pub abnormal_status: Option<AbnormalFundsStatus>,
    /// Why such money went no further (异常处理关单原因).
    pub funds_abnormal_closed_reason: Option<AbnormalClosedReason>,
    /// WeChat Pay's number for the payment of such money.
    pub funds_abnormal_redirect_id: Option<String>,
    /// Who receives such money for the platform.
    pub funds_abnormal_receivers: Option<Vec<AbnormalFundsReceiver>>,
}

/// How far money is that could not reach its receiver (异常处理状态).
#[wxpay_enum]
pub enum AbnormalFundsStatus {
    /// It is being handled.
    #[wxpay(rename = "ABNORMAL_PENDING")]
    Pending,
    /// It was paid to whom the platform named.
    #[wxpay(rename = "ABNORMAL_FINISHED")]
    Finished,
    /// It was not, and will not be.
    #[wxpay(rename = "ABNORMAL_CLOSED")]
    Closed,
}

/// Why money that could not reach its receiver went no further (异常处理关单原因).
#[wxpay_enum]
pub enum AbnormalClosedReason {
    /// It took too long.
    #[wxpay(rename = "CLOSED_REASON_TIMEOUT")]
    Timeout,
    /// It may not be moved.
    #[wxpay(rename = "CLOSED_REASON_RESTRICT_TRANSFER")]
    RestrictTransfer,
}

/// Who receives money for the platform that could not reach its receiver (平台接收异常资金商户号).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AbnormalFundsReceiver {
    /// A merchant of the platform.
    pub mchid: Option<String>,
}
