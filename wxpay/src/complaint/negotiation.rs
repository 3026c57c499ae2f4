//! The negotiation history of a complaint.

use serde_json::Value;

use super::{MediaType, Message};
use crate::prelude::*;

/// Lists the negotiation history of a complaint (查询投诉协商历史).
///
/// Request smaller pages if an answer is too large for WeChat Pay.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/merchant-service/complaints-v2/{complaint_id}/negotiation-historys",
    response = Negotiations,
    required = ListNegotiationsRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012533439",
    pages(offset = "offset", limit = "limit", items = "data", total = "total_count")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListNegotiations {
    /// Complaint number.
    #[wxpay(len = 64, label = "投诉单号")]
    pub complaint_id: String,
    /// Number of entries on a page, 300 at most.
    #[wxpay(range = 1..=300, label = "分页大小")]
    pub limit: Option<i64>,
    /// Number of entries to skip.
    #[wxpay(range = 0.., label = "分页开始位置")]
    pub offset: Option<i64>,
}

/// A page of the negotiation history.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Negotiations {
    /// The entries of this page.
    pub data: Option<Vec<Negotiation>>,
    /// Number of entries on a page.
    pub limit: i64,
    /// Number of entries that were skipped.
    pub offset: i64,
    /// Number of all entries, if `offset` is 0.
    pub total_count: Option<i64>,
}

/// An entry of the negotiation history (投诉协商历史).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Negotiation {
    /// Pictures of the entry. A single object, as the API sends it today, is read as a list of one.
    pub complaint_media_list: Option<Vec<NegotiationMedia>>,
    /// Number of the entry.
    pub log_id: String,
    /// Name of the operator.
    pub operator: String,
    /// Time of the operation.
    pub operate_time: DateTime,
    /// Kind of operation.
    pub operate_type: OperateType,
    /// Content of the operation.
    pub operate_details: Option<String>,
    /// URLs of the pictures, in older entries.
    pub image_list: Option<Vec<String>>,
    /// Reason for which the user asked WeChat Pay for help. The API spells it `appy`.
    pub user_appy_platform_service_reason: Option<String>,
    /// Full description of the reason.
    pub user_appy_platform_service_reason_description: Option<String>,
    /// Message that consists of blocks.
    pub normal_message: Option<Message>,
    /// The user's click in a message.
    pub click_message: Option<ClickMessage>,
}

/// The pictures of an entry (操作资料).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NegotiationMedia {
    /// Kind of pictures.
    pub media_type: Option<MediaType>,
    /// URLs of the pictures.
    pub media_url: Option<Vec<String>>,
}

/// The kind of operation (操作类型).
#[wxpay_enum]
pub enum OperateType {
    /// The user complained (用户提交投诉).
    UserCreateComplaint,
    /// The user complained again (用户继续投诉).
    UserContinueComplaint,
    /// The user sent a message (用户留言).
    UserResponse,
    /// WeChat Pay sent a message (平台留言).
    PlatformResponse,
    /// The merchant sent a message (商户留言).
    MerchantResponse,
    /// The merchant declared the complaint completed (商户申请结单).
    MerchantConfirmComplete,
    /// Note of WeChat Pay: the user complained (用户提交投诉系统通知).
    UserCreateComplaintSystemMessage,
    /// Note of WeChat Pay: a full refund was started (投诉单发起全额退款系统通知).
    ComplaintFullRefundedSystemMessage,
    /// Note of WeChat Pay: the user complained again (用户继续投诉系统通知).
    UserContinueComplaintSystemMessage,
    /// The user withdrew the complaint (用户主动撤诉).
    UserRevokeComplaint,
    /// The user confirmed that the complaint is resolved (用户确认投诉解决). The API spells it `COMFIRM`.
    #[wxpay(rename = "USER_COMFIRM_COMPLAINT")]
    UserConfirmComplaint,
    /// WeChat Pay reminded the merchant (平台催办).
    PlatformHelpApplication,
    /// The user asked WeChat Pay for help (用户申请平台协助).
    UserApplyPlatformHelp,
    /// The merchant approved a refund (商户同意退款).
    MerchantApproveRefund,
    /// The merchant rejected a refund (商户拒绝退款). The API spells it `RERUND`.
    #[wxpay(rename = "MERCHANT_REFUSE_RERUND")]
    MerchantRefuseRefund,
    /// The user answered the satisfaction survey (用户提交满意度调查结果).
    UserSubmitSatisfaction,
    /// The pay score order was cancelled (服务订单已取消).
    ServiceOrderCancel,
    /// The pay score order was completed (服务订单已完成).
    ServiceOrderComplete,
    /// Note of WeChat Pay: a partial refund was started (投诉单发起部分退款系统通知).
    ComplaintPartialRefundedSystemMessage,
    /// Note of WeChat Pay: a refund arrived (投诉单退款到账系统通知).
    ComplaintRefundReceivedSystemMessage,
    /// Note of WeChat Pay: a refund was made on behalf of the merchant (投诉单受托退款系统通知).
    ComplaintEntrustedRefundSystemMessage,
    /// The user asked WeChat Pay for help (用户申请平台协助).
    UserApplyPlatformService,
    /// The user cancelled the request for help (用户取消平台协助).
    UserCancelPlatformService,
    /// WeChat Pay finished its help (客服结束平台协助).
    PlatformServiceFinished,
    /// The user clicked in a message (用户点击回复).
    UserClickResponse,
}

/// A user's click in a message (用户点击回复消息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClickMessage {
    /// Content that the click sent for the user. Its members are not documented.
    pub message_content: Option<Value>,
    /// Number of the action, as the message named it.
    pub action_id: Option<String>,
    /// Number of the entry with the message.
    pub clicked_log_id: Option<String>,
}
