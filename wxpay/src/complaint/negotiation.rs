//! What was said and done about a complaint.

use serde_json::Value;

use super::{MediaType, Message};
use crate::prelude::*;

/// Lists what was said and done about a complaint (查询投诉协商历史).
///
/// Where the answer gets too large for WeChat Pay, ask for smaller pages.
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
    /// The complaint's number.
    #[wxpay(len = 64, label = "投诉单号")]
    pub complaint_id: String,
    /// How many entries a page has, 300 at most.
    #[wxpay(range = 1..=300, label = "分页大小")]
    pub limit: Option<i64>,
    /// How many entries are passed over.
    #[wxpay(range = 0.., label = "分页开始位置")]
    pub offset: Option<i64>,
}

/// A page of what was said and done.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Negotiations {
    /// The entries of this page.
    pub data: Option<Vec<Negotiation>>,
    /// How many entries a page has.
    pub limit: i64,
    /// How many entries were passed over.
    pub offset: i64,
    /// How many entries there are; where `offset` is 0.
    pub total_count: Option<i64>,
}

/// Something that was said or done (投诉协商历史).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Negotiation {
    /// The pictures that came with it. A single object, as the API has it today, is a list of one.
    pub complaint_media_list: Option<Vec<NegotiationMedia>>,
    /// The entry's number.
    pub log_id: String,
    /// Who, in words.
    pub operator: String,
    /// When.
    pub operate_time: DateTime,
    /// What.
    pub operate_type: OperateType,
    /// What was said.
    pub operate_details: Option<String>,
    /// Where each picture is, as older entries have it.
    pub image_list: Option<Vec<String>>,
    /// Why the user asked WeChat Pay to help. The API spells it `appy`.
    pub user_appy_platform_service_reason: Option<String>,
    /// The same at length.
    pub user_appy_platform_service_reason_description: Option<String>,
    /// A message of blocks.
    pub normal_message: Option<Message>,
    /// What the user clicked in one.
    pub click_message: Option<ClickMessage>,
}

/// Pictures that came with something said (操作资料).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NegotiationMedia {
    /// Whose pictures.
    pub media_type: Option<MediaType>,
    /// Where each is.
    pub media_url: Option<Vec<String>>,
}

/// What was said or done (操作类型).
#[wxpay_enum]
pub enum OperateType {
    /// The user complained (用户提交投诉).
    UserCreateComplaint,
    /// The user complained again (用户继续投诉).
    UserContinueComplaint,
    /// The user wrote (用户留言).
    UserResponse,
    /// WeChat Pay wrote (平台留言).
    PlatformResponse,
    /// The merchant wrote (商户留言).
    MerchantResponse,
    /// The merchant declared it done (商户申请结单).
    MerchantConfirmComplete,
    /// WeChat Pay noted the complaint (用户提交投诉系统通知).
    UserCreateComplaintSystemMessage,
    /// WeChat Pay noted a refund of everything (投诉单发起全额退款系统通知).
    ComplaintFullRefundedSystemMessage,
    /// WeChat Pay noted the renewed complaint (用户继续投诉系统通知).
    UserContinueComplaintSystemMessage,
    /// The user withdrew it (用户主动撤诉).
    UserRevokeComplaint,
    /// The user declared it settled (用户确认投诉解决). The API spells it `COMFIRM`.
    #[wxpay(rename = "USER_COMFIRM_COMPLAINT")]
    UserConfirmComplaint,
    /// WeChat Pay urged the merchant (平台催办).
    PlatformHelpApplication,
    /// The user asked WeChat Pay to help (用户申请平台协助).
    UserApplyPlatformHelp,
    /// The merchant said yes to a refund (商户同意退款).
    MerchantApproveRefund,
    /// The merchant said no to a refund (商户拒绝退款). The API spells it `RERUND`.
    #[wxpay(rename = "MERCHANT_REFUSE_RERUND")]
    MerchantRefuseRefund,
    /// The user said how it was (用户提交满意度调查结果).
    UserSubmitSatisfaction,
    /// The pay score order was cancelled (服务订单已取消).
    ServiceOrderCancel,
    /// The pay score order was completed (服务订单已完成).
    ServiceOrderComplete,
    /// WeChat Pay noted a refund of a part (投诉单发起部分退款系统通知).
    ComplaintPartialRefundedSystemMessage,
    /// WeChat Pay noted that a refund arrived (投诉单退款到账系统通知).
    ComplaintRefundReceivedSystemMessage,
    /// WeChat Pay noted a refund in the merchant's name (投诉单受托退款系统通知).
    ComplaintEntrustedRefundSystemMessage,
    /// The user asked WeChat Pay to help (用户申请平台协助).
    UserApplyPlatformService,
    /// The user no longer asks for help (用户取消平台协助).
    UserCancelPlatformService,
    /// WeChat Pay's help has ended (客服结束平台协助).
    PlatformServiceFinished,
    /// The user clicked in a message (用户点击回复).
    UserClickResponse,
}

/// What the user clicked in a message (用户点击回复消息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClickMessage {
    /// What the click said for the user, as WeChat Pay sends it: its members are not documented.
    pub message_content: Option<Value>,
    /// The action's number, as the message gave it.
    pub action_id: Option<String>,
    /// The entry with the message.
    pub clicked_log_id: Option<String>,
}
