//! Complaints as they were in the first version, which WeChat Pay withdrew at the turn of 2020 to 2021 and still lists.

#![allow(deprecated, reason = "what is declared here is")]

use crate::prelude::*;

/// Lists complaints. Withdrawn (旧版查询投诉信息): use [`ListComplaints`](super::ListComplaints).
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/merchant-service/complaints",
    response = V1Complaints,
    required = V1ListComplaintsRequired,
    pages(offset = "offset", limit = "limit", items = "data", total = "total_count")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
#[deprecated(note = "WeChat Pay withdrew it; use `ListComplaints`")]
pub struct V1ListComplaints {
    /// How many complaints a page has.
    #[wxpay(label = "分页大小")]
    pub limit: Option<i64>,
    /// How many complaints are passed over.
    #[wxpay(label = "分页开始位置")]
    pub offset: Option<i64>,
    /// The first day, such as `2019-01-01`.
    #[wxpay(label = "开始日期")]
    pub begin_date: Date,
    /// The last day, such as `2019-01-30`.
    #[wxpay(label = "结束日期")]
    pub end_date: Date,
    /// Only those about this sub-merchant.
    #[wxpay(len = 32, label = "特约商户号")]
    pub sub_mchid: Option<String>,
}

/// A page of complaints.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct V1Complaints {
    /// How many complaints were passed over.
    pub offset: i64,
    /// How many complaints a page has.
    pub limit: i64,
    /// How many complaints there are.
    pub total_count: Option<i64>,
    /// The complaints of this page.
    pub data: Option<Vec<V1Complaint>>,
}

/// Asks for the complaint about a payment. Withdrawn (旧版查询投诉详情): use [`QueryComplaint`](super::QueryComplaint).
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/merchant-service/complaints/{transaction_id}",
    response = V1Complaint,
    required = V1QueryComplaintRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
#[deprecated(note = "WeChat Pay withdrew it; use `QueryComplaint`")]
pub struct V1QueryComplaint {
    /// WeChat Pay's number for the payment.
    #[wxpay(len = 32, label = "微信支付订单号")]
    pub transaction_id: String,
}

/// A complaint about a payment.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct V1Complaint {
    /// The merchant's own order number.
    pub out_trade_no: String,
    /// When the user complained.
    pub complaint_time: DateTime,
    /// The whole order, in fen.
    pub amount: Fen,
    /// The user's phone number, if the user left one.
    pub payer_phone: Option<Sensitive>,
    /// What the user says.
    pub complaint_detail: String,
    /// What became of it.
    pub complaint_state: Option<V1ComplaintState>,
    /// WeChat Pay's number for the payment.
    pub transaction_id: String,
    /// Until when the money is frozen.
    pub frozen_end_time: Option<DateTime>,
    /// The sub-merchant.
    pub sub_mchid: Option<String>,
    /// Whom it waits for, such as `WAIT_MERCHANT_RESPONSE`. Lists do not have it.
    pub complaint_handle_state: Option<String>,
}

/// What became of a complaint (投诉单状态).
#[wxpay_enum]
pub enum V1ComplaintState {
    /// The user complained.
    PayerComplainted,
    /// The money is frozen.
    Frozened,
    /// The money was frozen long enough.
    FrozenFinished,
    /// The user withdrew it.
    PayerCanceled,
    /// The merchant refunded.
    MerchantRefunded,
    /// WeChat Pay refunded.
    SystemRefunded,
    /// WeChat Pay released the money.
    ManualUnfrozen,
}

/// Lists what was said and done. Withdrawn (旧版查询投诉协商历史): use [`ListNegotiations`](super::ListNegotiations).
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/merchant-service/complaints/{transaction_id}/negotiation-historys",
    response = V1Negotiations,
    required = V1ListNegotiationsRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
#[deprecated(note = "WeChat Pay withdrew it; use `ListNegotiations`")]
pub struct V1ListNegotiations {
    /// WeChat Pay's number for the payment.
    #[wxpay(len = 32, label = "微信支付订单号")]
    pub transaction_id: String,
}

/// What was said and done.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct V1Negotiations {
    /// Each time.
    pub complaint_negotiation_history: Option<Vec<V1Negotiation>>,
}

/// Something that was said or done.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct V1Negotiation {
    /// Who, in words.
    pub operate_user: String,
    /// When.
    pub operate_time: DateTime,
    /// What.
    pub operate_type: V1OperateType,
    /// What was said.
    pub operate_details: Option<String>,
    /// Where each picture is.
    pub image_list: Option<Vec<String>>,
}

/// What was said or done (操作类型).
#[wxpay_enum]
pub enum V1OperateType {
    /// The user complained.
    UserCreateComplaint,
    /// WeChat Pay's service complained for the user.
    CreateComplaintByPlatform,
    /// The user complained again.
    UserContinueComplaint,
    /// The user withdrew it.
    UserRevokeComplaint,
    /// The user declared it settled.
    UserConfirmComplaint,
    /// The merchant refunded.
    SellerRefund,
    /// The merchant declared it done.
    MerchantLaunchConfirmProcess,
    /// The user wrote.
    UserResponse,
    /// The merchant wrote.
    MerchantResponse,
    /// WeChat Pay wrote.
    ResponseByPlatform,
    /// WeChat Pay's service complained again for the user.
    ContinueComplaintByPlatform,
    /// WeChat Pay noted the complaint.
    CreateComplaintSystemMessage,
    /// WeChat Pay noted that nobody answered in time.
    ComplaintTimeoutSystemMessage,
    /// WeChat Pay noted the refund.
    SellerRefundSystemMessage,
    /// WeChat Pay noted the renewed complaint.
    ContinueComplaintSystemMessage,
    /// WeChat Pay noted that the merchant declared it done.
    LaunchConfirmProcessSystemMessage,
}

/// Answers the user, or declares the complaint done. Withdrawn (旧版商户反馈): use
/// [`RespondToComplaint`](super::RespondToComplaint) and [`CompleteComplaint`](super::CompleteComplaint).
#[wxpay_endpoint(method = "POST", path = "/v3/merchant-service/feedbacks", required = V1FeedbackRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
#[deprecated(note = "WeChat Pay withdrew it; use `RespondToComplaint`")]
pub struct V1Feedback {
    /// WeChat Pay's number for the payment.
    #[wxpay(len = 32, label = "微信支付订单号")]
    pub transaction_id: String,
    /// The merchant that the complaint is about.
    #[wxpay(label = "被诉商户号")]
    pub complainted_mchid: String,
    /// What kind of answer; its values are not documented any more.
    #[wxpay(label = "反馈内容类型")]
    pub feedback_type: Option<i64>,
    /// What is said.
    #[wxpay(label = "反馈内容")]
    pub feedback_content: String,
    /// Pictures, by the `media_id` of their uploads.
    #[wxpay(label = "图片凭证")]
    pub feedback_images: Option<Vec<String>>,
    /// Whether the complaint is done.
    #[wxpay(label = "反馈处理完成")]
    pub launch_confirm_process: Option<bool>,
}
