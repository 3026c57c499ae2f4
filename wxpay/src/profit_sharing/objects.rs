//! Objects of a sharing.

use super::ReceiverType;
use crate::prelude::*;

/// The sharing of a payment (分账单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SharingOrder {
    /// Merchant number of the sub-merchant that shares, if a service provider signs the request.
    pub sub_mchid: Option<String>,
    /// WeChat Pay's number for the payment.
    pub transaction_id: String,
    /// Your own number for the sharing.
    pub out_order_no: String,
    /// WeChat Pay's number for the sharing.
    pub order_id: String,
    /// State of the sharing.
    pub state: SharingState,
    /// The shares, including amounts that were given to the merchant.
    #[wxpay(compared)]
    pub receivers: Option<Vec<ShareDetail>>,
}

/// States of a sharing (分账单状态).
#[wxpay_enum]
pub enum SharingState {
    /// Being processed: query it again.
    Processing,
    /// Finished. Each receiver's result says whether it received its share.
    Finished,
}

/// A receiver's share (分账明细).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ShareDetail {
    /// Amount in fen.
    pub amount: Fen,
    /// Description of the share.
    pub description: String,
    /// Type of `account`.
    pub r#type: ReceiverType,
    /// A merchant number or an openid.
    pub account: String,
    /// Result of the share.
    pub result: ShareResult,
    /// Reason for the failure.
    pub fail_reason: Option<ShareFailReason>,
    /// WeChat Pay's number for this share, which the fund flow bill shows.
    pub detail_id: Option<String>,
    /// Time of the request.
    pub create_time: Option<DateTime>,
    /// Time of the end. It has no meaning before the end; `result` says whether the share has ended.
    pub finish_time: Option<DateTime>,
}

/// Results of a share (分账结果).
#[wxpay_enum]
pub enum ShareResult {
    /// Not yet shared (待分账).
    Pending,
    /// Received (分账成功).
    Success,
    /// Not received; the money is with the merchant (已关闭).
    Closed,
}

/// Reasons why a receiver did not receive its share (分账失败原因).
#[wxpay_enum]
pub enum ShareFailReason {
    /// The receiver's account is abnormal.
    AccountAbnormal,
    /// The receiver was deleted.
    NoRelation,
    /// The receiver is a high risk.
    ReceiverHighRisk,
    /// The receiver has not verified its identity.
    ReceiverRealNameNotVerified,
    /// The permission to share was withdrawn.
    NoAuth,
    /// The receiver has reached its limit of the month.
    ReceiverReceiptLimit,
    /// The account of the merchant that shares is abnormal.
    PayerAccountAbnormal,
    /// The description could not be set.
    InvalidRequest,
}
