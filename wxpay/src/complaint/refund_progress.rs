//! Decisions on a refund that a user has requested.

use crate::prelude::*;

/// Approves or rejects the refund that a user has requested (更新退款审批结果).
///
/// An approval transfers no money: the merchant sends the refund as a separate request, and the complaint is completed when the
/// money arrives. A rejection completes the complaint at once.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/merchant-service/complaints-v2/{complaint_id}/update-refund-progress",
    required = UpdateRefundProgressRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012467256"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UpdateRefundProgress {
    /// Complaint number.
    #[wxpay(len = 64, label = "投诉单号")]
    pub complaint_id: String,
    /// Decision.
    #[wxpay(label = "审批动作")]
    pub action: RefundDecision,
    /// For an approval: number of working days until the refund begins; 0 is today.
    #[wxpay(range = 0.., label = "预计发起退款时间")]
    pub launch_refund_day: Option<i64>,
    /// For a rejection: reason, which the user sees.
    #[wxpay(len = 200, label = "拒绝退款原因")]
    pub reject_reason: Option<String>,
    /// For a rejection: up to 4 pictures as evidence, by the `media_id` of their uploads.
    #[wxpay(items = ..=4, label = "拒绝退款的举证图片列表")]
    pub reject_media_list: Option<Vec<String>>,
    /// Remark for WeChat Pay's customer service.
    #[wxpay(len = 200, label = "备注")]
    pub remark: Option<String>,
}

/// The decision on a refund (审批动作).
#[wxpay_enum]
pub enum RefundDecision {
    /// Rejected (拒绝退款).
    Reject,
    /// Approved (同意退款).
    Approve,
}
