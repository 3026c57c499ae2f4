//! A complaint.

use crate::prelude::*;

/// A new complaint, or news of one (投诉通知回调): `COMPLAINT.CREATE` or `COMPLAINT.STATE_CHANGE`. What it is about has
/// to be asked for.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Complaint {
    /// The complaint's number.
    pub complaint_id: String,
    /// What happened.
    pub action_type: ComplaintAction,
}

/// What happened to a complaint (动作类型).
#[wxpay_enum]
pub enum ComplaintAction {
    /// The user complained (用户提交投诉).
    CreateComplaint,
    /// The user complained again (用户继续投诉).
    ContinueComplaint,
    /// The user wrote (用户新留言).
    UserResponse,
    /// WeChat Pay wrote (平台新留言).
    ResponseByPlatform,
    /// The merchant refunded the whole payment (商户发起全额退款).
    SellerRefund,
    /// The merchant wrote (商户新回复).
    MerchantResponse,
    /// The merchant declared it done (商户反馈处理完成).
    MerchantConfirmComplete,
    /// The user asked WeChat Pay to help (用户申请平台协助).
    UserApplyPlatformService,
    /// The user no longer asks for help (用户取消平台协助).
    UserCancelPlatformService,
    /// WeChat Pay's help has ended (客服结束平台协助).
    PlatformServiceFinished,
    /// The merchant agreed to refund (商户同意退款).
    MerchantApproveRefund,
    /// The merchant refused to refund (商户驳回退款).
    MerchantRejectRefund,
    /// The refund arrived (退款到账).
    RefundSuccess,
}
