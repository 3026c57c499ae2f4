//! Pictures for applications.

use crate::prelude::*;

/// Uploads a picture, such as a licence or an identity card (图片上传). Its `media_id` stands in the request that needs it.
///
/// Each upload makes a `media_id` of its own: repeating one does no harm.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/merchant/media/upload",
    response = Media,
    required = UploadImageRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012760509"
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
    /// The picture: JPG, BMP or PNG, at most 2 MB; 5 MB by the page for platforms (收付通).
    #[wxpay(len = 5_242_880, extensions = ["jpg", "bmp", "png"], label = "图片文件")]
    pub file: Upload,
}

/// An uploaded picture or video.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Media {
    /// The name by which other requests refer to it.
    pub media_id: String,
}
