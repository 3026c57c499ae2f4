//! Complaints.

use crate::prelude::*;

/// A notification that a complaint is new or has changed (投诉通知回调): `COMPLAINT.CREATE` or `COMPLAINT.STATE_CHANGE`. It has no
/// details: query the complaint.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Complaint {
    /// The complaint's number.
    pub complaint_id: String,
    /// The action.
    pub action_type: ComplaintAction,
}

/// Actions on a complaint (动作类型).
#[wxpay_enum]
pub enum ComplaintAction {
    /// The user complained (用户提交投诉).
    CreateComplaint,
    /// The user complained again (用户继续投诉).
    ContinueComplaint,
    /// The user wrote a message (用户新留言).
    UserResponse,
    /// WeChat Pay wrote a message (平台新留言).
    ResponseByPlatform,
    /// The merchant refunded the whole payment (商户发起全额退款).
    SellerRefund,
    /// The merchant wrote a reply (商户新回复).
    MerchantResponse,
    /// The merchant marked the complaint as resolved (商户反馈处理完成).
    MerchantConfirmComplete,
    /// The user asked WeChat Pay to help (用户申请平台协助).
    UserApplyPlatformService,
    /// The user withdrew the request for help (用户取消平台协助).
    UserCancelPlatformService,
    /// WeChat Pay's help has ended (客服结束平台协助).
    PlatformServiceFinished,
    /// The merchant agreed to refund (商户同意退款).
    MerchantApproveRefund,
    /// The merchant rejected the refund (商户驳回退款).
    MerchantRejectRefund,
    /// The refund arrived (退款到账).
    RefundSuccess,
}
