//! The answer to a user who wants money back.

use crate::prelude::*;

/// Tells a user who wants money back yes or no (更新退款审批结果).
///
/// A yes moves no money: refund by a request of its own, and the complaint is done when the money has arrived. A no ends
/// the complaint at once.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/merchant-service/complaints-v2/{complaint_id}/update-refund-progress",
    required = UpdateRefundProgressRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012467256"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UpdateRefundProgress {
    /// The complaint's number.
    #[wxpay(len = 64, label = "投诉单号")]
    pub complaint_id: String,
    /// Yes or no.
    #[wxpay(label = "审批动作")]
    pub action: RefundDecision,
    /// With a yes: in how many working days the refund begins; 0 is today.
    #[wxpay(range = 0.., label = "预计发起退款时间")]
    pub launch_refund_day: Option<i64>,
    /// With a no: why, for the user.
    #[wxpay(len = 200, label = "拒绝退款原因")]
    pub reject_reason: Option<String>,
    /// With a no: up to 4 pictures as evidence, by the `media_id` of their uploads.
    #[wxpay(items = ..=4, label = "拒绝退款的举证图片列表")]
    pub reject_media_list: Option<Vec<String>>,
    /// What WeChat Pay's customer service should know.
    #[wxpay(len = 200, label = "备注")]
    pub remark: Option<String>,
}

/// Yes or no to a refund (审批动作).
#[wxpay_enum]
pub enum RefundDecision {
    /// No (拒绝退款).
    Reject,
    /// Yes (同意退款).
    Approve,
}
