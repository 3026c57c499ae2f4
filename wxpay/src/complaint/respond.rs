//! An answer to the user.

use crate::prelude::*;

/// Answers the user (提交回复). The first answer makes a pending complaint one in progress.
///
/// Each call is an answer of its own: there is no number that makes repeating safe.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/merchant-service/complaints-v2/{complaint_id}/response",
    required = RespondToComplaintRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012467254"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RespondToComplaint {
    /// The complaint's number.
    #[wxpay(len = 64, label = "投诉单号")]
    pub complaint_id: String,
    /// The merchant that it is about.
    #[wxpay(len = 64, label = "被诉商户号")]
    pub complainted_mchid: String,
    /// What is said.
    #[wxpay(len = 500, label = "回复内容")]
    pub response_content: String,
    /// Up to 4 pictures, by the `media_id` of their uploads.
    #[wxpay(items = ..=4, label = "回复图片")]
    pub response_images: Option<Vec<String>>,
    /// A page of the merchant's, by `https`, for merchants to whom WeChat Pay has opened it. It needs `jump_url_text`.
    #[wxpay(len = 512, needs = "jump_url_text", label = "跳转链接")]
    pub jump_url: Option<String>,
    /// The words of the link to it.
    #[wxpay(len = 10, label = "跳转链接文案")]
    pub jump_url_text: Option<String>,
    /// A page of a mini program.
    #[wxpay(label = "跳转小程序信息")]
    pub mini_program_jump_info: Option<MiniProgramPage>,
}

/// A page of a mini program, with the words of the link to it (跳转小程序信息).
#[wxpay_object(required = MiniProgramPageRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MiniProgramPage {
    /// The mini program's app ID.
    #[wxpay(len = 32, label = "跳转小程序APPID")]
    pub appid: String,
    /// The page.
    #[wxpay(label = "跳转小程序页面PATH")]
    pub path: String,
    /// The words of the link.
    #[wxpay(label = "跳转小程序页面名称")]
    pub text: String,
}
