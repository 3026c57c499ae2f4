//! A sharing, as every answer about it has it.

use super::ReceiverType;
use crate::prelude::*;

/// The sharing of a payment (分账单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SharingOrder {
    /// The sub-merchant that shares, where a service provider signs.
    pub sub_mchid: Option<String>,
    /// WeChat Pay's number for the payment.
    pub transaction_id: String,
    /// Your own number for the sharing.
    pub out_order_no: String,
    /// WeChat Pay's number for the sharing.
    pub order_id: String,
    /// Whether it is still worked on.
    pub state: SharingState,
    /// What each receiver gets. What went back to the merchant stands here too.
    #[wxpay(compared)]
    pub receivers: Option<Vec<ShareDetail>>,
}

/// Whether a sharing is still worked on (分账单状态).
#[wxpay_enum]
pub enum SharingState {
    /// It is: ask again.
    Processing,
    /// It is not. Each receiver's result says whether it got its share.
    Finished,
}

/// What a receiver gets (分账明细).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ShareDetail {
    /// How much, in fen.
    pub amount: Fen,
    /// What for.
    pub description: String,
    /// What `account` is.
    pub r#type: ReceiverType,
    /// A merchant number or an openid.
    pub account: String,
    /// Whether the receiver got it.
    pub result: ShareResult,
    /// Why not.
    pub fail_reason: Option<ShareFailReason>,
    /// WeChat Pay's number for this share, as the fund flow bill has it.
    pub detail_id: Option<String>,
    /// When it was asked for.
    pub create_time: Option<DateTime>,
    /// When it ended. Before the end it means nothing: whether it has ended is what `result` says.
    pub finish_time: Option<DateTime>,
}

/// Whether a receiver got its share (分账结果).
#[wxpay_enum]
pub enum ShareResult {
    /// Not yet (待分账).
    Pending,
    /// It did (分账成功).
    Success,
    /// It did not, and will not; the money is with the merchant (已关闭).
    Closed,
}

/// Why a receiver did not get its share (分账失败原因).
#[wxpay_enum]
pub enum ShareFailReason {
    /// The receiver's account is not in order.
    AccountAbnormal,
    /// The receiver was deleted.
    NoRelation,
    /// The receiver is a high risk.
    ReceiverHighRisk,
    /// The receiver has not proved its identity.
    ReceiverRealNameNotVerified,
    /// The permission to share was taken back.
    NoAuth,
    /// The receiver may not receive more this month.
    ReceiverReceiptLimit,
    /// The account of the merchant that shares is not in order.
    PayerAccountAbnormal,
    /// The description could not be set.
    InvalidRequest,
}
