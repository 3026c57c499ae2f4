//! The upload of pictures.

use crate::prelude::*;

/// Uploads a picture, such as a licence or an identity card (图片上传). The request that needs the picture names its `media_id`.
///
/// Each upload returns a new `media_id`: a repeated upload does no harm.
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
    /// Name of the file. The client fills it in; a value that is set has to be the same name.
    #[wxpay(len = 128, file_name, label = "文件名称")]
    pub filename: Option<String>,
    /// SHA-256 of the file in hex. The client fills it in.
    #[wxpay(sha256, label = "文件摘要")]
    pub sha256: Option<String>,
    /// Picture: JPG, BMP or PNG, at most 2 MB; at most 5 MB according to the page for platforms (收付通).
    #[wxpay(len = 5_242_880, extensions = ["jpg", "bmp", "png"], label = "图片文件")]
    pub file: Upload,
}

/// An uploaded picture or video.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Media {
    /// Media ID, which other requests refer to.
    pub media_id: String,
}
