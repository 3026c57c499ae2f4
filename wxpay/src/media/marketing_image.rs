//! Pictures for marketing.

use crate::prelude::*;

/// Uploads a picture for coupons and campaigns (图片上传, 营销专用). Its `media_url` stands in the request that needs it.
///
/// Each upload makes a `media_url` of its own: repeating one does no harm.
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
pub struct MarketingImage {
    /// The address by which other requests refer to it.
    pub media_url: String,
}
