//! Complaints as they stand.

use crate::prelude::*;

/// Lists the complaints of some days (查询投诉单列表), 30 at most.
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
    /// How many complaints a page has, 50 at most.
    #[wxpay(range = 1..=50, label = "分页大小")]
    pub limit: Option<i64>,
    /// How many complaints are passed over.
    #[wxpay(range = 0.., label = "分页开始位置")]
    pub offset: Option<i64>,
    /// The first day, such as `2019-01-01`.
    #[wxpay(label = "开始日期")]
    pub begin_date: Date,
    /// The last day, such as `2019-01-30`.
    #[wxpay(label = "结束日期")]
    pub end_date: Date,
    /// Only those about this sub-merchant; a service provider gets those about all without it.
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
    /// How many complaints a page has.
    pub limit: i64,
    /// How many complaints were passed over.
    pub offset: i64,
    /// How many complaints there are; where `offset` is 0.
    pub total_count: Option<i64>,
}

/// Asks for a complaint (查询投诉单详情).
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
    /// The complaint's number.
    #[wxpay(len = 64, label = "投诉单号")]
    pub complaint_id: String,
}

/// A complaint as it stands (投诉单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Complaint {
    /// The complaint's number.
    pub complaint_id: String,
    /// When the user complained.
    pub complaint_time: DateTime,
    /// What the user says.
    pub complaint_detail: String,
    /// Whether it waits for the merchant.
    pub complaint_state: ComplaintState,
    /// The merchant that it is about.
    pub complainted_mchid: Option<String>,
    /// The user's phone number, if the user left one.
    pub payer_phone: Option<Sensitive>,
    /// The user under the order's app ID.
    pub payer_openid: Option<String>,
    /// The pictures that came with it.
    pub complaint_media_list: Option<Vec<ComplaintMedia>>,
    /// The orders that it is about.
    pub complaint_order_info: Option<Vec<ComplaintOrder>>,
    /// The pay score orders that it is about.
    pub service_order_info: Option<Vec<ServiceOrder>>,
    /// Whether all that was paid has been refunded.
    pub complaint_full_refunded: bool,
    /// Whether the user wrote and waits for an answer.
    pub incoming_user_response: bool,
    /// What went wrong, in words.
    pub problem_description: String,
    /// How often the user has complained; more than once, if a complaint was continued.
    pub user_complaint_times: i64,
    /// What went wrong.
    pub problem_type: Option<ProblemType>,
    /// How much the user wants back, in fen; where `problem_type` is [`Refund`](ProblemType::Refund).
    pub apply_refund_amount: Option<Fen>,
    /// What WeChat Pay thinks of the user.
    pub user_tag_list: Option<Vec<UserTag>>,
    /// What some lines of business have besides.
    pub additional_info: Option<AdditionalInfo>,
    /// Whether WeChat Pay helps to settle it.
    pub in_platform_service: Option<bool>,
    /// Whether the user wants an answer at once: [`RespondImmediately`](super::RespondImmediately).
    pub need_immediate_service: Option<bool>,
    /// Whether an agent program conducts it.
    pub is_agent_mode: Option<bool>,
}

/// Whether a complaint waits for the merchant (投诉单状态).
#[wxpay_enum]
pub enum ComplaintState {
    /// It does, and nobody has answered (待处理).
    Pending,
    /// It was answered (处理中).
    Processing,
    /// It is done (已处理完成).
    Processed,
}

/// Pictures of a complaint (投诉资料).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ComplaintMedia {
    /// Whose pictures.
    pub media_type: MediaType,
    /// Where each is.
    pub media_url: Option<Vec<String>>,
}

/// Whose pictures (媒体文件业务类型).
#[wxpay_enum]
pub enum MediaType {
    /// The user's, with the complaint (用户提交投诉时上传的图片凭证).
    UserComplaintImage,
    /// Of what came later (用户、商户、微信支付客服在协商解决投诉时上传的图片凭证).
    OperationImage,
}

/// An order that a complaint is about (投诉单关联订单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ComplaintOrder {
    /// WeChat Pay's number for the payment.
    pub transaction_id: String,
    /// The merchant's own order number.
    pub out_trade_no: String,
    /// The whole order, in fen.
    pub amount: Fen,
}

/// A pay score order that a complaint is about (投诉单关联服务单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServiceOrder {
    /// WeChat Pay's number.
    pub order_id: Option<String>,
    /// The merchant's own number.
    pub out_order_no: Option<String>,
    /// How far the order got.
    pub state: Option<ServiceOrderState>,
}

/// How far a pay score order got (支付分服务单状态).
#[wxpay_enum]
pub enum ServiceOrderState {
    /// The service is going on (服务订单进行中).
    Doing,
    /// Cancelled (服务订单取消).
    Revoked,
    /// Done, and not paid (服务订单待支付).
    #[wxpay(rename = "WAITPAY")]
    WaitPay,
    /// Done (服务订单已完成).
    Done,
}

/// What went wrong (问题类型).
#[wxpay_enum]
pub enum ProblemType {
    /// The user wants money back (申请退款).
    Refund,
    /// A service did not come into force (服务权益未生效).
    ServiceNotWork,
    /// Something else (其他类型).
    Others,
}

/// What WeChat Pay thinks of a user (用户标签).
#[wxpay_enum]
pub enum UserTag {
    /// To be trusted: the merchant is asked to refund at once (信任用户).
    Trusted,
    /// Likely to do harm: the merchant is asked to be careful (高风险投诉).
    HighRisk,
}

/// What some lines of business have besides (补充信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AdditionalInfo {
    /// Which line of business.
    pub r#type: Option<AdditionalInfoType>,
    /// A rented power bank.
    pub share_power_info: Option<SharePowerInfo>,
}

/// Which line of business (补充信息类型).
#[wxpay_enum]
pub enum AdditionalInfoType {
    /// Rented power banks (充电宝投诉).
    SharePowerType,
}

/// A rented power bank, as the user gave it back (充电宝投诉相关信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SharePowerInfo {
    /// When.
    pub return_time: Option<DateTime>,
    /// Where.
    pub return_address_info: Option<ReturnAddress>,
    /// Whether to the machine that it came from.
    pub is_returned_to_same_machine: Option<bool>,
}

/// Where a power bank was given back (归还地点).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReturnAddress {
    /// The address.
    pub return_address: Option<String>,
    /// Degrees east.
    pub longitude: Option<String>,
    /// Degrees north.
    pub latitude: Option<String>,
}
