//! The upload of pictures for answers.

use crate::prelude::*;

/// Uploads a picture for an answer to a user (商户上传反馈图片).
/// [`RespondToComplaint::response_images`](super::RespondToComplaint::response_images) and the rejection of a refund name its
/// `media_id`.
///
/// Each upload returns a new `media_id`: a repeated upload does no harm.
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
    /// Name of the file. The client fills it in; a value that is set has to be the same name.
    #[wxpay(len = 128, file_name, label = "文件名称")]
    pub filename: Option<String>,
    /// SHA-256 of the file in hex. The client fills it in.
    #[wxpay(sha256, label = "文件摘要")]
    pub sha256: Option<String>,
    /// Picture: JPG, BMP or PNG, at most 2 MB.
    #[wxpay(len = 2_097_152, extensions = ["jpg", "bmp", "png"], label = "图片文件")]
    pub file: Upload,
}

/// An uploaded picture.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Image {
    /// Media ID of the picture, which answers refer to.
    pub media_id: String,
}
