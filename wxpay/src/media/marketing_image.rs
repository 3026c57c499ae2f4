//! The upload of pictures for marketing.

use crate::prelude::*;

/// Uploads a picture for coupons and campaigns (图片上传, 营销专用). The request that needs the picture names its `media_url`.
///
/// Each upload returns a new `media_url`: a repeated upload does no harm.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/favor/media/image-upload",
    response = MarketingImage,
    required = UploadMarketingImageRequired,
    doc = "https://pay.weixin.qq.com/docs/merchant/apis/cash-coupons/upload-image.html"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadMarketingImage {
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
pub struct MarketingImage {
    /// URL of the picture, which other requests refer to.
    pub media_url: String,
}
