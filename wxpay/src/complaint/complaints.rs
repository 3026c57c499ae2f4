//! Queries of complaints.

use crate::prelude::*;

/// Lists the complaints of a period of at most 30 days (查询投诉单列表).
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/merchant-service/complaints-v2",
    response = Complaints,
    required = ListComplaintsRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012533431",
    pages(offset = "offset", limit = "limit", items = "data", total = "total_count")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListComplaints {
    /// Number of complaints on a page, 50 at most.
    #[wxpay(range = 1..=50, label = "分页大小")]
    pub limit: Option<i64>,
    /// Number of complaints to skip.
    #[wxpay(range = 0.., label = "分页开始位置")]
    pub offset: Option<i64>,
    /// First day, such as `2019-01-01`.
    #[wxpay(label = "开始日期")]
    pub begin_date: Date,
    /// Last day, such as `2019-01-30`.
    #[wxpay(label = "结束日期")]
    pub end_date: Date,
    /// Merchant number of the sub-merchant whose complaints are listed. Without it, a service provider gets those of all.
    #[wxpay(len = 64, label = "被诉商户号")]
    pub complainted_mchid: Option<String>,
}

/// A page of complaints.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Complaints {
    /// The complaints of this page.
    pub data: Option<Vec<Complaint>>,
    /// Number of complaints on a page.
    pub limit: i64,
    /// Number of complaints that were skipped.
    pub offset: i64,
    /// Number of all complaints, if `offset` is 0.
    pub total_count: Option<i64>,
}

/// Queries a complaint (查询投诉单详情).
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/merchant-service/complaints-v2/{complaint_id}",
    response = Complaint,
    required = QueryComplaintRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012533436"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryComplaint {
    /// Complaint number.
    #[wxpay(len = 64, label = "投诉单号")]
    pub complaint_id: String,
}

/// A complaint (投诉单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Complaint {
    /// Complaint number.
    pub complaint_id: String,
    /// Time of the complaint.
    pub complaint_time: DateTime,
    /// Description of the complaint by the user.
    pub complaint_detail: String,
    /// State of the complaint.
    pub complaint_state: ComplaintState,
    /// Merchant number that the complaint is about.
    pub complainted_mchid: Option<String>,
    /// Phone number of the user, if given.
    pub payer_phone: Option<Sensitive>,
    /// Openid of the user, under the order's app ID.
    pub payer_openid: Option<String>,
    /// Pictures of the complaint.
    pub complaint_media_list: Option<Vec<ComplaintMedia>>,
    /// Orders that the complaint is about.
    pub complaint_order_info: Option<Vec<ComplaintOrder>>,
    /// Pay score orders that the complaint is about.
    pub service_order_info: Option<Vec<ServiceOrder>>,
    /// True if the paid amount is fully refunded.
    pub complaint_full_refunded: bool,
    /// True if a message of the user waits for an answer.
    pub incoming_user_response: bool,
    /// Description of the problem.
    pub problem_description: String,
    /// Number of complaints by this user: more than 1 if the user complained again.
    pub user_complaint_times: i64,
    /// Type of the problem.
    pub problem_type: Option<ProblemType>,
    /// Amount in fen that the user wants back, if `problem_type` is [`Refund`](ProblemType::Refund).
    pub apply_refund_amount: Option<Fen>,
    /// WeChat Pay's tags of the user.
    pub user_tag_list: Option<Vec<UserTag>>,
    /// Additional information for some industries.
    pub additional_info: Option<AdditionalInfo>,
    /// True if WeChat Pay helps to resolve the complaint.
    pub in_platform_service: Option<bool>,
    /// True if the user wants an immediate answer: [`RespondImmediately`](super::RespondImmediately).
    pub need_immediate_service: Option<bool>,
    /// True if an agent program handles the complaint.
    pub is_agent_mode: Option<bool>,
}

/// The state of a complaint (投诉单状态).
#[wxpay_enum]
pub enum ComplaintState {
    /// Waits for the merchant's first answer (待处理).
    Pending,
    /// In progress: the merchant has answered (处理中).
    Processing,
    /// Completed (已处理完成).
    Processed,
}

/// The pictures of a complaint (投诉资料).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ComplaintMedia {
    /// Kind of pictures.
    pub media_type: MediaType,
    /// URLs of the pictures.
    pub media_url: Option<Vec<String>>,
}

/// The kind of a complaint's pictures (媒体文件业务类型).
#[wxpay_enum]
pub enum MediaType {
    /// Uploaded by the user with the complaint (用户提交投诉时上传的图片凭证).
    UserComplaintImage,
    /// Uploaded later, during the negotiation (用户、商户、微信支付客服在协商解决投诉时上传的图片凭证).
    OperationImage,
}

/// An order that a complaint is about (投诉单关联订单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ComplaintOrder {
    /// WeChat Pay's number of the payment.
    pub transaction_id: String,
    /// Merchant order number.
    pub out_trade_no: String,
    /// Total amount of the order in fen.
    pub amount: Fen,
}

/// A pay score order that a complaint is about (投诉单关联服务单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServiceOrder {
    /// WeChat Pay's number of the order.
    pub order_id: Option<String>,
    /// The merchant's number of the order.
    pub out_order_no: Option<String>,
    /// State of the order.
    pub state: Option<ServiceOrderState>,
}

/// The state of a pay score order (支付分服务单状态).
#[wxpay_enum]
pub enum ServiceOrderState {
    /// In progress (服务订单进行中).
    Doing,
    /// Cancelled (服务订单取消).
    Revoked,
    /// Finished and not paid yet (服务订单待支付).
    #[wxpay(rename = "WAITPAY")]
    WaitPay,
    /// Finished (服务订单已完成).
    Done,
}

/// The type of a problem (问题类型).
#[wxpay_enum]
pub enum ProblemType {
    /// The user requests a refund (申请退款).
    Refund,
    /// A service did not take effect (服务权益未生效).
    ServiceNotWork,
    /// Another problem (其他类型).
    Others,
}

/// WeChat Pay's tag of a user (用户标签).
#[wxpay_enum]
pub enum UserTag {
    /// Trusted: the merchant should refund at once (信任用户).
    Trusted,
    /// High risk: the merchant should be careful (高风险投诉).
    HighRisk,
}

/// Additional information for some industries (补充信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AdditionalInfo {
    /// Industry of the information.
    pub r#type: Option<AdditionalInfoType>,
    /// Information about a rented power bank.
    pub share_power_info: Option<SharePowerInfo>,
}

/// The industry of additional information (补充信息类型).
#[wxpay_enum]
pub enum AdditionalInfoType {
    /// Rented power banks (充电宝投诉).
    SharePowerType,
}

/// A rented power bank at its return (充电宝投诉相关信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SharePowerInfo {
    /// Time of the return.
    pub return_time: Option<DateTime>,
    /// Place of the return.
    pub return_address_info: Option<ReturnAddress>,
    /// True if the power bank was returned to the machine that it came from.
    pub is_returned_to_same_machine: Option<bool>,
}

/// The place where a power bank was returned (归还地点).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReturnAddress {
    /// Address.
    pub return_address: Option<String>,
    /// Longitude in degrees east.
    pub longitude: Option<String>,
    /// Latitude in degrees north.
    pub latitude: Option<String>,
}
