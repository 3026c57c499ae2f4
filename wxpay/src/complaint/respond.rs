//! Answers to complaints.

use crate::prelude::*;

/// Sends an answer to the user (提交回复). The first answer changes a pending complaint to one in progress.
///
/// Each request sends another answer: no business number makes a repeated request safe.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/merchant-service/complaints-v2/{complaint_id}/response",
    required = RespondToComplaintRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012467254"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RespondToComplaint {
    /// Complaint number.
    #[wxpay(len = 64, label = "投诉单号")]
    pub complaint_id: String,
    /// Merchant number that the complaint is about.
    #[wxpay(len = 64, label = "被诉商户号")]
    pub complainted_mchid: String,
    /// Content of the answer.
    #[wxpay(len = 500, label = "回复内容")]
    pub response_content: String,
    /// Up to 4 pictures, by the `media_id` of their uploads.
    #[wxpay(items = ..=4, label = "回复图片")]
    pub response_images: Option<Vec<String>>,
    /// An `https` page of the merchant. WeChat Pay has to enable this for the merchant. It needs `jump_url_text`.
    #[wxpay(len = 512, needs = "jump_url_text", label = "跳转链接")]
    pub jump_url: Option<String>,
    /// Text of the link to `jump_url`.
    #[wxpay(len = 10, label = "跳转链接文案")]
    pub jump_url_text: Option<String>,
    /// Page of a mini program.
    #[wxpay(label = "跳转小程序信息")]
    pub mini_program_jump_info: Option<MiniProgramPage>,
}

/// A link to a page of a mini program (跳转小程序信息).
#[wxpay_object(required = MiniProgramPageRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MiniProgramPage {
    /// App ID of the mini program.
    #[wxpay(len = 32, label = "跳转小程序APPID")]
    pub appid: String,
    /// Path of the page.
    #[wxpay(label = "跳转小程序页面PATH")]
    pub path: String,
    /// Text of the link.
    #[wxpay(label = "跳转小程序页面名称")]
    pub text: String,
}
