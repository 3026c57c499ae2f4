//! Immediate answers to complaints.

use super::Message;
use crate::prelude::*;

/// Answers a user who wants an immediate answer (回复需要即时服务的投诉单): the complaint's
/// [`need_immediate_service`](super::Complaint::need_immediate_service) is true. The message may have pictures, links, questions
/// to choose from, and buttons.
///
/// The first answer changes a pending complaint to one in progress. `idempotent_id` makes a repeated request safe.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/merchant-service/complaints-v2/{complaint_id}/response-immediate-service",
    response = RespondImmediatelyResponse,
    required = RespondImmediatelyRequired,
    number = "idempotent_id",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4017151596"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RespondImmediately {
    /// Complaint number.
    #[wxpay(len = 64, label = "投诉单号")]
    pub complaint_id: String,
    /// Merchant number that the complaint is about.
    #[wxpay(len = 64, label = "被诉商户号")]
    pub complainted_mchid: String,
    /// Content of the answer.
    #[wxpay(label = "消息内容")]
    pub message: Message,
    /// The merchant's number of this answer, such as a UUID. An answer with the same number is not shown twice.
    #[wxpay(len = 128, label = "幂等ID")]
    pub idempotent_id: String,
}

/// The answer to a [`RespondImmediately`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RespondImmediatelyResponse {
    /// Number of the entry in [`ListNegotiations`](super::ListNegotiations).
    pub log_id: Option<String>,
}
