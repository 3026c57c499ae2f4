//! An answer at once.

use super::Message;
use crate::prelude::*;

/// Answers a user who wants an answer at once (回复需要即时服务的投诉单): where
/// [`need_immediate_service`](super::Complaint::need_immediate_service) is true. The message may have pictures, links,
/// questions to choose from, and buttons.
///
/// The first answer makes a pending complaint one in progress. `idempotent_id` makes repeating safe.
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
    /// The complaint's number.
    #[wxpay(len = 64, label = "投诉单号")]
    pub complaint_id: String,
    /// The merchant that it is about.
    #[wxpay(len = 64, label = "被诉商户号")]
    pub complainted_mchid: String,
    /// What is said.
    #[wxpay(label = "消息内容")]
    pub message: Message,
    /// The merchant's own number for this answer, such as a UUID: the second of a number is not said again.
    #[wxpay(len = 128, label = "幂等ID")]
    pub idempotent_id: String,
}

/// The answer to a [`RespondImmediately`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RespondImmediatelyResponse {
    /// The number under which [`ListNegotiations`](super::ListNegotiations) has it.
    pub log_id: Option<String>,
}
