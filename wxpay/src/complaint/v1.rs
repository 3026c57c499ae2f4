//! The first version of complaints, which WeChat Pay withdrew at the turn of 2020 to 2021 and still lists.

#![allow(deprecated, reason = "the types of this module are deprecated")]

use crate::prelude::*;

/// Lists complaints (旧版查询投诉信息). Withdrawn: use [`ListComplaints`](super::ListComplaints).
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/merchant-service/complaints",
    response = V1Complaints,
    required = V1ListComplaintsRequired,
    pages(offset = "offset", limit = "limit", items = "data", total = "total_count")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
#[deprecated(note = "withdrawn by WeChat Pay; use `ListComplaints`")]
pub struct V1ListComplaints {
    /// Number of complaints on a page.
    #[wxpay(label = "分页大小")]
    pub limit: Option<i64>,
    /// Number of complaints to skip.
    #[wxpay(label = "分页开始位置")]
    pub offset: Option<i64>,
    /// First day, such as `2019-01-01`.
    #[wxpay(label = "开始日期")]
    pub begin_date: Date,
    /// Last day, such as `2019-01-30`.
    #[wxpay(label = "结束日期")]
    pub end_date: Date,
    /// Merchant number of the sub-merchant whose complaints are listed.
    #[wxpay(len = 32, label = "特约商户号")]
    pub sub_mchid: Option<String>,
}

/// A page of complaints.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct V1Complaints {
    /// Number of complaints that were skipped.
    pub offset: i64,
    /// Number of complaints on a page.
    pub limit: i64,
    /// Number of all complaints.
    pub total_count: Option<i64>,
    /// The complaints of this page.
    pub data: Option<Vec<V1Complaint>>,
}

/// Queries the complaint about a payment (旧版查询投诉详情). Withdrawn: use [`QueryComplaint`](super::QueryComplaint).
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/merchant-service/complaints/{transaction_id}",
    response = V1Complaint,
    required = V1QueryComplaintRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
#[deprecated(note = "withdrawn by WeChat Pay; use `QueryComplaint`")]
pub struct V1QueryComplaint {
    /// WeChat Pay's number of the payment.
    #[wxpay(len = 32, label = "微信支付订单号")]
    pub transaction_id: String,
}

/// A complaint about a payment.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct V1Complaint {
    /// Merchant order number.
    pub out_trade_no: String,
    /// Time of the complaint.
    pub complaint_time: DateTime,
    /// Total amount of the order in fen.
    pub amount: Fen,
    /// Phone number of the user, if given.
    pub payer_phone: Option<Sensitive>,
    /// Description of the complaint by the user.
    pub complaint_detail: String,
    /// State of the complaint.
    pub complaint_state: Option<V1ComplaintState>,
    /// WeChat Pay's number of the payment.
    pub transaction_id: String,
    /// Time until which the money is frozen.
    pub frozen_end_time: Option<DateTime>,
    /// Merchant number of the sub-merchant.
    pub sub_mchid: Option<String>,
    /// Handling state, such as `WAIT_MERCHANT_RESPONSE`. Lists do not have this member.
    pub complaint_handle_state: Option<String>,
}

/// The state of a complaint (投诉单状态).
#[wxpay_enum]
pub enum V1ComplaintState {
    /// The user complained.
    PayerComplainted,
    /// The money is frozen.
    Frozened,
    /// The time for freezing the money has ended.
    FrozenFinished,
    /// The user withdrew the complaint.
    PayerCanceled,
    /// The merchant refunded.
    MerchantRefunded,
    /// WeChat Pay refunded.
    SystemRefunded,
    /// WeChat Pay released the money.
    ManualUnfrozen,
}

/// Lists the negotiation history (旧版查询投诉协商历史). Withdrawn: use [`ListNegotiations`](super::ListNegotiations).
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/merchant-service/complaints/{transaction_id}/negotiation-historys",
    response = V1Negotiations,
    required = V1ListNegotiationsRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
#[deprecated(note = "withdrawn by WeChat Pay; use `ListNegotiations`")]
pub struct V1ListNegotiations {
    /// WeChat Pay's number of the payment.
    #[wxpay(len = 32, label = "微信支付订单号")]
    pub transaction_id: String,
}

/// The negotiation history of a complaint.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct V1Negotiations {
    /// Entries of the history.
    pub complaint_negotiation_history: Option<Vec<V1Negotiation>>,
}

/// An entry of the negotiation history.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct V1Negotiation {
    /// Name of the operator.
    pub operate_user: String,
    /// Time of the operation.
    pub operate_time: DateTime,
    /// Kind of operation.
    pub operate_type: V1OperateType,
    /// Content of the operation.
    pub operate_details: Option<String>,
    /// URLs of the pictures.
    pub image_list: Option<Vec<String>>,
}

/// The kind of operation (操作类型).
#[wxpay_enum]
pub enum V1OperateType {
    /// The user complained.
    UserCreateComplaint,
    /// WeChat Pay's customer service complained on behalf of the user.
    CreateComplaintByPlatform,
    /// The user complained again.
    UserContinueComplaint,
    /// The user withdrew the complaint.
    UserRevokeComplaint,
    /// The user confirmed that the complaint is resolved.
    UserConfirmComplaint,
    /// The merchant refunded.
    SellerRefund,
    /// The merchant declared the complaint completed.
    MerchantLaunchConfirmProcess,
    /// The user sent a message.
    UserResponse,
    /// The merchant sent a message.
    MerchantResponse,
    /// WeChat Pay sent a message.
    ResponseByPlatform,
    /// WeChat Pay's customer service complained again on behalf of the user.
    ContinueComplaintByPlatform,
    /// Note of WeChat Pay: the user complained.
    CreateComplaintSystemMessage,
    /// Note of WeChat Pay: nobody answered in time.
    ComplaintTimeoutSystemMessage,
    /// Note of WeChat Pay: the merchant refunded.
    SellerRefundSystemMessage,
    /// Note of WeChat Pay: the user complained again.
    ContinueComplaintSystemMessage,
    /// Note of WeChat Pay: the merchant declared the complaint completed.
    LaunchConfirmProcessSystemMessage,
}

/// Answers the user, or declares the complaint completed (旧版商户反馈). Withdrawn: use
/// [`RespondToComplaint`](super::RespondToComplaint) and [`CompleteComplaint`](super::CompleteComplaint).
#[wxpay_endpoint(method = "POST", path = "/v3/merchant-service/feedbacks", required = V1FeedbackRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
#[deprecated(note = "withdrawn by WeChat Pay; use `RespondToComplaint`")]
pub struct V1Feedback {
    /// WeChat Pay's number of the payment.
    #[wxpay(len = 32, label = "微信支付订单号")]
    pub transaction_id: String,
    /// Merchant number that the complaint is about.
    #[wxpay(label = "被诉商户号")]
    pub complainted_mchid: String,
    /// Kind of answer; the values are no longer documented.
    #[wxpay(label = "反馈内容类型")]
    pub feedback_type: Option<i64>,
    /// Content of the answer.
    #[wxpay(label = "反馈内容")]
    pub feedback_content: String,
    /// Pictures, by the `media_id` of their uploads.
    #[wxpay(label = "图片凭证")]
    pub feedback_images: Option<Vec<String>>,
    /// True to declare the complaint completed.
    #[wxpay(label = "反馈处理完成")]
    pub launch_confirm_process: Option<bool>,
}
