//! Pictures for answers.

use crate::prelude::*;

/// Uploads a picture for an answer to a user (商户上传反馈图片). Its `media_id` stands in
/// [`RespondToComplaint::response_images`](super::RespondToComplaint::response_images) and where a refund is refused.
///
/// Each upload makes a `media_id` of its own: repeating one does no harm.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/merchant-service/images/upload",
    response = Image,
    required = UploadImageRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012467222"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadImage {
    /// The file's own name, unless it is set: then it has to be the same.
    #[wxpay(len = 128, file_name, label = "文件名称")]
    pub filename: Option<String>,
    /// The file's SHA-256 in hex. The client sets it.
    #[wxpay(sha256, label = "文件摘要")]
    pub sha256: Option<String>,
    /// The picture: JPG, BMP or PNG, at most 2 MB.
    #[wxpay(len = 2_097_152, extensions = ["jpg", "bmp", "png"], label = "图片文件")]
    pub file: Upload,
}

/// An uploaded picture.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Image {
    /// The name by which answers refer to it.
    pub media_id: String,
}
